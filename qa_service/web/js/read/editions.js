/** Which editions are read: both side by side, or one; remembered for this browser. */

import { element } from "../elements.js";
import { recalled, remember } from "../memory.js";
import { standing } from "../passage.js";
import { hasWord, language, word } from "../words.js";

export const BOTH = "both";
const WIDE = matchMedia("(min-width: 48rem)");

/** What the reader chose, else both where there is room for them, else the page's language. */
export function choiceFor(document) {
  const known = languagesOf(document);
  const kept = recalled("editions", "");
  if (kept === BOTH || known.includes(kept)) return kept;
  if (WIDE.matches) return BOTH;
  return known.includes(language()) ? language() : known[0];
}

/** The languages that a choice shows, the official edition first. */
export function editionsIn(choice, document) {
  const [official, ...others] = languagesOf(document);
  if (choice !== BOTH) return [choice];
  const other = others.includes(language()) ? language() : others[0];
  return other ? [official, other] : [official];
}

/** The choice as a row of buttons; null where there is but one edition. @param {(choice: string) => void} chosen */
export function editionSwitch(document, choice, chosen) {
  const known = languagesOf(document);
  if (known.length < 2) return null;
  const group = element("div", {
    class: "choices",
    role: "group",
    "aria-label": word("read.editions.label"),
  });
  for (const each of [BOTH, ...known]) group.append(choiceButton(each, each === choice, group, chosen));
  return group;
}

/** Above each column, what it is: the language, and whether its text is official. */
export function editionHeads(document, shown) {
  const editions = shown.map((language) =>
    document.editions.find((edition) => edition.language === language),
  );
  const head = (edition) =>
    element("p", { class: "cell row" }, element("strong", {}, nameOf(edition.language)), standing(edition));
  return element("div", { class: "beside heads" }, editions.map(head));
}

function choiceButton(each, pressed, group, chosen) {
  const onclick = ({ currentTarget }) => {
    remember("editions", each);
    for (const one of group.children) one.setAttribute("aria-pressed", String(one === currentTarget));
    chosen(each);
  };
  const name = each === BOTH ? word("read.editions.both") : nameOf(each);
  return element("button", { type: "button", "aria-pressed": String(pressed), onclick }, name);
}

const languagesOf = (document) => document.editions.map((edition) => edition.language);

/** In the page's language; the browser knows the names of languages that the page has no word for. */
function nameOf(code) {
  if (hasWord(`read.editions.${code}`)) return word(`read.editions.${code}`);
  return new Intl.DisplayNames([language()], { type: "language" }).of(code);
}
