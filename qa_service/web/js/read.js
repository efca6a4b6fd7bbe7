/** The reading view: a document with its contents at the side, in one edition or in two side by side. */

import { reading } from "./address.js";
import { element, fill } from "./elements.js";
import { Failure } from "./failure.js";
import { bookOf } from "./read/book.js";
import { choiceFor, editionHeads, editionsIn, editionSwitch } from "./read/editions.js";
import { Finder } from "./read/finder.js";
import { hitsOf } from "./read/hits.js";
import { Side } from "./read/side.js";
import { Text } from "./read/text.js";
import { amend, go } from "./router.js";
import { language, word } from "./words.js";

/** @type {import("./router.js").View} */
export const read = { room: "read", box: false, layout: "wide", open };

async function open(place, slot, signal) {
  const words = place.query.get("q") ?? "";
  const book = await bookOf(place.path[0]);
  const asked = place.path[0] === book.document.id ? undefined : place.path[0];
  const side = new Side(book.contents, words);
  const text = new Text(book, words, (section, moved) => arrive(side, section, moved, words), signal);
  const finder = new Finder(
    words,
    () => text.place,
    (ids) => reveal(text, ids, words),
    signal,
  );
  await text.open(asked, editionsIn(choiceFor(book.document), book.document));
  if (asked) text.passages.point(asked);
  slot.append(head(book, text, finder), element("div", { class: "reading" }, side.element, text.element));
  if (words) look(words, asked, { book, side, text, finder }, signal);
  return book.contents.holding(asked, text.place)?.title ?? titleOf(book.document);
}

/** The side and the address follow the reader. */
function arrive(side, section, moved, words) {
  side.tree.current(section);
  if (moved) amend(reading(moved.id, words));
}

/** Brings a passage before the reader: in the text that is shown, else in the section that holds it. */
function reveal(text, ids, words) {
  const found = text.passages.point(...ids);
  if (!found) return go(reading(ids[0], words));
  found.scrollIntoView();
  found.focus({ preventScroll: true });
  return amend(reading(ids[0], words));
}

/** Looks for the words and marks them where they stand; the text can be read meanwhile. */
async function look(words, asked, { book, side, text, finder }, signal) {
  try {
    const hits = await hitsOf(words, book.document.id, signal);
    text.passages.mark(hits);
    side.tree.count(countsOf(hits, book.contents));
    finder.found(hits, asked, text.passages.lineAt(asked));
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof Failure)) throw error;
    finder.failed(error);
  }
}

/** How many hits each section holds itself; what stands before the first heading counts for null. */
function countsOf(hits, contents) {
  const counts = new Map();
  for (const { ids } of hits.list) {
    const section = contents.holding(...ids);
    counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  return counts;
}

function head(book, text, finder) {
  const choice = choiceFor(book.document);
  const heads = element(
    "div",
    { class: "heads-frame" },
    editionHeads(book.document, editionsIn(choice, book.document)),
  );
  const chosen = async (next) => {
    const shown = editionsIn(next, book.document);
    try {
      await text.open(text.place, shown);
      fill(heads, editionHeads(book.document, shown));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      go(location.hash); // Opened anew, the view tells what failed.
    }
  };
  text.element.prepend(heads);
  return element(
    "div",
    { class: "reading-head" },
    element("h1", { tabindex: "-1" }, titleOf(book.document)),
    documentChoice(book),
    editionSwitch(book.document, choice, chosen),
    finder.element,
  );
}

/** Which document is read, where there are several. */
function documentChoice({ document, documents }) {
  if (documents.length < 2) return null;
  const options = documents.map((each) =>
    element("option", { value: each.id, selected: each.id === document.id }, titleOf(each)),
  );
  const onchange = ({ currentTarget }) => go(reading(currentTarget.value));
  return element("select", { class: "small", "aria-label": word("read.document"), onchange }, options);
}

const titleOf = ({ titles, short_titles, id }) => short_titles[language()] ?? titles[language()] ?? id;
