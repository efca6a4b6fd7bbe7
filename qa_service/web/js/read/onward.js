/** From one section to the one before or after it. */

import { reading } from "../address.js";
import { element } from "../elements.js";
import { word } from "../words.js";

/** @param {string | null} previous the id of a passage in that section, as `next` */
export function onward(contents, previous, next, words) {
  return element(
    "nav",
    { class: "onward", "aria-label": word("read.onward") },
    previous && way("read.previous", previous, "prev", contents, words),
    next && way("read.next", next, "next", contents, words),
  );
}

/** What stands before the first heading has no title: it is the beginning. */
function way(label, id, relation, contents, words) {
  const section = contents.holding(id);
  const title = section?.title ?? word("read.beginning");
  const lang = section ? contents.language : null;
  const href = reading(section ? id : contents.document, words);
  return element(
    "a",
    { href, class: `way ${relation}`, rel: relation },
    element("span", { class: "faint small-text" }, word(label)),
    element("span", { lang }, title),
  );
}
