/** Every place that a reference names. */

import { addressOf } from "./address.js";
import { element } from "./elements.js";
import { passageCard } from "./passage.js";
import { tablePanel } from "./table_panel.js";
import { hasWord, word } from "./words.js";

/**
 * The sections of a reply of GET /v1/cite.
 * @param {any} reply
 * @param {string} form in which it cites
 * @param {AbortSignal} signal ends what is still being fetched
 */
export function referenceSections(reply, form, signal) {
  const { reference: q, hits, found } = reply;
  return [
    heading(reply),
    reply.message ? element("p", { class: "notice", lang: reply.language }, reply.message) : null,
    hits.length
      ? element(
          "div",
          { class: "stack" },
          hits.map((hit) => place(hit, reply, form, signal)),
        )
      : null,
    found > hits.length ? all(q, found) : null,
    element("p", {}, element("a", { href: addressOf("search", [], { q }) }, word("reference.search"))),
  ].filter(Boolean);
}

function heading({ reference, kind, found }) {
  const known = hasWord(`reference.kinds.${kind}`) ? word(`reference.kinds.${kind}`) : word("reference.none");
  return element(
    "header",
    { class: "stack" },
    element("h1", { class: "eyebrow", tabindex: "-1" }, known),
    element("p", { class: "asked" }, reference),
    found && kind !== "table" ? element("p", { class: "faint" }, word("reference.found", { count: found })) : null,
  );
}

/** A table is shown whole; every other place with the words that name it. */
function place(hit, reply, form, signal) {
  const { passage } = hit;
  if (passage.kind !== "table")
    return passageCard(readable(hit, reply.language), { form, words: reply.reference });
  const edition = hit.counterpart?.language === reply.language ? reply.language : passage.language;
  return tablePanel(passage.table, { edition, cells: [], signal });
}

/** The same place with the reader's edition first: look-ups find official passages. */
function readable(hit, language) {
  const { passage, counterpart, highlights } = hit;
  if (passage.language === language || counterpart?.language !== language) return hit;
  const official = { ...passage, highlights, counterpart: null };
  const first = { ...passage, ...counterpart, counterpart: official, mends: [] };
  return { passage: first, highlights: counterpart.highlights, counterpart: official };
}

function all(q, found) {
  const href = addressOf("cite", [], { q, all: "1" });
  return element("p", {}, element("a", { class: "button", href }, word("reference.all", { count: found })));
}
