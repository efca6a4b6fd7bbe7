/** A citation that one click copies, in the form and language that the reader chose last. */

import { permanent } from "./address.js";
import { say } from "./aloud.js";
import { api } from "./api.js";
import { copy } from "./clipboard.js";
import { button, element } from "./elements.js";
import { Failure } from "./failure.js";
import { recalled, remember } from "./memory.js";
import { problemLine } from "./problem.js";
import { word } from "./words.js";

export const FORMS = ["footnote", "short", "gost", "csl", "bibtex", "link"];
const LANGUAGES = ["kk", "ru", "en"];
const SHOWN_FOR = 2500;

const fetched = new Map();

/** The form that citations are asked for and copied in. */
export function chosenForm() {
  const kept = recalled("form");
  return FORMS.includes(kept) ? kept : FORMS[0];
}

/**
 * What is cited: the id of a passage or cell with its citations by language, as a reply in `form` gave them.
 * @typedef {{ id: string, citation: Record<string, string>, form: string }} Cited
 */

/** The citation in a form and language; asks the service where it is not at hand. @returns {Promise<string>} */
export async function citationText(cited, form, language) {
  if (form === "link") return permanent(cited.id);
  if (form === cited.form) return cited.citation[language] ?? Object.values(cited.citation)[0] ?? "";
  const citation = await otherwise(cited.id, form);
  return citation[language] ?? "";
}

/** The citations of a passage in a form that its reply did not have; asked for once. */
function otherwise(id, form) {
  const name = `${form} ${id}`;
  if (!fetched.has(name)) {
    const asked = api.passage(id, { form }).then((reply) => reply.passage.citation);
    asked.catch(() => fetched.delete(name)); // What failed may be tried again.
    fetched.set(name, asked);
  }
  return fetched.get(name);
}

/** A button that copies the citation in the chosen form. */
export function copyButton(cited, language, attributes = {}) {
  const pressed = button(
    word("citation.copy"),
    () => copyFrom(pressed, cited, chosenForm(), language),
    attributes,
  );
  return pressed;
}

/** The citation to be read, with its forms, its languages and its copy button. @param {Cited} cited */
export function citationBlock(cited, language) {
  const text = element("pre", {
    class: "citation-text",
    tabindex: "0",
    role: "group",
    "aria-label": word("citation.text"),
    lang: language,
  });
  const form = choice(FORMS, chosenForm(), "citation.form", (one) => word(`citation.forms.${one}`));
  const spoken = choice(LANGUAGES, language, "citation.language", (one) => word(`citation.languages.${one}`));
  const show = () => fillIn(text, cited, form.value, spoken.value);
  form.addEventListener("change", () => remember("form", form.value));
  for (const each of [form, spoken]) each.addEventListener("change", show);
  show();
  const copied = button(word("citation.copy"), () => copyFrom(copied, cited, form.value, spoken.value), {
    class: "main",
  });
  return element(
    "div",
    { class: "citation stack" },
    element("div", { class: "row" }, copied, form, spoken),
    text,
  );
}

async function fillIn(target, cited, form, language) {
  try {
    target.textContent = await citationText(cited, form, language);
    target.lang = language;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    target.textContent = problemLine(error);
  }
}

async function copyFrom(pressed, cited, form, language) {
  try {
    const text = await citationText(cited, form, language);
    confirm(pressed, (await copy(text)) ? "citation.copied" : "citation.not-copied");
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    say(problemLine(error));
  }
}

/** Says aloud and on the button, for a while in place of its own words, what became of it. */
export function confirm(pressed, key, before = word("citation.copy")) {
  pressed.textContent = word(key);
  say(word(key));
  setTimeout(() => (pressed.textContent = before), SHOWN_FOR);
}

function choice(options, chosen, label, name) {
  const made = options.map((one) => element("option", { value: one, selected: one === chosen }, name(one)));
  return element("select", { class: "small", "aria-label": word(label) }, made);
}
