/** A table of the annex where it stands in the text. */

import { tableAt } from "../address.js";
import { element } from "../elements.js";
import { grid } from "../grid.js";
import { language as spoken, word } from "../words.js";

/**
 * @param {any} table as `GET /v1/tables/{number}` gives it
 * @param {string} language of its words
 * @returns {HTMLElement} `data-id` of a row or a cell names it
 */
export function tableElement(table, language) {
  const frame = grid(table, { language });
  frame.lang = language;
  frame.setAttribute("aria-label", table.title); // Two editions of a table must not have one name.
  nameRows(frame, table);
  return element(
    "div",
    { class: "annex-table" },
    name(table, language),
    frame,
    remarks(table, language),
    way(table, language),
  );
}

function name({ number, title, unit }, language) {
  const measured = unit && element("span", { class: "faint" }, ` (${unit})`);
  const told = element("span", { lang: language }, title, measured);
  return element(
    "p",
    { class: "annex-name", lang: spoken() },
    element("strong", {}, word("table.name", { number })),
    " ",
    told,
  );
}

function nameRows(frame, table) {
  const rows = [...frame.querySelectorAll("tbody tr")].filter((row) => row.querySelector("td"));
  for (const [place, row] of rows.entries()) {
    const { passage } = table.rows[place];
    row.dataset.id = passage;
    for (const [column, cell] of row.querySelectorAll("td").entries())
      cell.dataset.id = `${passage}.c${column + 1}`;
  }
}

function remarks(table, language) {
  const told = [table.source, ...table.notes].filter(Boolean);
  return told.map((text) => element("p", { class: "faint small-text", lang: language }, text));
}

function way({ number }, language) {
  return element(
    "p",
    { class: "small-text", lang: spoken() },
    element("a", { href: tableAt(number, language) }, word("read.table", { number })),
  );
}
