/**
 * Marking the drawing: what is faded, chosen or near, who holds a post and how a box stands. Invariant: shade is never the
 * only sign, since borders are dashed and the foot of a box says the same in words.
 *
 * @typedef {import('./data.js').World} World
 * @typedef {import('./captions.js').Words} Words
 */
import { footOf, holderOf, saidOf } from './captions.js';
import { AWAY, bestWord } from './standing.js';
import { state } from './state.js';

/** How a box stands. @param {import('./data.js').Box} box @param {Words} words */
export function boxWord(box, words) {
  return bestWord(box.nodes.map((node) => words.nodes[node.index]));
}

/** How a line stands. @param {import('./data.js').Line} line @param {Words} words */
export function lineWord(line, words) {
  return bestWord(line.edges.map((edge) => words.edges[edge.index]));
}

/** @param {World} world @param {import('./scene.js').Scene} scene @param {SVGSVGElement} svg @param {Words} words */
export function markDrawing(world, scene, svg, words) {
  const chosen = state.node >= 0 ? world.home[state.node] : -1;
  const line = state.line >= 0 ? world.lines[state.line] : null;
  const ends = line ? [line.source, line.target] : chosen >= 0 ? [chosen] : [];
  const near = new Set(line ? ends : ends.flatMap((box) => [box, ...scene.near[box]]));
  const dim = ends.some((box) => scene.boxes.includes(box));
  const isMine = (one) => (line ? one === line : one.source === chosen || one.target === chosen);
  const faded = new Set();
  for (const group of /** @type {NodeListOf<SVGGElement>} */ (svg.querySelectorAll('.box'))) {
    const box = world.boxes[Number(group.dataset.box)];
    const word = boxWord(box, words);
    group.classList.toggle('away', AWAY.has(word));
    group.classList.toggle('dim', dim && !near.has(box.index));
    group.classList.toggle('chosen', box.index === chosen);
    const held = holderOf(box, words);
    put(group.querySelector('.holder'), held);
    put(group.querySelector('.foot'), footOf(box, words));
    group.setAttribute('aria-label', [`${world.kinds[box.kind]}: ${box.label}`, held, saidOf(word)].filter(Boolean).join(', '));
  }
  for (const group of /** @type {NodeListOf<SVGGElement>} */ (svg.querySelectorAll('.line'))) {
    const one = world.lines[Number(group.dataset.line)];
    const mine = isMine(one);
    const away = AWAY.has(lineWord(one, words));
    if (away) faded.add(one.index);
    group.classList.toggle('away', away);
    group.classList.toggle('dim', dim && !mine);
    group.classList.toggle('strong', dim && mine);
    if (away) group.parentNode?.prepend(group);
    else if (dim && mine) group.parentNode?.append(group);
  }
  for (const group of /** @type {NodeListOf<SVGGElement>} */ (svg.querySelectorAll('.words'))) {
    const some = (group.dataset.lines ?? '').split(' ').map(Number);
    group.classList.toggle('dim', dim && !some.some((index) => isMine(world.lines[index])));
    group.classList.toggle('away', some.every((index) => faded.has(index)));
  }
}

/** @param {Element | null} holder @param {string} text */
function put(holder, text) {
  if (holder && holder.textContent !== text) holder.textContent = text;
}
