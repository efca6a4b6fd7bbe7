/** A table of the annex with all that belongs to it: notes, source, drawings and files. */

import { tableAt } from "./address.js";
import { api } from "./api.js";
import { chartPanel } from "./chart_panel.js";
import { element, fill } from "./elements.js";
import { Failure } from "./failure.js";
import { files } from "./files.js";
import { grid, placeIn } from "./grid.js";
import { problemLine } from "./problem.js";
import { knowTotals } from "./totals.js";
import { word } from "./words.js";

/**
 * A panel that fetches its table by itself.
 * @param {number} number
 * @param {{ edition: string, cells: (string | null)[], signal: AbortSignal }} options
 *   `cells` are ids of marked cells and rows, the chosen one first
 */
export function tablePanel(number, options) {
  const panel = element("div", { class: "card stack table-panel", "aria-busy": "true" });
  fill(panel, element("p", { class: "waiting" }, word("shell.waiting")));
  furnish(panel, number, options);
  return panel;
}

async function furnish(panel, number, { edition, cells, signal }) {
  try {
    const [table, totals] = await Promise.all([api.table(number, { edition }, signal), knowTotals()]);
    fill(panel, ...tableParts(table, totals, { edition, cells }), wayToTable(table, edition, cells));
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof Failure)) throw error;
    fill(panel, element("p", { class: "notice bad", role: "alert" }, problemLine(error)));
  }
  panel.removeAttribute("aria-busy");
}

/** Everything that shows a table: its name unless `named` is false, grid, notes, drawing, files. @returns {Node[]} */
export function tableParts(table, totals, { edition, cells, named = true }) {
  const places = new Set(cells.map(placeIn).filter(Boolean));
  const drawing = chartPanel(table, totals, startOf(table, places), edition, named ? 3 : 2);
  const shown = grid(table, { language: edition, cells: places, choose: drawing.choose });
  return [
    named ? name(table, edition) : null,
    shown,
    below(table, edition),
    drawing.panel,
    files(table, edition, places),
  ].filter(Boolean);
}

function name(table, edition) {
  const unit = table.unit ? element("span", { class: "faint" }, ` (${table.unit})`) : null;
  return element(
    "h3",
    { class: "grid-name" },
    word("table.name", { number: table.number }),
    " ",
    element("span", { lang: edition }, table.title, unit),
  );
}

/**
 * What a drawing begins with: row and column from 0, and the kind where the marked cells tell it. Cells of one
 * row are a course of years, whose latest is chosen; cells of one column a comparison, whose first is.
 */
function startOf(table, places) {
  const cells = [...places].map((place) => place.split("."));
  const course = new Set(cells.map(([row]) => row)).size < cells.length;
  const [row, column] = (course ? cells.at(-1) : cells[0]) ?? [];
  const found = table.rows.findIndex((one) => placeIn(one.passage) === row);
  const kind = cells.length > 1 ? (course ? "years" : "rows") : null;
  return { row: Math.max(found, 0), column: column ? Number(column) - 1 : table.columns.length - 1, kind };
}

function below(table, edition) {
  const uncertain = table.rows.some((row) => row.uncertain.length);
  return element(
    "div",
    { class: "below stack" },
    table.notes.map((note) => element("p", { lang: edition }, note)),
    table.source ? element("p", { lang: edition }, word("table.source", { source: table.source })) : null,
    uncertain
      ? element("p", {}, element("span", { class: "swatch uncertain" }), word("table.uncertain"))
      : null,
  );
}

function wayToTable(table, edition, cells) {
  const href = tableAt(table.number, edition, cells[0] ?? "");
  return element("p", {}, element("a", { href }, word("table.open", { number: table.number })));
}
