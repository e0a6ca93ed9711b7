/**
 * What is shown, and the address that says so. Invariant: the address alone brings back the view; every change passes
 * through `update`.
 *
 * @typedef {import('./data.js').World} World
 * @typedef {{view: string, show: string, on: string, node: number, line: number, without: Set<string>, near: boolean,
 *   scene: number[] | null, filter: Record<string, string>}} State
 */
export const VIEWS = ['picture', 'table', 'register', 'findings', 'timeline'];

/** @type {State} */
export const state = {
  view: 'picture', show: '', on: '', node: -1, line: -1, without: new Set(), near: false, scene: null, filter: {},
};

/** @type {((changed: Set<string>) => void)[]} */
const listeners = [];
/** @type {World | null} */
let known = null;

/** @param {(changed: Set<string>) => void} listener */
export function onChange(listener) {
  listeners.push(listener);
}

/** @param {Partial<State>} change */
export function update(change) {
  const names = Object.keys(change).filter((name) => state[name] !== change[name]);
  if (!names.length) return;
  Object.assign(state, change);
  writeAddress();
  tellListeners(new Set(names));
}

/** @param {Set<string>} names */
export function tellListeners(names) {
  for (const listener of listeners) listener(names);
}

/** Take the state from the address, now and whenever it changes. @param {World} world */
export function followAddress(world) {
  known = world;
  readAddress();
  addEventListener('hashchange', () => {
    readAddress();
    tellListeners(new Set(['view', 'show', 'on', 'node', 'line', 'without', 'near', 'scene']));
  });
}

/** The node that a name in an address means: its identifier, label or another of its names; -1 for none. */
function nodeNamed(kind, name) {
  const world = /** @type {World} */ (known);
  const wanted = name.toLowerCase();
  const fits = world.nodes.filter((node) => kind === 'id' || node.kind === kind);
  const found = fits.find((node) => node.id === name)
    ?? fits.find((node) => node.label.toLowerCase() === wanted)
    ?? fits.find((node) => node.names.some((other) => other.toLowerCase() === wanted));
  return found ? found.index : -1;
}

function readAddress() {
  const world = /** @type {World} */ (known);
  const said = new URLSearchParams(location.hash.slice(1));
  const on = said.get('as-of') ?? world.asOf;
  const view = said.get('view') ?? 'picture';
  let node = -1;
  for (const [key, value] of said) {
    if (key === 'id' || key in world.kinds || world.nodes.some((one) => one.kind === key)) node = nodeNamed(key, value);
  }
  const grown = (said.get('boxes') ?? '').split('.').map(Number).filter((box) => box > 0 && box <= world.boxes.length);
  Object.assign(state, {
    view: VIEWS.includes(view) ? view : 'picture',
    show: Object.hasOwn(world.shows, said.get('show') ?? '') ? said.get('show') : world.show,
    on: /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : '',
    node,
    line: -1,
    without: new Set((said.get('without') ?? '').split(',').filter(Boolean)),
    near: said.get('near') === '1',
    scene: grown.length ? grown.map((box) => box - 1).sort((a, b) => a - b) : null,
  });
}

function writeAddress() {
  const world = /** @type {World} */ (known);
  const said = new URLSearchParams();
  if (state.node >= 0) {
    const { kind, label, id } = world.nodes[state.node];
    const alone = world.nodes.filter((one) => one.kind === kind && one.label === label).length === 1;
    said.set(alone ? kind : 'id', alone ? label : id);
  }
  if (state.on !== world.asOf) said.set('as-of', state.on);
  if (state.view !== 'picture') said.set('view', state.view);
  if (state.show !== world.show) said.set('show', state.show);
  if (state.without.size) said.set('without', [...state.without].sort().join(','));
  if (state.near) said.set('near', '1');
  if (state.scene) said.set('boxes', state.scene.map((box) => box + 1).join('.'));
  const text = said.toString().replace(/%2C/g, ',');
  history.replaceState(null, '', text ? `#${text}` : location.pathname + location.search);
}
