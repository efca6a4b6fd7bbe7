/** Questions that go on from an answer: what was asked before stands in the address, so reload keeps it. */

import { addressOf } from "./address.js";
import { element } from "./elements.js";
import { go } from "./router.js";
import { word } from "./words.js";

const LONGEST_HISTORY = 10;

/**
 * The question whole, which the box may be too narrow for and print leaves out; below what it follows, with how
 * it was understood.
 * @param {string[]} history the earlier questions
 */
export function asked(question, history, reply) {
  const own = element("p", { class: "asked" }, question);
  if (!history.length) return own;
  const before = history.map((q, place) => {
    const href = addressOf("ask", [], { q, after: history.slice(0, place) });
    return element("li", {}, element("a", { href }, q));
  });
  const understood = reply.understood && reply.understood !== reply.question;
  return element(
    "section",
    { class: "thread stack", "aria-label": word("follow-up.thread") },
    element("p", { class: "faint" }, word("follow-up.thread")),
    element("ol", { class: "plain" }, before),
    own,
    understood
      ? element("p", { class: "notice calm" }, word("follow-up.understood", { question: reply.understood }))
      : null,
  );
}

/** The short box below an answer. */
export function followUp(question, history) {
  const field = element("input", {
    type: "text",
    id: "further",
    maxlength: 2000,
    autocomplete: "off",
    placeholder: word("follow-up.example"),
  });
  const onsubmit = (event) => {
    event.preventDefault();
    const q = field.value.trim();
    if (q) go(addressOf("ask", [], { q, after: [...history, question].slice(-LONGEST_HISTORY) }));
  };
  return element(
    "form",
    { class: "further stack", onsubmit },
    element("label", { for: "further" }, word("follow-up.label")),
    element("div", { class: "box-line" }, field, element("button", {}, word("follow-up.button"))),
  );
}
