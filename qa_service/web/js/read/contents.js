/**
 * What a document contains, as a tree whose sections know each other.
 *
 * @typedef {object} Section
 * @property {string} id of its heading
 * @property {string} title
 * @property {string[]} articles
 * @property {string[]} observations
 * @property {string[]} tables ids of those that stand under it itself
 * @property {Section | null} parent
 * @property {Section} chapter the one at the top, perhaps itself
 * @property {Section[]} sections
 *
 * @typedef {object} Contents
 * @property {string} language
 * @property {Section[]} chapters
 * @property {Section[]} all in the order of the text
 * @property {(...ids: string[]) => Section | null} holding the innermost one that holds the first known id
 */

const BELOW_TABLE = /\.r\d+(\.c\d+)?$/;

/** @returns {Contents} of an edition as `GET /v1/documents/{id}/outline` gives it */
export function contentsOf(edition) {
  const holders = new Map();
  const all = [];
  const enter = (told, parent) => {
    const section = sectionOf(told, parent);
    all.push(section);
    for (const id of told.passages) holders.set(id, section);
    section.sections = told.sections.map((each) => enter(each, section));
    return section;
  };
  const chapters = edition.sections.map((each) => enter(each, null));
  const holding = (...ids) => ids.map((id) => holders.get(tableOf(id))).find(Boolean) ?? null;
  return { language: edition.language, chapters, all, holding };
}

/** The id of the table that holds a row or a cell; any other id as it is. */
export const tableOf = (id) => (id ?? "").replace(BELOW_TABLE, "");

/** The sections above one, the chapter first, and itself. */
export const wayTo = (section) => (section ? [...wayTo(section.parent), section] : []);

function sectionOf({ title, articles, observations, passages }, parent) {
  const tables = passages.filter((id) => /\.t\d+$/.test(id));
  const section = { id: passages[0], title, articles, observations, tables, parent, sections: [] };
  section.chapter = parent?.chapter ?? section;
  return section;
}
