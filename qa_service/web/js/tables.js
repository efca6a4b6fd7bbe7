/** The tables of the annex: all of them, and one of them whole. */

import { addressOf, tableAt } from "./address.js";
import { api } from "./api.js";
import { chosenForm, citationBlock } from "./citation.js";
import { element } from "./elements.js";
import { tableParts } from "./table_panel.js";
import { knowTotals } from "./totals.js";
import { language, LANGUAGES, word } from "./words.js";

/** @type {import("./router.js").View} */
export const tables = { room: "tables", box: false, layout: "column", open: openAll };

/** @type {import("./router.js").View} */
export const table = { room: "tables", box: false, layout: "wide", open: openOne };

async function openAll(place, slot, signal) {
  const reply = await api.tables(language(), signal);
  const byChapter = Map.groupBy(reply.tables, (one) => one.chapter ?? "");
  slot.append(
    element(
      "header",
      { class: "stack" },
      element("h1", { tabindex: "-1" }, word("tables.heading")),
      element("p", { class: "faint" }, word("tables.lead", { count: reply.tables.length })),
    ),
    ...[...byChapter].map(([chapter, listed]) => chapterSection(chapter, listed)),
  );
  return word("tables.heading");
}

function chapterSection(chapter, listed) {
  const links = listed.map((one) =>
    element(
      "li",
      {},
      element(
        "a",
        { href: tableAt(one.number, language()) },
        element("span", { class: "number" }, one.number),
        element("span", {}, one.title),
      ),
    ),
  );
  return element(
    "section",
    { class: "stack", lang: language() },
    chapter ? element("h2", {}, chapter) : null,
    element("ol", { class: "plain table-list" }, links),
  );
}

async function openOne(place, slot, signal) {
  const [number] = place.path;
  const edition = LANGUAGES.includes(place.query.get("language")) ? place.query.get("language") : language();
  const form = chosenForm();
  const [one, totals] = await Promise.all([api.table(number, { edition, form }, signal), knowTotals()]);
  const cells = place.query.getAll("cell");
  slot.append(
    element("p", {}, element("a", { href: addressOf("tables") }, word("table.all"))),
    element(
      "h1",
      { tabindex: "-1", class: "table-title" },
      word("table.name", { number: one.number }),
      " ",
      element(
        "span",
        { lang: edition },
        one.title,
        one.unit ? element("span", { class: "faint" }, ` (${one.unit})`) : null,
      ),
    ),
    editions(one, edition, place),
    element(
      "div",
      { class: "card stack table-panel" },
      tableParts(one, totals, { edition, cells, named: false }),
    ),
    cited(one, form, edition),
  );
  return word("table.title", { number: one.number, title: one.title });
}

/** The switch between the official table and its translation. */
function editions(one, edition, place) {
  const links = LANGUAGES.map((each) => {
    const href = tableAt(one.number, each, place.query.get("cell") ?? "");
    return element(
      "a",
      { href, "aria-current": each === edition ? "true" : null, class: "button small" },
      word(`table.editions.${each}`),
    );
  });
  return element("p", { class: "row editions-choice" }, links);
}

function cited(one, form, edition) {
  if (!one.passage) return null;
  const block = citationBlock({ id: one.passage, citation: one.citation, form }, edition);
  return element("section", { class: "stack" }, element("h2", {}, word("citation.heading")), block);
}
