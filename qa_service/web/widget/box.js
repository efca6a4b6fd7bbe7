const LONGEST = 2000;
const NAME = "qa-question-box";
const script = document.currentScript;
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);

/** The question box. Attributes: `language` (kk, ru), `key`, `theme` (light, dark), `service` (an address). */
class QuestionBox extends HTMLElement {
  #asking = new AbortController();
  #parts = null;

  connectedCallback() {
    if (this.#parts) return;
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [sheet];
    this.#parts = parts(this.#word);
    this.#parts.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#ask();
    });
    shadow.append(this.#parts.box);
  }

  disconnectedCallback() {
    this.#asking.abort();
  }

  get language() {
    const asked = [this.getAttribute("language"), document.documentElement.lang, ...navigator.languages];
    return asked.map((tag) => (tag ?? "").toLowerCase().split("-")[0]).find((tag) => tag in WORDS) ?? "kk";
  }

  get base() {
    return new URL(this.getAttribute("service") ?? ".", script?.src || document.baseURI);
  }

  /** A word of the box, its {values} filled in; "language" is the language itself. */
  #word = (key, values = {}) => {
    if (key === "language") return this.language;
    return WORDS[this.language][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  };

  async #ask() {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const question = this.#parts.input.value.trim();
    this.#parts.reply.replaceChildren();
    if (!question) return this.#say("empty", { bad: true });
    this.#say("waiting");
    try {
      const key = this.getAttribute("key");
      const reply = await ask(this.base, { question, key, language: this.language, signal });
      if (!signal.aborted) this.#show(reply);
    } catch (error) {
      if (error.name === "AbortError") return;
      if (!(error instanceof Failure)) throw error;
      this.#say(error.slug, { bad: true, told: error.told });
    }
  }

  #show(reply) {
    this.#parts.reply.append(...sections(reply, this.#word, this.base));
    const told = reply.figure ? `${reply.figure.value} ${reply.figure.unit ?? ""}` : reply.answer.text;
    this.#say(reply.answered ? "answered" : "refused", { unseen: told });
  }

  /** What a screen reader tells at once: how it stands, and the answer, which others see below. */
  #say(key, { bad = false, told = "", unseen = "" } = {}) {
    const { status } = this.#parts;
    status.className = bad ? "status bad" : "status";
    status.replaceChildren(told || this.#word(key), element("span", { class: "unseen" }, unseen ? ` ${unseen}` : ""));
  }
}

function parts(word) {
  const input = element("input", { id: "question", type: "text", maxlength: String(LONGEST), autocomplete: "off" });
  const button = element("button", { type: "submit" }, word("ask"));
  const form = element(
    "form",
    { novalidate: "" },
    element("label", { for: "question" }, word("label")),
    element("div", { class: "line" }, input, button),
  );
  const status = element("div", { class: "status", role: "status" });
  const reply = element("div", { class: "reply" });
  const heading = element("h2", { id: "heading" }, word("heading"));
  const attributes = { class: "box", lang: word("language"), "aria-labelledby": "heading" };
  return { box: element("section", attributes, heading, form, status, reply), form, input, status, reply };
}

if (!customElements.get(NAME)) customElements.define(NAME, QuestionBox);

/** One box where the script stands, unless the page has placed the element itself. */
function place() {
  if (document.querySelector(NAME)) return;
  const { language, key, theme } = script?.dataset ?? {};
  const box = element(NAME, { language, key, theme });
  if (script && document.body.contains(script)) script.after(box);
  else document.body.append(box);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", place);
else place();
