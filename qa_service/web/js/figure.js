/** A figure: its value, and the table that it is from with its cell marked. */

import { element } from "./elements.js";
import { tablePanel } from "./table_panel.js";
import { LANGUAGES, word } from "./words.js";

/** The value as printed, large; marked like a cell of a table where the damaged source does not settle it. */
export function figureValue(figure) {
  const unsettled = figure.doubts.includes("unsettled");
  return element("p", { class: `big${unsettled ? " uncertain" : ""}` }, figure.value, unit(figure));
}

/** The row and column that a value stands in, where no sentence says so. */
export function figurePlace({ table, row, column }) {
  return element("p", { class: "faint" }, word("figure.place", { table, row, column }));
}

/** The tables of a reply's figures, each with its cells marked. */
export function figureSection(reply, signal) {
  const byTable = Map.groupBy(reply.figures, (figure) => figure.table);
  const panels = [...byTable].map(([number, figures]) =>
    tablePanel(number, { edition: editionFor(reply), cells: figures.map((one) => one.cell), signal }),
  );
  return element("section", { class: "stack" }, element("h2", {}, word("figure.heading")), panels);
}

/** The table that lacks what was asked: what it has is seen at once. */
export function lackingSection(reply, signal) {
  const panel = tablePanel(reply.table, { edition: editionFor(reply), cells: [], signal });
  return element("section", { class: "stack" }, element("h2", {}, word("figure.lacking")), panel);
}

const editionFor = (reply) => (LANGUAGES.includes(reply.language) ? reply.language : LANGUAGES[0]);

function unit(figure) {
  return figure.unit ? element("span", { class: "unit" }, ` ${figure.unit}`) : null;
}
