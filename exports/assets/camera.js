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
const READABLE = 0.72;

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
  let used = -99;
  byId('tiers').replaceChildren(...bands.flatMap(([tier, top, bottom]) => {
    const [a, b] = [(top - camera.y) * camera.scale, (bottom - camera.y) * camera.scale];
    const y = Math.min(Math.max(a, Math.min(4, b - 34)), height - 36);
    if (y < used + 34 || a > height - 8 || b < 10) return [];
    used = y;
    const label = el('span', { text: tierNames[tier] });
    label.style.top = `${Math.round(y)}px`;
    return [label];
  }));
}

/** Show the whole sheet. */
export function fitAll() {
  const { width, height } = seen();
  camera.scale = Math.max(LEAST, Math.min(1.2, (width - 24) / size.width, (height - 24) / size.height));
  camera.x = (size.width - width / camera.scale) / 2;
  camera.y = (size.height - height / camera.scale) / 2;
  apply();
}

/** Show the whole sheet if it can be read so, else the part round a point. */
export function openOn(x, y) {
  fitAll();
  if (camera.scale < READABLE) lookAt(x, y, READABLE);
}

/** Bring a point to the middle, near enough to be read. */
export function lookAt(x, y, least = READABLE) {
  const { width, height } = seen();
  camera.scale = Math.max(camera.scale, least);
  const [w, h] = [width / camera.scale, height / camera.scale];
  camera.x = size.width <= w ? (size.width - w) / 2 : Math.min(Math.max(x - w / 2, -12), size.width - w + 12);
  camera.y = size.height <= h ? (size.height - h) / 2 : Math.min(Math.max(y - h / 2, -12), size.height - h + 12);
  apply();
}

/** Bring a box into sight without a jump where it is seen already. @param {number[]} at */
export function keepInSight([x, y]) {
  const { width, height } = seen();
  const [w, h] = [width / camera.scale, height / camera.scale];
  const inside = x > camera.x && x + 188 < camera.x + w && y > camera.y && y + 80 < camera.y + h;
  if (!inside || camera.scale < READABLE) lookAt(x + 94, y + 30);
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
