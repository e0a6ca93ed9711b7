/** The page as a whole: what happens when the state changes. Invariant: what is shown follows from the state alone. */
import { announce } from './announce.js';
import { aimAt, followPointer, keepInSight, lookAt, openOn, wasDragged } from './camera.js';
import { loadWorld } from './data.js';
import { markDates, startDates } from './dates.js';
import { drawScene } from './draw.js';
import { button, byId } from './elements.js';
import { fillFindings } from './findings.js';
import { startKeys, walkFrom } from './keys.js';
import { markLegend, startLegend } from './legend.js';
import { markDrawing } from './marks.js';
import { fillPanel } from './panel.js';
import { fillRegister } from './register.js';
import { grownScene, sceneOf, wantedBoxes } from './scene.js';
import { startSearch } from './search.js';
import { standingOn } from './standing.js';
import { followAddress, onChange, state, update, VIEWS } from './state.js';
import { fillTable } from './table.js';
import { fillTimeline } from './timeline.js';

const TITLES = { picture: 'Picture', table: 'Table', register: 'Register', findings: 'Findings', timeline: 'Timeline' };

const world = await loadWorld();
followAddress(world);
let words = standingOn(world, state.on);
let scene = sceneOf(world, wantedBoxes(world));
/** @type {SVGSVGElement} */
let svg;

/** Draw the scene and look at what is chosen, or at its middle. */
function redraw() {
  svg = drawScene(world, scene);
  byId('sheet').replaceChildren(svg);
  aimAt(svg, scene.layout, world.tiers);
  const home = state.node >= 0 ? world.home[state.node] : -1;
  const at = scene.layout.boxes[scene.boxes.indexOf(home >= 0 ? home : world.start)] ?? scene.layout.boxes[0];
  if (at) openOn(at[0] + 94, at[1] + 30);
  const all = world.boxes.length;
  byId('count').textContent = scene.boxes.length === all ? `${all} boxes` : `${scene.boxes.length} of ${all} boxes${state.near ? '' : '; a click adds neighbours'}`;
}

/** Fill the view that is open, but for the picture. */
function fillView() {
  const fill = { table: () => fillTable(world, scene, words), register: () => fillRegister(world, words),
    findings: () => fillFindings(world), timeline: () => fillTimeline(world) }[state.view];
  if (fill) fill();
}

/** @param {Set<string>} changed */
function follow(changed) {
  if (changed.has('on')) words = standingOn(world, state.on);
  const boxes = wantedBoxes(world);
  const other = boxes.length !== scene.boxes.length || boxes.some((box, i) => box !== scene.boxes[i]);
  const open = state.view === 'picture';
  byId('picture').hidden = !open;
  byId('view').hidden = open;
  byId('panel').hidden = !open && state.node < 0 && state.line < 0;
  if (other) {
    scene = sceneOf(world, boxes);
    redraw();
  } else if (changed.has('view') && open) redraw();
  else if (changed.has('node') && state.node >= 0 && open) {
    const at = scene.layout.boxes[scene.boxes.indexOf(world.home[state.node])];
    if (at) keepInSight(at);
  }
  markDrawing(world, scene, svg, words);
  markLegend();
  markDates(changed.has('on'));
  fillPanel(world, words);
  const filtered = ['view', 'on', 'without', 'near', 'scene'].some((name) => changed.has(name));
  if (filtered || other || (state.view === 'timeline' && changed.has('node'))) fillView();
  [...byId('tabs').children].forEach((tab) => tab.setAttribute('aria-current', tab.dataset.view === state.view ? 'page' : 'false'));
  byId('near').setAttribute('aria-pressed', String(state.near));
  if (changed.has('node') && state.node >= 0) announce(`${world.nodes[state.node].label} is chosen; its evidence is in the panel`);
}

/** A click on a box or a line. @param {Event} event */
function clicked(event) {
  if (wasDragged()) return;
  const target = /** @type {Element} */ (event.target);
  const box = /** @type {any} */ (target.closest('.box'))?.dataset.box;
  const line = /** @type {any} */ (target.closest('.line'))?.dataset.line;
  if (box !== undefined) {
    const index = Number(box);
    walkFrom(index);
    const grows = scene.boxes.length < world.boxes.length && !state.near && world.near[index].some((other) => !scene.boxes.includes(other));
    update({ node: world.boxes[index].nodes[0].index, line: -1, ...(grows ? { scene: grownScene(world, scene.boxes, index) } : {}) });
  } else if (line !== undefined) update({ line: Number(line), node: -1 });
  else update({ node: -1, line: -1 });
}

byId('tabs').append(...VIEWS.map((view) => button(TITLES[view], () => update({ view }), { 'data-view': view })));
byId('title').textContent = world.title;
startSearch(world);
startLegend(world);
startDates(world);
startKeys(world, () => ({ scene, words }));
followPointer();
byId('sheet').addEventListener('click', clicked);
byId('near').addEventListener('click', () => {
  if (state.node < 0) announce('Choose a box first');
  else update({ near: !state.near, scene: null });
});
byId('whole').addEventListener('click', () => update({ node: -1, line: -1, near: false, scene: null, without: new Set() }));
byId('print').addEventListener('click', () => print());
byId('skip').addEventListener('click', (event) => {
  event.preventDefault();
  update({ view: 'table' });
  byId('view').focus();
});
const root = document.documentElement;
const night = matchMedia('(prefers-color-scheme: dark)');
const setTheme = (dark) => {
  root.dataset.theme = dark ? 'dark' : 'light';
  byId('theme').textContent = dark ? 'Light' : 'Dark';
};
setTheme(night.matches);
night.addEventListener('change', () => setTheme(night.matches));
byId('theme').addEventListener('click', () => setTheme(root.dataset.theme !== 'dark'));
addEventListener('beforeprint', () => svg.setAttribute('viewBox', `-8 -12 ${scene.layout.width + 16} ${scene.layout.height + 24}`));
addEventListener('afterprint', () => lookAt(0, 0, 0));
onChange(follow);
redraw();
follow(new Set(['view', 'on', 'near']));
root.dataset.ready = 'yes';
