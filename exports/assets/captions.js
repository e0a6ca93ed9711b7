/**
 * What stands in a box beside its name: who holds a post on a day, and how the box stands then. The same as
 * `captions.py`; a test holds the two together. Invariant: a caption says no more than the documents do.
 *
 * @typedef {import('./data.js').Box} Box
 * @typedef {{nodes: string[], edges: string[]}} Words
 */
import { fitted } from './fit.js';
import { AWAY, bestWord } from './standing.js';

export const FOOT_SIZE = 10.5;
export const HOLDER_SIZE = 11.5;
const PUBLIC = 'http://www.legislation.gov.uk/id/';
const SAID = { observed: 'seen on this day', between: 'seen before and after', undated: 'no date known' };

/** A word of standing as a reader meets it. @param {string} word */
export function saidOf(word) {
  return SAID[word] ?? word;
}

/** The height of a box. @param {Box} box */
export function heightOf(box) {
  return 12 + 15 * box.lines.length + (box.held.length ? 14 : 0) + (box.foot ? 13 : 0);
}

/** How a box stands: on a day its word, without a day the years. @param {Box} box @param {Words} words */
export function footOf(box, words) {
  if (!box.foot) return '';
  if (box.kind === 'provision' || box.kind === 'act') return box.nodes[0].id.startsWith(PUBLIC) ? 'legislation.gov.uk' : '';
  const every = box.nodes.map((node) => words.nodes[node.index]);
  for (const urgent of ['overdue', 'due']) {
    const count = every.filter((word) => word === urgent).length;
    if (every.length > 1 && count) return `${count} ${urgent}`;
  }
  const word = bestWord(every);
  return fitted(word ? saidOf(word) : yearsOf(box.nodes), FOOT_SIZE);
}

/** The years that things are stated to hold, or those in which documents show them.
 * @param {{start: string, end: string, observed: string[]}[]} some */
export function yearsOf(some) {
  const span = (days) => {
    const years = days.map((day) => day.slice(0, 4)).sort();
    return years[0] === years[years.length - 1] ? years[0] : `${years[0]}–${years[years.length - 1]}`;
  };
  const stated = some.flatMap((thing) => [thing.start, thing.end]).filter(Boolean);
  if (stated.length) return span(stated);
  const seen = some.flatMap((thing) => thing.observed);
  return seen.length ? `seen ${span(seen)}` : '';
}

/** Who holds a post on the day, the one last seen first; with how many others. @param {Box} box @param {Words} words */
export function holderOf(box, words) {
  if (!box.held.length) return '';
  const names = [...new Set(box.held.filter((edge) => !AWAY.has(words.edges[edge.index])).map((edge) => edge.source.label))];
  if (!names.length) return 'holder not known';
  return fitted(names[0] + (names.length > 1 ? ` +${names.length - 1}` : ''), HOLDER_SIZE);
}
