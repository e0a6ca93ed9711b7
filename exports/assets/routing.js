/**
 * Leading lines round boxes: ports, tracks, corners. The same algorithm as `routing.py`; a test holds the two together.
 * Invariant: a line runs only in channels and in the gaps that its net keeps, so never through a box.
 *
 * @typedef {import('./layout.js').Cell} Cell
 * @typedef {import('./layout.js').Rows} Rows
 * @typedef {import('./layout.js').Net} Net
 * @typedef {{net: number, leaf: number, text: string, x: number, y: number}} Words
 * @typedef {{width: number, height: number, boxes: number[][], paths: number[][][][], words: Words[], bands: number[][]}} Layout
 */
import { place, settle } from './layout.js';

const TRACK = 12;
const PAD = 20;
const WORDS = 15;
const UPON = 1000;

/** Places for all boxes and lines. @param {import('./layout.js').Item[]} items @param {Net[]} nets @returns {Layout} */
export function layOut(items, nets) {
  if (!items.length) return { width: 0, height: 0, boxes: [], paths: [], words: [], bands: [] };
  const rows = place(items, nets);
  const ports = portsOf(rows);
  const tracks = rows.pins.map((pins) => tracksOf(pins, ports));
  const { texts, strips } = textsOf(rows, nets);
  const { tops, bottoms, first, end } = heights(rows, tracks, strips);
  const boxes = rows.cells.map((cell) => [
    cell.x - Math.floor(cell.width / 2),
    tops[cell.row] + Math.floor((bottoms[cell.row] - tops[cell.row] - cell.height) / 2),
  ]);
  const walk = { rows, ports, boxes, level: (net, channel) => first[channel] + TRACK * (tracks[channel].get(net) ?? 0) };
  return {
    width: Math.floor(Math.max(...rows.rows.flatMap((row) => row.map((cell) => cell.x + cell.width / 2)))) + 1,
    height: end,
    boxes,
    paths: nets.map((net, index) => net.leaves.map((leaf) => pathTo(walk, index, net.hub, leaf))),
    words: wordsOf(rows, ports, texts, tops, bottoms),
    bands: bandsOf(rows, tops, bottoms),
  };
}

/** @param {Cell} cell @param {number} net @param {number} side */
function portKey(cell, net, side) {
  return cell.box >= 0 ? `${cell.box} ${net} ${side}` : `gap ${cell.row} ${net}`;
}

/** Where each net meets each box; a net of two pins runs straight where it can. @param {Rows} rows */
function portsOf(rows) {
  /** @type {Map<string, number>} */
  const ports = new Map();
  rows.rows.forEach((row) => row.forEach((cell) => {
    if (cell.box < 0) ports.set(portKey(cell, cell.net, 0), cell.x);
  }));
  rows.pins.forEach((pins, channel) => {
    for (const side of [1, 0]) {
      for (const cell of rows.rows[side ? channel : channel + 1] ?? []) {
        if (cell.box >= 0) portsOfBox(cell, side, pins, ports);
      }
    }
  });
  return ports;
}

/** @param {Cell} cell @param {number} side @param {Map<number, Cell[][]>} pins @param {Map<string, number>} ports */
function portsOfBox(cell, side, pins, ports) {
  const wanted = [];
  for (const [net, [above, below]] of pins) {
    if (!(side ? above : below).includes(cell)) continue;
    const others = [...above, ...below].filter((other) => other !== cell);
    const seen = others.map((o) => ports.get(portKey(o, net, above.includes(o) ? 1 : 0)) ?? Math.trunc(o.x));
    const middle = seen.reduce((sum, x) => sum + x, 0) / seen.length;
    wanted.push({ middle, net, want: others.length === 1 ? middle : cell.x });
  }
  if (!wanted.length) return;
  wanted.sort((a, b) => a.middle - b.middle || a.net - b.net);
  const half = cell.width / 2 - 12;
  const step = Math.min(16, (2 * half) / Math.max(1, wanted.length - 1));
  const span = step * (wanted.length - 1);
  const flat = settle(wanted.map((w) => w.want), wanted.map(() => 1), Array(wanted.length - 1).fill(step));
  wanted.forEach(({ net }, i) => {
    const start = Math.min(Math.max(flat[i] - step * i, cell.x - half), cell.x + half - span);
    ports.set(portKey(cell, net, side), Math.floor(start + step * i + 0.5));
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

/** The words beside boxes, and how many lines each side of a row needs. @param {Rows} rows @param {Net[]} nets */
function textsOf(rows, nets) {
  const texts = [];
  const strips = rows.rows.map(() => [0, 0]);
  /** @type {Map<string, {nets: number[], leaf: number, side: number, text: string, line: number}[]>} */
  const used = new Map();
  nets.forEach((net, index) => net.words.forEach((text, i) => {
    const leaf = net.leaves[i];
    const cell = rows.cells[leaf];
    const side = rows.cells[net.hub].row < cell.row ? 0 : 1;
    const lines = used.get(`${leaf} ${side}`) ?? [];
    used.set(`${leaf} ${side}`, lines);
    const same = lines.find((one) => one.text === text);
    if (same) {
      same.nets.push(index);
      return;
    }
    lines.push({ nets: [index], leaf, side, text, line: lines.length });
    texts.push(lines[lines.length - 1]);
    strips[cell.row][side] = Math.max(strips[cell.row][side], lines.length);
  }));
  return { texts, strips };
}

/** @param {Rows} rows @param {Map<number, number>[]} tracks @param {number[][]} strips */
function heights(rows, tracks, strips) {
  const tops = [];
  const bottoms = [];
  const first = [];
  let y = 0;
  let most = -1;
  rows.rows.forEach((cells, row) => {
    y += WORDS * strips[row][0];
    tops.push(y);
    bottoms.push(y + Math.max(0, ...cells.map((cell) => cell.height)));
    first.push(bottoms[row] + WORDS * strips[row][1] + PAD);
    most = Math.max(-1, ...tracks[row].values());
    y = first[row] + TRACK * Math.max(0, most) + PAD;
  });
  return { tops, bottoms, first, end: bottoms[bottoms.length - 1] + PAD + TRACK * (most + 1) };
}

/** @returns {Words[]} */
function wordsOf(rows, ports, texts, tops, bottoms) {
  return texts.map(({ nets, leaf, side, text, line }) => {
    const cell = rows.cells[leaf];
    const wide = Math.floor(cell.width / 2);
    const half = Math.min(text.length * 3 + 4, wide);
    const sum = nets.reduce((total, net) => total + ports.get(portKey(cell, net, side)), 0);
    const x = Math.min(Math.max(Math.floor(sum / nets.length), cell.x - wide + half), cell.x + wide - half);
    const y = side === 0 ? tops[cell.row] - WORDS * line - 4 : bottoms[cell.row] + WORDS * (line + 1) - 3;
    return { net: nets[0], leaf, text, x, y };
  });
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
