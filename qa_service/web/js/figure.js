/** A figure: its value, and the table that it is from with its cell marked. */

import { element } from "./elements.js";
import { tablePanel } from "./table_panel.js";
import { LANGUAGES, word } from "./words.js";

/** The value as printed, large, with the row and column that it stands in; marked like a cell of a table
 * where the damaged source does not settle it. */
export function figureValue(figure) {
  const unsettled = figure.doubts.includes("unsettled");
  return element(
    "div",
    { class: "figure-value" },
    element("p", { class: `big${unsettled ? " uncertain" : ""}` }, figure.value, unit(figure)),
    element(
      "p",
      { class: "faint" },
      word("figure.place", { table: figure.table, row: figure.row, column: figure.column }),
    ),
  );
}

/** The tables of a reply's figures, each with its cells marked. */
export function figureSection(reply, signal) {
  const edition = LANGUAGES.includes(reply.language) ? reply.language : LANGUAGES[0];
  const byTable = Map.groupBy(reply.figures, (figure) => figure.table);
  const panels = [...byTable].map(([number, figures]) =>
    tablePanel(number, { edition, cells: figures.map((one) => one.cell), signal }),
  );
  return element("section", { class: "stack" }, element("h2", {}, word("figure.heading")), panels);
}

function unit(figure) {
  return figure.unit ? element("span", { class: "unit" }, ` ${figure.unit}`) : null;
}
