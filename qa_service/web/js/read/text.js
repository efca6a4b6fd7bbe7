/** The text of a document, section after section, in one edition or in two side by side. */

import { Failure } from "../failure.js";
import { element, fill } from "../elements.js";
import { excerptAt } from "./book.js";
import { onward } from "./onward.js";
import { passageElement } from "./passage.js";
import { Shown } from "./shown.js";
import { tableElement } from "./table.js";
import { Watch } from "./watch.js";

const DEEPEST = 6;

export class Text {
  #book;
  #words;
  #signal;
  #arrived;
  #editions = [];
  #excerpts = new Map();
  #last = null;
  #top = 0;
  #body = element("div", { class: "excerpts" });
  #way = element("div");
  passages = new Shown(this.#body);
  #watch;

  /**
   * @param {import("./book.js").Book} book
   * @param {string} words that stay marked
   * @param {(section: any, excerpt: any) => void} arrived is called with the section that is being read
   * @param {AbortSignal} signal ends the watch over what is being read
   */
  constructor(book, words, arrived, signal) {
    this.element = element("div", { class: "text" }, this.#body, this.#way);
    this.#book = book;
    this.#words = words;
    this.#arrived = arrived;
    this.#signal = signal;
    this.#watch = new Watch(
      (section) => this.#reached(this.#excerpts.get(section)),
      () => this.#readOn(),
      signal,
    );
  }

  /** The id of the first passage of the section that is being read. */
  get place() {
    return this.#last?.id;
  }

  /** Shows the section that holds a passage, in the languages of `editions`, in place of what stood here. */
  async open(passage, editions) {
    const excerpt = await excerptAt(this.#book, passage, editions, this.#signal);
    this.#editions = editions;
    this.passages.clear();
    this.#excerpts = new Map();
    this.#top = excerpt.rows[0].flat()[0].path.length;
    this.#watch.clear();
    fill(this.#body);
    this.element.classList.toggle("two", editions.length > 1);
    this.#append(excerpt);
  }

  #append(excerpt) {
    const rows = excerpt.rows.map((row) => this.#row(row, excerpt.tables));
    const section = element("section", { class: "excerpt" }, rows);
    this.#excerpts.set(section, excerpt);
    this.#body.append(section);
    this.#watch.section(section);
    if (this.#excerpts.size === 1) this.#last = excerpt;
    this.#lead(excerpt);
  }

  /** The ways on from the end of what is shown. */
  #lead({ next }) {
    const [first] = this.#excerpts.values();
    fill(this.#way, onward(this.#book.contents, first.previous, next, this.#words));
    this.#watch.end(next && this.#chapter(next) === this.#chapter(first.id) ? this.#way : null);
  }

  #chapter(id) {
    return this.#book.contents.holding(id)?.chapter;
  }

  #row(row, tables) {
    const cells = row.map((cell) =>
      element(
        "div",
        { class: "cell" },
        cell.map((one) => this.#passage(one, tables)),
      ),
    );
    const wide = row.flat().some(({ kind }) => kind === "table");
    return element("div", { class: wide ? "beside wide" : "beside" }, cells);
  }

  #passage(passage, tables) {
    const level = Math.min(2 + Math.max(0, passage.path.length - this.#top), DEEPEST);
    const shown = passageElement(passage, level);
    const table = tables.get(passage.id);
    if (table) shown.append(tableElement(table, passage.language));
    this.passages.add(passage, shown);
    return shown;
  }

  /** A chapter is read through without pressing anything; the next one is a step that the reader takes. */
  async #readOn() {
    const excerpts = this.#excerpts;
    const { next } = [...excerpts.values()].at(-1);
    try {
      const excerpt = await excerptAt(this.#book, next, this.#editions, this.#signal);
      if (excerpts === this.#excerpts) this.#append(excerpt);
    } catch (error) {
      // The link on stays, and tells the failure to whoever takes it.
      if (!(error instanceof Failure) && error.name !== "AbortError") throw error;
    }
  }

  #reached(excerpt) {
    const moved = excerpt !== this.#last;
    this.#last = excerpt;
    this.#arrived(this.#sectionOf(excerpt), moved ? excerpt : null);
  }

  #sectionOf(excerpt) {
    const ends = excerpt.rows.at(-1).flat().at(-1);
    return this.#book.contents.holding(ends.id, ends.counterpart?.id);
  }
}
