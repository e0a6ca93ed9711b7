/**
 * The legend, which is also the filter. Invariant: it names the kinds that the show has, and no others.
 *
 * @typedef {import('./data.js').World} World
 */
import { byId, el } from './elements.js';
import { kindsOf } from './scene.js';
import { state, update } from './state.js';

let shown = '';

/** Show what the state lets through; anew where another show has other kinds.
 * @param {World} world @param {import('./scene.js').Scene} scene */
export function markLegend(world, scene) {
  const partly = scene.hidden.some(Boolean) && !state.near;
  if (shown !== `${state.show} ${partly}`) {
    shown = `${state.show} ${partly}`;
    const there = kindsOf(world, state.show);
    const named = (words, cls) => Object.entries(words).filter(([kind]) => there.has(kind)).map(([kind, text]) => legendItem(kind, text, `${cls}${kind}`));
    byId('legend').replaceChildren(...named(world.kinds, 'swatch k-'), ...named(world.lineKinds, 'stroke l-'),
      el('span', { class: 'absent' }, el('span', { class: 'swatch faded' }), 'faded: not in force on the day'),
      ...(partly ? [el('span', { class: 'absent' }, el('b', { text: '+3' }), 'three more neighbours: a click adds them')] : []));
  }
  for (const check of byId('legend').querySelectorAll('input')) check.checked = !state.without.has(check.dataset.kind);
}

/** @param {string} kind @param {string} words @param {string} cls */
function legendItem(kind, words, cls) {
  const check = el('input', { type: 'checkbox', 'data-kind': kind, onchange: () => {
    const without = new Set(state.without);
    if (check.checked) without.delete(kind);
    else without.add(kind);
    update({ without });
  } });
  return el('label', {}, check, el('span', { class: cls }), words);
}
