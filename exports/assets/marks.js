/**
 * Marking the drawing: what is faded, hidden, chosen or near. Invariant: only classes change; shade is never the only sign,
 * since names for readers of the screen and the panel say the same in words.
 *
 * @typedef {import('./data.js').World} World
 */
import { AWAY, bestWord } from './standing.js';
import { state } from './state.js';

/** How a box stands. @param {import('./data.js').Box} box @param {{nodes: string[], edges: string[]}} words */
export function boxWord(box, words) {
  return bestWord(box.nodes.map((node) => words.nodes[node.index]));
}

/** How a line stands. @param {import('./data.js').Line} line @param {{nodes: string[], edges: string[]}} words */
export function lineWord(line, words) {
  return bestWord(line.edges.map((edge) => words.edges[edge.index]));
}

/** Whether the legend lets a line through. @param {World} world @param {import('./data.js').Line} line */
export function lineShown(world, line) {
  return !state.without.has(line.kind)
    && !state.without.has(world.boxes[line.source].kind) && !state.without.has(world.boxes[line.target].kind);
}

/** @param {World} world @param {import('./scene.js').Scene} scene @param {SVGSVGElement} svg @param {{nodes: string[], edges: string[]}} words */
export function markDrawing(world, scene, svg, words) {
  const chosen = state.node >= 0 ? world.home[state.node] : -1;
  const line = state.line >= 0 ? world.lines[state.line] : null;
  const ends = line ? [line.source, line.target] : chosen >= 0 ? [chosen] : [];
  const near = new Set(line ? ends : ends.flatMap((box) => [box, ...world.near[box]]));
  const inScene = chosen < 0 || scene.boxes.includes(chosen);
  const dim = ends.length > 0 && inScene;
  for (const group of /** @type {NodeListOf<SVGGElement>} */ (svg.querySelectorAll('.box'))) {
    const box = world.boxes[Number(group.dataset.box)];
    const word = boxWord(box, words);
    group.classList.toggle('away', AWAY.has(word));
    group.classList.toggle('hidden', state.without.has(box.kind));
    group.classList.toggle('dim', dim && !near.has(box.index));
    group.classList.toggle('chosen', box.index === chosen);
    group.setAttribute('aria-label', `${world.kinds[box.kind]}: ${box.label}${word ? `, ${word}` : ''}`);
  }
  for (const group of /** @type {NodeListOf<SVGGElement>} */ (svg.querySelectorAll('.line'))) {
    const one = world.lines[Number(group.dataset.line)];
    const mine = line ? one === line : one.source === chosen || one.target === chosen;
    group.classList.toggle('away', AWAY.has(lineWord(one, words)));
    group.classList.toggle('hidden', !lineShown(world, one));
    group.classList.toggle('dim', dim && !mine);
    group.classList.toggle('strong', dim && mine);
    if (dim && mine) group.parentNode?.append(group);
  }
  for (const group of /** @type {NodeListOf<SVGGElement>} */ (svg.querySelectorAll('.words'))) {
    const leaf = Number(group.dataset.leaf);
    const mine = scene.lines.filter((one) => one.kind === 'reports' && one.source === leaf);
    group.classList.toggle('hidden', state.without.has('reports') || state.without.has(world.boxes[leaf].kind));
    group.classList.toggle('dim', dim && !mine.some((one) => (line ? one === line : one.source === chosen || one.target === chosen)));
    group.classList.toggle('away', mine.length > 0 && mine.every((one) => AWAY.has(lineWord(one, words))));
  }
}
