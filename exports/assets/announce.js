/** Saying aloud what has happened, for readers of the screen. */
import { byId } from './elements.js';

/** @param {string} text */
export function announce(text) {
  byId('spoken').textContent = text;
}
