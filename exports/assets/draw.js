/**
 * Drawing a scene as SVG. Invariant: the drawing follows the layout to the pixel; how things stand changes classes only.
 *
 * @typedef {import('./data.js').World} World
 * @typedef {import('./scene.js').Scene} Scene
 */
import { svgEl } from './elements.js';
import { WIDTH } from './layout.js';

const SHAPES = { provision: 'cut', act: 'cut', resolution: 'double', decision: 'double', terms: 'round', plan: 'round',
  obligation: 'round', post: 'pill', person: 'pill' };

/** @param {World} world @param {Scene} scene @returns {SVGSVGElement} */
export function drawScene(world, scene) {
  const { layout } = scene;
  const heads = Object.keys(world.lineKinds).map((kind) => svgEl('marker', {
    id: `head-${kind}`, class: `l-${kind}`, viewBox: '0 0 8 8', refX: 7.5, refY: 4, markerWidth: 8, markerHeight: 8,
    markerUnits: 'userSpaceOnUse', orient: 'auto',
  }, svgEl('path', { d: 'M0 0L8 4L0 8Z', class: 'head' })));
  const bands = layout.bands.slice(1).map(([, top], index) => {
    const y = Math.round((top + layout.bands[index][2]) / 2);
    return svgEl('path', { class: 'band', d: `M-20000 ${y}h60000` });
  });
  const lines = scene.lines.map((line, index) => svgEl('g', { class: `line l-${line.kind}`, 'data-line': line.index },
    svgEl('path', { class: `l-${line.kind} run`, d: rounded(layout.paths[index]), 'marker-end': `url(#head-${line.kind})` }),
    svgEl('path', { class: 'reach', d: rounded(layout.paths[index]) })));
  const words = layout.words.map(([text, x, y, leaf]) => svgEl('g', { class: 'words', 'data-leaf': scene.boxes[leaf] },
    svgEl('rect', { x: x - text.length * 3 - 4, y: y - 10, width: text.length * 6 + 8, height: 13 }),
    svgEl('text', { x, y, text })));
  const boxes = scene.boxes.map((box, index) => drawBox(world.boxes[box], layout.boxes[index]));
  return /** @type {any} */ (svgEl('svg', {
    id: 'drawing', tabindex: 0, role: 'application', 'aria-roledescription': 'diagram',
    'aria-label': `${boxes.length} boxes and ${lines.length} lines. Arrow keys walk, Enter opens, Escape closes.`,
    preserveAspectRatio: 'xMidYMid meet',
  }, svgEl('defs', {}, ...heads), svgEl('g', { class: 'bands' }, ...bands), svgEl('g', {}, ...lines),
  svgEl('g', {}, ...words), svgEl('g', { class: 'boxes' }, ...boxes)));
}

/** @param {import('./data.js').Box} box @param {number[]} at */
function drawBox(box, [x, y]) {
  const height = 16 + 16 * box.lines.length;
  const shape = SHAPES[box.kind] ?? 'square';
  const outline = shape === 'cut'
    ? svgEl('path', { class: 'outline', d: `M${x + 9} ${y}h${WIDTH - 18}l9 9v${height - 18}l-9 9h${18 - WIDTH}l-9 -9v${18 - height}Z` })
    : svgEl('rect', { class: 'outline', x, y, width: WIDTH, height, rx: shape === 'round' ? 8 : shape === 'pill' ? 16 : 0 });
  const inner = shape === 'double'
    ? [svgEl('rect', { class: 'inner', x: x + 3, y: y + 3, width: WIDTH - 6, height: height - 6 })] : [];
  const text = box.lines.map((line, i) => svgEl('text', { x: x + WIDTH / 2, y: y + 21 + 16 * i, text: line }));
  return svgEl('g', { class: `box k-${box.kind}`, id: `box-${box.index}`, 'data-box': box.index, role: 'img',
    'aria-label': box.label }, outline, ...inner, ...text);
}

/** The corners of a line as a path with rounded corners. @param {number[]} flat */
function rounded(flat) {
  const points = [];
  for (let i = 0; i < flat.length; i += 2) points.push([flat[i], flat[i + 1]]);
  const parts = [`M${points[0].join(' ')}`];
  const towards = (a, b, by) => [a[0] + by * Math.sign(b[0] - a[0]), a[1] + by * Math.sign(b[1] - a[1])];
  const far = (a, b) => Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);
  for (let i = 1; i + 1 < points.length; i += 1) {
    const [before, here, after] = points.slice(i - 1, i + 2);
    const r = Math.min(6, Math.floor(far(before, here) / 2), Math.floor(far(here, after) / 2));
    parts.push(`L${towards(here, before, r).join(' ')}Q${here.join(' ')} ${towards(here, after, r).join(' ')}`);
  }
  return `${parts.join('')}L${points[points.length - 1].join(' ')}`;
}
