/** Words of a text that are marked: what the service highlights, and what was asked for. Pure but for `marked`. */

import { element } from "../elements.js";

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const SHORTEST = 4;
const KEPT = 0.67;

/**
 * The beginnings by which the words of a question are known in other forms: both languages put their endings
 * behind the word. Words of fewer than four letters, and those in `common`, say too little.
 * @param {Set<string>} common in small letters
 */
export function beginnings(question, common) {
  const words = (question.match(WORD) ?? []).map(small).filter((word) => word.length >= SHORTEST);
  const telling = words.filter((word) => !common.has(word));
  return [...new Set(telling.map((word) => word.slice(0, Math.max(SHORTEST, Math.ceil(word.length * KEPT)))))];
}

/** Where words with one of the beginnings stand: `[start, end]` in code points, as highlights are. */
export function standing(text, begin) {
  if (!begin.length) return [];
  const found = [...text.matchAll(WORD)].filter(([word]) => begin.some((one) => small(word).startsWith(one)));
  const points = (unit) => [...text.slice(0, unit)].length;
  return found.map(({ 0: word, index }) => [points(index), points(index + word.length)]);
}

/** The text with its spans marked; spans that touch or overlap become one. */
export function marked(text, spans) {
  const letters = [...text];
  const parts = [];
  let told = 0;
  for (const [start, end] of joined(spans)) {
    parts.push(letters.slice(told, start).join(""), element("mark", {}, letters.slice(start, end).join("")));
    told = end;
  }
  return [...parts, letters.slice(told).join("")];
}

function joined(spans) {
  const rows = [];
  for (const [start, end] of [...spans].sort(([one], [other]) => one - other)) {
    const last = rows.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else rows.push([start, end]);
  }
  return rows;
}

const small = (word) => word.toLocaleLowerCase("ru");
