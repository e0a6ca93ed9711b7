/**
 * The words on lines: at which box each stands, and the room it needs there. The same algorithm as `labels.py`; a test
 * holds the two together. Invariant: each label has a port of its own, and a box is as wide as its ports need.
 *
 * @typedef {import('./layout.js').Rows} Rows
 * @typedef {import('./layout.js').Net} Net
 * @typedef {{box: number, net: number, side: number, text: string, away: number}} Label
 * @typedef {Map<string, Label>} Labels
 */
import { WIDTH } from './layout.js';

export const WORDS = 15;
const HEAD = 9;
const CROWD = 2;
const FAR = 3;
const LETTER = 6;

/** The labels of all nets, by box, net and side: those of many leaves first, then those of one, at the end that has fewer
 * words yet. @param {Rows} rows @param {Net[]} nets @returns {Labels} */
export function labelsOf(rows, nets) {
  /** @type {Labels} */
  const out = new Map();
  /** @type {Map<string, number>} */
  const count = new Map();
  const many = (box, side) => count.get(`${box} ${side}`) ?? 0;
  const put = (box, net, side) => {
    const away = box === nets[net].hub ? HEAD : 0;
    out.set(`${box} ${net} ${side}`, { box, net, side, text: nets[net].word, away });
    count.set(`${box} ${side}`, many(box, side) + 1);
  };
  const single = [];
  nets.forEach((net, index) => {
    if (!net.word) return;
    const hub = rows.cells[net.hub];
    const leaves = net.leaves.map((leaf) => rows.cells[leaf]);
    if (leaves.length === 1 && !leaves[0].port) {
      single.push({ index, hub, leaf: leaves[0] });
      return;
    }
    if (leaves.some((leaf) => leaf.row >= hub.row)) put(hub.box, index, 1);
    if (leaves.some((leaf) => leaf.row < hub.row)) put(hub.box, index, 0);
  });
  for (const { index, hub, leaf } of single) {
    const [atHub, atLeaf] = [leaf.row >= hub.row ? 1 : 0, hub.row < leaf.row ? 0 : 1];
    const wanted = many(leaf.box, atLeaf) <= many(hub.box, atHub);
    const far = Math.abs(hub.row - leaf.row) >= FAR;
    if (wanted || (far && many(leaf.box, atLeaf) < CROWD)) put(leaf.box, index, atLeaf);
    if (!wanted || (far && many(hub.box, atHub) < CROWD)) put(hub.box, index, atHub);
  }
  return out;
}

/** Half the room that a port needs. @param {Labels} labels @param {number} box @param {number} net @param {number} side */
export function halfRoom(labels, box, net, side) {
  const label = labels.get(`${box} ${net} ${side}`);
  return label ? Math.floor((LETTER * letters(label.text)) / 2) + 6 : 8;
}

/** The letters of a text, each once however it is encoded. @param {string} text */
export function letters(text) {
  return [...text].length;
}

/** Make boxes as wide as their ports need. @param {Rows} rows @param {Labels} labels */
export function widen(rows, labels) {
  /** @type {Map<string, {box: number, room: number}>} */
  const need = new Map();
  for (const pins of rows.pins) {
    for (const [net, [above, below]] of pins) {
      for (const [side, cells] of /** @type {[number, import('./ordering.js').Cell[]][]} */ ([[1, above], [0, below]])) {
        for (const { box, port } of cells) {
          if (box < 0 || port) continue;
          const one = need.get(`${box} ${side}`) ?? { box, room: 0 };
          one.room += 2 * halfRoom(labels, box, net, side);
          need.set(`${box} ${side}`, one);
        }
      }
    }
  }
  for (const { box, room } of need.values()) {
    const cell = rows.cells[box];
    cell.width = Math.max(cell.width, Math.min(4 * WIDTH, room + 24));
  }
}
