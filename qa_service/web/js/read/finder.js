/** Words that are looked for while reading, and the way from one place that holds them to the next. */

import { reading } from "../address.js";
import { say } from "../aloud.js";
import { button, drawing, element, fill } from "../elements.js";
import { problemLine } from "../problem.js";
import { go } from "../router.js";
import { word } from "../words.js";

const UP = "M6 15l6-6 6 6";
const DOWN = "M6 9l6 6 6-6";
const KEYS = { ArrowDown: 1, ArrowUp: -1 };

export class Finder {
  #words;
  #place;
  #reveal;
  #list = [];
  #at = null;
  #line = 0;
  #told = element("span", { class: "told" });
  #found = element("div", { class: "steps row" });

  /**
   * @param {string} words that are looked for now
   * @param {() => string} place the passage to stay at when others are looked for
   * @param {(ids: string[]) => void} reveal brings the reader to a passage
   * @param {AbortSignal} signal ends the listening to keys
   */
  constructor(words, place, reveal, signal) {
    this.#words = words;
    this.#place = place;
    this.#reveal = reveal;
    this.element = element("div", { class: "finder" }, this.#form(), this.#found);
    if (words) fill(this.#found, element("span", { class: "faint" }, word("shell.waiting")));
    document.addEventListener("keydown", (event) => this.#pressed(event), { signal });
  }

  /** Shows how many places there are; steps go on from `id`, or from a line of the official text. */
  found(hits, id, line) {
    this.#list = hits.list;
    this.#line = line;
    this.#at = indexOf(this.#list, id);
    const steps = this.#list.length
      ? [
          step("read.hits.previous", UP, "ArrowUp", () => this.#go(-1)),
          step("read.hits.next", DOWN, "ArrowDown", () => this.#go(1)),
        ]
      : [];
    const clear = element("a", { href: reading(id ?? this.#place()) }, word("read.hits.clear"));
    fill(this.#found, this.#told, steps, clear);
    this.#tell();
  }

  failed(error) {
    fill(this.#found, element("span", { class: "notice bad" }, problemLine(error)));
  }

  #form() {
    const field = element("input", {
      type: "search",
      name: "q",
      maxlength: 2000,
      "aria-label": word("read.find.label"),
      placeholder: word("read.find.label"),
      autocomplete: "off",
    });
    field.value = this.#words;
    const onsubmit = (event) => {
      event.preventDefault();
      go(reading(this.#place(), field.value.trim()));
    };
    const search = { role: "search", class: "row", "aria-label": word("read.find.label"), onsubmit };
    return element("form", search, field, element("button", { class: "small" }, word("read.find.button")));
  }

  #pressed(event) {
    if (!event.altKey || !KEYS[event.key] || !this.#list.length) return;
    event.preventDefault();
    this.#go(KEYS[event.key]);
  }

  #go(by) {
    const count = this.#list.length;
    this.#at = ((this.#at ?? this.#between(by)) + by + count) % count;
    this.#reveal(this.#list[this.#at].ids);
    this.#tell();
  }

  /** Where a reader between two places stands, so that one step leads to the next. */
  #between(by) {
    const after = this.#list.findIndex(({ line }) => line >= this.#line);
    const next = after < 0 ? this.#list.length : after;
    return by > 0 ? next - 1 : next;
  }

  #tell() {
    const count = this.#list.length;
    const told =
      this.#at === null
        ? word("read.hits.count", { count })
        : word("read.hits.nth", { at: this.#at + 1, count });
    this.#told.textContent = told;
    say(told);
  }
}

const indexOf = (list, id) => {
  const at = list.findIndex(({ ids }) => ids.includes(id));
  return at < 0 ? null : at;
};

function step(label, path, key, onclick) {
  const name = word(label);
  const attributes = {
    class: "small",
    "aria-label": name,
    title: `${name} (Alt+${key === "ArrowUp" ? "↑" : "↓"})`,
    "aria-keyshortcuts": `Alt+${key}`,
  };
  return button(drawing(path), onclick, attributes);
}
