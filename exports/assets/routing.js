/**
 * Leading lines round boxes: ports, tracks, corners. The same algorithm as `routing.py`; a test holds the two together.
 * Invariant: a line runs only in channels and in the gaps that its net keeps, so never through a box.
 *
 * @typedef {import('./layout.js').Cell} Cell
 * @typedef {import('./layout.js').Rows} Rows
 * @typedef {import('./layout.js').Net} Net
 * @typedef {{net: number, text: string, x: number, y: number}} Words
 * @typedef {{width: number, height: number, boxes: number[][], paths: number[][][][], words: Words[], bands: number[][]}} Layout
 */
import { WORDS, halfRoom, labelsOf, widen } from './labels.js';
import { inRows, placeRows, settle } from './layout.js';

const TRACK = 10;
const PAD = 12;
const EDGE = 12;
const ROWS = [8, 6, 5, 11];
const FEW = 160;
const SCREEN = [1030, 600];
const UPON = 1000;

/** Places for all boxes and lines: of rows of several lengths those that are seen largest on a screen.
 * @param {import('./layout.js').Item[]} items @param {Net[]} nets @returns {Layout} */
export function layOut(items, nets) {
  if (!items.length) return { width: 0, height: 0, boxes: [], paths: [], words: [], bands: [] };
  const seen = ({ width, height }) => Math.min(SCREEN[0] / width, SCREEN[1] / height);
  const tries = (items.length <= FEW ? ROWS : ROWS.slice(0, 1)).map((most) => laidOut(items, nets, most));
  return tries.reduce((best, made) => (seen(made) > seen(best) ? made : best));
}

/** Places for all boxes and lines, with rows of at most so many boxes.
 * @param {import('./layout.js').Item[]} items @param {Net[]} nets @param {number} most @returns {Layout} */
function laidOut(items, nets, most) {
  const rows = inRows(items, nets, most);
  const labels = labelsOf(rows, nets);
  widen(rows, labels);
  placeRows(rows);
  const ports = portsOf(rows, labels);
  const tracks = rows.pins.map((pins) => tracksOf(pins, ports));
  const { tops, bottoms, first, end } = heights(rows, tracks, labels);
  const boxes = rows.cells.map((cell) => [cell.x - Math.floor(cell.width / 2), tops[cell.row], cell.width]);
  const walk = { rows, ports, boxes, level: (net, channel) => first[channel] + TRACK * (tracks[channel].get(net) ?? 0) };
  return {
    width: Math.floor(Math.max(...rows.rows.flatMap((row) => row.map((cell) => cell.x + cell.width / 2)))) + 1,
    height: end,
    boxes,
    paths: nets.map((net, index) => net.leaves.map((leaf) => pathTo(walk, index, net.hub, leaf))),
    words: [...labels.values()].map((label) => worded(label, rows, ports, boxes)),
    bands: bandsOf(rows, tops, bottoms),
  };
}

/** @param {Cell} cell @param {number} net @param {number} side */
function portKey(cell, net, side) {
  return cell.box >= 0 ? `${cell.box} ${net} ${side}` : `gap ${cell.row} ${net}`;
}

/** Where each net meets each box; a net of two pins runs straight where it can.
 * @param {Rows} rows @param {import('./labels.js').Labels} labels */
function portsOf(rows, labels) {
  /** @type {Map<string, number>} */
  const ports = new Map();
  rows.rows.forEach((row) => row.forEach((cell) => {
    if (cell.box < 0) ports.set(portKey(cell, cell.net, 0), cell.x);
  }));
  rows.pins.forEach((pins, channel) => {
    for (const side of [1, 0, 1]) {
      for (const cell of rows.rows[side ? channel : channel + 1] ?? []) {
        if (cell.box >= 0) portsOfBox(cell, side, pins, ports, labels);
      }
    }
  });
  return ports;
}

