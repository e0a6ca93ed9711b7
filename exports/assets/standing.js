/**
 * How things stand on a day. The same as `standing.py`, `graph/questions/asof.py`; a test holds them together.
 * Invariant: a word says no more than the documents do.
 *
 * @typedef {import('./data.js').World} World
 * @typedef {import('./data.js').Node} Node
 */
export const AWAY = new Set(['ended', 'not yet seen', 'proposed', 'lapsed', 'revoked', 'not yet made']);
const INSTRUMENTS = new Set(['direction', 'terms', 'resolution', 'plan', 'provision', 'act']);
const RESTING = new Set(['mandates', 'owes', 'basis', 'issues', 'addresses', 'establishes']);

/** @param {string} text */
export function isDate(text) {
  return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text);
}

/** The first day that a date can mean. @param {string} date */
export function earliestDay(date) {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** The last day that a date can mean. @param {string} date */
export function latestDay(date) {
  if (date.length >= 10) return date;
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7) || 12)];
  const days = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return `${date.slice(0, 4)}-${String(month).padStart(2, '0')}-${days[month - 1]}`;
}

/** How it is known that something holds on a day. @param {string} on @param {string[]} observed */
export function knownOn(on, observed, start, end) {
  if (!on) return '';
  const [from, to] = [isDate(start) ? start : '', isDate(end) ? end : ''];
  if (to && on > latestDay(to)) return 'ended';
  if (from && on < earliestDay(from)) return 'not yet seen';
  if (from && to) return 'stated';
  const seen = observed.filter(isDate);
  if (seen.some((day) => earliestDay(day) <= on && on <= latestDay(day))) return 'observed';
  const before = Boolean(from) || seen.some((day) => latestDay(day) < on);
  const after = Boolean(to) || seen.some((day) => earliestDay(day) > on);
  if (before) return after ? 'between' : 'last known';
  return after ? 'not yet seen' : 'undated';
}

/** The status of a duty in the register on a day: empty where it cannot have been known yet, null for what is no duty.
 * @param {World} world @param {Node} node @param {string} on @returns {string | null} */
export function statusOn(world, node, on) {
  const turns = world.duties[node.index];
  if (!turns) return null;
  if (!on) return turns[0][1];
  return turns.reduce((status, [day, next]) => (day && day <= on ? next : status), '');
}

/** The word for several things told as one. @param {string[]} words @returns {string} */
export function bestWord(words) {
  const every = [...new Set(words)].sort();
  return every.find((word) => !AWAY.has(word)) ?? every[0] ?? '';
}

/** The word for each node and edge. @param {World} world @param {string} on @returns {{nodes: string[], edges: string[]}} */
export function standingOn(world, on) {
  /** @type {Map<Node, string[]>} */
  const ends = new Map();
  /** @type {Map<Node, Node[]>} */
  const by = new Map();
  const note = (map, key, value) => {
    const some = map.get(key);
    if (some) some.push(value);
    else map.set(key, [value]);
  };
  for (const edge of world.edges) {
    if (edge.kind === 'revokes' && edge.source.start) note(ends, edge.target, edge.source.start);
    else if (edge.kind === 'mandates') note(by, edge.target, edge.source);
  }
  /** @type {string[]} */
  const nodes = world.nodes.map((node) => (INSTRUMENTS.has(node.kind) ? instrumentWord(node, ends.get(node) ?? [], on) : ''));
  for (const node of world.nodes) {
    if (INSTRUMENTS.has(node.kind)) continue;
    const over = (by.get(node) ?? []).map((one) => nodes[one.index]);
    let word = '';
    if (over.length && over.every((one) => AWAY.has(one))) word = bestWord(over);
    else if (on && isDated(node)) word = knownOn(on, node.observed, node.start, node.end);
    const status = statusOn(world, node, on);
    if (status === 'unknown') nodes[node.index] = AWAY.has(word) ? '' : word;
    else nodes[node.index] = status === null ? word : status || 'not yet seen';
  }
  const edges = world.edges.map((edge) => {
    if (isDated(edge)) {
      const word = knownOn(on, edge.observed, edge.start, edge.end);
      if (word || !RESTING.has(edge.kind)) return word;
    }
    if (!RESTING.has(edge.kind)) return '';
    return [nodes[edge.source.index], nodes[edge.target.index]].find((word) => AWAY.has(word)) ?? '';
  });
  return { nodes, edges };
}

/** @param {{observed: string[], start: string, end: string}} thing */
function isDated(thing) {
  return thing.observed.some(isDate) || isDate(thing.start) || isDate(thing.end);
}

/** @param {Node} node @param {string[]} ended @param {string} on */
function instrumentWord(node, ended, on) {
  if (node.status === 'draft') return 'proposed';
  if (on && isDate(node.start) && on < earliestDay(node.start)) return 'not yet made';
  const days = ended.filter(isDate).map(latestDay).sort();
  if (days.length) return !on || on >= days[0] ? 'revoked' : 'in force';
  if (node.status === 'revoked') return 'revoked';
  if (on && isDate(node.end)) return on > latestDay(node.end) ? 'lapsed' : 'in force';
  return on && node.status === 'made' ? 'in force' : '';
}
