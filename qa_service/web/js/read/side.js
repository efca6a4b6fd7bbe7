/** What stands beside the text: its chapters, articles, observations and tables behind one row of tabs. */

import { api } from "../api.js";
import { button, element, fill } from "../elements.js";
import { Failure } from "../failure.js";
import { problemLine } from "../problem.js";
import { word } from "../words.js";
import { references } from "./book.js";
import { articleList, observationList, tableList } from "./lists.js";
import { Tree } from "./tree.js";

const PARTS = ["chapters", "articles", "observations", "tables"];
const WIDE = matchMedia("(min-width: 64rem)");
const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

export class Side {
  #contents;
  #words;
  #tabs = PARTS.map((part) => this.#tab(part));
  #panel = element("div", { class: "panel", role: "tabpanel", id: "side-panel", tabindex: 0 });

  /** @param {import("./contents.js").Contents} contents @param {string} words that stay marked while reading */
  constructor(contents, words) {
    this.#contents = contents;
    this.#words = words;
    this.tree = new Tree(contents, words);
    const name = word("read.contents");
    const tabs = element(
      "div",
      { class: "tabs", role: "tablist", "aria-label": name, onkeydown: walk },
      this.#tabs,
    );
    const drawer = element(
      "details",
      { open: WIDE.matches },
      element("summary", {}, name),
      tabs,
      this.#panel,
    );
    this.element = element("nav", { class: "side", "aria-label": name }, drawer);
    this.#choose("chapters");
  }

  #tab(part) {
    const attributes = { role: "tab", id: `side-${part}`, "aria-controls": "side-panel" };
    return button(word(`read.parts.${part}`), () => this.#choose(part), attributes);
  }

  async #choose(part) {
    for (const [place, tab] of this.#tabs.entries()) {
      tab.setAttribute("aria-selected", String(PARTS[place] === part));
      tab.tabIndex = PARTS[place] === part ? 0 : -1;
    }
    const name = `side-${part}`;
    this.#panel.setAttribute("aria-labelledby", name);
    const ways = await this.#ways(part).catch(failed);
    if (this.#panel.getAttribute("aria-labelledby") === name) fill(this.#panel, ways);
  }

  async #ways(part) {
    if (part === "chapters") return this.tree.element;
    if (part === "tables")
      return tableList(this.#contents, (await api.tables(this.#contents.language)).tables, this.#words);
    const told = (await references()).references;
    return part === "articles" ? articleList(this.#contents, told) : observationList(this.#contents, told);
  }
}

function failed(error) {
  if (!(error instanceof Failure)) throw error;
  return element("p", { class: "notice bad", role: "alert" }, problemLine(error));
}

/** Arrow keys walk along the tabs, as in every row of tabs. */
function walk(event) {
  const tabs = [...event.currentTarget.children];
  const place = tabs.indexOf(document.activeElement);
  const next = { Home: 0, End: tabs.length - 1 }[event.key] ?? place + STEPS[event.key];
  if (Number.isNaN(next)) return;
  event.preventDefault();
  const tab = tabs.at(next % tabs.length);
  tab.focus();
  tab.click();
}
