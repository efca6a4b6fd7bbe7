/** The chapters of a document with the sections below them, folded but for the way to where the reader is. */

import { reading } from "../address.js";
import { drawing, element } from "../elements.js";
import { word } from "../words.js";
import { wayTo } from "./contents.js";

const CHEVRON = "M9 6l6 6-6 6";

export class Tree {
  #links = new Map();

  /** @param {import("./contents.js").Contents} contents @param {string} words that stay marked while reading */
  constructor(contents, words) {
    const link = (section) => this.#link(section, words);
    const start = element("a", { href: reading(contents.document, words) }, word("read.beginning"));
    this.#links.set(null, start);
    const chapters = contents.chapters.map((chapter) => branch(chapter, link));
    this.element = element("ol", { class: "tree plain" }, leaf(start), chapters);
    this.element.lang = contents.language;
    start.lang = document.documentElement.lang;
  }

  /** Shows which section is being read; null is the beginning, before any heading. */
  current(section) {
    for (const each of this.#links.values()) each.removeAttribute("aria-current");
    const link = this.#links.get(section);
    link.setAttribute("aria-current", "location");
    for (const above of wayTo(section)) unfold(this.#links.get(above), true);
    intoView(link);
  }

  /** Says beside each section how many hits it holds itself. @param {Map<any, number>} counts */
  count(counts) {
    for (const [section, link] of this.#links) {
      link.querySelector(".count")?.remove();
      if (counts.has(section)) link.append(countElement(counts.get(section)));
    }
  }

  #link(section, words) {
    const link = element("a", { href: reading(section.id, words) }, section.title);
    this.#links.set(section, link);
    return link;
  }
}

const leaf = (link) => element("li", {}, element("div", { class: "entry" }, link));

function branch(section, link) {
  const own = link(section);
  if (!section.sections.length) return leaf(own);
  const below = element(
    "ol",
    { class: "plain", hidden: true },
    section.sections.map((each) => branch(each, link)),
  );
  const label = word("read.sections", { title: section.title });
  const onclick = () => unfold(own, below.hidden);
  const fold = element(
    "button",
    { type: "button", class: "fold", "aria-expanded": "false", "aria-label": label, onclick },
    drawing(CHEVRON),
  );
  return element("li", {}, element("div", { class: "entry" }, fold, own), below);
}

function unfold(link, open) {
  const fold = link.parentElement.querySelector(".fold");
  if (!fold) return;
  fold.setAttribute("aria-expanded", String(open));
  link.closest("li").querySelector("ol").hidden = !open;
}

function countElement(count) {
  const told = word("read.hits.here", { count });
  return element(
    "span",
    { class: "count", lang: document.documentElement.lang },
    element("span", { "aria-hidden": "true" }, count),
    element("span", { class: "unseen" }, ` ${told}`),
  );
}

/** Scrolls the side alone, never the text. */
function intoView(link) {
  const side = link.closest(".panel");
  if (!side) return;
  const [own, whole] = [link.getBoundingClientRect(), side.getBoundingClientRect()];
  if (own.top < whole.top || own.bottom > whole.bottom)
    side.scrollTop += own.top - whole.top - whole.height / 3;
}
