/** Two editions beside each other: pure, so that nothing but the replies decides what stands together. */

/**
 * Rows of passages that say the same, in the order of `first`: one to one, one to two or two to one. What
 * `second` has alone stands in a row of its own behind what stands before it.
 * @param {any[]} first passages with their counterparts
 * @param {any[]} second the same section; words lent from the first edition are left out
 * @param {string} language of the second edition
 * @returns {any[][][]} for each row the passages of the first and those of the second
 */
export function aligned(first, second, language) {
  const rows = [];
  const places = new Map();
  for (const passage of first) {
    const row = places.get(passage.counterpart?.id) ?? added(rows, rows.length);
    enter(passage, row[0], row, places);
  }
  let row = null;
  for (const passage of second.filter((one) => one.language === language)) {
    row = rowOf(passage, places) ?? added(rows, rows.indexOf(row) + 1);
    enter(passage, row[1], row, places);
  }
  return rows;
}

const rowOf = (passage, places) => places.get(passage.id) ?? places.get(passage.counterpart?.id);

function added(rows, place) {
  const row = [[], []];
  rows.splice(place, 0, row);
  return row;
}

function enter(passage, cell, row, places) {
  cell.push(passage);
  places.set(passage.id, row);
  if (passage.counterpart) places.set(passage.counterpart.id, row);
}
