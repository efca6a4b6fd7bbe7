/** Drawings of a series: a line or columns over the years, bars over the rows of a table. */

import { svgElement } from "./elements.js";
import { number, word } from "./words.js";
import { ticks } from "./numbers.js";

const EDGE = { top: 28, bottom: 34, right: 18 };
const HEIGHT = 300;
const FLAT = 0.7;
const BAR = { wide: 30, narrow: 48, least: 520, thick: 16 };

/**
 * The drawing with its text alternative.
 * @param {import("./series.js").Series} series
 * @param {number} width in CSS pixels; letters keep their size
 * @param {string} title
 */
export function chart(series, width, title) {
  const drawn = series.kind === "years" ? overYears(series.points, width) : overRows(series.points, width);
  return svgElement(
    "svg",
    { class: "chart", role: "img", "aria-labelledby": "chart-title chart-text", width, height: drawn.height, viewBox: `0 0 ${width} ${drawn.height}` },
    svgElement("title", { id: "chart-title" }, title),
    svgElement("desc", { id: "chart-text" }, inWords(series)),
    drawn.parts,
  );
}

/** What a drawing shows, in words: every point with its value as printed. */
export function inWords(series) {
  const points = series.points.map((point) => `${point.label}: ${valueInWords(point)}`);
  return `${points.join("; ")}.`;
}

/** Whether the scale of a drawing over the years leaves zero out. */
export function cutOff(series) {
  const values = valuesOf(series.points);
  return series.kind === "years" && isLine(series.points) && Math.min(...values) > FLAT * Math.max(...values);
}

const valueInWords = (point) => (point.value === null ? word("chart.missing") : point.text);
const valuesOf = (points) => points.map((point) => point.value).filter((value) => value !== null);
const isLine = (points) => valuesOf(points).length > 2;

function overYears(points, width) {
  const values = valuesOf(points);
  const line = isLine(points);
  const flat = line && Math.min(...values) > FLAT * Math.max(...values);
  const marks = ticks(flat ? Math.min(...values) : Math.min(0, ...values), Math.max(0, ...values));
  const left = 12 + widest(marks.map((mark) => number(mark)));
  const inner = { left, width: width - left - EDGE.right, top: EDGE.top, height: HEIGHT - EDGE.top - EDGE.bottom };
  const [low, high] = [marks[0], marks.at(-1)];
  const x = (place) => inner.left + (inner.width * (place + 0.5)) / points.length;
  const y = (value) => inner.top + inner.height * (1 - (value - low) / (high - low));
  const scale = { x, y, inner, zero: y(Math.max(low, 0)) };
  return {
    height: HEIGHT,
    parts: [grid(marks, scale), years(points, scale), line ? curve(points, scale) : columns(points, scale)],
  };
}

function grid(marks, { y, inner }) {
  return marks.map((mark) => [
    svgElement("line", { class: "chart-grid", x1: inner.left, x2: inner.left + inner.width, y1: y(mark), y2: y(mark) }),
    svgElement("text", { class: "chart-faint", x: inner.left - 8, y: y(mark) + 4, "text-anchor": "end" }, number(mark)),
  ]);
}

function years(points, { x, inner }) {
  const bottom = inner.top + inner.height + 22;
  return points.map((point, place) =>
    svgElement("text", { class: point.chosen ? "chart-strong" : "chart-text", x: x(place), y: bottom, "text-anchor": "middle" }, point.label),
  );
}

/** The line breaks where a value is missing: what is not known is not drawn. */
function curve(points, { x, y, inner }) {
  let pen = "M";
  const path = points.map((point, place) => {
    const step = point.value === null ? "" : `${pen}${x(place)} ${y(point.value)}`;
    pen = point.value === null ? "M" : "L";
    return step;
  });
  return [
    svgElement("path", { class: "chart-line", d: path.join("") }),
    points.map((point, place) => {
      if (point.value === null) return missing(x(place), inner.top + inner.height - 8, "middle");
      return dot(point, x(place), y(point.value), isLow(points, place) ? 20 : -12);
    }),
  ];
}

