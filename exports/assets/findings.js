/**
 * What a check found. Invariant: findings are told as they were handed over; that nothing was checked is not that nothing
 * was found.
 *
 * @typedef {import('./data.js').World} World
 * @typedef {import('./data.js').Finding} Finding
 */
import { button, byId, el } from './elements.js';
import { nameButton } from './sentences.js';
import { statusOf } from './table.js';

const FINDINGS_AT_ONCE = 200;

/** @param {World} world */
export function fillFindings(world) {
  const { findings } = world;
  const parts = [el('h2', { text: findings ? `Findings (${findings.length})` : 'Findings' })];
  if (!findings) parts.push(el('p', { class: 'lede', text: 'No check was run when this page was written.' }));
  else if (!findings.length) parts.push(el('p', { class: 'lede', text: 'The check found nothing.' }));
  else parts.push(el('p', { class: 'lede', text: 'Where the documents contradict one another, and what is missing from them, with the words on each side.' }));
  for (const kind of new Set((findings ?? []).map((one) => one.kind))) {
    const some = (findings ?? []).filter((one) => one.kind === kind);
    const list = el('ul', { class: 'findings' });
    let told = 0;
    const more = button('More', () => tell(), { class: 'more' });
    const tell = () => {
      list.append(...some.slice(told, told + FINDINGS_AT_ONCE).map((one) => findingItem(world, one)));
      told += FINDINGS_AT_ONCE;
      more.hidden = told >= some.length;
      more.textContent = `${some.length - told} more`;
    };
    tell();
    parts.push(el('h3', {}, statusOf(some[0].severity), some[0].severity ? ' ' : '', `${kind.charAt(0).toUpperCase()}${kind.slice(1)} (${some.length})`),
      ...(some[0].explanation ? [el('p', { class: 'lede', text: some[0].explanation })] : []), list, more);
  }
  byId('view').replaceChildren(...parts);
}

/** @param {World} world @param {Finding} one */
function findingItem(world, one) {
  return el('li', {}, el('p', { class: 'says', text: one.text }),
    ...(one.about.length ? [el('p', { class: 'marks' }, 'About ', ...one.about.flatMap((index, i) => [i ? ', ' : '', nameButton(world.nodes[index])]))] : []),
    ...one.quotes.map(([quote, place]) => el('figure', {}, el('blockquote', {}, el('mark', { text: quote })), el('figcaption', { text: place }))));
}
