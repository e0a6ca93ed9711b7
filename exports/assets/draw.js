/**
 * Drawing a scene as SVG. Invariant: the drawing follows the layout to the pixel; how things stand changes classes and
 * captions only.
 *
 * @typedef {import('./data.js').World} World
 * @typedef {import('./scene.js').Scene} Scene
 */
import { gathersAt } from './bundling.js';
import { heightOf } from './captions.js';
import { svgEl } from './elements.js';
import { letters } from './labels.js';

const SHAPES = { provision: 'cut', act: 'cut', resolution: 'double', decision: 'double', terms: 'round', plan: 'round',
  obligation: 'round', post: 'pill', person: 'pill' };
const BEYOND = 30000;

/** @param {World} world @param {Scene} scene @returns {SVGSVGElement} */
export function drawScene(world, scene) {
  const { layout } = scene;
  const heads = Object.keys(world.lineKinds).map((kind) => svgEl('marker', {
    id: `head-${kind}`, class: `l-${kind}`, viewBox: '0 0 8 8', refX: 7.5, refY: 4, markerWidth: 9, markerHeight: 9,
    markerUnits: 'userSpaceOnUse', orient: 'auto-start-reverse',
  }, svgEl('path', { d: 'M0 0L8 4L0 8Z', class: 'head' })));
  const tops = stripesOf(layout);
  const bands = layout.bands.map((_, index) => svgEl('rect', { class: `band ${index % 2 ? 'odd' : 'even'}`, x: -BEYOND,
    width: 2 * BEYOND, y: tops[index], height: tops[index + 1] - tops[index] }));
  const lines = scene.lines.map((line, index) => drawLine(line, layout.paths[index]));
  const words = layout.words.map(([text, x, y, some]) => {
    const band = layout.bands.findIndex((_, index) => y - 5 >= tops[index] && y - 5 < tops[index + 1]);
    const half = letters(text) * 3 + 4;
    return svgEl('g', { class: `words ${band % 2 ? 'odd' : 'even'}`, 'data-lines': some.map((i) => scene.lines[i].index).join(' ') },
      svgEl('rect', { x: x - half, y: y - 10, width: 2 * half, height: 13 }), svgEl('text', { x, y, text }));
  });
  const boxes = scene.boxes.map((box, index) => drawBox(world.boxes[box], layout.boxes[index], scene.hidden[index]));
  const tiers = layout.bands.map(([tier, top]) => svgEl('text', { x: -142, y: top + 14, text: world.tiers[tier] }));
  return /** @type {any} */ (svgEl('svg', {
    id: 'drawing', tabindex: 0, role: 'application', 'aria-roledescription': 'diagram',
    'aria-label': `${boxes.length} boxes and ${lines.length} lines. Arrow keys walk, Enter opens, Escape closes.`,
    preserveAspectRatio: 'xMidYMid meet',
  }, svgEl('defs', {}, ...heads), svgEl('g', { class: 'bands' }, ...bands), svgEl('g', {}, ...lines),
  svgEl('g', {}, ...words), svgEl('g', { class: 'boxes' }, ...boxes), svgEl('g', { class: 'printed' }, ...tiers)));
}

/** A line, drawn from where lines come together, so that dashes of a shared stretch agree.
 * @param {import('./data.js').Line} line @param {number[]} flat */
function drawLine(line, flat) {
  const points = [];
  for (let i = 0; i < flat.length; i += 2) points.push([flat[i], flat[i + 1]]);
  const d = rounded(gathersAt(line) ? points.reverse() : points);
  return svgEl('g', { class: `line l-${line.kind}`, 'data-line': line.index },
    svgEl('path', { class: `l-${line.kind} run`, d, [gathersAt(line) ? 'marker-start' : 'marker-end']: `url(#head-${line.kind})` }),
    svgEl('path', { class: 'reach', d }));
}

/** Where the stripes of the tiers begin and end. @param {World['layout']} layout @returns {number[]} */
function stripesOf({ bands }) {
  const between = bands.slice(1).map(([, top], index) => Math.floor((top + bands[index][2]) / 2));
  return [-BEYOND, ...between, BEYOND];
}

/** @param {import('./data.js').Box} box @param {number[]} at @param {number} hidden how many neighbours are not drawn */
function drawBox(box, [x, y, wide], hidden) {
  const height = heightOf(box);
  const shape = SHAPES[box.kind] ?? 'square';
  const outline = shape === 'cut'
    ? svgEl('path', { class: 'outline', d: `M${x + 9} ${y}h${wide - 18}l9 9v${height - 18}l-9 9h${18 - wide}l-9 -9v${18 - height}Z` })
    : svgEl('rect', { class: 'outline', x, y, width: wide, height, rx: shape === 'round' ? 8 : shape === 'pill' ? 16 : 2 });
  const inner = shape === 'double'
    ? [svgEl('rect', { class: 'inner', x: x + 3, y: y + 3, width: wide - 6, height: height - 6 })] : [];
  const middle = x + Math.floor(wide / 2);
  let line = y + 18;
  const text = box.lines.map((words, i) => {
    line += i ? 15 : 0;
    return svgEl('text', { x: middle, y: line, text: words, class: i === 0 && box.nodes.length > 1 ? 'lead' : false });
  });
  if (box.held.length) {
    line += 14;
    text.push(svgEl('text', { class: 'holder', x: middle, y: line }));
  }
  if (box.foot) text.push(svgEl('text', { class: 'foot', x: middle, y: y + height - 8 }));
  const more = hidden ? [svgEl('text', { class: 'grow', x: x + wide - 8, y: y + height - 8, text: `+${hidden}` })] : [];
  return svgEl('g', { class: `box k-${box.kind}`, id: `box-${box.index}`, 'data-box': box.index, role: 'img',
    'aria-label': box.label }, outline, ...inner, ...text, ...more);
}

/** The corners of a line as a path with rounded corners. @param {number[][]} points */
function rounded(points) {
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
