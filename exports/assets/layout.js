/**
 * Placing boxes in rows. The same algorithm as `layout.py`, for neighbourhoods laid out in the page; a test holds the
 * two together. Invariant: the result depends on the order and values of the input alone; no two boxes of a row touch.
 *
 * @typedef {import('./ordering.js').Cell} Cell
 * @typedef {{tier: number, rank: number, height: number, width?: number, port?: number}} Item
 * @typedef {{hub: number, leaves: number[], word: string}} Net
 * @typedef {{rows: Cell[][], tiers: number[], cells: Cell[], pins: Map<number, Cell[][]>[]}} Rows
 */
import { numberRow, orderRows } from './ordering.js';

export const WIDTH = 168;
const GAP = 18;
const SLIM = 10;
const APART = 30;
const LANE = 8;

/** @returns {Cell} */
function makeCell(row, width, height, box, net, port = 0) {
  return { row, width, height, box, net, port, at: 0, x: 0, near: [[], []] };
}

/** Rows of at most so many boxes, with the gaps and pins of every net.
 * @param {Item[]} items @param {Net[]} nets @param {number} most @returns {Rows} */
export function inRows(items, nets, most) {
  const rows = rowsOf(items, most);
  nets.forEach((net, index) => pinNet(rows, net, index));
  rows.rows.forEach(numberRow);
  return rows;
}

/** Bring every cell in its order and to its place. @param {Rows} rows */
export function placeRows(rows) {
  orderRows(rows.rows);
  spreadRows(rows.rows);
}

