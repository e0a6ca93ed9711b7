/**
 * The day asked for: a field, a slider by month with ticks at events, and all dates. Invariant: field and slider always
 * say the same day.
 *
 * @typedef {import('./data.js').World} World
 */
import { announce } from './announce.js';
import { byId, el } from './elements.js';
import { dayWords } from './days.js';
import { isDate, latestDay } from './standing.js';
import { state, update } from './state.js';

let firstMonth = 0;
let lastMonth = 0;

/** Every dated event of a node: [day, what]. @param {import('./data.js').Node} node @returns {string[][]} */
export function eventsOf(node) {
  const detail = (name) => (node.details.find(([key]) => key === name) ?? ['', ''])[1];
  /** @type {any[][]} */
  const out = [];
  if (node.kind === 'direction') out.push([node.start, node.status === 'draft' ? 'drafted' : 'made'], [node.end, 'ends']);
  else if (['meeting', 'decision', 'resolution'].includes(node.kind)) out.push([node.start || detail('date'), { meeting: 'held', decision: 'taken', resolution: 'passed' }[node.kind]]);
  else if (node.kind === 'obligation') out.push([detail('deadline'), 'due'], [node.start, 'begins']);
  else if (node.kind === 'establishment') out.push([node.start, 'set up']);
  else out.push([node.start, 'from'], [node.end, 'until']);
  return out.filter(([day]) => isDate(day));
}

const monthOf = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7) || 12) - 1;
const dayOf = (month) => latestDay(`${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`);

/** @param {World} world */
export function startDates(world) {
  const days = new Map();
  const note = (day) => isDate(day) && days.set(monthOf(day), (days.get(monthOf(day)) ?? 0) + 1);
  world.nodes.forEach((node) => eventsOf(node).forEach(([day]) => note(day)));
  world.edges.forEach((edge) => [edge.start, edge.end, ...edge.observed].forEach(note));
  world.papers.forEach(([, , date]) => note(date));
  const months = [...days.keys()].sort((a, b) => a - b);
  const [slider, field] = [byId('slider'), byId('day')];
  if (!months.length) byId('slider').disabled = true;
  firstMonth = Math.max((months[0] ?? 24000) - 1, (months[months.length - 1] ?? 24000) - 900);
  lastMonth = (months[months.length - 1] ?? 24001) + 2;
  slider.min = '0';
  slider.max = String(lastMonth - firstMonth);
  byId('ticks').replaceChildren(...months.filter((month) => month >= firstMonth).map((month) => {
    const tick = el('i');
    tick.style.left = `${(((month - firstMonth) / (lastMonth - firstMonth)) * 100).toFixed(2)}%`;
    return tick;
  }));
  slider.addEventListener('input', () => update({ on: dayOf(firstMonth + Number(slider.value)) }));
  field.addEventListener('change', () => update({ on: field.value }));
  byId('always').addEventListener('click', () => update({ on: '' }));
}

/** Show the day of the state, and say it. @param {boolean} aloud */
export function markDates(aloud) {
  const [slider, field] = [byId('slider'), byId('day')];
  field.value = state.on;
  const month = state.on ? monthOf(state.on) : lastMonth;
  slider.value = String(Math.min(Math.max(month, firstMonth), lastMonth) - firstMonth);
  slider.setAttribute('aria-valuetext', state.on ? `${state.on}, ${dayWords(state.on)}` : 'all dates');
  byId('said').textContent = state.on ? dayWords(state.on) : '';
  byId('always').setAttribute('aria-pressed', String(!state.on));
  if (aloud) announce(state.on ? `As of ${dayWords(state.on)}` : 'All dates');
}
