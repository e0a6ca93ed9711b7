/** Making elements. Invariant: text goes in as text; nothing is ever read as markup. */

const SVG = 'http://www.w3.org/2000/svg';

/** @param {string} id @returns {any} */
export function byId(id) {
  return document.getElementById(id);
}

/** An HTML element. @param {string} tag @param {Record<string, any>} [given] @param {...(Node | string)} children @returns {any} */
export function el(tag, given = {}, ...children) {
  return filledWith(document.createElement(tag), given, children);
}

/** An SVG element. @param {string} tag @param {Record<string, any>} [given] @param {...(Node | string)} children @returns {any} */
export function svgEl(tag, given = {}, ...children) {
  return filledWith(document.createElementNS(SVG, tag), given, children);
}

/** `text` is the content, `on…` listeners, the rest attributes. */
function filledWith(made, given, children) {
  for (const [name, value] of Object.entries(given)) {
    if (name === 'text') made.textContent = value;
    else if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children);
  return made;
}

/** A button. @param {string} text @param {() => void} act @param {Record<string, any>} [given] */
export function button(text, act, given = {}) {
  return el('button', { type: 'button', text, onclick: act, ...given });
}
