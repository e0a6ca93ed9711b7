/**
 * What part of the sheet is seen: panning, zooming, the names of the tiers beside it. Invariant: the picture is never
 * lost: some of it stays in sight.
 */
import { byId, el } from './elements.js';

const camera = { x: 0, y: 0, scale: 1 };
const size = { width: 0, height: 0 };
/** @type {number[][]} */
let bands = [];
/** @type {string[]} */
let tierNames = [];
/** @type {SVGSVGElement | null} */
let sheet = null;
let moved = false;
const LEAST = 0.08;
const READABLE = 0.78;
const LEGIBLE = 0.54;
const MARGIN = 10;

/** @param {SVGSVGElement} svg @param {{width: number, height: number, bands: number[][]}} layout @param {string[]} names */
export function aimAt(svg, layout, names) {
  sheet = svg;
  bands = layout.bands;
  tierNames = names;
  size.width = layout.width;
  size.height = layout.height;
}

/** Whether the pointer has been dragged since it went down: then its release is no click. */
export function wasDragged() {
  return moved;
}

function seen() {
  const stage = byId('sheet');
  return { width: Math.max(1, stage.clientWidth), height: Math.max(1, stage.clientHeight) };
}

function apply() {
  if (!sheet) return;
  const { width, height } = seen();
  const [w, h] = [width / camera.scale, height / camera.scale];
  camera.x = Math.min(Math.max(camera.x, -w * 0.75), size.width - w * 0.25);
  camera.y = Math.min(Math.max(camera.y, -h * 0.75), size.height - h * 0.25);
  sheet.setAttribute('viewBox', `${camera.x} ${camera.y} ${w} ${h}`);
  sheet.classList.toggle('far', camera.scale < 0.45);
  byId('tiers').replaceChildren(...stripes(height));
}

/** The stripes of the tiers with their names, which stay in sight as long as their stripe does. @param {number} height */
function stripes(height) {
  const at = (y) => (y - camera.y) * camera.scale;
  return bands.map(([tier, top, bottom], index) => {
    const before = bands[index - 1];
    const after = bands[index + 1];
    const from = before ? at(Math.floor((top + before[2]) / 2)) : -99;
    const to = after ? at(Math.floor((after[1] + bottom) / 2)) : height + 99;
    const stripe = el('div', { class: index % 2 ? 'odd' : 'even' });
    stripe.style.top = `${from}px`;
    stripe.style.height = `${Math.max(0, to - from)}px`;
    const name = el('span', { text: tierNames[tier] });
    name.style.top = `${Math.round(Math.min(Math.max(at(top), 8), to - 40) - from)}px`;
    name.hidden = to - from < 36 || to < 30 || from > height - 20;
    stripe.append(name);
    return stripe;
  });
}

/** Show the whole sheet. */
export function fitAll() {
  const { width, height } = seen();
  camera.scale = Math.max(LEAST, Math.min(1.25, (width - 2 * MARGIN) / size.width, (height - 2 * MARGIN) / size.height));
  camera.x = (size.width - width / camera.scale) / 2;
  camera.y = (size.height - height / camera.scale) / 2;
  apply();
}

/** Show the whole sheet if it can be read so, else the part round a point. */
export function openOn(x, y) {
  fitAll();
  if (camera.scale < LEGIBLE) lookAt(x, y, READABLE);
}

/** Bring a point to the middle, near enough to be read. */
export function lookAt(x, y, least = READABLE) {
  const { width, height } = seen();
  camera.scale = Math.max(camera.scale, least);
  const [w, h] = [width / camera.scale, height / camera.scale];
  const within = (want, room, whole) => (whole <= room ? (whole - room) / 2 : Math.min(Math.max(want - room / 2, -MARGIN), whole - room + MARGIN));
  camera.x = within(x, w, size.width);
  camera.y = within(y, h, size.height);
  apply();
}

/** Bring a box into sight without a jump where it is seen already. @param {number[]} at */
export function keepInSight([x, y, wide]) {
  const { width, height } = seen();
  const [w, h] = [width / camera.scale, height / camera.scale];
  const inside = x > camera.x && x + wide < camera.x + w && y > camera.y && y + 80 < camera.y + h;
  if (!inside || camera.scale < LEGIBLE) lookAt(x + wide / 2, y + 30);
}

/** Where a place of the sheet is seen; and the camera put so that another place is seen there. @param {number[]} at */
export function anchorAt([x, y]) {
  const [dx, dy] = [x - camera.x, y - camera.y];
  return (/** @type {number[]} */ [toX, toY]) => {
    camera.x = toX - dx;
    camera.y = toY - dy;
    apply();
  };
}

/** @param {number} factor @param {number} [px] @param {number} [py] */
export function zoomBy(factor, px, py) {
  const { width, height } = seen();
  const scale = Math.min(3, Math.max(LEAST, camera.scale * factor));
  const [ax, ay] = [px ?? width / 2, py ?? height / 2];
  camera.x += ax / camera.scale - ax / scale;
  camera.y += ay / camera.scale - ay / scale;
  camera.scale = scale;
  apply();
}

/** Listen to wheel, pointer and the size of the window. */
export function followPointer() {
  const stage = byId('sheet');
  /** @type {Map<number, {x: number, y: number}>} */
  const down = new Map();
  stage.addEventListener('wheel', (event) => {
    event.preventDefault();
    const place = stage.getBoundingClientRect();
    zoomBy(Math.exp(-event.deltaY / 500), event.clientX - place.left, event.clientY - place.top);
  }, { passive: false });
  stage.addEventListener('pointerdown', (event) => {
    moved = false;
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  addEventListener('pointermove', (event) => {
    const before = down.get(event.pointerId);
    if (!before) return;
    const [dx, dy] = [event.clientX - before.x, event.clientY - before.y];
    if (!moved && Math.abs(dx) + Math.abs(dy) < 5) return;
    moved = true;
    const other = [...down.entries()].find(([id]) => id !== event.pointerId);
    if (other) {
      const far = (p) => Math.hypot(p.x - other[1].x, p.y - other[1].y);
      const place = stage.getBoundingClientRect();
      zoomBy(far({ x: event.clientX, y: event.clientY }) / Math.max(1, far(before)), other[1].x - place.left, other[1].y - place.top);
    } else {
      camera.x -= dx / camera.scale;
      camera.y -= dy / camera.scale;
      apply();
    }
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  for (const name of ['pointerup', 'pointercancel']) addEventListener(name, (/** @type {any} */ event) => down.delete(event.pointerId));
  new ResizeObserver(apply).observe(stage);
  byId('closer').addEventListener('click', () => zoomBy(1.3));
  byId('further').addEventListener('click', () => zoomBy(1 / 1.3));
  byId('fit').addEventListener('click', fitAll);
}
