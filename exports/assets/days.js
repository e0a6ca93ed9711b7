/** Dates as they are written in a letter. The same as `day_words` in `words.py`. Invariant: what is no date stays as it is. */

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `2024-06-14` as `14 June 2024`. @param {string} day */
export function dayWords(day) {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(day);
  const month = Number(found?.[2] ?? 1);
  if (!found || month < 1 || month > 12) return day;
  return [found[3] ? String(Number(found[3])) : '', found[2] ? MONTHS[month - 1] : '', found[1]].filter(Boolean).join(' ');
}

/** The dates of a thing in words. @param {{start: string, end: string, observed: string[]}} thing */
export function spanOf(thing) {
  if (thing.start && thing.end) return `${dayWords(thing.start)} to ${dayWords(thing.end)}`;
  if (thing.start) return `from ${dayWords(thing.start)}`;
  if (thing.end) return `until ${dayWords(thing.end)}`;
  const days = thing.observed;
  if (!days.length) return '';
  return days.length === 1 ? `seen ${dayWords(days[0])}` : `seen ${dayWords(days[0])} to ${dayWords(days[days.length - 1])}, ${days.length} times`;
}
