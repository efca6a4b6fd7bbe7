/** The drawing beside a table, with the choice of what is drawn. */

import { chart, cutOff } from "./chart.js";
import { button, element, fill } from "./elements.js";
import { asPng, asSvg, picture, save } from "./picture.js";
import { columnName, rowName, seriesOf } from "./series.js";
import { language, word } from "./words.js";

/**
 * @param {any} table the reply of GET /v1/tables/{number}
 * @param {(label: string) => boolean} totals
 * @param {{ row: number, column: number, kind: string | null }} start what is drawn first, from 0
 * @param {string} edition language of the table
 * @param {number} level of the heading above it
 * @returns {{ panel: HTMLElement | null, choose: ((row: number, column: number) => void) | undefined }}
 *   nothing where no cell of the table can be drawn
 */
export function chartPanel(table, totals, start, edition, level) {
  const state = { ...drawable(table, totals, start), kind: start.kind };
  if (state.row === undefined) return { panel: null, choose: undefined };
  const parts = {
    choices: element("div", { class: "row" }),
    drawing: element("div", { class: "drawing", lang: edition }),
  };
  const show = () => draw(table, totals, state, parts, show);
  const choose = (row, column) => {
    if (!seriesOf(table, row, column, totals).length) return;
    Object.assign(state, { row, column });
    show();
  };
  new ResizeObserver(show).observe(parts.drawing);
  const heading = element(`h${level}`, {}, word("chart.heading"));
  return {
    panel: element("section", { class: "stack chart-panel" }, heading, parts.choices, parts.drawing),
    choose,
  };
}

/** The wished cell where something can be drawn of it, else the first such cell of its row, else of the table. */
function drawable(table, totals, { row, column }) {
  const columns = [column, ...table.columns.keys()];
  for (const each of [row, ...table.rows.keys()]) {
    const found = columns.find((one) => seriesOf(table, each, one, totals).length);
    if (found !== undefined) return { row: each, column: found };
  }
  return {};
}

function draw(table, totals, state, parts, show) {
  const series = seriesOf(table, state.row, state.column, totals);
  const shown = series.find((one) => one.kind === state.kind) ?? series[0];
  const width = Math.floor(parts.drawing.clientWidth);
  if (!width || parts.drawn === signature(state, shown, width)) return;
  parts.drawn = signature(state, shown, width);
  fill(parts.choices, kinds(series, shown, state, parts, show), selects(table, totals, state, parts, show));
  const sums = shown.sums.map((point) => `${point.label}: ${point.text}`).join("; ");
  const title = titleOf(table, shown, sums);
  const drawing = chart(shown, width, title);
  fill(
    parts.drawing,
    element(
      "p",
      { class: "chart-name" },
      shown.name,
      table.unit ? element("span", { class: "faint" }, ` (${table.unit})`) : null,
    ),
    sums ? element("p", {}, sums) : null,
    drawing,
    cutOff(shown) ? element("p", { class: "faint", lang: language() }, word("chart.cut-off")) : null,
    saving(drawing, table, title, cutOff(shown)),
  );
}

function titleOf(table, shown, sums) {
  const unit = table.unit ? ` (${table.unit})` : "";
  const name = `${word("table.name", { number: table.number })} ${table.title}${unit}`;
  return [name, shown.name, sums]
    .filter(Boolean)
    .map((part) => part.replace(/\.$/, ""))
    .join(". ");
}

const signature = (state, shown, width) => [state.row, state.column, shown.kind, width].join(" ");

/** The switch between the years and the rows, where both can be drawn. */
function kinds(series, shown, state, parts, show) {
  const names = new Set(series.map((one) => one.kind));
  if (names.size < 2) return null;
  const group = element("div", { class: "choices", role: "group", "aria-label": word("chart.heading") });
  for (const kind of names) {
    const onclick = () => {
      state.kind = kind;
      show();
      parts.choices.querySelector(`[data-kind="${kind}"]`).focus();
    };
    const pressed = String(kind === shown.kind);
    group.append(button(word(`chart.${kind}`), onclick, { "aria-pressed": pressed, "data-kind": kind }));
  }
  return group;
}

/** The row and the column, to be chosen without a mouse too. */
function selects(table, totals, state, parts, show) {
  const rows = select("row", table.rows.map(rowName), state.row);
  const columns = select("column", table.columns.map(columnName), state.column);
  const onchange = (event) => {
    const [row, column] = [Number(rows.value), Number(columns.value)];
    if (seriesOf(table, row, column, totals).length) Object.assign(state, { row, column });
    const name = event.target.name;
    show();
    parts.choices.querySelector(`select[name="${name}"]`).focus();
  };
  for (const each of [rows, columns]) each.addEventListener("change", onchange);
  return [rows, columns];
}

function select(name, options, chosen) {
  const made = options.map((text, place) =>
    element("option", { value: place, selected: place === chosen }, text),
  );
  return element("select", { class: "small", name, "aria-label": word(`chart.${name}`) }, made);
}

/** Files of the drawing: away from the page they still have to say what is drawn and on which scale. */
function saving(drawing, table, title, isCutOff) {
  const source = word("chart.source", { number: table.number, source: table.source ?? "" });
  const below = isCutOff ? `${word("chart.cut-off")} ${source}` : source;
  const made = () => picture(drawing, title, below);
  const name = `table-${table.number}-chart`;
  return element(
    "p",
    { class: "row", lang: language() },
    element("span", {}, word("chart.files")),
    button("PNG", async () => save(await asPng(made()), `${name}.png`), { class: "small" }),
    button("SVG", () => save(asSvg(made()), `${name}.svg`), { class: "small" }),
  );
}
