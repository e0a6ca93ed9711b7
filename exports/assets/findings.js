/**
 * What a check found. Invariant: findings are told as they were handed over; that nothing was checked is not that nothing
 * was found.
 *
 * @typedef {import('./data.js').World} World
 */
import { byId, el } from './elements.js';
import { nameButton } from './sentences.js';

/** @param {World} world */
export function fillFindings(world) {
  const { findings } = world;
  const parts = [el('h2', { text: findings ? `Findings (${findings.length})` : 'Findings' })];
  if (!findings) parts.push(el('p', { text: 'No check was run when this page was written.' }));
  else if (!findings.length) parts.push(el('p', { text: 'The check found nothing.' }));
  for (const kind of [...new Set((findings ?? []).map((one) => one.kind))].sort()) {
    const some = (findings ?? []).filter((one) => one.kind === kind);
    parts.push(el('h3', { text: `${kind} (${some.length})` }), el('ul', { class: 'findings' }, ...some.slice(0, 500).map((one) => el('li', {},
      el('p', { text: one.text }),
      ...(one.about.length ? [el('p', {}, ...one.about.flatMap((index) => [nameButton(world.nodes[index]), ' ']))] : []),
      ...one.quotes.map(([quote, place]) => el('figure', {}, el('blockquote', {}, el('mark', { text: quote })), el('figcaption', { text: place })))))));
  }
  byId('view').replaceChildren(...parts);
}
