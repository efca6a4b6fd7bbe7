/** The tables of the annex: all of them, and one of them whole. */

import { tableAt } from "./address.js";
import { api } from "./api.js";
import { element } from "./elements.js";
import { language, word } from "./words.js";

/** @type {import("./router.js").View} */
export const tables = { room: "tables", box: false, layout: "column", open: openAll };

/** @type {import("./router.js").View} */
export const table = { room: "tables", box: false, layout: "wide", open: openOne };

async function openAll(place, slot, signal) {
  const reply = await api.tables(language(), signal);
  const links = reply.tables.map((one) =>
    element("li", {}, element("a", { href: tableAt(one.number, language()) }, one.title)),
  );
  slot.append(element("h1", { tabindex: "-1" }, word("shell.tables")), element("ol", {}, links));
  return word("shell.tables");
}

async function openOne(place, slot, signal) {
  const one = await api.table(place.path[0], { edition: place.query.get("language") ?? language() }, signal);
  slot.append(element("h1", { tabindex: "-1" }, one.title));
  return one.title;
}
