/** A passage in its place: where it stands, its words with the marked ones, its counterpart, its citation. */

import { permanent, reading, tableAt } from "./address.js";
import { copyButton } from "./citation.js";
import { element } from "./elements.js";
import { marked } from "./offsets.js";
import { word } from "./words.js";

/**
 * @param {{ passage: any, highlights: [number, number][], counterpart: any }} citation as a reply has it
 * @param {{ form: string, words?: string, id?: string, number?: number }} options `form` in which the reply
 *   cites; `words` are marked in the reading view; `number` by which an answer names it
 */
export function passageCard(citation, { form, words = "", id, number }) {
  const { passage, highlights = [] } = citation;
  const cited = { id: passage.id, citation: passage.citation, form };
  return element(
    "article",
    { class: "card stack passage", "data-passage": passage.id, id, tabindex: id ? "-1" : null },
    element(
      "div",
      { class: "row place-line" },
      number ? element("span", { class: "number" }, `[${number}]`) : null,
      pathLine(passage, words),
    ),
    editions(passage, highlights, passage.counterpart),
    mends(passage),
    actions(passage, cited, words),
  );
}

/** The chapter and section of a passage, as the way to it in the reading view. */
export function pathLine(passage, words = "") {
  const titles = passage.path.map((title) => element("span", { class: "step" }, title));
  const way = element("a", { href: reading(passage.id, words), lang: passage.language }, titles);
  return element(
    "p",
    { class: "path" },
    element("span", { class: "unseen" }, `${word("passage.path")}: `),
    way,
  );
}

/** Whether the edition is the official text. */
export function standing(edition) {
  const kind = edition.status === "official" ? "official" : "translation";
  return element("span", { class: `badge ${kind}` }, word(`passage.${kind}`));
}

function editions(passage, highlights, counterpart) {
  const shown = [edition(passage, highlights, !counterpart)];
  if (counterpart) shown.push(edition(counterpart, counterpart.highlights, false));
  return element("div", { class: "editions" }, shown);
}

/** One edition; the lines of the official text stand beside it, or beside a translation that is `alone`. */
function edition(one, highlights, alone) {
  const lines = one.status === "official" || alone ? one.source_lines : null;
  const told = lines ? element("span", { class: "faint" }, citedLines(lines)) : null;
  return element(
    "div",
    { class: `edition ${one.status === "official" ? "official" : "translation"}` },
    element("p", { class: "row edition-head" }, standing(one), told),
    element("p", { lang: one.language, class: "edition-text" }, marked(one.text, highlights)),
  );
}

/** Lines as they are cited; thousands are not parted, for they are numbers of lines. */
function citedLines([first, last]) {
  if (first === last) return word("passage.line", { lines: String(first) });
  return word("passage.lines", { lines: `${first}–${last}` });
}

function mends(passage) {
  if (!passage.mends?.length) return null;
  const each = passage.mends.map((mend) =>
    element(
      "li",
      {},
      word("passage.mend", { line: String(mend.line), before: mend.before, after: mend.after }),
    ),
  );
  const title = element("summary", {}, word("passage.mends", { count: passage.mends.length }));
  return element("details", {}, title, element("ul", { class: "stack faint mends" }, each));
}

function actions(passage, cited, words) {
  const row = passage.kind === "row" ? passage.id : "";
  return element(
    "p",
    { class: "row actions" },
    copyButton(cited, passage.language, { class: "small" }),
    element("a", { class: "button small", href: reading(passage.id, words) }, word("passage.read")),
    passage.table
      ? element(
          "a",
          { class: "button small", href: tableAt(passage.table, passage.language, row) },
          word("passage.table", { number: passage.table }),
        )
      : null,
    element("a", { class: "address", href: permanent(passage.id) }, word("passage.address")),
  );
}
