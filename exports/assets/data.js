/**
 * What the page carries, as objects that refer to one another. Invariant: nothing is changed after it has been read.
 *
 * @typedef {{index: number, kind: string, label: string, names: string[], status: string, start: string, end: string,
 *   observed: string[], details: string[][], proofs: number[], count: number, id: string, edges: Edge[]}} Node
 * @typedef {{index: number, kind: string, source: Node, target: Node, verb: string, how: string, start: string,
 *   end: string, observed: string[], details: string[][], proofs: number[]}} Edge
 * @typedef {{index: number, kind: string, label: string, tier: number, rank: number, lines: string[], nodes: Node[],
 *   held: Edge[], foot: number}} Box
 * @typedef {{index: number, kind: string, source: number, target: number, verb: string, edges: Edge[]}} Line
 * @typedef {{paper: string[], quote: string, page: number, locator: string, rule: string, certainty: string,
 *   before: string, after: string}} Passage
 * @typedef {{kind: string, severity: string, explanation: string, text: string, about: number[], quotes: string[][]}} Finding
 * @typedef {{asOf: string, title: string, tiers: string[], shows: Record<string, string>, kinds: Record<string, string>,
 *   lineKinds: Record<string, string>, papers: string[][], nodes: Node[], edges: Edge[], boxes: Box[], lines: Line[],
 *   duties: Record<number, string[][]>, home: number[], findings: Finding[] | null, show: string, start: number, scene: number[],
 *   layout: {width: number, height: number, boxes: number[][], paths: number[][], words: any[][], bands: number[][]}}} World
 */

/** The text of a template, unpacked where it is compressed. @param {string} id @returns {Promise<string>} */
async function carried(id) {
  const holder = /** @type {HTMLTemplateElement} */ (document.getElementById(id));
  const text = holder.content.textContent ?? '';
  if (holder.dataset.form !== 'gzip') return text;
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i += 1) bytes[i] = raw.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}

/** @returns {Promise<World>} */
export async function loadWorld() {
  const raw = JSON.parse(await carried('data'));
  const nodes = raw.nodes.map((row, index) => ({
    index, kind: row[0], label: row[1], names: row[2], status: row[3], start: row[4], end: row[5], observed: row[6],
    details: row[7], proofs: row[8], count: row[9], id: row[10], edges: [],
  }));
  const edges = raw.edges.map((row, index) => ({
    index, kind: row[0], source: nodes[row[1]], target: nodes[row[2]], verb: row[3], how: row[4], start: row[5],
    end: row[6], observed: row[7], details: row[8], proofs: row[9],
  }));
  for (const edge of edges) {
    edge.source.edges.push(edge);
    if (edge.target !== edge.source) edge.target.edges.push(edge);
  }
  const boxes = raw.boxes.map((row, index) => ({
    index, kind: row[0], label: row[1], tier: row[2], rank: row[3], lines: row[4], nodes: row[5].map((i) => nodes[i]),
    held: row[6].map((i) => edges[i]), foot: row[7],
  }));
  const lines = raw.lines.map((row, index) => ({
    index, kind: row[0], source: row[1], target: row[2], verb: row[3], edges: row[4].map((i) => edges[i]),
  }));
  return { ...raw, nodes, edges, boxes, lines };
}

/** @type {Promise<any[][]> | null} */
let kept = null;

/** Passages by number; read when first asked for. @param {World} world @param {number[]} numbers @returns {Promise<Passage[]>} */
export async function passagesOf(world, numbers) {
  kept ??= carried('passages').then((text) => JSON.parse(text));
  const rows = await kept;
  return numbers.map((number) => {
    const [paper, quote, page, locator, rule, certainty, before, after] = rows[number];
    return { paper: world.papers[paper], quote, page, locator, rule, certainty, before, after };
  });
}
