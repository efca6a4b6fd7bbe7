/**
 * Where what was asked for stands in a document.
 *
 * @typedef {object} Hit
 * @property {string[]} ids of the passage and its counterpart
 * @property {number} line in the official text
 *
 * @typedef {object} Hits
 * @property {Hit[]} list in the order of the text
 * @property {(id: string) => number[][] | null} highlights those of a passage; null where it is no hit
 * @property {string[]} beginnings of the words that are marked wherever they stand
 */

import { api } from "../api.js";
import { ownFile } from "../own_file.js";
import { beginnings } from "./marks.js";

const MOST = 15;
const MOST_PLACES = 200;
const MOST_ANSWERING = 5;

let last = { name: "", hits: null };

/** @returns {Promise<Hits>} the places of a reference, else the passages that fit the words */
export async function hitsOf(words, document, signal) {
  const name = [document, words].join(" ");
  if (last.name !== name) last = { name, hits: await found(words, document, signal) };
  return last.hits;
}

async function found(words, document, signal) {
  const cited = await api.cite(words, { limit: MOST_PLACES }, signal);
  const places = cited.kind ? cited.hits : await searched(words, signal);
  const here = places.filter(({ passage }) => passage.document === document);
  return gathered(here, cited.kind ? [] : beginnings(words, await commonWords()));
}

/** What answers is highlighted sentence by sentence; what only fits comes behind it. */
async function searched(words, signal) {
  const [reply, { hits }] = await Promise.all([
    api.ask(words, { limit: MOST_ANSWERING }, signal),
    api.search(words, { limit: MOST }, signal),
  ]);
  return [...(reply.answered ? reply.citations : []), ...hits];
}

function gathered(found, begin) {
  const highlights = new Map();
  const list = [];
  for (const { passage, highlights: own = [] } of found) {
    if (highlights.has(passage.id)) continue;
    const other = passage.counterpart;
    highlights.set(passage.id, own);
    if (other) highlights.set(other.id, other.highlights ?? []);
    const [line] = passage.source_lines ?? passage.lines;
    list.push({ ids: [passage.id, ...(other ? [other.id] : [])], line });
  }
  list.sort((one, next) => one.line - next.line);
  return { list, highlights: (id) => highlights.get(id) ?? null, beginnings: begin };
}

/** Words that stand everywhere and say nothing about a place, in both languages. */
export const commonWords = async () => new Set(Object.values(await ownFile("words/common.json")).flat());
