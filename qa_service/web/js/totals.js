/** Which rows of a table sum up the others: their words, in every language, are data. */

const WORDS = new URL("../words/totals.json", import.meta.url);

let words = null;

/** @returns {Promise<(label: string) => boolean>} whether a row's label is that of a total */
export async function knowTotals() {
  words ??= fetch(WORDS).then((reply) => reply.json());
  const { whole, starts } = await words;
  return (label) => {
    const said = label.toLowerCase().replace(/[\s*.:]+$/, "");
    return whole.includes(said) || starts.some((start) => said.startsWith(start));
  };
}
