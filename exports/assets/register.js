/**
 * The register of duties, with filters. Invariant: every duty that can have been known on the day has a row, with the status
 * that the register of the command line gives it.
 *
 * @typedef {import('./data.js').World} World
 * @typedef {import('./data.js').Node} Node
 */
import { dayWords } from './days.js';
import { button, byId, el } from './elements.js';
import { nextDue, OFTEN } from './periods.js';
import { nameButton, quotesOf } from './sentences.js';
import { statusOn } from './standing.js';
import { state } from './state.js';
import { rowOf, statusOf, tableOf } from './table.js';

const ROWS_AT_ONCE = 100;
const HEADINGS = ['Duty', 'Owed by', 'Owed to', 'Under', 'Due', 'How often', 'Status', 'Quote'];
/** A detail of a node. @param {Node} node @param {string} name */
function detailOf(node, name) {
  return (node.details.find(([key]) => key === name) ?? ['', ''])[1];
}

/** The next day on which a duty falls due, or the words of its deadline. @param {Node} node */
function dueDay(node) {
  const deadline = detailOf(node, 'deadline');
  return nextDue(deadline, node.start, detailOf(node, 'frequency'), state.on) || deadline;
}

/** @param {World} world */
export function fillRegister(world) {
  const duties = world.nodes.filter((node) => node.kind === 'obligation' && statusOn(world, node, state.on) !== '').map((node) => {
    const ends = (kind, from) => node.edges.filter((edge) => edge.kind === kind && (from ? edge.source : edge.target) === node)
      .map((edge) => (from ? edge.target : edge.source));
    return { node, by: ends('owes', true), to: ends('owed_to', true), under: ends('mandates', false),
      due: dueDay(node), status: statusOn(world, node, state.on) || 'unknown' };
  });
  duties.sort((a, b) => (a.due || '9999').localeCompare(b.due || '9999') || a.node.index - b.node.index);
  const holder = el('div');
  const count = el('p', { role: 'status' });
  const choice = (label, name, values) => {
    const select = el('select', { onchange: () => { state.filter[name] = select.value; show(); } },
      el('option', { value: '', text: 'all' }), ...[...new Set(values)].sort().map((value) => el('option', { value, text: value })));
    select.value = state.filter[name] ?? '';
    return el('label', {}, `${label} `, select);
  };
  const field = el('input', { type: 'search', value: state.filter.text ?? '', oninput: () => { state.filter.text = field.value; show(); } });

  function show() {
    const { text = '', by = '', under = '', status = '' } = state.filter;
    const wanted = text.toLowerCase();
    const rows = duties.filter((duty) => (!status || duty.status === status)
      && (!by || duty.by.some((node) => node.label === by)) && (!under || duty.under.some((node) => node.label === under))
      && (!wanted || [duty.node, ...duty.by, ...duty.to, ...duty.under].some((node) => node.label.toLowerCase().includes(wanted))));
    const table = tableOf(HEADINGS, []);
    let told = 0;
    const more = button('More', () => tell(), { class: 'more' });
    function tell() {
      table.tBodies[0].append(...rows.slice(told, told + ROWS_AT_ONCE).map((duty) => rowOf(cellsOf(world, duty))));
      told += ROWS_AT_ONCE;
      more.hidden = told >= rows.length;
      more.textContent = `${rows.length - told} more`;
    }
    tell();
    count.textContent = `${rows.length} of ${duties.length} duties${state.on ? ` as of ${dayWords(state.on)}` : ''}`;
    holder.replaceChildren(rows.length ? table : el('p', { class: 'lede', text: duties.length ? 'No duty fits these filters.' : 'The documents tell of no duty.' }), more);
  }

  byId('view').replaceChildren(el('h2', { text: 'Register of duties' }),
    el('p', { class: 'lede', text: state.on ? 'Who must do what, for whom, by when and under what, and how it stands on the day.'
      : 'Who must do what, for whom, by when and under what. Set a day above to see what is due, overdue or lapsed.' }), el('div', { class: 'filters' },
    el('label', {}, 'Words ', field), choice('Owed by', 'by', duties.flatMap((d) => d.by.map((node) => node.label))),
    choice('Under', 'under', duties.flatMap((d) => d.under.map((node) => node.label))),
    choice('Status', 'status', duties.map((d) => d.status))), count, holder);
  show();
}

function cellsOf(world, { node, by, to, under, due, status }) {
  const named = (nodes, none = '') => el('span', {}, ...(nodes.length ? nodes.map(nameButton) : [none]));
  const often = detailOf(node, 'frequency');
  return [nameButton(node), named(by), named(to), named(under, 'no mandate found'), dayWords(due), OFTEN[often] ?? often, statusOf(status),
    quotesOf(world, node.proofs.slice(0, 1))];
}
