/** Drawings of a series: a line or columns over the years, bars over the rows of a table. */

import { valueInWords } from "./chart_parts.js";
import { overRows } from "./chart_rows.js";
import { cutsOff, overYears } from "./chart_years.js";
import { svgElement } from "./elements.js";

let drawings = 0;

/**
 * The drawing with its text alternative.
 * @param {import("./series.js").Series} series
 * @param {number} width in CSS pixels; letters keep their size
 * @param {string} title
 */
export function chart(series, width, title) {
  const [name, told] = ["title", "text"].map((part) => `chart-${part}-${drawings}`);
  drawings += 1;
  const drawn = series.kind === "years" ? overYears(series.points, width) : overRows(series.points, width);
  return svgElement(
    "svg",
    {
      class: "chart",
      role: "img",
      "aria-labelledby": `${name} ${told}`,
      width,
      height: drawn.height,
      viewBox: `0 0 ${width} ${drawn.height}`,
    },
    svgElement("title", { id: name }, title),
    svgElement("desc", { id: told }, inWords(series)),
    drawn.parts,
  );
}

/** What a drawing shows, in words: every point with its value as printed. */
export function inWords(series) {
  const points = [...series.sums, ...series.points].map((point) => `${point.label}: ${valueInWords(point)}`);
  return `${points.join("; ")}.`;
}

/** Whether the scale of a drawing over the years leaves zero out. */
export const cutOff = (series) => series.kind === "years" && cutsOff(series.points);
