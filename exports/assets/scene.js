/**
 * Which boxes and lines are drawn, and where. Invariant: a scene is a whole show, or a neighbourhood of at most 150 boxes;
 * what the legend leaves out is not in it.
 *
 * @typedef {import('./data.js').World} World
 * @typedef {import('./data.js').Line} Line
 * @typedef {{boxes: number[], layout: World['layout'], lines: Line[], near: number[][], hidden: number[]}} Scene
 */
import { layoutOf } from './bundling.js';
import { state } from './state.js';

export const MOST_BOXES = 150;
const NEIGHBOURHOOD = 40;
const ACTORS = new Set(['body', 'post', 'person']);
/** @type {Set<number>} */
const NOBODY = new Set();
const REPORTING = new Set(['reports', 'chairs', 'seats']);

/** Whether a line belongs to a show. @param {World} world @param {Line} line @param {string} show */
export function belongsTo(world, line, show) {
  if (show === 'all') return true;
  const between = ACTORS.has(world.boxes[line.source].kind) && ACTORS.has(world.boxes[line.target].kind);
  return (REPORTING.has(line.kind) || (line.kind === 'replaces' && between)) === (show === 'reports');
}

/** What can be shown of the world: its lines, their neighbours, its boxes.
 * @param {World} world @param {string} show @param {Set<string>} without */
function shownOf(world, show, without) {
  const kept = (box) => !without.has(world.boxes[box].kind);
  const lines = world.lines.filter((line) => !without.has(line.kind) && belongsTo(world, line, show) && kept(line.source) && kept(line.target));
  /** @type {Map<number, Set<number>>} */
  const sets = new Map();
  const join = (from, to) => {
    const some = sets.get(from);
    if (some) some.add(to);
    else sets.set(from, new Set([to]));
  };
  for (const line of lines) {
    join(line.source, line.target);
    join(line.target, line.source);
  }
  /** @type {number[][]} */
  const near = world.boxes.map(({ index }) => [...(sets.get(index) ?? NOBODY)].sort((a, b) => a - b));
  const boxes = world.boxes.map((box) => box.index).filter((box) => kept(box) && (show === 'all' || near[box].length > 0));
  return { lines, boxes, near };
}

/** What was found for a show and filter; the last filtered one, and the whole of each show.
 * @type {Map<string, ReturnType<typeof shownOf>>} */
const found = new Map();
let filtered = '';

/** @param {World} world @param {string} show @param {Set<string>} without */
function shownBy(world, show, without) {
  const key = `${show} ${[...without].sort().join(' ')}`;
  const kept = found.get(key);
  if (kept) return kept;
  if (without.size) {
    found.delete(filtered);
    filtered = key;
  }
  const made = shownOf(world, show, without);
  found.set(key, made);
  return made;
}

const NOTHING = new Set();

/** The kinds of box and line that a show has. @param {World} world @param {string} show */
export function kindsOf(world, show) {
  const { boxes, lines } = shownBy(world, show, NOTHING);
  return new Set([...boxes.map((box) => world.boxes[box].kind), ...lines.map((line) => line.kind)]);
}

/** The show of the state if it has a box, else one that has. @param {World} world @param {number} box */
export function showWith(world, box) {
  if (shownBy(world, state.show, state.without).boxes.includes(box)) return state.show;
  return Object.keys(world.shows).find((show) => shownBy(world, show, NOTHING).boxes.includes(box)) ?? 'all';
}

/** How many boxes a show has. @param {World} world @param {string} show */
export function sizeOf(world, show) {
  return shownBy(world, show, NOTHING).boxes.length;
}

/** The boxes nearest to a box, by lines: whole steps, as long as they fit; the first one in part.
 * @param {number[][]} near @param {number} start @param {number} most @param {number} [steps] */
export function boxesAround(near, start, most, steps = 99) {
  const found = new Set([start]);
  let step = [start];
  for (let far = 0; far < steps && step.length; far += 1) {
    step = [...new Set(step.flatMap((box) => near[box]))].filter((box) => !found.has(box));
    if (found.size + step.length > most && found.size >= Math.max(2, Math.floor(most / 4))) break;
    step.slice(0, Math.max(0, most - found.size)).forEach((box) => found.add(box));
  }
  return [...found].sort((a, b) => a - b);
}

/** The scene that the state asks for. @param {World} world @param {Scene | null} before @returns {Scene} */
export function sceneNow(world, before) {
  const { lines, boxes, near } = shownBy(world, state.show, state.without);
  const there = new Set(boxes);
  const home = state.node >= 0 ? world.home[state.node] : -1;
  const wanted = wantedOf(world, boxes, near, there.has(home) ? home : -1).filter((box) => there.has(box));
  const set = new Set(wanted);
  const between = lines.filter((line) => set.has(line.source) && set.has(line.target));
  const hidden = wanted.map((box) => near[box].filter((other) => !set.has(other)).length);
  const same = (some, others) => some.length === others.length && some.every((one, i) => one === others[i]);
  if (before && same(before.boxes, wanted) && same(before.lines, between)) return { ...before, near, hidden };
  const opening = state.show === world.show && !state.without.size && same(wanted, world.scene);
  return { boxes: wanted, lines: between, near, hidden, layout: opening ? world.layout : layoutOf(world, wanted, between) };
}

/** The boxes that the state asks for. @returns {number[]} */
function wantedOf(world, boxes, near, home) {
  if (state.near && home >= 0) return boxesAround(near, home, MOST_BOXES, 1);
  if (boxes.length <= MOST_BOXES) return boxes;
  if (state.scene) return home >= 0 && !state.scene.includes(home) ? grownWith(near, state.scene, home) : state.scene;
  if (state.show === world.show && (home < 0 || world.scene.includes(home))) return world.scene;
  return boxesAround(near, home >= 0 ? home : boxes.includes(world.start) ? world.start : boxes[0], NEIGHBOURHOOD);
}

/** A scene with a box and its neighbours added; one that would grow too large begins anew.
 * @param {number[][]} near @param {number[]} scene @param {number} box */
export function grownWith(near, scene, box) {
  const grown = [...new Set([...scene, box, ...near[box]])];
  return grown.length <= MOST_BOXES ? grown.sort((a, b) => a - b) : boxesAround(near, box, MOST_BOXES, 1);
}
