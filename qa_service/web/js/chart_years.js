/** A line or columns over the years. */

import { barKind, isLine, lettering, missing, valuesOf, widest } from "./chart_parts.js";
import { svgElement } from "./elements.js";
import { ticks } from "./numbers.js";
import { number } from "./words.js";

const EDGE = { top: 28, bottom: 34, right: 18 };
const HEIGHT = 300;
const FLAT = 0.7;
const [ABOVE, BELOW] = [12, 20];

/**
 * Whether the scale leaves zero out: a line that hardly moves would tell nothing on a scale from zero.
 * @param {import("./series.js").Point[]} points
 */
export function cutsOff(points) {
  const values = valuesOf(points);
  return isLine(points) && Math.min(...values) > FLAT * Math.max(...values);
}

/** @param {import("./series.js").Point[]} points @returns {{ height: number, parts: Node[] }} */
export function overYears(points, width) {
  const values = valuesOf(points);
  const line = isLine(points);
  const marks = ticks(cutsOff(points) ? Math.min(...values) : Math.min(0, ...values), Math.max(0, ...values));
  const left = 12 + widest(marks.map((mark) => number(mark)));
  const inner = {
    left,
    width: width - left - EDGE.right,
    top: EDGE.top,
    height: HEIGHT - EDGE.top - EDGE.bottom,
  };
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
    svgElement("line", {
      class: "chart-grid",
      x1: inner.left,
      x2: inner.left + inner.width,
      y1: y(mark),
      y2: y(mark),
    }),
    svgElement(
      "text",
      { class: "chart-faint", x: inner.left - 8, y: y(mark) + 4, "text-anchor": "end" },
      number(mark),
    ),
  ]);
}

function years(points, { x, inner }) {
  const bottom = inner.top + inner.height + 22;
  return points.map((point, place) =>
    svgElement(
      "text",
      { class: lettering(point.chosen), x: x(place), y: bottom, "text-anchor": "middle" },
      point.label,
    ),
  );
}

/** The line breaks where a value is missing: what is not known is not drawn. */
function curve(points, { x, y, inner }) {
  const bottom = inner.top + inner.height;
  let pen = "M";
  const path = points.map((point, place) => {
    const step = point.value === null ? "" : `${pen}${x(place)} ${y(point.value)}`;
    pen = point.value === null ? "M" : "L";
    return step;
  });
  return [
    svgElement("path", { class: "chart-line", d: path.join("") }),
    points.map((point, place) => {
      if (point.value === null) return missing(x(place), bottom - 8, "middle");
      const top = y(point.value);
      return dot(point, x(place), top, isLow(points, place) && top + BELOW < bottom ? BELOW : -ABOVE);
    }),
  ];
}

/** Whether the line only goes up from a point: its value stands clear below, where there is room. */
function isLow(points, place) {
  const here = points[place].value;
  const beside = valuesOf([points[place - 1], points[place + 1]].filter(Boolean));
  return beside.length > 0 && beside.every((value) => value > here);
}

function dot(point, x, y, aside) {
  const kind = ["chart-dot", point.chosen && "chosen", point.uncertain && "uncertain"]
    .filter(Boolean)
    .join(" ");
  return [
    svgElement("circle", { class: kind, cx: x, cy: y, r: point.chosen ? 6 : 4.5 }),
    svgElement(
      "text",
      { class: lettering(point.chosen), x, y: y + aside, "text-anchor": "middle" },
      point.text,
    ),
  ];
}

function columns(points, { x, y, inner, zero }) {
  const wide = Math.min(72, (inner.width / points.length) * 0.5);
  return points.map((point, place) => {
    if (point.value === null) return missing(x(place), zero - 8, "middle");
    const top = Math.min(y(point.value), zero);
    const size = { x: x(place) - wide / 2, y: top, width: wide, height: Math.abs(y(point.value) - zero) };
    const label = { class: lettering(point.chosen), x: x(place), y: top - 8, "text-anchor": "middle" };
    return [svgElement("rect", { class: barKind(point), ...size }), svgElement("text", label, point.text)];
  });
}
