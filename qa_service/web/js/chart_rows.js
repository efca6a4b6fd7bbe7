/** Bars over the rows of a table. */

import { barKind, lettering, missing, shortened, valueInWords, valuesOf, widest } from "./chart_parts.js";
import { svgElement } from "./elements.js";

const BAR = { wide: 30, narrow: 48, least: 520, thick: 16 };

/** @param {import("./series.js").Point[]} points @returns {{ height: number, parts: Node[] }} */
export function overRows(points, width) {
  const narrow = width < BAR.least;
  const step = narrow ? BAR.narrow : BAR.wide;
  const left = narrow ? 0 : Math.min(width * 0.42, 12 + widest(points.map((point) => point.label)));
  const room = width - left - 12 - widest(points.map(valueInWords));
  const values = valuesOf(points);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const x = (value) => left + (room * (value - low)) / (high - low || 1);
  const parts = points.map((point, place) =>
    bar(point, { x, left, top: place * step + (narrow ? 22 : 6), width: narrow ? width : left - 10, narrow }),
  );
  return { height: points.length * step + 8, parts };
}

function bar(point, { x, left, top, width, narrow }) {
  const middle = top + BAR.thick / 2 + 4.5;
  const strong = lettering(point.chosen || point.total);
  const place = narrow ? { x: 0, y: top - 6 } : { x: left - 10, y: middle, "text-anchor": "end" };
  const label = svgElement("text", { class: strong, ...place }, shortened(point.label, width));
  if (point.value === null) return [label, missing(x(0) + 4, middle, "start")];
  const [from, to] = [Math.min(x(0), x(point.value)), Math.max(x(0), x(point.value))];
  return [
    label,
    svgElement("rect", {
      class: barKind(point),
      x: from,
      y: top,
      width: Math.max(to - from, 1),
      height: BAR.thick,
      rx: 2,
    }),
    svgElement("text", { class: strong, x: to + 6, y: middle }, point.text),
  ];
}
