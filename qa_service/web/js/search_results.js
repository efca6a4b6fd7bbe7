/** What a search found, best first. */

import { addressOf, reading, tableAt } from "./address.js";
import { copyButton } from "./citation.js";
import { element } from "./elements.js";
import { marked } from "./offsets.js";
import { standing } from "./passage.js";
import { commonWords } from "./read/hits.js";
import * as marks from "./read/marks.js";
import { word } from "./words.js";

/**
 * The sections of a reply of POST /v1/search, the words that were sought marked; `form` is that in which it
 * cites.
 * @returns {Promise<Node[]>}
 */
export async function searchSections(reply, form) {
  const { query: q, hits } = reply;
  const begin = marks.beginnings(q, await commonWords());
  const found = element("p", { class: "faint" }, word("search.found", { count: hits.length }));
  return [
    element(
      "header",
      { class: "stack" },
      element("h1", { class: "eyebrow", tabindex: "-1" }, word("search.heading")),
      element("p", { class: "asked" }, q),
      found,
    ),
    element(
      "ol",
      { class: "plain stack hits" },
      hits.map((hit) => element("li", {}, result(hit.passage, q, begin, form))),
    ),
    element("p", {}, element("a", { href: addressOf("ask", [], { q }) }, word("search.ask"))),
  ];
}

function result(passage, words, begin, form) {
  const titles = passage.path.map((title) => element("span", { class: "step" }, title));
  const cited = { id: passage.id, citation: passage.citation, form };
  return element(
    "article",
    { class: "card stack hit" },
    element(
      "h2",
      { lang: passage.language },
      element("a", { href: address(passage, words) }, titles.at(-1) ?? passage.id),
    ),
    titles.length > 1
      ? element("p", { class: "path faint", lang: passage.language }, titles.slice(0, -1))
      : null,
    element(
      "p",
      { class: "snippet", lang: passage.language },
      marked(passage.text, marks.standing(passage.text, begin)),
    ),
    element(
      "p",
      { class: "row actions" },
      standing(passage),
      copyButton(cited, passage.language, { class: "small" }),
    ),
  );
}

/** A row or table is read as a table, everything else in the text. */
function address(passage, words) {
  if (!passage.table) return reading(passage.id, words);
  return tableAt(passage.table, passage.language, passage.kind === "row" ? passage.id : "");
}
