/** The one box: a question, words to search for, or a reference. */

import { addressOf } from "./address.js";
import { element, fill } from "./elements.js";
import { go } from "./router.js";
import { word } from "./words.js";

/** Shows the box above a view with what its address asks; hides it where `place` is null. */
export function box(parent, place) {
  parent.hidden = !place;
  if (!place) return;
  const field = element("input", { type: "search", id: "question", name: "q", maxlength: 2000, autocomplete: "off" });
  field.value = place.query.get("q") ?? "";
  const onsubmit = (event) => {
    event.preventDefault();
    if (field.value.trim()) go(addressOf("ask", [], { q: field.value.trim() }));
  };
  fill(parent, element("form", { role: "search", onsubmit }, field, element("button", { class: "main" }, word("shell.ask"))));
}
