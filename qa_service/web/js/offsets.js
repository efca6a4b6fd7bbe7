/**
 * Highlights. The service counts characters by Unicode code point, JavaScript by UTF-16 unit; a letter
 * outside the basic plane would shift every mark behind it.
 */

import { element } from "./elements.js";

/**
 * The pieces of a text, those within a span marked.
 * @param {string} text
 * @param {[number, number][]} spans `[start, end]` by code point, in any order; they may overlap
 * @returns {(string | HTMLElement)[]}
 */
export function marked(text, spans = []) {
  const points = Array.from(text);
  const pieces = [];
  let place = 0;
  for (const [start, end] of merged(spans, points.length)) {
    pieces.push(points.slice(place, start).join(""), element("mark", {}, points.slice(start, end).join("")));
    place = end;
  }
  return [...pieces, points.slice(place).join("")].filter((piece) => piece !== "");
}

/** Spans in order, without overlaps, within a text of `length` code points. */
function merged(spans, length) {
  const kept = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = kept.at(-1);
    if (last && start <= last[1]) last[1] = Math.min(Math.max(last[1], end), length);
    else if (start < Math.min(end, length)) kept.push([start, Math.min(end, length)]);
  }
  return kept;
}