/** Whether the line comes down to a point and goes up from it again: its value stands clear below. */
function isLow(points, place) {
  const [before, here, after] = [-1, 0, 1].map((step) => points[place + step]?.value ?? null);
  return before !== null && after !== null && here < before && here < after;
}

function dot(point, x, y, aside) {
  const kind = ["chart-dot", point.chosen && "chosen", point.uncertain && "uncertain"].filter(Boolean).join(" ");
  return [
    svgElement("circle", { class: kind, cx: x, cy: y, r: point.chosen ? 6 : 4.5 }),
    svgElement("text", { class: point.chosen ? "chart-strong" : "chart-text", x, y: y + aside, "text-anchor": "middle" }, point.text),
  ];
}

function columns(points, { x, y, inner, zero }) {
  const wide = Math.min(72, (inner.width / points.length) * 0.5);
  return points.map((point, place) => {
    if (point.value === null) return missing(x(place), zero - 8, "middle");
    const top = Math.min(y(point.value), zero);
    const size = { x: x(place) - wide / 2, y: top, width: wide, height: Math.abs(y(point.value) - zero) };
    const label = { class: point.chosen ? "chart-strong" : "chart-text", x: x(place), y: top - 8, "text-anchor": "middle" };
    return [svgElement("rect", { class: barKind(point), ...size }), svgElement("text", label, point.text)];
  });
}

function overRows(points, width) {
  const narrow = width < BAR.least;
  const step = narrow ? BAR.narrow : BAR.wide;
  const left = narrow ? 0 : Math.min(width * 0.42, 12 + widest(points.map((point) => point.label)));
  const room = width - left - 12 - widest(points.map(valueInWords));
  const values = valuesOf(points);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const x = (value) => left + (room * (value - low)) / (high - low || 1);
  const parts = points.map((point, place) => bar(point, { x, left, top: place * step + (narrow ? 22 : 6), width: narrow ? width : left - 10, narrow }));
  return { height: points.length * step + 8, parts };
}

function bar(point, { x, left, top, width, narrow }) {
  const middle = top + BAR.thick / 2 + 4.5;
  const strong = point.chosen || point.total ? "chart-strong" : "chart-text";
  const place = narrow ? { x: 0, y: top - 6 } : { x: left - 10, y: middle, "text-anchor": "end" };
  const label = svgElement("text", { class: strong, ...place }, shortened(point.label, width));
  if (point.value === null) return [label, missing(x(0) + 4, middle, "start")];
  const [from, to] = [Math.min(x(0), x(point.value)), Math.max(x(0), x(point.value))];
  return [
    label,
    svgElement("rect", { class: barKind(point), x: from, y: top, width: Math.max(to - from, 1), height: BAR.thick, rx: 2 }),
    svgElement("text", { class: strong, x: to + 6, y: middle }, point.text),
  ];
}

const barKind = (point) =>
  ["chart-bar", point.chosen && "chosen", point.total && "total", point.uncertain && "uncertain"].filter(Boolean).join(" ");

const missing = (x, y, anchor) => svgElement("text", { class: "chart-faint", x, y, "text-anchor": anchor }, word("chart.missing"));

/** The text, cut where it would be wider than `room`. */
function shortened(text, room) {
  if (widest([text]) <= room) return text;
  const fitting = Array.from(text).findIndex((_, end) => widest([`${text.slice(0, end + 1)}…`]) > room);
  return `${text.slice(0, fitting).trimEnd()}…`;
}

/** The width of the widest of some texts as the drawing writes them, in bold. */
function widest(texts) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `650 13px ${getComputedStyle(document.body).fontFamily}`;
  return Math.max(...texts.map((text) => pen.measureText(text).width));
}
