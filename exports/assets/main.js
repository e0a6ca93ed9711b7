/** The page as a whole: what happens when the state changes. Invariant: what is shown follows from the state alone. */
import { announce } from './announce.js';
import { aimAt, anchorAt, followPointer, keepInSight, lookAt, openOn, wasDragged } from './camera.js';
import { loadWorld } from './data.js';
import { markDates, startDates } from './dates.js';
import { drawScene } from './draw.js';
import { button, byId, el } from './elements.js';
import { fillFindings } from './findings.js';
import { faceFactor } from './fit.js';
import { startKeys, walkFrom } from './keys.js';
import { markLegend } from './legend.js';
import { markDrawing } from './marks.js';
import { fillPanel } from './panel.js';
import { fillRegister } from './register.js';
import { grownWith, sceneNow, showWith, sizeOf } from './scene.js';
import { startSearch } from './search.js';
import { standingOn } from './standing.js';
import { followAddress, onChange, state, update, VIEWS } from './state.js';
import { fillTable } from './table.js';
import { fillTimeline } from './timeline.js';

const TITLES = { picture: 'Picture', table: 'Table', register: 'Duties', findings: 'Findings', timeline: 'Timeline' };

const world = await loadWorld();
followAddress(world);
let words = standingOn(world, state.on);
if (state.node >= 0 && world.home[state.node] >= 0) state.show = showWith(world, world.home[state.node]);
let scene = sceneNow(world, null);
/** @type {SVGSVGElement} */
let svg;

/** The place of a box in the scene; nothing where it is not in it. @param {number} box @returns {number[] | undefined} */
function placeOfBox(box) {
  return scene.layout.boxes[scene.boxes.indexOf(box)];
}

/** The box on which a show that is too large to be read at once is opened: the direction of most lines, else the start. */
function leadBox() {
  const orders = state.show === 'reports' ? [] : scene.boxes.filter((box) => world.boxes[box].kind === 'direction');
  const most = Math.max(0, ...orders.map((box) => scene.near[box].length));
  return orders.find((box) => scene.near[box].length === most) ?? world.start;
}

/** Draw the scene; look at what is chosen, or stay where one was. @param {((at: number[]) => void) | null} stay */
function redraw(stay) {
  svg = drawScene(world, scene);
  const nothing = el('p', { class: 'empty', text: world.boxes.length
    ? 'Nothing is left to draw: the legend below leaves everything out. Show all brings it back.'
    : 'The documents tell of no reporting line and no mandate.' });
  byId('sheet').replaceChildren(scene.boxes.length ? svg : nothing);
  aimAt(svg, scene.layout, world.tiers);
  const home = state.node >= 0 ? world.home[state.node] : -1;
  const at = placeOfBox(home) ?? placeOfBox(leadBox()) ?? scene.layout.boxes[0];
  if (at && stay) {
    stay(at);
    keepInSight(at);
  }
  else if (at) openOn(at[0] + at[2] / 2, at[1] + 30);
  const all = sizeOf(world, state.show);
  byId('count').textContent = scene.boxes.length === all ? `${all} boxes` : `${scene.boxes.length} of ${all} boxes`;
}

/** Fill the view that is open, but for the picture. */
function fillView() {
  const fill = { table: () => fillTable(world, scene, words), register: () => fillRegister(world),
    findings: () => fillFindings(world), timeline: () => fillTimeline(world) }[state.view];
  if (fill) fill();
}

/** A show, and a filter, that let what is chosen be seen. @returns {boolean} whether another was needed */
function reveal() {
  const box = state.node >= 0 ? world.home[state.node] : -1;
  const show = box >= 0 ? showWith(world, box) : state.show;
  if (show === state.show) return false;
  update({ show, without: new Set(), scene: null });
  return true;
}

