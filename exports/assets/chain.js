/**
 * The chain up from a thing to what imposes it, and on to the provision that gives the power. Invariant: only links that
 * the store holds; where there is none, that is said.
 *
 * @typedef {import('./data.js').World} World
 * @typedef {import('./data.js').Node} Node
 */
import { saidOf } from './captions.js';
import { dayWords } from './days.js';
import { el } from './elements.js';
import { nameButton, quotesOf } from './sentences.js';

const UP = new Set(['mandates', 'basis', 'issues', 'establishes']);
const CARRIED = new Set(['obligation', 'decision', 'action', 'establishment', 'resolution', 'terms']);
const PASSIVE = { mandates: 'mandated by', empowers: 'empowered by', issues: 'issued by', establishes: 'established by', passes: 'passed by' };

/** The links straight up from a thing; a body's through what sets it up. @param {Node} node */
export function linksUp(node) {
  const every = node.edges.filter((edge) => edge.target === node && UP.has(edge.kind));
  const basis = new Set(every.filter((edge) => edge.kind === 'basis').map((edge) => edge.source));
  const own = every.filter((edge) => edge.kind !== 'mandates' || !basis.has(edge.source));
  const made = node.edges.filter((edge) => edge.kind === 'established' && edge.target === node).flatMap((edge) => linksUp(edge.source));
  const both = [...own, ...made];
  const strong = new Set(both.filter((edge) => edge.kind === 'mandates').map((edge) => edge.source));
  const seen = new Set();
  return both.filter((edge) => (edge.kind === 'mandates' || !strong.has(edge.source)) && !seen.has(edge.source) && seen.add(edge.source));
}

/** @param {World} world @param {Node} node @param {string[]} words how each node stands */
export function chainOf(world, node, words) {
  const first = linksUp(node);
  if (!first.length) return CARRIED.has(node.kind) ? [el('p', { text: 'No mandate found in the documents.' })] : [];
  return [branch(world, first, words, new Set([node]))];
}

/** @param {World} world @param {import('./data.js').Edge[]} links @param {string[]} words @param {Set<Node>} seen */
function branch(world, links, words, seen) {
  return el('ol', { class: 'chain' }, ...links.map((edge) => {
    const up = edge.source;
    const marks = [edge.how === 'inferred' ? 'inferred, not stated' : '', saidOf(words[up.index]), up.end ? `until ${dayWords(up.end)}` : ''].filter(Boolean);
    const item = el('li', { class: `k-${up.kind}` }, el('span', { class: 'verb', text: [PASSIVE[edge.verb] ?? edge.verb, ...marks].join(' · ') }),
      nameButton(up), publicAddress(up));
    if (edge.kind === 'mandates') item.append(quotesOf(world, edge.proofs));
    const next = seen.has(up) ? [] : linksUp(up);
    if (next.length) item.append(branch(world, next, words, new Set([...seen, up])));
    return item;
  }));
}

/** A link to the public address of a provision; nothing for other things. @param {Node} node */
export function publicAddress(node) {
  if (!/^https?:\/\/www\.legislation\.gov\.uk\/id\/[\w./-]+$/.test(node.id)) return '';
  return el('span', {}, ' ', el('a', { href: node.id, rel: 'noreferrer noopener', target: '_blank', text: 'legislation.gov.uk', 'aria-label': `${node.label} on legislation.gov.uk` }));
}