/** Boxes by tier and rank; a row that is too long is dealt out over several. @param {Item[]} items @param {number} most @returns {Rows} */
function rowsOf(items, most) {
  const cells = items.map((item, index) => makeCell(0, item.width ?? WIDTH, item.height, index, -1, item.port ?? 0));
  /** @type {Map<number, number[]>} */
  const groups = new Map();
  items.forEach((item, index) => {
    const key = item.tier * 100000 + item.rank;
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  /** @type {Cell[][]} */
  const rows = [];
  const tiers = [];
  for (const key of [...groups.keys()].sort((a, b) => a - b)) {
    const members = groups.get(key) ?? [];
    const parts = Math.max(1, Math.ceil(members.length / most));
    for (let part = 0; part < parts; part += 1) {
      const some = members.filter((_, place) => place % parts === part).map((index) => cells[index]);
      some.forEach((cell) => { cell.row = rows.length; });
      rows.push(some);
      tiers.push(Math.floor(key / 100000));
    }
  }
  return { rows, tiers, cells, pins: rows.map(() => new Map()) };
}

/** Give a net its gaps in the rows it passes, and its pins. @param {Rows} rows @param {Net} net @param {number} index */
function pinNet(rows, net, index) {
  const hub = rows.cells[net.hub];
  const leaves = net.leaves.map((leaf) => rows.cells[leaf]);
  const deepest = Math.max(...leaves.map((leaf) => leaf.row));
  const highest = Math.min(...leaves.map((leaf) => leaf.row));
  let trunk = hub;
  for (let row = hub.row; row < deepest; row += 1) {
    const beyond = row + 1 < deepest ? gapIn(rows, index, row + 1) : null;
    const low = leaves.filter((cell) => cell.row === row + 1);
    joinPins(rows, index, row, [trunk], beyond ? [beyond, ...low] : low);
    trunk = beyond ?? trunk;
  }
  trunk = hub;
  for (let row = hub.row - 1; row >= highest; row -= 1) {
    const beyond = row > highest ? gapIn(rows, index, row) : null;
    const high = leaves.filter((cell) => cell.row === row);
    joinPins(rows, index, row, beyond ? [beyond, ...high] : high, [trunk]);
    trunk = beyond ?? trunk;
  }
  const level = leaves.filter((leaf) => leaf.row === hub.row);
  if (level.length) joinPins(rows, index, hub.row, [hub, ...level], []);
}

/** @param {Rows} rows @param {number} net @param {number} row */
function gapIn(rows, net, row) {
  const cell = makeCell(row, LANE, 0, -1, net);
  rows.rows[row].splice(Math.floor(rows.rows[row].length / 2), 0, cell);
  return cell;
}

/** @param {Rows} rows @param {number} net @param {number} channel @param {Cell[]} above @param {Cell[]} below */
function joinPins(rows, net, channel, above, below) {
  const pins = rows.pins[channel].get(net) ?? [[], []];
  rows.pins[channel].set(net, pins);
  pins[0].push(...above.filter((cell) => !pins[0].includes(cell)));
  pins[1].push(...below);
  for (const upper of above) {
    for (const lower of below) {
      upper.near[1].push(lower);
      lower.near[0].push(upper);
    }
  }
}

/** Pull each cell towards its neighbours, keeping order and room; then whole numbers from 0. @param {Cell[][]} rows */
function spreadRows(rows) {
  for (const row of rows) {
    let x = 0;
    for (const cell of row) {
      cell.x = x + cell.width / 2;
      x += cell.width + GAP;
    }
  }
  for (let pull = 0; pull < 14; pull += 1) {
    const sides = pull >= 12 ? [0, 1] : [pull % 2];
    for (const row of pull % 2 === 0 ? rows : [...rows].reverse()) {
      const wanted = row.map((cell) => pulled(cell, sides));
      const weights = row.map((cell) => (cell.box < 0 ? 4 : 1));
      const room = row.slice(1).map((cell, i) => (row[i].width + cell.width) / 2 + between(row[i], cell));
      settle(wanted, weights, room).forEach((x, i) => { row[i].x = x; });
    }
  }
  rows.forEach((row) => row.forEach((cell) => { cell.x = Math.floor(cell.x + 0.5); }));
  for (let pass = 0; pass < 3; pass += 1) straighten(rows);
  packParts(rows);
  const left = Math.min(...rows.flatMap((row) => row.map((cell) => cell.x - cell.width / 2)));
  rows.forEach((row) => row.forEach((cell) => { cell.x -= left; }));
}

/** Bring gaps that follow one another in a net to one place, as far as there is room. @param {Cell[][]} rows */
function straighten(rows) {
  const done = new Set();
  for (const start of rows.flatMap((row) => row.filter((cell) => cell.box < 0))) {
    if (done.has(start)) continue;
    const run = [];
    let [low, high] = [-Infinity, Infinity];
    /** @type {Cell | undefined} */
    let cell = start;
    while (cell) {
      const [a, b] = slack(rows[cell.row], cell);
      if (Math.max(low, a) > Math.min(high, b)) break;
      [low, high] = [Math.max(low, a), Math.min(high, b)];
      run.push(cell);
      done.add(cell);
      cell = cell.near[1].find((next) => next.box < 0 && next.net === start.net);
    }
    const ends = [...run[0].near[0], ...run[run.length - 1].near[1]].map((end) => end.x);
    if (!ends.length) ends.push(run[0].x);
    ends.sort((a, b) => a - b);
    const mean = run.reduce((sum, one) => sum + one.x, 0) / run.length;
    const want = ends.length < 3 ? ends[Math.floor(ends.length / 2)] : mean;
    const x = Math.floor(Math.min(Math.max(want, low), high) + 0.5);
    run.forEach((one) => { one.x = x; });
  }
}

/** Bring parts that no line joins together, each as far to the left as those beside it leave room. @param {Cell[][]} rows */
function packParts(rows) {
  const parts = partsOf(rows);
  const partOf = new Map(parts.flatMap((some, part) => some.map((cell) => [cell, part])));
  const lefts = parts.map((some) => Math.min(...some.map((cell) => cell.x - cell.width / 2)));
  const edge = Math.min(...lefts);
  const shifts = lefts.map((left) => Math.floor(edge - left));
  const keep = rows.flatMap((row) => row.slice(1).map((cell, i) => [row[i], cell])).flatMap(([a, b]) => {
    const [left, right] = [partOf.get(a) ?? 0, partOf.get(b) ?? 0];
    return left === right ? [] : [{ left, right, room: Math.min(0, Math.ceil(a.x + (a.width + b.width) / 2 + APART - b.x)) }];
  });
  for (let pass = 0; pass < parts.length; pass += 1) {
    let moved = false;
    for (const { left, right, room } of keep) {
      if (shifts[right] < shifts[left] + room) {
        shifts[right] = shifts[left] + room;
        moved = true;
      }
    }
    if (!moved) break;
  }
  parts.forEach((some, part) => some.forEach((cell) => { cell.x += shifts[part]; }));
}

/** Cells that lines join, directly or by others. @param {Cell[][]} rows @returns {Cell[][]} */
function partsOf(rows) {
  const seen = new Set();
  const parts = [];
  for (const start of rows.flat()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const some = [start];
    for (const cell of some) {
      for (const other of [...cell.near[0], ...cell.near[1]]) {
        if (!seen.has(other)) {
          seen.add(other);
          some.push(other);
        }
      }
    }
    parts.push(some);
  }
  return parts;
}

/** How far a cell can move in its row. @param {Cell[]} row @param {Cell} cell */
function slack(row, cell) {
  const [left, right] = [row[cell.at - 1], row[cell.at + 1]];
  return [
    left ? left.x + (left.width + cell.width) / 2 + between(left, cell) : -Infinity,
    right ? right.x - (right.width + cell.width) / 2 - between(cell, right) : Infinity,
  ];
}

/** @param {Cell} left @param {Cell} right */
function between(left, right) {
  return left.box >= 0 && right.box >= 0 ? GAP : SLIM;
}

/** @param {Cell} cell @param {number[]} sides */
function pulled(cell, sides) {
  const near = sides.flatMap((side) => cell.near[side]);
  return near.length ? near.reduce((sum, other) => sum + other.x, 0) / near.length : cell.x;
}

/** The places nearest to the wanted ones that keep order and room (pool adjacent violators).
 * @param {number[]} wanted @param {number[]} weights @param {number[]} room */
export function settle(wanted, weights, room) {
  const shift = [0];
  for (const step of room) shift.push(shift[shift.length - 1] + step);
  /** @type {number[][]} */
  const blocks = [];
  wanted.forEach((want, i) => {
    blocks.push([(want - shift[i]) * weights[i], weights[i], 1]);
    while (blocks.length > 1) {
      const [before, last] = blocks.slice(-2);
      if (before[0] / before[1] <= last[0] / last[1]) break;
      blocks.pop();
      before[0] += last[0];
      before[1] += last[1];
      before[2] += last[2];
    }
  });
  const flat = blocks.flatMap(([total, weight, size]) => Array(size).fill(total / weight));
  return flat.map((value, i) => value + shift[i]);
}
