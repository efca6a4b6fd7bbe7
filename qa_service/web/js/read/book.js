/**
 * A document as it is read: what it contains, and its sections passage by passage.
 *
 * @typedef {object} Book
 * @property {any} document as `GET /v1/documents` gives it
 * @property {any[]} documents all that can be read
 * @property {import("./contents.js").Contents} contents in the page's language where there is an edition in it
 *
 * @typedef {any[][]} Row the passages that say the same, one list for each edition shown
 *
 * @typedef {object} Excerpt
 * @property {string} id of its first passage
 * @property {Row[]} rows
 * @property {Map<string, any>} tables those that stand in it, by the passage's id
 * @property {string | null} previous
 * @property {string | null} next
 */

import { api } from "../api.js";
import { language } from "../words.js";
import { contentsOf } from "./contents.js";
import { aligned } from "./rows.js";

const kept = new Map();

/** @returns {Promise<Book>} the document of this id, or the one that holds a passage; else the first one */
export async function bookOf(id = "") {
  const { documents } = await once("documents", () => api.documents());
  const document = documents.find((each) => `${id}.`.startsWith(`${each.id}.`)) ?? documents[0];
  const { editions } = await once(`outline ${document.id}`, () => api.outline(document.id));
  return { document, documents, contents: contentsOf(document.id, editions, language()) };
}

/** Everything that the documents refer to, in words of the page's language. */
export const references = () => once(`references ${language()}`, () => api.references(language()));

/**
 * The section that holds a passage, or the first one, in one edition or in two side by side.
 * @param {string[]} editions languages; the first gives the order
 * @returns {Promise<Excerpt>}
 */
export async function excerptAt(book, passage, editions, signal) {
  const asked = editions.map((edition) =>
    api.passages(book.document.id, { section: passage, edition }, signal),
  );
  const [first, second] = await Promise.all(asked);
  const rows = second
    ? aligned(first.passages, second.passages, second.language)
    : first.passages.map((one) => [[one]]);
  const { section: id, previous, next } = first;
  return { id, rows, previous, next, tables: await tablesIn(rows, signal) };
}

async function tablesIn(rows, signal) {
  const passages = rows.flat(2).filter((passage) => passage.kind === "table");
  const tables = passages.map((passage) => api.table(passage.table, { edition: passage.language }, signal));
  const found = await Promise.all(tables);
  return new Map(passages.map(({ id }, place) => [id, found[place]]));
}

/** What was asked for once is not asked for again; what failed is. */
function once(name, ask) {
  if (!kept.has(name)) kept.set(name, ask());
  const asked = kept.get(name);
  asked.catch(() => kept.delete(name));
  return asked;
}
