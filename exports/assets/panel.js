/**
 * The panel beside the views: what is known of the thing or line that is chosen, with the words that prove it.
 *
 * @typedef {import('./data.js').World} World
 * @typedef {import('./data.js').Node} Node
 * @typedef {import('./data.js').Edge} Edge
 */
import { saidOf } from './captions.js';
import { chainOf, publicAddress } from './chain.js';
import { dayWords, spanOf } from './days.js';
import { button, byId, el } from './elements.js';
import { OFTEN } from './periods.js';
import { kindWord } from './search.js';
import { nameButton, quotesOf, sentenceOf } from './sentences.js';
import { state, update } from './state.js';
import { statusOf } from './table.js';

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
/** Width of a window, in pixels, up to which the panel stands below and its introduction is closed at first. */
const NARROW_WINDOW = 900;

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

/** What the page is, for somebody who opens it for the first time. @param {World} world */
function introduction(world) {
  const papers = world.papers.slice(0, 60).map(([title, path, date]) => el('li', {}, title,
    el('small', { text: [date ? dayWords(date) : 'undated', path === title ? '' : path].filter(Boolean).join(' · ') })));
  const open = innerWidth > NARROW_WINDOW;
  return [
    el('details', { class: 'intro', open }, el('summary', {}, el('h2', { text: 'How to read this' })),
      el('ul', { class: 'steps' },
        el('li', {}, 'A ', el('b', { text: 'blue line' }), ' leads up from whoever reports to whom they report to.'),
        el('li', {}, 'A ', el('b', { text: 'red line' }), ' leads down from an Act or direction to the duties and bodies that rest on it.'),
        el('li', { text: 'Choose a box or a line: the words that prove it appear here, with their document and place.' }),
        el('li', { text: 'Set a day above: what was not in force then fades, and each box says how it is known.' })),
      el('p', { class: 'marks', text: 'Keys: arrows walk from box to box, Enter opens, Escape closes, + and − zoom, / finds.' }),
      el('p', { class: 'marks', text: `${world.nodes.length} things and ${world.edges.length} relations. Members, seats, functions and meetings stand in this panel, not in the picture.` })),
    el('details', { class: 'intro', open }, el('summary', {}, el('h2', { text: `Documents (${world.papers.length})` })),
      el('ul', { class: 'papers' }, ...papers, ...(world.papers.length > 60 ? [el('li', { text: `and ${world.papers.length - 60} more` })] : []))),
  ];
}

function linePart(world, line, words) {
  const tag = el('span', { class: 'tag', text: world.lineKinds[line.kind] });
  const [from, to] = [line.source, line.target].map((box) => world.boxes[box].label);
  return [headOf(`${from} ${line.verb} ${to}`, tag), ...line.edges.map((edge) => sentenceOf(world, edge, words.edges[edge.index]))];
}

/** Several duties in one box. */
function stackPart(world, box, words) {
  const count = box.nodes.length;
  const tag = el('span', { class: `tag k-${box.kind}`, text: world.kinds[box.kind] });
  return [headOf(box.label, tag), ...box.nodes.map((node) => el('details', { class: 'duty', open: count < 4 },
    el('summary', { text: `${node.label}${words.nodes[node.index] ? ` (${saidOf(words.nodes[node.index])})` : ''}` }),
    ...nodePart(world, node, words).slice(1)))];
}

/** @param {World} world @param {Node} node @param {{nodes: string[], edges: string[]}} words */
function nodePart(world, node, words) {
  const word = words.nodes[node.index];
  const marks = [node.status && node.status !== word ? node.status : '', spanOf(node)].filter(Boolean).join(' · ');
  const told = new Set([node.label.toLowerCase()]);
  const others = node.names.filter((name) => !told.has(name.toLowerCase()) && told.add(name.toLowerCase()));
  const details = node.details.filter(([key]) => !['duty', 'collection', 'address'].includes(key));
  const chain = chainOf(world, node, words.nodes);
  const home = world.home[node.index];
  const apart = home >= 0 && !world.boxes[home].nodes.includes(node);
  return [
    headOf(node.label, el('span', { class: `tag k-${node.kind}`, text: kindWord(world, node.kind) })),
    ...(word || marks || publicAddress(node) ? [el('p', {}, ...(word ? [statusOf(word), ' '] : []), marks, publicAddress(node))] : []),
    ...(others.length ? [el('p', { class: 'marks', text: `Also: ${others.join('; ')}` })] : []),
    ...(apart ? [el('p', { class: 'marks' }, 'In the picture at ', nameButton(world.boxes[home].nodes[0]))] : []),
    ...(details.length ? [el('dl', {}, ...details.flatMap(([key, value]) => [el('dt', { text: key }), el('dd', { text: OFTEN[value] ?? dayWords(value) })]))] : []),
    ...(chain.length ? [el('h3', { text: node.kind === 'direction' ? 'What it rests on' : 'What mandates it' }), ...chain] : []),
    ...(['body', 'post', 'person', 'act'].includes(node.kind) ? [] : node.proofs.length ? [el('h3', { text: 'In the documents' }), quotesOf(world, node.proofs)] : []),
    ...GROUPS.flatMap(([heading, kinds, open]) => group(world, node, words, /** @type {any} */ (heading), /** @type {any} */ (kinds), /** @type {any} */ (open))),
    el('p', { class: 'hint', text: `Identifier: ${node.id}` }),
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
  const details = el('details', {}, el('summary', {}, heading, ' ', el('span', { class: 'tally', text: String(edges.length) })), holder, more);
  const first = () => told || tell(FIRST_RELATIONS);
  details.addEventListener('toggle', first);
  if (open && edges.length <= 40) {
    details.open = true;
    first();
  }
  return [details];
}

/** The heading of the panel, with the button that closes it. @param {string} text @param {HTMLElement} tag */
function headOf(text, tag) {
  return el('div', { class: 'top' }, el('div', {}, tag, el('h2', { text })), button('Close', () => update({ node: -1, line: -1 }), { class: 'close' }));
}
