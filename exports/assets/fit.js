/**
 * Text that fits a line of a box, by the same estimate as `words.py`. Invariant: no text is estimated wider than its room.
 */
export const INSIDE = 158;
const NARROW = "iIl.,:;'|!j()[]/\\ ft-’";
const WIDE = 'mwMW@%—';
const BROAD = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** The estimated width of a text. @param {string} text @param {number} size */
export function widthOf(text, size) {
  let sum = 0;
  for (const char of text) {
    if (NARROW.includes(char)) sum += 310;
    else if (WIDE.includes(char)) sum += 900;
    else if (/\p{M}/u.test(char)) sum += 0;
    else if (BROAD.test(char)) sum += 1050;
    else sum += char !== char.toLowerCase() || char > '\u007f' ? 720 : 560;
  }
  return (sum * size) / 1000;
}

/** A text that fits one line at a size; a long one ends in an ellipsis. @param {string} text @param {number} size */
export function fitted(text, size) {
  if (widthOf(text, size) <= INSIDE) return text;
  const chars = [...text];
  while (chars.length && widthOf(`${chars.join('')}…`, size) > INSIDE) chars.pop();
  return `${chars.join('').replace(/[ ,;:]+$/, '')}…`;
}

/** How much smaller text must be set so that a face wider than the estimate does not spill; 1 for the usual faces. */
export function faceFactor() {
  const ruler = document.createElement('canvas').getContext('2d');
  if (!ruler) return 1;
  const sample = 'Improvement Board reports quarterly to the Secretary of State';
  ruler.font = `100px ${getComputedStyle(document.body).fontFamily}`;
  return Math.min(1, widthOf(sample, 100) / Math.max(1, ruler.measureText(sample).width));
}
