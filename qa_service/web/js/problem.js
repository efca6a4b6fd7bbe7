/** A failure in words, with what a reader can do about it. */

import { useKey } from "./api.js";
import { button, element } from "./elements.js";
import { hasWord, word } from "./words.js";

/**
 * The panel that tells a failure.
 * @param {import("./failure.js").Failure} error
 * @param {() => void} again tries once more
 */
export function problem(error, again) {
  const panel = element(
    "section",
    { class: "card stack problem", role: "alert" },
    element("h2", { tabindex: "-1" }, title(error)),
    element("p", {}, detail(error)),
  );
  panel.append(error.status === 401 ? keyForm(again) : retry(error, again));
  if (error.request)
    panel.append(element("p", { class: "faint" }, word("problem.request", { id: error.request })));
  return panel;
}

/** A failure in one sentence, for a line beside what failed. */
export const problemLine = (error) => `${title(error)}. ${detail(error)}`;

const title = (error) => own(error, "title") || error.title || word("problem.unknown.title");
const detail = (error) => own(error, "detail") || error.detail || word("problem.unknown.detail");

/** The page's own words for what only the page knows; the service words its own problems. */
const own = (error, part) =>
  hasWord(`problem.${error.slug}.${part}`) ? word(`problem.${error.slug}.${part}`) : "";

function retry(error, again) {
  const pressed = button(word("problem.again"), again, { class: "main" });
  const line = element("p", { class: "row" }, pressed);
  if (error.later && !detail(error).includes(String(error.later))) {
    line.append(element("span", { class: "faint" }, word("problem.later", { count: error.later })));
  }
  return line;
}

function keyForm(again) {
  const field = element("input", {
    type: "password",
    id: "api-key",
    autocomplete: "off",
    required: true,
    pattern: "[!-~]+",
  });
  const onsubmit = (event) => {
    event.preventDefault();
    useKey(field.value.trim());
    again();
  };
  return element(
    "form",
    { class: "stack", onsubmit },
    element("label", { for: "api-key" }, word("problem.key-needed.label")),
    field,
    element("p", {}, element("button", { class: "main" }, word("problem.key-needed.button"))),
  );
}
