/**
 * Lines gathered into nets, boxes that hang on one line only gathered into columns, and all of it laid out. The same
 * algorithm as `drawing.py`. Invariant: a pure function of boxes and lines.
 *
 * @typedef {import('./data.js').World} World
 * @typedef {import('./data.js').Line} Line
 * @typedef {{key: string, hub: number, lines: number[]}} Group
 */
import { heightOf } from './captions.js';
import { WIDTH } from './layout.js';
import { layOut } from './routing.js';

const FEWEST = 3;
const TALLEST = 4;
const INDENT = 20;
const SPINE = 7;
const BETWEEN = 10;

/** Whether lines like this one come together at their target. @param {Line} line */
export function gathersAt(line) {
  return ['reports', 'chairs', 'seats'].includes(line.kind) || line.verb === 'falls on';
}

/** Lines gathered by the box at which they come together. @param {Line[]} lines @param {Map<number, number>} at @returns {Group[]} */
function bundles(lines, at) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  lines.forEach((line, index) => {
    const atTarget = gathersAt(line);
    const key = `${line.kind} ${atTarget ? 'to' : 'from'} ${line.kind === 'reports' ? line.verb : ''}`;
    const hub = at.get(atTarget ? line.target : line.source) ?? 0;
    const group = groups.get(`${key} ${hub}`) ?? { key, hub, lines: [] };
    group.lines.push(index);
    groups.set(`${key} ${hub}`, group);
  });
  return [...groups.values()].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.hub - b.hub));
}

/** Boxes that stand together: each alone, or as a column. @param {import('./data.js').Box[]} boxes @param {Group[]} groups
 * @param {(line: number, hub: number) => number} leafOf @returns {number[][]} */
function columnsOf(boxes, groups, leafOf) {
  const degree = boxes.map(() => 0);
  for (const { hub, lines } of groups) {
    for (const line of lines) {
      degree[hub] += 1;
      degree[leafOf(line, hub)] += 1;
    }
  }
  /** @type {Map<number, number[]>} */
  const taken = new Map();
  const place = ({ tier, rank }) => tier * 100000 + rank;
  for (const { hub, lines } of groups) {
    /** @type {Map<number, number[]>} */
    const same = new Map();
    for (const line of lines) {
      const leaf = leafOf(line, hub);
      const key = place(boxes[leaf]);
      if (degree[leaf] === 1 && place(boxes[hub]) < key) same.set(key, [...(same.get(key) ?? []), leaf]);
    }
    for (const some of same.values()) {
      if (some.length < FEWEST) continue;
      some.sort((a, b) => a - b);
      const size = Math.ceil(some.length / Math.ceil(some.length / TALLEST));
      for (let start = 0; start < some.length; start += size) {
        const column = some.slice(start, start + size);
        column.forEach((leaf) => taken.set(leaf, column));
      }
    }
  }
  return boxes.map((_, box) => taken.get(box) ?? [box]).filter((some, box) => some[0] === box);
}

/** The layout of some boxes of the world and some lines between them, in the form in which the page carries its first one.
 * @param {World} world @param {number[]} scene @param {Line[]} lines */
export function layoutOf(world, scene, lines) {
  const at = new Map(scene.map((box, index) => [box, index]));
  const boxes = scene.map((box) => world.boxes[box]);
  const groups = bundles(lines, at);
  const leafOf = (line, hub) => {
    const [source, target] = [at.get(lines[line].source) ?? 0, at.get(lines[line].target) ?? 0];
    return hub === target ? source : target;
  };
  const columns = columnsOf(boxes, groups, leafOf);
  const itemOf = new Map(columns.flatMap((some, item) => some.map((box) => [box, item])));
  const nets = groups.map(({ key, hub, lines: some }) => ({
    hub: itemOf.get(hub) ?? 0,
    leaves: [...new Set(some.map((line) => itemOf.get(leafOf(line, hub)) ?? 0))],
    word: key.startsWith('reports') ? lines[some[0]].verb : '',
  }));
  const made = layOut(columns.map((some) => columnItem(some.map((box) => boxes[box]))), nets);
  /** @type {number[][]} */
  const spots = [];
  columns.forEach((some, item) => {
    let [x, top, wide] = made.boxes[item];
    if (some.length === 1) spots[some[0]] = [x, top, wide];
    else {
      for (const box of some) {
        spots[box] = [x + INDENT, top + BETWEEN, WIDTH];
        top += BETWEEN + heightOf(boxes[box]);
      }
    }
  });
  /** @type {number[][]} */
  const paths = lines.map(() => []);
  groups.forEach(({ hub, lines: some }, net) => some.forEach((line) => {
    const leaf = leafOf(line, hub);
    const item = itemOf.get(leaf) ?? 0;
    let route = made.paths[net][nets[net].leaves.indexOf(item)];
    if (columns[item].length > 1) {
      const y = spots[leaf][1] + Math.floor(heightOf(boxes[leaf]) / 2);
      route = [...route.slice(0, -1), [route[route.length - 1][0], y], [spots[leaf][0], y]];
    }
    paths[line] = (at.get(lines[line].source) === hub ? route : [...route].reverse()).flat();
  }));
  const words = made.words.map(({ text, x, y, net }) => [text, x, y, groups[net].lines]);
  return { width: made.width, height: made.height, boxes: spots, paths, words, bands: made.bands };
}

/** A box, or a column of boxes, as one thing to place. @param {import('./data.js').Box[]} some */
function columnItem(some) {
  const { tier, rank } = some[0];
  if (some.length === 1) return { tier, rank, height: heightOf(some[0]) };
  const height = some.reduce((sum, box) => sum + heightOf(box), 0) + BETWEEN * some.length;
  return { tier, rank, height, width: WIDTH + INDENT, port: SPINE };
}
