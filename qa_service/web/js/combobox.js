/**
 * A text field with a list of suggestions, as the ARIA 1.2 combobox pattern has it: the focus stays in the
 * field, arrows move through the list, Enter takes, Escape closes.
 */

import { element, fill } from "./elements.js";

const PAUSE = 150;

/**
 * @template T
 * @typedef {object} Options
 * @property {(typed: string, signal: AbortSignal) => Promise<T[]>} find what to suggest; a call that is
 *   overtaken by a later one is aborted and its reply dropped
 * @property {(one: T) => Node} show
 * @property {(one: T) => void} take
 * @property {(count: number) => string} count says how many there are
 * @property {(text: string) => void} say tells it to those who do not see the list
 */

/** Ties a list to a field. @param {HTMLInputElement} field @param {HTMLElement} list @param {Options<any>} options */
export function combobox(field, list, options) {
  const state = { found: [], active: -1, asked: new AbortController(), timer: 0 };
  const box = { field, list, options, state };
  const roles = {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  };
  for (const [name, value] of Object.entries(roles)) field.setAttribute(name, value);
  list.setAttribute("role", "listbox");
  field.addEventListener("input", () => later(box));
  field.addEventListener("keydown", (event) => pressed(event, box));
  field.addEventListener("blur", () => close(box));
  field.addEventListener("click", () => list.hidden && ask(box));
  list.addEventListener("mousedown", (event) => event.preventDefault()); // The field keeps the focus.
  return { close: () => close(box) };
}

function later(box) {
  clearTimeout(box.state.timer);
  box.state.timer = setTimeout(() => ask(box), PAUSE);
}

async function ask(box) {
  const { state, field, options } = box;
  state.asked.abort();
  const asked = (state.asked = new AbortController());
  const found = await options.find(field.value, asked.signal);
  if (asked.signal.aborted || document.activeElement !== field) return;
  open(box, found);
}

function open(box, found) {
  const { state, field, list, options } = box;
  Object.assign(state, { found, active: -1 });
  fill(
    list,
    found.map((one, place) => option(box, one, place)),
  );
  list.hidden = !found.length;
  field.setAttribute("aria-expanded", String(!list.hidden));
  field.removeAttribute("aria-activedescendant");
  if (found.length) options.say(options.count(found.length));
}

function option(box, one, place) {
  const onclick = () => take(box, place);
  const attributes = { role: "option", id: `${box.list.id}-${place}`, "aria-selected": "false", onclick };
  return element("li", attributes, box.options.show(one));
}

function close(box) {
  clearTimeout(box.state.timer);
  box.state.asked.abort();
  box.list.hidden = true;
  box.state.active = -1;
  box.field.setAttribute("aria-expanded", "false");
  box.field.removeAttribute("aria-activedescendant");
}

function pressed(event, box) {
  const { state, list } = box;
  const moves = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in moves && list.hidden) ask(box);
  else if (event.key in moves) move(box, moves[event.key]);
  else if (event.key === "Enter" && state.active >= 0) take(box, state.active);
  else if (event.key === "Escape" && !list.hidden) close(box);
  else return;
  event.preventDefault();
}

/** Moves through the list and, past either end, back into the field. */
function move(box, step) {
  const { state, field, list } = box;
  const places = state.found.length + 1;
  state.active = ((state.active + 1 + step + places) % places) - 1;
  [...list.children].forEach((each, place) =>
    each.setAttribute("aria-selected", String(place === state.active)),
  );
  const active = list.children[state.active];
  active?.scrollIntoView({ block: "nearest" });
  if (active) field.setAttribute("aria-activedescendant", active.id);
  else field.removeAttribute("aria-activedescendant");
}

function take(box, place) {
  const one = box.state.found[place];
  close(box);
  box.options.take(one);
}