/** @param {Set<string>} changed */
function follow(changed) {
  if (changed.has('node') && state.view === 'picture' && reveal()) return;
  if (changed.has('on')) words = standingOn(world, state.on);
  const open = state.view === 'picture';
  const panel = byId('panel');
  const opening = panel.hidden;
  byId('picture').hidden = !open;
  byId('view').hidden = open;
  panel.hidden = !open && state.node < 0 && state.line < 0;
  const home = state.node >= 0 ? world.home[state.node] : -1;
  const before = scene.layout;
  const stood = changed.has('scene') && open ? placeOfBox(home) : undefined;
  const stay = stood ? anchorAt(stood) : null;
  scene = sceneNow(world, scene);
  markLegend(world, scene);
  if (scene.layout !== before) redraw(stay);
  else if ((changed.has('view') || opening !== panel.hidden) && open) redraw(null);
  else if (changed.has('node') && open) {
    const at = placeOfBox(home);
    if (at) keepInSight(at);
  }
  markDrawing(world, scene, svg, words);
  markDates(changed.has('on'));
  fillPanel(world, words);
  const filtered = ['view', 'on', 'show', 'without', 'near', 'scene'].some((name) => changed.has(name));
  if (filtered || scene.layout !== before || (state.view === 'timeline' && changed.has('node'))) fillView();
  [...byId('tabs').children].forEach((tab) => tab.setAttribute('aria-current', tab.dataset.view === state.view ? 'page' : 'false'));
  [...byId('shows').children].forEach((one) => one.setAttribute('aria-pressed', String(one.dataset.show === state.show)));
  byId('near').setAttribute('aria-pressed', String(state.near));
  byId('near').disabled = state.node < 0;
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
    const grows = !state.near && scene.hidden[scene.boxes.indexOf(index)] > 0;
    update({ node: world.boxes[index].nodes[0].index, line: -1, ...(grows ? { scene: grownWith(scene.near, scene.boxes, index) } : {}) });
  } else if (line !== undefined) update({ line: Number(line), node: -1 });
  else update({ node: -1, line: -1 });
}

const tallies = { register: world.nodes.filter((node) => node.kind === 'obligation').length, findings: world.findings?.length };
byId('tabs').append(...VIEWS.map((view) => {
  const tab = button(TITLES[view], () => update({ view }), { 'data-view': view });
  if (tallies[view] !== undefined) tab.append(' ', el('span', { class: 'tally', text: String(tallies[view]) }));
  return tab;
}));
byId('shows').append(...Object.entries(world.shows).map(([show, text]) => {
  const one = button(text, () => update({ show, scene: null }), { 'data-show': show });
  const tally = el('span', { class: 'tally' });
  one.append(' ', tally);
  setTimeout(() => { tally.textContent = String(sizeOf(world, show)); });
  return one;
}));
byId('title').textContent = world.title;
document.title = world.title;
startSearch(world);
startDates(world);
startKeys(world, () => ({ scene, words }));
followPointer();
byId('sheet').addEventListener('click', clicked);
byId('near').addEventListener('click', () => update({ near: !state.near, scene: null }));
byId('whole').addEventListener('click', () => update({ node: -1, line: -1, near: false, scene: null, without: new Set() }));
byId('print').addEventListener('click', () => print());
byId('skip').addEventListener('click', (event) => {
  event.preventDefault();
  update({ view: 'table' });
  byId('view').focus();
});
const root = document.documentElement;
root.style.setProperty('--face', faceFactor().toFixed(3));
const night = matchMedia('(prefers-color-scheme: dark)');
const setTheme = (dark) => {
  root.dataset.theme = dark ? 'dark' : 'light';
  byId('theme').textContent = dark ? 'Light' : 'Dark';
};
setTheme(night.matches);
night.addEventListener('change', () => setTheme(night.matches));
byId('theme').addEventListener('click', () => setTheme(root.dataset.theme !== 'dark'));
let theme = 'light';
addEventListener('beforeprint', () => {
  theme = root.dataset.theme ?? 'light';
  setTheme(false);
  svg.setAttribute('viewBox', `-146 -12 ${scene.layout.width + 158} ${scene.layout.height + 24}`);
});
addEventListener('afterprint', () => {
  setTheme(theme === 'dark');
  lookAt(0, 0, 0);
});
onChange(follow);
markLegend(world, scene);
redraw(null);
follow(new Set(['view', 'on', 'near']));
root.dataset.ready = 'yes';
