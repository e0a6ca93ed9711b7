/**
 * The table that equals the picture: the same boxes and lines, day and filter. Invariant: a row for each box and line that
 * the picture shows, and for no other.
 *
 * @typedef {import('./data.js').World} World
 */
import { holderOf, saidOf } from './captions.js';
import { dayWords, spanOf } from './days.js';
import { byId, el } from './elements.js';
import { boxWord, lineWord } from './marks.js';
import { nameButton, quotesOf } from './sentences.js';
import { AWAY } from './standing.js';
import { state } from './state.js';

/** @param {World} world @param {import('./scene.js').Scene} scene @param {{nodes: string[], edges: string[]}} words */
export function fillTable(world, scene, words) {
  const boxes = scene.boxes.map((index) => world.boxes[index]);
  const { lines } = scene;
  const day = state.on ? ` as of ${dayWords(state.on)}` : '';
  byId('view').replaceChildren(
    el('p', { class: 'lede', text: `What the picture shows, ${world.shows[state.show].toLowerCase()}${day}, as tables: every line, then every box.` }),
    el('h2', { text: `Lines (${lines.length})${day}` }),
    tableOf(['From', 'Relation', 'To', 'Status', 'Dates', 'Quote'], lines.map((line) => [
      nameButton(world.boxes[line.source].nodes[0]), line.verb, nameButton(world.boxes[line.target].nodes[0]),
      statusOf(lineWord(line, words)), spanOf(line.edges[0]), quotesOf(world, line.edges.flatMap((edge) => edge.proofs).slice(0, 2)),
    ])),
    el('h2', { text: `Boxes (${boxes.length})${day}` }),
    tableOf(['Name', 'Kind', 'Tier', 'Status', 'Dates', 'Holder or contents'], boxes.map((box) => [
      nameButton(box.nodes[0]), world.kinds[box.kind], world.tiers[box.tier], statusOf(boxWord(box, words)), spanOf(box.nodes[0]),
      box.nodes.length > 1 ? box.nodes.map((node) => node.label).join('; ') : holderOf(box, words),
    ])),
  );
}

/** A word of standing, bordered as the picture borders it. @param {string} word */
export function statusOf(word) {
  return word ? el('span', { class: `status ${AWAY.has(word) ? 'away' : ''} ${word}`, text: saidOf(word) }) : '';
}

/** A table of rows of texts and elements. @param {string[]} headings @param {any[][]} rows */
export function tableOf(headings, rows) {
  return el('table', {},
    el('thead', {}, el('tr', {}, ...headings.map((text) => el('th', { scope: 'col', text })))),
    el('tbody', {}, ...rows.map(rowOf)));
}

/** @param {any[]} cells */
export function rowOf(cells) {
  return el('tr', {}, ...cells.map((cell, index) => el(index ? 'td' : 'th', index ? {} : { scope: 'row' }, cell)));
}
