/** What all drawings share. */

import { svgElement } from "./elements.js";
import { word } from "./words.js";

/** The look of a label: of the chosen point or a total, or of any other. */
export const lettering = (strong) => (strong ? "chart-strong" : "chart-text");

export const valueInWords = (point) => (point.value === null ? word("chart.missing") : point.text);

export const valuesOf = (points) => points.map((point) => point.value).filter((value) => value !== null);

/** Two values make columns: a line between them would say too much. */
export const isLine = (points) => valuesOf(points).length > 2;

export const barKind = (point) =>
  ["chart-bar", point.chosen && "chosen", point.total && "total", point.uncertain && "uncertain"]
    .filter(Boolean)
    .join(" ");

export const missing = (x, y, anchor) =>
  svgElement("text", { class: "chart-faint", x, y, "text-anchor": anchor }, word("chart.missing"));

/** The text, cut where it would be wider than `room`. */
export function shortened(text, room) {
  if (widest([text]) <= room) return text;
  const fitting = Array.from(text).findIndex((_, end) => widest([`${text.slice(0, end + 1)}…`]) > room);
  return `${text.slice(0, fitting).trimEnd()}…`;
}

/** The width of the widest of some texts as the drawing writes them, in bold. */
export function widest(texts) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `650 13px ${getComputedStyle(document.body).fontFamily}`;
  return Math.max(...texts.map((text) => pen.measureText(text).width));
}
