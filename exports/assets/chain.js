/**
 * The chain up from a thing to what imposes it, and on to the provision that gives the power. Invariant: only links that
 * the store holds; where there is none, that is said.
 *
 * @typedef {import('./data.js').World} World
 * @typedef {import('./data.js').Node} Node
 */
import { el } from './elements.js';
import { nameButton, quotesOf } from './sentences.js';

const UP = new Set(['mandates', 'basis', 'issues', 'establishes']);
const CARRIED = new Set(['obligation', 'decision', 'action', 'establishment', 'direction', 'resolution', 'terms']);

/** The links straight up from a thing; a body's through what sets it up. @param {Node} node */
export function linksUp(node) {
  const every = node.edges.filter((edge) => edge.target === node && UP.has(edge.kind));
  const basis = new Set(every.filter((edge) => edge.kind === 'basis').map((edge) => edge.source));
  const own = every.filter((edge) => edge.kind !== 'mandates' || !basis.has(edge.source));
  const made = node.edges.filter((edge) => edge.kind === 'established' && edge.target === node).flatMap((edge) => linksUp(edge.source));
  return [...own, ...made];
}

/** @param {World} world @param {Node} node @param {string[]} words how each node stands */
export function chainOf(world, node, words) {
  const first = linksUp(node);
  if (!first.length) return CARRIED.has(node.kind) && node.kind !== 'direction' ? [el('p', { text: 'No mandate found.' })] : [];
  return [branch(world, first, words, new Set([node]))];
}

/** @param {World} world @param {import('./data.js').Edge[]} links @param {string[]} words @param {Set<Node>} seen */
function branch(world, links, words, seen) {
  return el('ol', { class: 'chain' }, ...links.map((edge) => {
    const up = edge.source;
    const marks = [edge.verb, edge.how === 'inferred' ? 'inferred' : '', words[up.index], up.end ? `until ${up.end}` : ''].filter(Boolean);
    const item = el('li', {}, nameButton(up), el('span', { class: 'marks', text: ` ${marks.join(' · ')}` }), publicAddress(up));
    if (edge.kind === 'mandates') item.append(quotesOf(world, edge.proofs));
    const next = seen.has(up) ? [] : linksUp(up);
    if (next.length) item.append(branch(world, next, words, new Set([...seen, up])));
    return item;
  }));
}

/** A link to the public address of a provision; nothing for other things. @param {Node} node */
export function publicAddress(node) {
  if (!/^https?:\/\/www\.legislation\.gov\.uk\/id\/[\w./-]+$/.test(node.id)) return '';
  return el('a', { href: node.id, rel: 'noreferrer noopener', target: '_blank', text: ' legislation.gov.uk' });
}
