/** A passage as it stands in the text: its words, and the number of its lines that opens what can be done with it. */

import { element } from "../elements.js";
import { marked } from "../offsets.js";
import { word } from "../words.js";
import { standing } from "./marks.js";
import { tools } from "./tools.js";

/**
 * @param {any} passage
 * @param {number} level of a heading, 2 to 6
 * @returns {HTMLElement} `data-id` names the passage
 */
export function passageElement(passage, level) {
  const words = element(passage.kind === "heading" ? `h${level}` : "p", { class: "words" }, passage.text);
  return element(
    "div",
    { class: `read-passage ${passage.kind}`, lang: passage.language, "data-id": passage.id },
    linesButton(passage),
    passage.kind !== "table" && words,
  );
}

/** Marks what was asked for in a passage that is shown. @param {import("./hits.js").Hits} hits */
export function markPassage(shown, passage, hits) {
  const highlights = hits.highlights(passage.id);
  const spans = [...(highlights ?? []), ...standing(passage.text, hits.beginnings)];
  shown.classList.toggle("found", highlights !== null);
  shown.querySelector(".words")?.replaceChildren(...marked(passage.text, spans));
}

/** The lines of a passage in the official text: "333–334". */
export function linesOf(passage) {
  const [from, to] = passage.source_lines ?? passage.lines;
  return from === to ? String(from) : `${from}–${to}`;
}

function linesButton(passage) {
  const mends = passage.mends.length ? word("read.mends.count", { count: passage.mends.length }) : "";
  const label = [linesOf(passage), word("read.tools.open"), mends].filter(Boolean).join(", ");
  const onclick = ({ currentTarget }) => toggle(currentTarget, passage);
  const attributes = {
    type: "button",
    class: "lines",
    "aria-expanded": "false",
    "aria-label": label,
    title: label,
  };
  return element("button", { ...attributes, onclick, "data-mended": Boolean(mends) }, linesOf(passage));
}

function toggle(pressed, passage) {
  const open = pressed.getAttribute("aria-expanded") !== "true";
  pressed.setAttribute("aria-expanded", String(open));
  if (open) pressed.parentElement.append(tools(passage));
  else pressed.parentElement.querySelector(".tools").remove();
}
