/** The passages that stand before the reader: found by their ids, marked by what was asked for. */

import { tableOf } from "./contents.js";
import { markPassage } from "./passage.js";

export class Shown {
  #body;
  #hits = null;
  #list = [];

  /** @param {HTMLElement} body holds the elements of all that is added */
  constructor(body) {
    this.#body = body;
  }

  add(passage, element) {
    this.#list.push({ passage, element });
    this.#dress(passage, element);
  }

  clear() {
    this.#list = [];
  }

  /**
   * Points out a passage, a row or a cell, or its counterpart in another edition: it can take the focus.
   * @param {...string} ids the first one that is shown is taken
   * @returns {HTMLElement | null} null where none is shown
   */
  point(...ids) {
    const found = ids.reduce((before, id) => before ?? this.#find(id), null);
    if (!found) return null;
    this.#body.querySelector("[data-place]")?.removeAttribute("data-place");
    found.setAttribute("data-place", "");
    found.tabIndex = -1;
    return found;
  }

  /** The line of the official text where a passage stands; that of the start where it is not shown. */
  lineAt(id) {
    const name = tableOf(id);
    const known = this.#list.find(({ passage }) => [passage.id, passage.counterpart?.id].includes(name));
    const { passage } = known ?? this.#list[0];
    return (passage.source_lines ?? passage.lines)[0];
  }

  /** Marks what was asked for, here and in what is still to be added. @param {import("./hits.js").Hits} hits */
  mark(hits) {
    this.#hits = hits;
    for (const { passage, element } of this.#list) this.#dress(passage, element);
  }

  #find(id) {
    const own = this.#at(id);
    if (own) return own;
    const partner = this.#list.find(({ passage }) => passage.counterpart?.id === tableOf(id));
    return partner ? (this.#at(partner.passage.id + id.slice(tableOf(id).length)) ?? partner.element) : null;
  }

  #at(id) {
    return this.#body.querySelector(`[data-id="${CSS.escape(id)}"]`);
  }

  #dress(passage, element) {
    if (!this.#hits) return;
    markPassage(element, passage, this.#hits);
    for (const row of element.querySelectorAll("tr[data-id]")) {
      row.classList.toggle("found", this.#hits.highlights(row.dataset.id) !== null);
    }
  }
}
