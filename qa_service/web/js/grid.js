/** A table of the annex as a table of the page, its headings tied to its cells. */

import { element } from "./elements.js";
import { word } from "./words.js";

const PARTS = " / ";

/**
 * @param {any} table the reply of GET /v1/tables/{number}
 * @param {{ language: string, cells?: Set<string>, choose?: (row: number, column: number) => void }} options
 *   `cells` are the marked places as `placeIn` gives them; `choose` is told the cell that was pressed
 */
export function grid(table, { language, cells = new Set(), choose }) {
  const body = rows(table, cells, choose);
  const made = element(
    "table",
    { lang: language, class: "grid" },
    element("caption", { class: "unseen" }, caption(table)),
    element("thead", {}, headings(table)),
    body,
  );
  const name = word("table.scroll", { number: table.number });
  const frame = element(
    "div",
    { class: "grid-frame", role: "region", tabindex: "0", "aria-label": name },
    made,
  );
  new ResizeObserver((_, shown) => {
    shown.disconnect();
    reveal(frame);
  }).observe(frame); // Once it has a size, and so can be scrolled.
  return frame;
}

/**
 * The place that the id of a row or cell names, the same in every edition: "9.4", or "9" for a row.
 * @param {string | null} id such as "P2100000942.ru.t6.r9.c4"
 */
export function placeIn(id) {
  const found = /\.r(\d+)(?:\.c(\d+))?$/.exec(id ?? "");
  return found ? [found[1], found[2]].filter(Boolean).join(".") : "";
}

/** Scrolls the frame, and nothing else, until its marked cell is in sight. */
function reveal(frame) {
  const cell = frame.querySelector(".marked");
  if (!cell) return;
  const [outer, inner] = [frame.getBoundingClientRect(), cell.getBoundingClientRect()];
  frame.scrollLeft += inner.left - outer.left - outer.width / 2;
  frame.scrollTop += inner.top - outer.top - outer.height / 2;
}

function caption(table) {
  const unit = table.unit ? element("span", { class: "faint" }, ` (${table.unit})`) : null;
  return [element("strong", {}, word("table.name", { number: table.number })), ` ${table.title}`, unit];
}

/** The lines of the header: a title over several columns stands once above them. */
function headings(table) {
  const paths = table.columns.map((column) => column.split(PARTS));
  const depth = Math.max(1, ...paths.map((path) => path.length));
  const lines = Array.from({ length: depth }, () => element("tr"));
  lines[0].append(corner(table, depth));
  for (let level = 0; level < depth; level += 1) {
    for (const cell of cellsOf(paths, level, depth)) lines[level].append(cell);
  }
  return lines;
}

function corner(table, depth) {
  const rowspan = depth > 1 ? depth : null;
  return table.label_header
    ? element("th", { rowspan, scope: "col", class: "corner" }, table.label_header)
    : element("td", { rowspan, class: "corner" });
}

function* cellsOf(paths, level, depth) {
  for (let place = 0, width; place < paths.length; place += width) {
    width = 1;
    const path = paths[place];
    const above = path.slice(0, level + 1).join(PARTS);
    const last = level === path.length - 1;
    if (level >= path.length) continue;
    while (!last && paths[place + width]?.slice(0, level + 1).join(PARTS) === above) width += 1;
    yield element(
      "th",
      {
        scope: width > 1 ? "colgroup" : "col",
        colspan: width > 1 ? width : null,
        rowspan: last && depth - level > 1 ? depth - level : null,
      },
      path[level],
    );
  }
}

/** The body: a group that has no row of its own gets a heading line, what stands in a group is set in. */
function rows(table, cells, choose) {
  const seen = new Set();
  const body = element("tbody");
  table.rows.forEach((row, place) => {
    const groups = row.group ? row.group.split(PARTS) : [];
    groups.forEach((group, level) => {
      const path = groups.slice(0, level + 1).join(PARTS);
      if (seen.has(path)) return;
      seen.add(path);
      body.append(groupLine(group, level, table.columns.length));
    });
    seen.add([...groups, row.label].join(PARTS));
    body.append(line(table, row, place, groups.length, cells, choose));
  });
  return body;
}

function groupLine(group, level, width) {
  const attributes = { scope: "rowgroup", colspan: width + 1, class: `group deep-${level}` };
  return element("tr", {}, element("th", attributes, group));
}

function line(table, row, place, level, cells, choose) {
  const marked = cells.has(placeIn(row.passage));
  const values = row.values.map((value, column) => cell(table, row, place, column, value, cells, choose));
  const label = element(
    "th",
    { scope: "row", class: `deep-${Math.min(level, 3)}` },
    row.label,
    notes(table, row, -1),
  );
  return element("tr", { class: marked ? "marked" : null }, label, values);
}

function cell(table, row, place, column, value, cells, choose) {
  const uncertain = row.uncertain.includes(column);
  const marked = cells.has(`${placeIn(row.passage)}.${column + 1}`);
  const kinds = [marked && "marked", uncertain && "uncertain"].filter(Boolean).join(" ");
  const onclick = choose ? () => choose(place, column) : null;
  const said = uncertain ? element("span", { class: "unseen" }, ` (${word("table.uncertain-cell")})`) : null;
  const shown = marked ? element("mark", {}, value) : value;
  const attributes = {
    class: kinds || null,
    title: uncertain ? word("table.uncertain-cell") : null,
    onclick,
  };
  return element("td", attributes, shown, notes(table, row, column), said);
}

/** The footnote marks of a value (or of the label, -1), which lead to the notes below the table. */
function notes(table, row, column) {
  return row.marks.filter((mark) => mark.value === column).map((mark) => element("sup", {}, `${mark.note})`));
}