/** The ports of one side of a box, each with room for its words.
 * @param {Cell} cell @param {number} side @param {Map<number, Cell[][]>} pins @param {Map<string, number>} ports
 * @param {import('./labels.js').Labels} labels */
function portsOfBox(cell, side, pins, ports, labels) {
  const wanted = [];
  for (const [net, [above, below]] of pins) {
    if (!(side ? above : below).includes(cell)) continue;
    if (cell.port) {
      ports.set(portKey(cell, net, side), cell.x - Math.floor(cell.width / 2) + cell.port);
      continue;
    }
    const others = [...above, ...below].filter((other) => other !== cell);
    const seen = others.map((o) => ports.get(portKey(o, net, above.includes(o) ? 1 : 0)) ?? Math.trunc(o.x));
    const middle = seen.reduce((sum, x) => sum + x, 0) / seen.length;
    wanted.push({ middle, net, want: others.length === 1 && !others[0].port ? middle : cell.x });
  }
  if (!wanted.length) return;
  wanted.sort((a, b) => a.middle - b.middle || a.net - b.net);
  const half = wanted.map(({ net }) => halfRoom(labels, cell.box, net, side));
  const wide = half.slice(1).map((room, i) => half[i] + room);
  const low = cell.x - cell.width / 2 + Math.max(EDGE, half[0]);
  const high = cell.x + cell.width / 2 - Math.max(EDGE, half[half.length - 1]);
  const sum = (some) => some.reduce((total, one) => total + one, 0);
  const tight = sum(wide) ? Math.min(1, (high - low) / sum(wide)) : 1;
  const room = wide.map((step) => step * tight);
  const flat = settle(wanted.map((w) => w.want), wanted.map(() => 1), room);
  let shift = 0;
  wanted.forEach(({ net }, i) => {
    const start = Math.min(Math.max(flat[i] - shift, low), high - sum(room));
    ports.set(portKey(cell, net, side), Math.floor(start + shift + 0.5));
    shift += room[i] ?? 0;
  });
}

/** The track of each net in a channel. @param {Map<number, Cell[][]>} pins @param {Map<string, number>} ports */
function tracksOf(pins, ports) {
  const at = (cell, net, side) => ports.get(portKey(cell, net, side)) ?? 0;
  const runs = [];
  for (const [net, [above, below]] of pins) {
    const ups = above.map((cell) => at(cell, net, 1)).sort((a, b) => a - b);
    const lows = below.map((cell) => at(cell, net, 0)).sort((a, b) => a - b);
    const first = Math.min(...ups, ...lows);
    const last = Math.max(...ups, ...lows);
    if (first < last) runs.push({ net, first, last, ups, lows });
  }
  runs.sort((a, b) => a.first + a.last - b.first - b.last || a.net - b.net);
  improve(runs);
  /** @type {Map<number, number>} */
  const tracks = new Map();
  /** @type {number[][]} */
  const done = [];
  for (const { net, first, last } of runs) {
    const over = done.filter(([, a, b]) => first <= b + 8 && a <= last + 8).map(([track]) => track + 1);
    const track = Math.max(0, ...over);
    tracks.set(net, track);
    done.push([track, first, last]);
  }
  return tracks;
}

/** Change the order of runs while that makes it better: neighbours first, then from afar. @param {any[]} runs */
function improve(runs) {
  for (let pass = 0; pass < runs.length; pass += 1) {
    let moved = false;
    for (let i = 0; i + 1 < runs.length; i += 1) {
      if (cost(runs[i + 1], runs[i]) < cost(runs[i], runs[i + 1])) {
        [runs[i], runs[i + 1]] = [runs[i + 1], runs[i]];
        moved = true;
      }
    }
    if (!moved) break;
  }
  const better = () => {
    for (let j = 0; j < runs.length; j += 1) {
      for (let i = 0; i < j; i += 1) {
        if (cost(runs[i], runs[j]) < UPON) continue;
        if (runs.slice(i, j).reduce((sum, one) => sum + cost(runs[j], one) - cost(one, runs[j]), 0) < 0) return [i, j];
      }
    }
    return null;
  };
  for (let pass = 0; pass < runs.length; pass += 1) {
    const pair = better();
    if (!pair) return;
    runs.splice(pair[0], 0, ...runs.splice(pair[1], 1));
  }
}

