/**
 * Walking the picture by keyboard. Invariant: where one has arrived is said aloud.
 *
 * @typedef {import('./data.js').World} World
 */
import { announce } from './announce.js';
import { fitAll, keepInSight, zoomBy } from './camera.js';
import { byId } from './elements.js';
import { boxWord } from './marks.js';
import { state, update } from './state.js';

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** The box walked to, -1 before the first step. */
let here = -1;

/** @param {World} world @param {() => {scene: import('./scene.js').Scene, words: {nodes: string[], edges: string[]}}} now */
export function startKeys(world, now) {
  byId('sheet').addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (step) {
      event.preventDefault();
      const { scene, words } = now();
      const from = here >= 0 && scene.boxes.includes(here) ? here : -1;
      goTo(world, scene, words, from < 0 ? firstBox(world, scene) : nextBox(world, scene, from, step));
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (here >= 0) update({ node: world.boxes[here].nodes[0].index, line: -1 });
    } else if (event.key === '+' || event.key === '=') zoomBy(1.3);
    else if (event.key === '-') zoomBy(1 / 1.3);
    else if (event.key === '0') fitAll();
  });
  addEventListener('keydown', (event) => {
    const typing = /^(INPUT|SELECT)$/.test(document.activeElement?.tagName ?? '');
    if (event.key === 'Escape' && !typing) update({ node: -1, line: -1 });
    if (event.key === '/' && !typing) {
      event.preventDefault();
      byId('find').focus();
    }
  });
}

/** Note where a click has led, so that the keys go on from there. @param {number} box */
export function walkFrom(box) {
  here = box;
}

function firstBox(world, scene) {
  const chosen = state.node >= 0 ? world.home[state.node] : -1;
  if (scene.boxes.includes(chosen)) return chosen;
  return scene.boxes.includes(world.start) ? world.start : scene.boxes[0];
}

/** The nearest box in a direction; one joined by a line counts as half as far. */
function nextBox(world, scene, from, [dx, dy]) {
  const at = (box) => scene.layout.boxes[scene.boxes.indexOf(box)];
  const [x, y] = at(from);
  let found = from;
  let least = Infinity;
  for (const box of scene.boxes) {
    if (box === from) continue;
    const [bx, by] = at(box);
    const along = (bx - x) * dx + (by - y) * dy;
    const aside = Math.abs((bx - x) * dy) + Math.abs((by - y) * dx);
    if (along <= 4 || (dx && aside > along * 2)) continue;
    const far = (along + aside * 1.5) * (scene.near[from].includes(box) ? 0.5 : 1);
    if (far < least) [found, least] = [box, far];
  }
  return found;
}

function goTo(world, scene, words, box) {
  if (box === undefined) return;
  const before = byId('sheet').querySelector('.walked');
  before?.classList.remove('walked');
  here = box;
  byId(`box-${box}`)?.classList.add('walked');
  byId('drawing').setAttribute('aria-activedescendant', `box-${box}`);
  keepInSight(scene.layout.boxes[scene.boxes.indexOf(box)]);
  const { kind, label } = world.boxes[box];
  const said = scene.lines.filter((line) => line.source === box || line.target === box).map((line) => {
    const other = world.boxes[line.source === box ? line.target : line.source].label;
    return line.source === box ? `${line.verb} ${other}` : `${other} ${line.verb} it`;
  });
  const more = said.length > 4 ? `; ${said.length - 4} more lines` : '';
  announce([`${world.kinds[kind]}: ${label}`, boxWord(world.boxes[box], words), said.slice(0, 4).join('; ') + more].filter(Boolean).join('. '));
}
