/** What can be done with a passage: its permanent address, its citation, what was repaired in it. */

import { permanent } from "../address.js";
import { citationBlock, confirm } from "../citation.js";
import { copy } from "../clipboard.js";
import { button, element } from "../elements.js";
import { language, word } from "../words.js";

/** @returns {HTMLElement} */
export function tools(passage) {
  const { id, citation } = passage;
  const address = permanent(id);
  return element(
    "div",
    { class: "tools", lang: language() },
    element(
      "p",
      { class: "row" },
      element("a", { href: address }, word("read.tools.permanent")),
      addressButton(address),
    ),
    citationBlock({ id, citation, form: "footnote" }, language()),
    passage.mends.length > 0 && mends(passage.mends),
  );
}

function addressButton(address) {
  const name = word("read.tools.copy-address");
  const onclick = async () => {
    const done = await copy(address);
    confirm(pressed, done ? "read.tools.address-copied" : "citation.not-copied", name);
  };
  const pressed = button(name, onclick, { class: "small" });
  return pressed;
}

/** Repairs of damage in the source file: the words themselves are never changed for any other reason. */
function mends(list) {
  return element(
    "div",
    { class: "mends" },
    element("p", {}, word("read.mends.intro")),
    element("dl", {}, list.map(mend)),
  );
}

const mend = ({ line, before, after, reason }) => [
  element("dt", {}, word("read.mends.line", { line: String(line) })),
  element("dd", {}, word("read.mends.before"), " ", element("del", {}, before)),
  element("dd", {}, word("read.mends.after"), " ", element("ins", {}, after)),
  element("dd", { class: "faint" }, word("read.mends.reason"), " ", element("span", { lang: "en" }, reason)),
];
