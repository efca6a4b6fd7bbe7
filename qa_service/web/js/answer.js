/** An answer, or a refusal that says what the documents do have. */

import { citationBlock } from "./citation.js";
import { element } from "./elements.js";
import { figurePlace, figureSection, figureValue, lackingSection } from "./figure.js";
import { passageCard, standing } from "./passage.js";
import { language, LANGUAGES, number, word } from "./words.js";
import { isWritten, sourceName, writtenText } from "./written.js";

const MOST_SURE = 0.99;

/**
 * The sections of a reply to POST /v1/ask.
 * @param {any} reply
 * @param {string} form in which the reply cites
 * @param {AbortSignal} signal ends what is still being fetched
 * @returns {HTMLElement[]}
 */
export function answerSections(reply, form, signal) {
  const [best, more] = cited(reply);
  return [
    answerCard(reply, form),
    reply.figures.length ? figureSection(reply, signal) : null,
    reply.table ? lackingSection(reply, signal) : null,
    best.length ? passages(reply.answered ? "answer.source" : "answer.nearest", best, reply, form) : null,
    more.length ? others(more, reply, form) : null,
  ].filter(Boolean);
}

/** What is shown at once and what waits: a refusal has no best passage; a figure, or its lack, is shown in its table. */
function cited(reply) {
  const tables = new Set(reply.figures.map((figure) => figure.table));
  const ofFigure = ({ passage }) => passage.kind === "row" && tables.has(passage.table);
  const rest = reply.citations.filter((one) => !ofFigure(one));
  if (!reply.answered) return reply.table ? [[], rest] : [rest.slice(0, 3), rest.slice(3)];
  if (isWritten(reply)) return [reply.citations, []];
  return reply.figures.length ? [[], rest] : [rest.slice(0, 1), rest.slice(1)];
}

function answerCard(reply, form) {
  const kind = kindOf(reply);
  return element(
    "section",
    { class: `card stack answer kind-${kind}`, "aria-labelledby": "answer-kind" },
    element("h1", { class: "eyebrow", id: "answer-kind", tabindex: "-1" }, word(`answer.kinds.${kind}`)),
    reply.figure ? figureValue(reply.figure) : null,
    reply.figure && isWritten(reply) ? figurePlace(reply.figure) : null,
    isWritten(reply) ? [writtenText(reply), quoted(reply.quoted)] : words(reply.answer),
    original(reply.answer.original),
    reply.notices.map((notice) => element("p", { class: "notice", lang: reply.language }, notice)),
    reply.answered ? confidence(reply.confidence) : null,
    reply.answered ? citation(reply, form) : null,
  );
}

function kindOf(reply) {
  if (!reply.answered) return "refusal";
  if (isWritten(reply)) return "written";
  if (reply.answer.quote) return "quote";
  return reply.figure ? "figure" : "told";
}

function words({ text, language, quote, original: official }) {
  const told = element("p", { lang: language }, text);
  if (!quote) return element("div", { class: "told" }, told);
  const status = official ? "working-translation" : "official";
  return element("blockquote", { class: "quote" }, told, element("footer", {}, standing({ status })));
}

/** The answer in the documents' own words, below one that is written. */
function quoted(wording) {
  if (!wording) return null;
  return element(
    "div",
    { class: "stack" },
    element("h2", { class: "eyebrow" }, word("written.quoted")),
    words(wording),
    original(wording.original),
  );
}

/** The same place in the official edition, below words that are from a translation. */
function original(wording) {
  if (!wording) return null;
  return element(
    "blockquote",
    { class: "quote original" },
    element("p", { lang: wording.language }, wording.text),
    element("footer", {}, standing({ status: "official" })),
  );
}

/** Never "100 %": a calibrated chance is no certainty. */
function confidence(value) {
  if (value > MOST_SURE) return element("p", { class: "faint" }, word("answer.very-sure"));
  const share = number(value, { style: "percent", maximumFractionDigits: 0 });
  return element("p", { class: "faint" }, word("answer.confidence", { share }));
}

/** The citation of what answers: of the cell, else of the best passage. */
function citation(reply, form) {
  const [first] = reply.citations;
  const cell = reply.figures.find((figure) => figure.cell);
  if (cell) return citationBlock({ id: cell.cell, citation: cell.citation, form }, spokenIn(reply));
  return first
    ? citationBlock({ id: first.passage.id, citation: first.passage.citation, form }, spokenIn(reply))
    : null;
}

const spokenIn = (reply) => (LANGUAGES.includes(reply.language) ? reply.language : language());

function passages(heading, citations, reply, form) {
  const numbered = (place) => (isWritten(reply) ? { id: sourceName(place + 1), number: place + 1 } : {});
  const cards = citations.map((one, place) =>
    passageCard(one, { form, words: reply.question, ...numbered(place) }),
  );
  return element("section", { class: "stack" }, element("h2", {}, word(heading)), cards);
}

function others(citations, reply, form) {
  const cards = citations.map((one) => passageCard(one, { form, words: reply.question }));
  const title = element("summary", {}, word("answer.more", { count: citations.length }));
  return element("details", { class: "more" }, title, element("div", { class: "stack" }, cards));
}
