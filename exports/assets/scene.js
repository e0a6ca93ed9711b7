/**
 * Which boxes are drawn, and where. Invariant: a scene is the whole picture, or a neighbourhood of at most 150 boxes.
 *
 * @typedef {import('./data.js').World} World
 * @typedef {{boxes: number[], layout: World['layout'], lines: import('./data.js').Line[]}} Scene
 */
import { layoutOf } from './bundling.js';
import { state } from './state.js';

export const MOST_BOXES = 150;
const NEAR = 40;

/** The nearest boxes to some, by lines. @param {World} world @param {number[]} starts @param {number} most @param {number} [steps] */
export function boxesAround(world, starts, most, steps = 99) {
  const found = new Map(starts.map((box) => [box, 0]));
  const queue = [...starts];
  for (let next = 0; next < queue.length && found.size < most; next += 1) {
    const far = found.get(queue[next]) ?? 0;
    if (far >= steps) continue;
    for (const other of world.near[queue[next]]) {
      if (!found.has(other) && found.size < most) {
        found.set(other, far + 1);
        queue.push(other);
      }
    }
  }
  return [...found.keys()].sort((a, b) => a - b);
}

/** The boxes that the state asks for. @param {World} world @returns {number[]} */
export function wantedBoxes(world) {
  const home = state.node >= 0 ? world.home[state.node] : -1;
  if (state.scene) return home >= 0 && !state.scene.includes(home) ? grownScene(world, state.scene, home) : state.scene;
  if (state.near && home >= 0) return boxesAround(world, [home], MOST_BOXES, 1);
  if (world.whole) return world.boxes.map((box) => box.index);
  if (home < 0 || world.scene.includes(home)) return world.scene;
  return boxesAround(world, [home], NEAR);
}

/** A scene with a box and its neighbours added; one that would grow too large begins anew. @param {World} world */
export function grownScene(world, scene, box) {
  const grown = [...new Set([...scene, box, ...world.near[box]])];
  return grown.length <= MOST_BOXES ? grown.sort((a, b) => a - b) : boxesAround(world, [box], MOST_BOXES, 1);
}

/** @param {World} world @param {number[]} boxes @returns {Scene} */
export function sceneOf(world, boxes) {
  const set = new Set(boxes);
  const lines = world.lines.filter((line) => set.has(line.source) && set.has(line.target));
  const opening = boxes.length === world.scene.length && boxes.every((box, i) => box === world.scene[i]);
  return { boxes, lines, layout: opening ? world.layout : layoutOf(world, boxes) };
}
