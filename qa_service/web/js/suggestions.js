/** What is suggested while somebody types: recent questions of this browser, and what the service has. */

import { addressOf, reading, tableAt } from "./address.js";
import { api } from "./api.js";
import { element } from "./elements.js";
import { Failure } from "./failure.js";
import { recentLike } from "./recent.js";
import { language, word } from "./words.js";

const MOST_RECENT = 4;
const LONGEST = 80; // Whoever typed more knows what to ask; nothing begins like that.

/** @typedef {{ kind: string, text: string, query: string, passage: string | null, table: number | null }} Suggested */

/** @returns {Promise<Suggested[]>} recent questions first; the service's where it can be reached */
export async function suggest(typed, signal) {
  const recent = recentLike(typed, MOST_RECENT).map((text) => ({ kind: "recent", text, query: text }));
  if (!typed.trim() || typed.length > LONGEST) return recent;
  const found = await ofService(typed, signal);
  return [...recent, ...found.filter((one) => !recent.some((known) => known.text === one.text))];
}

/** A suggestion as a line of the list: its text, and what it is. */
export function suggestionLine(one) {
  return element(
    "span",
    { class: "suggestion" },
    element("span", {}, one.text),
    element("span", { class: "faint" }, word(`suggestions.${one.kind}`)),
  );
}

/** Where a suggestion leads: a place of the report itself, or a question. */
export function suggestionAddress(one) {
  if (one.kind === "table") return tableAt(one.table, language());
  if (one.kind === "heading" && one.passage) return reading(one.passage);
  return addressOf("ask", [], { q: one.query });
}

async function ofService(typed, signal) {
  try {
    return (await api.suggestions(typed, signal)).suggestions;
  } catch (error) {
    if (error.name === "AbortError" || error instanceof Failure) return []; // Typing goes on without them.
    throw error;
  }
}
