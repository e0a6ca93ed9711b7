/**
 * Lines gathered into nets and laid out. The same as `drawing.py`. Invariant: a pure function of boxes and lines.
 *
 * @typedef {import('./data.js').World} World
 * @typedef {import('./data.js').Line} Line
 */
import { layOut } from './routing.js';

/** The layout of some boxes of the world, in the form in which the page carries its first one.
 * @param {World} world @param {number[]} scene */
export function layoutOf(world, scene) {
  const at = new Map(scene.map((box, index) => [box, index]));
  const lines = world.lines.filter((line) => at.has(line.source) && at.has(line.target));
  /** @type {Map<string, {key: string, hub: number, lines: number[]}>} */
  const groups = new Map();
  lines.forEach((line, index) => {
    const atTarget = ['reports', 'chairs', 'seats'].includes(line.kind) || line.verb === 'falls on';
    const key = `${line.kind} ${atTarget ? 'to' : 'from'}`;
    const hub = at.get(atTarget ? line.target : line.source) ?? 0;
    const group = groups.get(`${key} ${hub}`) ?? { key, hub, lines: [] };
    group.lines.push(index);
    groups.set(`${key} ${hub}`, group);
  });
  const order = [...groups.values()].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.hub - b.hub));
  const nets = order.map((group) => ({
    hub: group.hub,
    leaves: group.lines.map((i) => {
      const [source, target] = [at.get(lines[i].source) ?? 0, at.get(lines[i].target) ?? 0];
      return group.hub === target ? source : target;
    }),
    words: group.key.startsWith('reports') ? group.lines.map((i) => lines[i].verb) : [],
  }));
  const items = scene.map((box) => {
    const { tier, rank, lines: text } = world.boxes[box];
    return { tier, rank, height: 16 + 16 * text.length };
  });
  const made = layOut(items, nets);
  /** @type {number[][]} */
  const paths = lines.map(() => []);
  order.forEach((group, net) => group.lines.forEach((i, leaf) => {
    const route = made.paths[net][leaf];
    const fromHub = at.get(lines[i].source) === group.hub;
    paths[i] = (fromHub ? route : [...route].reverse()).flat();
  }));
  return {
    width: made.width,
    height: made.height,
    boxes: made.boxes,
    paths,
    words: made.words.map((w) => [w.text, w.x, w.y, w.leaf]),
    bands: made.bands,
  };
}
