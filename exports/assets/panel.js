/**
 * The panel beside the views: what is known of the thing or line that is chosen, with the words that prove it.
 *
 * @typedef {import('./data.js').World} World
 * @typedef {import('./data.js').Node} Node
 * @typedef {import('./data.js').Edge} Edge
 */
import { chainOf, publicAddress } from './chain.js';
import { button, byId, el } from './elements.js';
import { kindWord } from './search.js';
import { nameButton, quotesOf, sentenceOf, spanOf } from './sentences.js';
import { state, update } from './state.js';

/** The groups of relations, in order: heading, kinds of edge, whether open at first. */
const GROUPS = [
  ['Reporting lines', ['reports'], true],
  ['Duties', ['owes', 'acts', 'done_by'], true],
  ['Owed to it', ['owed_to'], false],
  ['Mandates and instruments', ['mandates', 'basis', 'issues', 'addresses', 'terms_of', 'revokes', 'establishes', 'established'], true],
  ['Holders', ['holds'], true],
  ['Seats', ['seat', 'post_in'], false],
  ['Members', ['member'], false],
  ['Decisions', ['decides', 'resolves', 'part_of'], false],
  ['Functions', ['function_of'], false],
  ['Meetings', ['attends', 'meeting_of'], false],
  ['Succession', ['succeeds'], true],
  ['Provisions', ['of_act'], false],
];
const FIRST_RELATIONS = 15;

/** @param {World} world @param {{nodes: string[], edges: string[]}} words */
export function fillPanel(world, words) {
  const panel = byId('panel');
  const box = state.node >= 0 ? world.boxes[world.home[state.node]] : undefined;
  const node = world.nodes[state.node];
  if (state.line >= 0) panel.replaceChildren(...linePart(world, world.lines[state.line], words));
  else if (node && box && box.nodes.length > 1 && box.nodes[0] === node) panel.replaceChildren(...stackPart(world, box, words));
  else if (node) panel.replaceChildren(...nodePart(world, node, words));
  else panel.replaceChildren(...introduction(world));
  panel.scrollTop = 0;
}

function introduction(world) {
  return [
    el('h2', { text: 'Evidence' }),
    el('p', { text: 'Choose a box or a line to read the words that prove it. In the picture, the arrow keys walk from box to box, Enter opens one, Escape closes it, + and - zoom.' }),
    el('p', { text: `${world.nodes.length} things and ${world.edges.length} relations from ${world.papers.length} documents. Members, seats, functions and meetings stand here, not in the picture.` }),
    el('h3', { text: 'Documents' }),
    el('ul', {}, ...world.papers.slice(0, 60).map(([title, path, date]) => el('li', {}, title,
      el('small', { text: ` ${[date, path === title ? '' : path].filter(Boolean).join(', ')}` })))),
  ];
}

function linePart(world, line, words) {
  return [headOf(world.lineKinds[line.kind]), ...line.edges.map((edge) => sentenceOf(world, edge, words.edges[edge.index]))];
}

/** Several duties in one box. */
function stackPart(world, box, words) {
  const count = box.nodes.length;
  return [headOf(box.label), ...box.nodes.map((node) => el('details', { class: 'duty', open: count < 6 },
    el('summary', { text: `${node.label}${words.nodes[node.index] ? ` (${words.nodes[node.index]})` : ''}` }),
    ...nodePart(world, node, words).slice(1)))];
}

/** @param {World} world @param {Node} node @param {{nodes: string[], edges: string[]}} words */
function nodePart(world, node, words) {
  const marks = [words.nodes[node.index], node.status && node.status !== words.nodes[node.index] ? node.status : '', spanOf(node)].filter(Boolean);
  const told = new Set([node.label.toLowerCase()]);
  const others = node.names.filter((name) => !told.has(name.toLowerCase()) && told.add(name.toLowerCase()));
  const details = node.details.filter(([key]) => !['duty', 'collection', 'address'].includes(key));
  const chain = chainOf(world, node, words.nodes);
  const home = world.home[node.index];
  const apart = home >= 0 && !world.boxes[home].nodes.includes(node);
  return [
    headOf(node.label),
    el('p', {}, el('span', { class: `tag k-${node.kind}`, text: kindWord(world, node.kind) }), marks.length ? ` ${marks.join(' · ')}` : '', publicAddress(node)),
    ...(others.length ? [el('p', { class: 'marks', text: `Also: ${others.join('; ')}` })] : []),
    ...(apart ? [el('p', { class: 'marks' }, 'In the picture at ', nameButton(world.boxes[home].nodes[0]))] : []),
    ...(details.length ? [el('dl', {}, ...details.flatMap(([key, value]) => [el('dt', { text: key }), el('dd', { text: value })]))] : []),
    ...(chain.length ? [el('h3', { text: 'What mandates it' }), ...chain] : []),
    ...(['body', 'post', 'person', 'act'].includes(node.kind) ? [] : [quotesOf(world, node.proofs)]),
    ...GROUPS.flatMap(([heading, kinds, open]) => group(world, node, words, /** @type {any} */ (heading), /** @type {any} */ (kinds), /** @type {any} */ (open))),
    el('p', { class: 'marks', text: `Identifier: ${node.id}` }),
  ];
}

/** One group of relations, the first ones at once and the rest on demand. */
function group(world, node, words, heading, kinds, open) {
  const edges = node.edges.filter((edge) => kinds.includes(edge.kind));
  if (!edges.length) return [];
  const holder = el('div');
  let told = 0;
  const more = button('More', () => tell(edges.length), { class: 'more' });
  function tell(upTo) {
    holder.append(...edges.slice(told, upTo).map((edge) => sentenceOf(world, edge, words.edges[edge.index])));
    told = Math.min(upTo, edges.length);
    more.hidden = told >= edges.length;
    more.textContent = `${edges.length - told} more`;
  }
  const details = el('details', {}, el('summary', { text: `${heading} (${edges.length})` }), holder, more);
  const first = () => told || tell(FIRST_RELATIONS);
  details.addEventListener('toggle', first);
  if (open && edges.length <= 40) {
    details.open = true;
    first();
  }
  return [details];
}

/** The heading of the panel, with the button that closes it. @param {string} text */
function headOf(text) {
  return el('div', { class: 'top' }, el('h2', { text }), button('Close', () => update({ node: -1, line: -1 }), { class: 'close' }));
}
