/**
 * What of a table can be drawn: a row over the years, or a column over the rows beside the chosen one.
 *
 * @typedef {{ label: string, text: string, value: number | null, uncertain: boolean, chosen: boolean,
 *   total: boolean }} Point `text` is the value as printed
 * @typedef {{ kind: "years" | "rows", name: string, points: Point[], sums: Point[] }} Series `name` says what
 *   is drawn; `sums` are totals that would dwarf their parts: they are told, not drawn
 */

import { printedNumber } from "./numbers.js";

const PARTS = " / ";
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g;
const SHORT_YEAR = /(?<!\d)((?:19|20)\d\d)\/(\d\d)(?!\d)/;
const FEWEST_ROWS = 8;
const FEWEST_PARTS = 3;
const DWARFS = 1.5;

/** Which year, or school year, a heading such as "2016 г. / всего" is of. @returns {{ year: string, rest: string }} */
export function yearOf(heading) {
  const parts = heading.split(PARTS);
  const dated = parts.findIndex((part) => oneYear(part) !== "");
  if (dated < 0) return { year: "", rest: heading };
  return { year: oneYear(parts[dated]), rest: parts.filter((_, place) => place !== dated).join(PARTS) };
}

/** The year of a text that names one, or the school year of two that follow each other; a period is none. */
function oneYear(text) {
  const short = SHORT_YEAR.exec(text);
  if (short) return `${short[1]}/${short[2]}`;
  const years = text.match(YEAR) ?? [];
  if (years.length === 1) return years[0];
  const follow = years.length === 2 && Number(years[1]) === Number(years[0]) + 1;
  return follow ? `${years[0]}/${years[1].slice(2)}` : "";
}

/** The series that a chosen cell (row and column from 0) stands in, the more telling one first. @returns {Series[]} */
export function seriesOf(table, row, column, totals) {
  return [overYears(table, row, column), overRows(table, row, column, totals)].filter(
    (series) => series && series.points.filter((point) => point.value !== null).length > 1,
  );
}

function overYears(table, row, column) {
  const { rest } = yearOf(table.columns[column]);
  const same = table.columns
    .map((heading, place) => ({ ...yearOf(heading), place }))
    .filter((one) => one.year && one.rest === rest)
    .sort((a, b) => a.year.localeCompare(b.year));
  if (same.length < 2 || !same.some((one) => one.place === column)) return null;
  const label = rowName(table.rows[row]);
  const points = same.map((one) =>
    pointOf(table.rows[row], one.place, one.year, one.place === column, false),
  );
  return { kind: "years", name: [label, rest].filter(Boolean).join(", "), points, sums: [] };
}

function overRows(table, row, column, totals) {
  const beside = comparable(table, row);
  const years = beside.map((one) => yearOf(one.label));
  const dated = years.every((one) => one.year);
  const points = beside.map((one, place) =>
    pointOf(one, column, dated ? years[place].year : one.label, one === table.rows[row], totals(one.label)),
  );
  const name = [table.rows[row].group, table.columns[column]].filter(Boolean).join(", ");
  return dated ? { kind: "years", name, points, sums: [] } : { kind: "rows", name, ...apart(points) };
}

/** Totals that add the others up, away from them; a total that is a mean is comparable and stays. */
function apart(points) {
  const parts = points.filter((point) => !point.total && point.value !== null);
  const most = Math.max(...parts.map((point) => point.value));
  const isSum = (point) => point.total && parts.length >= FEWEST_PARTS && point.value > DWARFS * most;
  return { points: points.filter((point) => !isSum(point)), sums: points.filter(isSum) };
}

/** The rows that measure the same thing as a row: those of its group, or the regions of a long list. */
function comparable(table, row) {
  const { group } = table.rows[row];
  const heads = new Set(table.rows.map((one) => one.group).filter(Boolean));
  const own = (one) => (one.group ? `${one.group}${PARTS}${one.label}` : one.label);
  const beside = table.rows.filter((one) => one.group === group && !heads.has(own(one)));
  const dated = beside.every((one) => yearOf(one.label).year);
  if (!beside.includes(table.rows[row])) return [];
  return group || dated || beside.length >= FEWEST_ROWS ? beside : [];
}

/** A row's label with the groups that it stands under. */
export const rowName = (row) => [...(row.group ? row.group.split(PARTS) : []), row.label].join(" – ");

/** A column's heading, its year first, for a list of choices. */
export function columnName(heading) {
  const { year, rest } = yearOf(heading);
  return [year, rest].filter(Boolean).join(" – ");
}

function pointOf(row, column, label, chosen, total) {
  const text = row.values[column] ?? "";
  return {
    label,
    text,
    value: printedNumber(text),
    uncertain: row.uncertain.includes(column),
    chosen,
    total,
  };
}
