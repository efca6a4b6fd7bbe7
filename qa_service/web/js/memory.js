/**
 * What this browser remembers: `kept` for good, `held` until the tab is closed. Where the browser gives no
 * storage the page works all the same and forgets.
 */

const PREFIX = "qa.";

/** @returns {any} what was remembered under a name, else `otherwise` */
export const recalled = (name, otherwise = null) => read("localStorage", name, otherwise);

/** Remembers a value that JSON can hold; null forgets it. */
export const remember = (name, value) => write("localStorage", name, value);

export const held = (name) => read("sessionStorage", name, null);
export const hold = (name, value) => write("sessionStorage", name, value);

function read(store, name, otherwise) {
  try {
    const text = window[store].getItem(PREFIX + name);
    return text === null ? otherwise : parsed(text, otherwise);
  } catch (error) {
    return forgiven(error, otherwise);
  }
}

function write(store, name, value) {
  try {
    if (value === null) window[store].removeItem(PREFIX + name);
    else window[store].setItem(PREFIX + name, typeof value === "string" ? value : JSON.stringify(value));
  } catch (error) {
    forgiven(error, null);
  }
}

/** Texts are stored as they are, for early.js reads them; everything else as JSON. */
function parsed(text, otherwise) {
  if (otherwise === null || typeof otherwise === "string") return text;
  try {
    return JSON.parse(text);
  } catch {
    return otherwise;
  }
}

function forgiven(error, value) {
  if (error instanceof DOMException) return value; // Storage is closed or full.
  throw error;
}
