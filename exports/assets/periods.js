/**
 * When what recurs falls due again. The same as `graph/questions/periods.py`. Invariant: months keep to the end of the
 * month; a period that is none adds nothing.
 */
import { isDate, latestDay } from './standing.js';

/** Words for the durations that are frequencies. */
export const OFTEN = { P1D: 'daily', P1W: 'weekly', P7D: 'weekly', P2W: 'fortnightly', P1M: 'monthly', P2M: 'every two months',
  P3M: 'quarterly', P4M: 'every four months', P6M: 'every six months', P6W: 'every six weeks', P1Y: 'yearly' };

/** The day a number of periods after a day; '' if the text is no period. @param {string} day @param {string} period @param {number} times */
export function addPeriod(day, period, times) {
  const match = /^P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/.exec(period);
  if (!match || period === 'P') return '';
  const [years, months, weeks, days] = match.slice(1).map((part) => Number(part ?? 0) * times);
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + years * 12 + months;
  const text = `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
  const last = latestDay(text);
  const start = latestDay(day.slice(0, 7)) === day || day.slice(8) > last.slice(8) ? last : `${text}-${day.slice(8)}`;
  if (month >= 120000) return '';
  const moved = new Date(`${start}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + weeks * 7 + days);
  return Number.isNaN(moved.getTime()) ? '' : moved.toISOString().slice(0, 10);
}

/** The first day from the day asked for on which a duty falls due; '' where no date is known.
 * @param {string} deadline @param {string} start @param {string} often @param {string} on */
export function nextDue(deadline, start, often, on) {
  const first = isDate(deadline) ? deadline : often && isDate(start) ? start : '';
  if (!first || !on || !often) return first;
  let day = latestDay(first);
  for (let count = 1; day < on && count < 4000; count += 1) day = addPeriod(latestDay(first), often, count) || on;
  return day === latestDay(first) ? first : day;
}
