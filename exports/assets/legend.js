/**
 * The legend, which is also the filter. Invariant: it names only kinds that the picture has.
 *
 * @typedef {import('./data.js').World} World
 */
import { byId, el } from './elements.js';
import { state, update } from './state.js';

/** @param {World} world */
export function startLegend(world) {
  const boxes = new Set(world.boxes.map((box) => box.kind));
  const lines = new Set(world.lines.map((line) => line.kind));
  const items = [
    ...Object.entries(world.kinds).filter(([kind]) => boxes.has(kind)).map(([kind, words]) => legendItem(kind, words, `swatch k-${kind}`)),
    ...Object.entries(world.lineKinds).filter(([kind]) => lines.has(kind)).map(([kind, words]) => legendItem(kind, words, `stroke l-${kind}`)),
    el('span', { class: 'hint', text: 'Faded and dashed: not in force on the day' }),
  ];
  byId('legend').replaceChildren(...items);
}

function legendItem(kind, words, cls) {
  const check = el('input', { type: 'checkbox', 'data-kind': kind, onchange: () => {
    const without = new Set(state.without);
    if (check.checked) without.delete(kind);
    else without.add(kind);
    update({ without });
  } });
  return el('label', {}, check, el('span', { class: cls }), words);
}

/** Show in the legend what the state lets through. */
export function markLegend() {
  for (const check of byId('legend').querySelectorAll('input')) check.checked = !state.without.has(check.dataset.kind);
}
