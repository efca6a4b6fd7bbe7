/** Other ways into the text: by article of the Convention, by paragraph of the observations, by table. */

import { addressOf, reading } from "../address.js";
import { element } from "../elements.js";
import { word } from "../words.js";

/** Articles with the sections about them. @param {any[]} references as `GET /v1/references` gives them */
export const articleList = (contents, references) => listOf("article", "articles", contents, references);

/** Paragraphs of the concluding observations with the sections that answer them. */
export const observationList = (contents, references) =>
  listOf("observation", "observations", contents, references);

/** Tables below the section that they stand in. @param {any[]} tables as `GET /v1/tables` gives them */
export function tableList(contents, tables, words) {
  const titles = new Map(tables.map(({ number, title }) => [String(number), title]));
  const holding = contents.all.filter((section) => section.tables.length);
  const name = (id) => `${numberIn(id)}. ${titles.get(numberIn(id)) ?? ""}`;
  const entries = holding.map((section) => {
    const links = section.tables.map((id) => link(reading(id, words), name(id)));
    return entry(element("strong", {}, section.title), links);
  });
  return element("ul", { class: "plain ways", lang: contents.language }, entries);
}

function listOf(kind, field, contents, references) {
  const named = references.filter((reference) => reference.kind === kind);
  return element(
    "ul",
    { class: "plain ways" },
    named.map((one) => referenceEntry(one, field, contents)),
  );
}

/** The sections show the places marked while reading; behind them stands the way to all places at once. */
function referenceEntry({ label, number, places }, field, contents) {
  const about = contents.all.filter(
    (section) => tells(section, field, number) && !tells(section.parent, field, number),
  );
  const ways = about.map((section) => link(reading(section.id, label), section.title, contents.language));
  const all = link(addressOf("cite", [], { q: label }), word("read.places", { count: places.length }));
  return entry(element("strong", {}, label), [...ways, all]);
}

const tells = (section, field, number) => Boolean(section?.[field].includes(number));
const entry = (name, links) =>
  element("li", {}, element("p", {}, name), element("ul", { class: "plain" }, links));
const link = (href, text, lang = null) => element("li", {}, element("a", { href, lang }, text));
const numberIn = (id) => id.split(".t").at(-1);