/** Crossings, and far worse lines upon lines, if one net runs above another. */
function cost(upper, lower) {
  const under = upper.lows.filter((x) => lower.first <= x && x <= lower.last).length;
  const over = lower.ups.filter((x) => upper.first <= x && x <= upper.last).length;
  let upon = 0;
  for (const x of upper.lows) for (const other of lower.ups) if (Math.abs(x - other) < 6) upon += 1;
  return under + over + UPON * upon;
}

/** @param {Rows} rows @param {Map<number, number>[]} tracks @param {import('./labels.js').Labels} labels */
function heights(rows, tracks, labels) {
  /** @type {Map<string, number>} */
  const strips = new Map();
  for (const { box, side, away } of labels.values()) {
    const key = `${rows.cells[box].row} ${side}`;
    strips.set(key, Math.max(strips.get(key) ?? 0, WORDS + away));
  }
  const tops = [];
  const bottoms = [];
  const first = [];
  let y = 0;
  let most = -1;
  rows.rows.forEach((cells, row) => {
    y += strips.get(`${row} 0`) ?? 0;
    tops.push(y);
    bottoms.push(y + Math.max(0, ...cells.map((cell) => cell.height)));
    first.push(bottoms[row] + (strips.get(`${row} 1`) ?? 0) + PAD);
    most = Math.max(-1, ...tracks[row].values());
    y = first[row] + TRACK * Math.max(0, most) + PAD;
  });
  return { tops, bottoms, first, end: bottoms[bottoms.length - 1] + 2 * WORDS + PAD + TRACK * (most + 1) };
}

/** Words beside a box, centred on their line. @returns {Words} */
function worded({ box, net, side, text, away }, rows, ports, boxes) {
  const cell = rows.cells[box];
  const y = side ? boxes[box][1] + cell.height + WORDS - 3 + away : boxes[box][1] - 5 - away;
  return { net, text, x: ports.get(portKey(cell, net, side)), y };
}

/** The tiers as [tier, top, bottom]. */
function bandsOf(rows, tops, bottoms) {
  const out = [];
  rows.tiers.forEach((tier, row) => {
    const last = out[out.length - 1];
    if (last && last[0] === tier) last[2] = bottoms[row];
    else out.push([tier, tops[row], bottoms[row]]);
  });
  return out;
}

/** The corners of the line from a hub to a leaf. @returns {number[][]} */
function pathTo(walk, net, hub, leaf) {
  const [start, end] = [walk.rows.cells[hub], walk.rows.cells[leaf]];
  const down = end.row >= start.row;
  const edge = (box, cell, side) => walk.boxes[box][1] + (side ? cell.height : 0);
  let x = walk.ports.get(portKey(start, net, down ? 1 : 0));
  const points = [[x, edge(hub, start, down ? 1 : 0)]];
  const side = end.row === start.row || !down ? 1 : 0;
  const channels = [];
  if (end.row === start.row) channels.push(start.row);
  else if (down) for (let row = start.row; row < end.row; row += 1) channels.push(row);
  else for (let row = start.row - 1; row >= end.row; row -= 1) channels.push(row);
  channels.forEach((channel, i) => {
    const last = i === channels.length - 1;
    const to = walk.ports.get(last ? portKey(end, net, side) : `gap ${down ? channel + 1 : channel} ${net}`);
    if (to === x) return;
    const y = walk.level(net, channel);
    points.push([x, y], [to, y]);
    x = to;
  });
  points.push([x, edge(leaf, end, side)]);
  return points;
}
