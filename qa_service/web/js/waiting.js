/** What is shown until a view has what it asked for. */

import { say } from "./aloud.js";
import { button, element } from "./elements.js";
import { word } from "./words.js";

const SLOW_AFTER = 4000;

/** A line that says so when it takes long, with a button that gives up. @param {() => void} cancel */
export function waiting(cancel) {
  const said = element("span", {}, word("shell.waiting"));
  const line = element(
    "div",
    { class: "waiting" },
    said,
    button(word("shell.cancel"), cancel, { class: "small" }),
  );
  setTimeout(() => {
    if (!line.isConnected) return;
    said.textContent = word("shell.slow");
    say(word("shell.slow"));
  }, SLOW_AFTER);
  return line;
}
