/** The page before anything is asked: what the service is, examples, the documents that it holds. */

import { addressOf } from "./address.js";
import { api } from "./api.js";
import { button, element } from "./elements.js";
import { forgetQuestions, recentQuestions } from "./recent.js";
import { day, language, word, wordList } from "./words.js";

const SHOWN = 5;

/** Fills the start of the page; resolves to a blank title, which the page's own name replaces. */
export async function home(slot, signal) {
  const { documents } = await api.documents(signal);
  slot.append(
    element(
      "header",
      { class: "hero" },
      element("h1", { tabindex: "-1" }, word("home.heading")),
      element("p", {}, word("home.lead")),
      element("p", {}, word("home.over", { titles: documents.map(shortTitle).join("», «") })),
    ),
    questions("home.examples", wordList("home.questions"), { lang: null }),
    ...recent(),
    element("section", { class: "stack" }, element("h2", {}, word("home.documents")), documents.map(held)),
    element(
      "section",
      { class: "stack" },
      element("h2", {}, word("home.limits")),
      element(
        "ul",
        { class: "stack" },
        wordList("home.does").map((line) => element("li", {}, line)),
      ),
    ),
  );
  return "";
}

function questions(heading, texts) {
  const links = texts.map((q) => element("li", {}, element("a", { href: addressOf("ask", [], { q }) }, q)));
  return element(
    "section",
    { class: "stack" },
    element("h2", {}, word(heading)),
    element("ul", { class: "plain examples" }, links),
  );
}

function recent() {
  const texts = recentQuestions().slice(0, SHOWN);
  if (!texts.length) return [];
  const section = questions("home.recent", texts);
  const forget = () => {
    forgetQuestions();
    section.remove();
    document.querySelector("#question")?.focus();
  };
  section.append(element("p", {}, button(word("home.forget"), forget, { class: "quiet small" })));
  return [section];
}

const shortTitle = ({ short_titles, titles, id }) => short_titles[language()] ?? titles[language()] ?? id;

/** A document with its adoption and its editions. */
function held(document) {
  const spoken = document.titles[language()] ? language() : Object.keys(document.titles)[0];
  const adopted = word("home.adopted", {
    by: document.adopted_by[spoken] ?? "",
    date: document.date ? day(document.date) : "",
    number: document.number ?? "",
  });
  const editions = document.editions.map((edition) =>
    element(
      "li",
      {},
      word(`home.editions.${edition.status}`, {
        language: word(`home.languages.${edition.language}`),
        count: edition.passages,
        tables: edition.tables,
      }),
    ),
  );
  return element(
    "article",
    { class: "card stack" },
    element("h3", { lang: spoken }, element("a", { href: addressOf("read") }, document.titles[spoken])),
    element("p", { class: "faint" }, adopted),
    element("ul", { class: "plain faint" }, editions),
  );
}
