/** An answer that a model wrote: its sentences, each with the numbers of the passages that it rests on. */

import { button, element } from "./elements.js";
import { word } from "./words.js";

/** Whether the answer of a reply is written; where nothing of what was written holds, it is quoted. */
export const isWritten = (reply) => (reply.written?.sentences.length ?? 0) > 0;

/** Names the card of a passage by its number in the reply, counted from 1. */
export const sourceName = (number) => `source-${number}`;

/** The written sentences; each number leads to its passage. */
export function writtenText(reply) {
  const sentences = reply.written.sentences.map((sentence) => [
    element("span", {}, sentence.text),
    sentence.citations.map(numberButton),
    " ",
  ]);
  return element("p", { class: "told", lang: reply.answer.language }, sentences);
}

function numberButton(number) {
  const attributes = { class: "number-link", "aria-label": word("written.source", { number }) };
  return button(`[${number}]`, () => bring(sourceName(number)), attributes);
}

function bring(name) {
  const card = document.getElementById(name);
  card.closest("details")?.setAttribute("open", "");
  card.scrollIntoView({ block: "start" });
  card.focus({ preventScroll: true });
}
