/**
 * The table that equals the picture: the same boxes and lines, day and filter. Invariant: a row for each box and line that
 * the picture shows, and for no other.
 *
 * @typedef {import('./data.js').World} World
 */
import { boxWord, lineShown, lineWord } from './marks.js';
import { byId, el } from './elements.js';
import { nameButton, quotesOf, spanOf } from './sentences.js';
import { state } from './state.js';

/** @param {World} world @param {import('./scene.js').Scene} scene @param {{nodes: string[], edges: string[]}} words */
export function fillTable(world, scene, words) {
  const boxes = scene.boxes.map((index) => world.boxes[index]).filter((box) => !state.without.has(box.kind));
  const lines = scene.lines.filter((line) => lineShown(world, line));
  const day = state.on ? ` as of ${state.on}` : '';
  byId('view').replaceChildren(
    el('h2', { text: `Lines (${lines.length})${day}` }),
    tableOf(['From', 'Relation', 'To', 'Status', 'Dates', 'Quote'], lines.map((line) => [
      nameButton(world.boxes[line.source].nodes[0]), line.verb, nameButton(world.boxes[line.target].nodes[0]),
      lineWord(line, words), spanOf(line.edges[0]), quotesOf(world, line.edges.flatMap((edge) => edge.proofs).slice(0, 2)),
    ])),
    el('h2', { text: `Boxes (${boxes.length})${day}` }),
    tableOf(['Name', 'Kind', 'Tier', 'Status', 'Dates', 'In the box'], boxes.map((box) => [
      nameButton(box.nodes[0]), world.kinds[box.kind], world.tiers[box.tier], boxWord(box, words), spanOf(box.nodes[0]),
      box.nodes.length > 1 ? box.nodes.map((node) => node.label).join('; ') : box.lines.join(' '),
    ])),
  );
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
