/**
 * Relations and passages as words on the page. Invariant: every quote stands with its document and place.
 *
 * @typedef {import('./data.js').World} World
 * @typedef {import('./data.js').Node} Node
 * @typedef {import('./data.js').Edge} Edge
 */
import { passagesOf } from './data.js';
import { button, el } from './elements.js';
import { update } from './state.js';

/** A thing by its name, to be chosen. @param {Node} node */
export function nameButton(node) {
  return button(node.label, () => update({ node: node.index, line: -1 }), { class: 'name' });
}

/** The dates of a thing in words. @param {{start: string, end: string, observed: string[]}} thing */
export function spanOf(thing) {
  if (thing.start || thing.end) return `${thing.start || 'before'} to ${thing.end || 'open'}`;
  const days = thing.observed;
  if (!days.length) return '';
  return days.length === 1 ? `seen ${days[0]}` : `seen ${days[0]} to ${days[days.length - 1]}, ${days.length} times`;
}

/** Where a passage stands. @param {import('./data.js').Passage} passage */
export function placeOf({ paper, page, locator }) {
  return [paper[0], page ? `page ${page}` : '', locator, paper[2] && !paper[0].includes(paper[2]) ? paper[2] : '', paper[1] === paper[0] ? '' : paper[1]].filter(Boolean).join(', ');
}

/** A passage in its surroundings. @param {import('./data.js').Passage} passage */
export function quoteOf(passage) {
  const how = [passage.certainty, passage.rule].filter(Boolean).join(', rule ');
  const inner = passage.before || passage.after
    ? [el('span', { class: 'around', text: `${passage.before} ` }), el('mark', { text: passage.quote }), el('span', { class: 'around', text: ` ${passage.after}` })]
    : [el('mark', { text: passage.quote })];
  return el('figure', {}, el('blockquote', {}, ...inner), el('figcaption', {}, placeOf(passage), how ? el('small', { text: ` (${how})` }) : ''));
}

/** Passages by number, as elements; filled in once they have been read. @param {World} world @param {number[]} numbers */
export function quotesOf(world, numbers) {
  const holder = el('div', { class: 'quotes' });
  if (numbers.length) passagesOf(world, numbers).then((some) => holder.replaceChildren(...some.map(quoteOf)));
  return holder;
}

/** A relation as a sentence with its marks and proof. @param {World} world @param {Edge} edge @param {string} word */
export function sentenceOf(world, edge, word) {
  const marks = [word, spanOf(edge), edge.how === 'inferred' ? 'inferred' : '', ...edge.details
    .filter(([key]) => ['what', 'role', 'because'].includes(key)).map(([key, value]) => `${key}: ${value}`)].filter(Boolean);
  return el('div', { class: 'relation' },
    el('p', {}, nameButton(edge.source), ' ', el('i', { text: edge.verb }), ' ', nameButton(edge.target)),
    ...(marks.length ? [el('p', { class: 'marks', text: marks.join(' · ') })] : []), quotesOf(world, edge.proofs));
}
