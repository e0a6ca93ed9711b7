/**
 * What happened when: directions made and ended, meetings, decisions, dates due, posts taken up and left.
 *
 * @typedef {import('./data.js').World} World
 */
import { eventsOf } from './dates.js';
import { dayWords } from './days.js';
import { button, byId, el } from './elements.js';
import { kindWord } from './search.js';
import { nameButton } from './sentences.js';
import { isDate } from './standing.js';
import { state } from './state.js';

const EVENTS_AT_ONCE = 300;

/** @param {World} world */
export function fillTimeline(world) {
  const chosen = state.node >= 0 ? world.nodes[state.node] : null;
  const about = chosen ? new Set([chosen, ...chosen.edges.flatMap((edge) => [edge.source, edge.target])]) : null;
  /** @type {{day: string, what: string, nodes: import('./data.js').Node[]}[]} */
  const events = [];
  for (const node of world.nodes) {
    if (about && !about.has(node)) continue;
    for (const [day, what] of eventsOf(node)) events.push({ day, what, nodes: [node] });
  }
  for (const edge of world.edges) {
    if (about && edge.source !== chosen && edge.target !== chosen) continue;
    if (isDate(edge.start)) events.push({ day: edge.start, what: `${edge.verb}, from this day:`, nodes: [edge.source, edge.target] });
    if (isDate(edge.end)) events.push({ day: edge.end, what: `${edge.verb}, until this day:`, nodes: [edge.source, edge.target] });
  }
  events.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.nodes[0].index - b.nodes[0].index));
  const holder = el('div');
  let told = 0;
  let year = '';
  /** @type {any} */
  let list = null;
  const more = button('More', () => tell(), { class: 'more' });
  function tell() {
    for (const event of events.slice(told, told + EVENTS_AT_ONCE)) {
      if (event.day.slice(0, 4) !== year) {
        year = event.day.slice(0, 4);
        list = el('ol', { class: 'events' });
        holder.append(el('h3', { text: year }), list);
      }
      const names = event.nodes.flatMap((node, i) => [i ? ' · ' : '', nameButton(node)]);
      const past = state.on && event.day > state.on ? 'later' : '';
      list.append(el('li', { class: `${past} k-${event.nodes[0].kind}` }, el('time', { datetime: event.day, text: dayWords(event.day) }), el('span', {},
        `${kindWord(world, event.nodes[0].kind)} ${event.what} `, ...names)));
    }
    told += EVENTS_AT_ONCE;
    more.hidden = told >= events.length;
    more.textContent = `${events.length - told} more`;
  }
  tell();
  byId('view').replaceChildren(el('h2', { text: chosen ? `Timeline: ${chosen.label}` : 'Timeline' }),
    el('p', { class: 'lede', text: events.length ? `${events.length} dated events${chosen ? ' about what is chosen; Escape shows all' : ''}.` : 'Nothing here has a date.' }), holder, more);
}
