/**
 * What a document contains, as a tree whose sections know each other.
 *
 * @typedef {object} Section
 * @property {string} id of its heading
 * @property {string} title
 * @property {string[]} articles
 * @property {string[]} observations
 * @property {string[]} tables ids of those that stand under it itself, in the edition whose outline lists them
 * @property {Section | null} parent
 * @property {Section} chapter the one at the top, perhaps itself
 * @property {Section[]} sections
 *
 * @typedef {object} Contents
 * @property {string} document its id, which is the address of what stands before the first heading
 * @property {string} language
 * @property {Section[]} chapters
 * @property {Section[]} all in the order of the text
 * @property {(...ids: string[]) => Section | null} holding the innermost one that holds the first known id
 */

const TABLE = /\.t\d+$/;
const BELOW_TABLE = /\.r\d+(\.c\d+)?$/;

/**
 * The contents of a document in a language, else in that of the first edition. Where another edition has as many
 * headings they stand for the same sections, so that its ids are known too.
 * @param {string} document its id
 * @param {any[]} editions as `GET /v1/documents/{id}/outline` gives them
 * @returns {Contents}
 */
export function contentsOf(document, editions, language) {
  const shown = editions.find((edition) => edition.language === language) ?? editions[0];
  const all = [];
  const chapters = shown.sections.map((told) => grown(told, null, all));
  const holders = new Map();
  for (const { sections } of editions) {
    const told = sections.flatMap(flat);
    if (told.length !== all.length) continue;
    for (const [place, { passages }] of told.entries()) {
      for (const id of passages) holders.set(id, all[place]);
      if (!all[place].tables.length) all[place].tables = passages.filter((id) => TABLE.test(id));
    }
  }
  const holding = (...ids) => ids.map((id) => holders.get(tableOf(id))).find(Boolean) ?? null;
  return { document, language: shown.language, chapters, all, holding };
}

/** A section with those below it; each is added to `all` in the order of the text. */
function grown(told, parent, all) {
  const section = sectionOf(told, parent);
  all.push(section);
  section.sections = told.sections.map((each) => grown(each, section, all));
  return section;
}

const flat = (told) => [told, ...told.sections.flatMap(flat)];

/** The id of the table that holds a row or a cell; any other id as it is. */
export const tableOf = (id) => (id ?? "").replace(BELOW_TABLE, "");

/** The sections above one, the chapter first, and itself. */
export const wayTo = (section) => (section ? [...wayTo(section.parent), section] : []);

function sectionOf({ title, articles, observations, passages }, parent) {
  const section = { id: passages[0], title, articles, observations, tables: [], parent, sections: [] };
  section.chapter = parent?.chapter ?? section;
  return section;
}
