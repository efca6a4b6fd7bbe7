/** Words of a text that were asked for, in whatever form they stand there. */

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
  return [
    ...new Set(telling.map((word) => word.slice(0, Math.max(SHORTEST, Math.ceil(word.length * KEPT))))),
  ];
}

/** Where words with one of the beginnings stand: `[start, end]` in code points, as highlights are. */
export function standing(text, begin) {
  if (!begin.length) return [];
  const found = [...text.matchAll(WORD)].filter(([word]) => begin.some((one) => small(word).startsWith(one)));
  const points = (unit) => [...text.slice(0, unit)].length;
  return found.map(({ 0: word, index }) => [points(index), points(index + word.length)]);
}

const small = (word) => word.toLocaleLowerCase("ru");
