/**
 * The sections of a reply to POST /v1/ask: the answer or the refusal, then what it rests on.
 * @param {any} reply
 * @param {(key: string, values?: Record<string, string | number>) => string} word
 * @param {URL} base the address of the service, which links lead to
 */
function sections(reply, word, base) {
  return [answer(reply, word), reply.citations.length ? sources(reply, word, base) : null].filter(Boolean);
}

function answer(reply, word) {
  const { text, language, quote, original } = reply.answer;
  return element(
    "div",
    { class: reply.answered ? "answer" : "answer refusal" },
    element("h3", {}, word("answer")),
    reply.figure ? figure(reply.figure, word) : null,
    original ? element("p", { class: "small" }, word("translation")) : null,
    element(quote ? "blockquote" : "p", { class: "text", lang: language }, text),
    original ? element("p", { class: "small" }, word("official")) : null,
    original ? element("blockquote", { lang: original.language }, original.text) : null,
    ...reply.notices.map((notice) => element("p", { class: "notice", lang: reply.language }, notice)),
  );
}

function figure({ value, unit, table, row, column }, word) {
  return element(
    "div",
    {},
    element("p", { class: "figure" }, unit ? `${value} ${unit}` : value),
    element("p", { class: "small" }, word("table", { table, row, column })),
  );
}

/** The best source at once, the others when they are asked for: the box shares the page with its site. */
function sources(reply, word, base) {
  const [first, ...others] = reply.citations.map((citation) => source(citation, word, base));
  const heading = element("h3", {}, word(reply.answered ? "sources" : "nearest"));
  return element(
    "div",
    { class: "sources" },
    heading,
    element("ol", {}, first),
    others.length ? more(word("more", { count: others.length }), element("ol", { start: "2" }, ...others)) : null,
  );
}

function more(title, content) {
  return element("details", {}, element("summary", {}, title), content);
}

function source({ passage, highlights, counterpart }, word, base) {
  const link = element(
    "a",
    { href: new URL(`p/${encodeURIComponent(passage.id)}`, base).href, target: "_blank", rel: "noopener" },
    passage.citation[word("language")] ?? passage.id,
    element("span", { class: "unseen" }, ` (${word("opens")})`),
  );
  return element(
    "li",
    {},
    element("p", { class: "small", lang: passage.language }, passage.path.join(" › ")),
    element("p", { class: "small" }, word(standing(passage))),
    quotation(passage, highlights),
    counterpart ? more(word(standing(counterpart)), quotation(counterpart, counterpart.highlights)) : null,
    element("p", { class: "small" }, link),
  );
}

const standing = (edition) => (edition.status === "official" ? "official" : "translation");

/** Long passages scroll, so the keyboard has to reach them. */
function quotation(edition, highlights) {
  const attributes = { class: "quote", lang: edition.language, tabindex: "0" };
  return element("blockquote", attributes, ...marked(edition.text, highlights));
}
