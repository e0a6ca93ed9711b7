/**
 * Finding anything by any of its names. Invariant: what begins with the words comes before what holds them; the list is
 * a listbox worked by the keyboard from the field.
 *
 * @typedef {import('./data.js').World} World
 */
import { announce } from './announce.js';
import { byId, el } from './elements.js';
import { state, update } from './state.js';

const MOST_HITS = 12;

/** Whatever has words of its own can be found; duties, decisions and functions by their text. @param {World} world */
export function startSearch(world) {
  const field = byId('find');
  const list = byId('hits');
  /** @type {{name: string, plain: string, node: import('./data.js').Node}[]} */
  let names = [];
  /** @type {{name: string, node: import('./data.js').Node}[]} */
  let hits = [];
  let at = -1;

  function close() {
    list.hidden = true;
    at = -1;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  }

  function choose(index) {
    const hit = hits[index];
    if (!hit) return;
    close();
    field.value = hit.name;
    update({ node: hit.node.index, line: -1, view: ['picture', 'timeline'].includes(state.view) ? state.view : 'picture' });
  }

  function mark(index) {
    at = index;
    [...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === at)));
    if (at >= 0) {
      field.setAttribute('aria-activedescendant', `hit-${at}`);
      list.children[at].scrollIntoView({ block: 'nearest' });
    } else field.removeAttribute('aria-activedescendant');
  }

  function look() {
    if (!names.length) names = world.nodes.flatMap((node) => [node.label, ...node.names].map((name) => ({ name, plain: folded(name), node })));
    hits = search(names, folded(field.value));
    list.replaceChildren(...hits.map((hit, index) => el('li', {
      id: `hit-${index}`, role: 'option', 'aria-selected': 'false',
      onpointerdown: (event) => { event.preventDefault(); choose(index); },
    }, el('b', { text: hit.name }), el('span', { text: described(world, hit) }))));
    list.hidden = !hits.length;
    field.setAttribute('aria-expanded', String(hits.length > 0));
    mark(-1);
    if (field.value.trim()) announce(hits.length ? `${hits.length} found` : 'Nothing found');
  }

  field.addEventListener('input', look);
  field.addEventListener('focus', () => field.value && look());
  field.addEventListener('blur', close);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) look();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (hits.length) mark((at + step + hits.length) % hits.length);
    } else if (event.key === 'Enter') {
      if (list.hidden) look();
      choose(Math.max(at, 0));
    } else if (event.key === 'Escape') close();
  });
}

/** A name as it is compared: without case and accents. @param {string} text */
function folded(text) {
  return text.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/[’']/g, '').trim();
}

/** The best hits, each thing once. */
function search(names, wanted) {
  if (!wanted) return [];
  const order = { body: 0, post: 0, person: 0, direction: 1, terms: 1, provision: 1, act: 1 };
  const ranked = [];
  for (const one of names) {
    const place = one.plain.indexOf(wanted);
    if (place < 0) continue;
    const starts = place === 0 ? 0 : one.plain[place - 1] === ' ' ? 1 : 2;
    ranked.push({ ...one, rank: [starts, order[one.node.kind] ?? 2, one.plain.length] });
  }
  ranked.sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.rank[2] - b.rank[2] || a.node.index - b.node.index);
  const seen = new Set();
  return ranked.filter(({ node }) => !seen.has(node) && seen.add(node)).slice(0, MOST_HITS);
}

/** What a hit is, beside its name. @param {World} world */
function described(world, { name, node }) {
  const kind = kindWord(world, node.kind);
  return name === node.label ? kind : `${kind}: ${node.label}`;
}

/** A kind of node in words. @param {World} world @param {string} kind */
export function kindWord(world, kind) {
  return world.kinds[kind] ?? kind.charAt(0).toUpperCase() + kind.slice(1);
}
