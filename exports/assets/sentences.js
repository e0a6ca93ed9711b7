/**
 * Relations and passages as words on the page. Invariant: every quote stands with its document and place.
 *
 * @typedef {import('./data.js').World} World
 * @typedef {import('./data.js').Node} Node
 * @typedef {import('./data.js').Edge} Edge
 */
import { saidOf } from './captions.js';
import { passagesOf } from './data.js';
import { dayWords, spanOf } from './days.js';
import { button, el } from './elements.js';
import { update } from './state.js';

/** A thing by its name, to be chosen. @param {Node} node */
export function nameButton(node) {
  return button(node.label, () => update({ node: node.index, line: -1 }), { class: 'name' });
}

/** Where a passage stands. @param {import('./data.js').Passage} passage */
export function placeOf({ paper, page, locator }) {
  const [title, path, date] = paper;
  return [title, path === title ? '' : path, date && !title.includes(date) ? dayWords(date) : '', page ? `page ${page}` : '', locator]
    .filter(Boolean).join(', ');
}

/** A passage in its surroundings. @param {import('./data.js').Passage} passage */
export function quoteOf(passage) {
  const inner = passage.before || passage.after
    ? [el('span', { class: 'around', text: `${passage.before} ` }), el('mark', { text: passage.quote }), el('span', { class: 'around', text: ` ${passage.after}` })]
    : [el('mark', { text: passage.quote })];
  const how = [passage.certainty, passage.rule ? `rule “${passage.rule}”` : ''].filter(Boolean).join(', ');
  return el('figure', {}, el('blockquote', {}, ...inner), el('figcaption', {}, placeOf(passage), how ? el('small', { text: ` · found as ${how}` }) : ''));
}

/** Passages by number, as elements; filled in once they have been read. @param {World} world @param {number[]} numbers */
export function quotesOf(world, numbers) {
  const holder = el('div', { class: 'quotes' });
  if (numbers.length) passagesOf(world, numbers).then((some) => holder.replaceChildren(...some.map(quoteOf)));
  return holder;
}

/** A relation as a sentence with its marks and proof. @param {World} world @param {Edge} edge @param {string} word */
export function sentenceOf(world, edge, word) {
  const marks = [saidOf(word), spanOf(edge), edge.how === 'inferred' ? 'inferred, not stated' : '', ...edge.details
    .filter(([key]) => ['what', 'role', 'because'].includes(key)).map(([key, value]) => `${key}: ${value}`)].filter(Boolean);
  return el('div', { class: 'relation' },
    el('p', { class: 'says' }, nameButton(edge.source), ' ', el('i', { text: edge.verb }), ' ', nameButton(edge.target)),
    ...(marks.length ? [el('p', { class: 'marks', text: marks.join(' · ') })] : []), quotesOf(world, edge.proofs));
}
