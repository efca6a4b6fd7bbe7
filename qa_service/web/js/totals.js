/** Which rows of a table sum up the others: their words, in every language, are data. */

import { ownFile } from "./own_file.js";

/** @returns {Promise<(label: string) => boolean>} whether a row's label is that of a total */
export async function knowTotals() {
  const { whole, starts } = await ownFile("words/totals.json");
  return (label) => {
    const said = label.toLowerCase().replace(/[\s*.:]+$/, "");
    return whole.includes(said) || starts.some((start) => said.startsWith(start));
  };
}
