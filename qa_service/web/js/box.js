/** The one box: a question, words to search for, or a reference. */

import { addressOf } from "./address.js";
import { say } from "./aloud.js";
import { combobox } from "./combobox.js";
import { element, fill } from "./elements.js";
import { go } from "./router.js";
import { suggest, suggestionAddress, suggestionLine } from "./suggestions.js";
import { language, word } from "./words.js";

const MODES = ["ask", "search"];

/**
 * Shows the box above a view, holding what its address asks; hides it where `place` is null.
 * @param {HTMLElement} parent
 * @param {import("./address.js").Place | null} place
 */
export function box(parent, place) {
  parent.hidden = !place;
  if (!place) return;
  if (parent.dataset.language !== language()) build(parent);
  parent.dataset.language = language();
  parent.dataset.start = String(!place.query.has("q"));
  parent.querySelector("#question").value = place.query.get("q") ?? "";
  parent.querySelector(`#mode-${place.room === "search" ? "search" : "ask"}`).checked = true;
  name(parent);
}

function build(parent) {
  const field = element("input", {
    type: "search",
    id: "question",
    maxlength: 2000,
    autocomplete: "off",
    autocapitalize: "sentences",
    enterkeyhint: "search",
    spellcheck: "false",
    "aria-describedby": "box-hint",
  });
  const list = element("ul", {
    id: "suggestions",
    class: "suggestions plain",
    "aria-label": word("box.suggestions"),
    hidden: true,
  });
  const ties = { find: suggest, show: suggestionLine, take: (one) => go(suggestionAddress(one)), count, say };
  const tied = combobox(field, list, ties);
  const onsubmit = (event) => {
    event.preventDefault();
    tied.close();
    submit(parent, field);
  };
  fill(
    parent,
    element(
      "form",
      { role: "search", onsubmit, "aria-label": word("box.form") },
      ...parts(parent, field, list),
    ),
  );
}

function parts(parent, field, list) {
  return [
    element("label", { for: "question", class: "unseen" }, word("box.label")),
    element(
      "div",
      { class: "box-line" },
      element("div", { class: "box-field" }, field, list),
      element("button", { class: "main" }),
    ),
    element(
      "div",
      { class: "row box-below" },
      modes(parent),
      element("p", { id: "box-hint", class: "faint" }, word("box.hint")),
    ),
  ];
}

function modes(parent) {
  const choices = MODES.map((mode) => {
    const id = `mode-${mode}`;
    const input = element("input", {
      type: "radio",
      name: "mode",
      id,
      value: mode,
      onchange: () => name(parent),
    });
    return element("label", { for: id }, input, word(`box.modes.${mode}`));
  });
  return element(
    "fieldset",
    { class: "modes row" },
    element("legend", { class: "unseen" }, word("box.mode")),
    choices,
  );
}

/** Writes on the button what it does now. */
function name(parent) {
  const mode = modeOf(parent);
  parent.querySelector("button").textContent = word(`box.buttons.${mode}`);
  parent.querySelector("#question").placeholder = word(`box.placeholders.${mode}`);
}

function submit(parent, field) {
  const text = field.value.trim();
  if (text) go(addressOf(modeOf(parent), [], { q: text }));
  else field.focus();
}

const modeOf = (parent) => parent.querySelector("input[name='mode']:checked").value;
const count = (found) => word("box.found", { count: found });
