/** The reading view. */

import { reading } from "./address.js";
import { api } from "./api.js";
import { element } from "./elements.js";
import { word } from "./words.js";

/** @type {import("./router.js").View} */
export const read = { room: "read", box: false, layout: "wide", open };

async function open(place, slot, signal) {
  if (!place.path.length) return fillStart(slot);
  const { passage } = await api.passage(place.path[0], {}, signal);
  slot.append(
    element("h1", { tabindex: "-1", lang: passage.language }, passage.path.at(-1)),
    element("p", { lang: passage.language }, passage.text),
    element("p", {}, element("a", { href: reading(passage.counterpart?.id ?? passage.id) }, word("shell.read"))),
  );
  return passage.path.at(-1);
}

function fillStart(slot) {
  slot.append(element("h1", { tabindex: "-1" }, word("shell.read")));
  return word("shell.read");
}
