/** Whether an answer was right, as the reader says it. */

import { say } from "./aloud.js";
import { api } from "./api.js";
import { button, element, fill } from "./elements.js";
import { Failure } from "./failure.js";
import { problemLine } from "./problem.js";
import { word } from "./words.js";

const VERDICTS = ["right", "wrong"];
const LONGEST_REMARK = 2000;

/** The panel that takes a judgement of a reply to POST /v1/ask. */
export function feedbackPanel(reply) {
  const panel = element("section", { class: "feedback stack", "aria-labelledby": "feedback-heading" });
  const buttons = VERDICTS.map((verdict) => {
    const onclick = () => choose(panel, reply, verdict);
    return button(word(`feedback.${verdict}`), onclick, {
      class: "small",
      "aria-pressed": "false",
      "data-verdict": verdict,
    });
  });
  const question = element("h2", { id: "feedback-heading" }, word("feedback.heading"));
  return fill(
    panel,
    element("div", { class: "row" }, question, buttons),
    element("div", { class: "remark" }),
  );
}

function choose(panel, reply, verdict) {
  for (const each of panel.querySelectorAll("[data-verdict]")) {
    each.setAttribute("aria-pressed", String(each.dataset.verdict === verdict));
  }
  const field = element("textarea", { id: "remark", maxlength: LONGEST_REMARK });
  const onsubmit = (event) => {
    event.preventDefault();
    send(panel, judgement(reply, verdict, field.value.trim()));
  };
  const form = element(
    "form",
    { class: "stack", onsubmit },
    element("label", { for: "remark" }, word(`feedback.remark-${verdict}`)),
    field,
    element(
      "p",
      { class: "row" },
      element("button", { class: "main" }, word("feedback.send")),
      element("span", { class: "faint" }, word("feedback.kept")),
    ),
  );
  fill(panel.querySelector(".remark"), form);
  field.focus();
}

/** What POST /v1/feedback takes. */
function judgement(reply, verdict, remark) {
  const { question, language, answered, answer, figure, citations } = reply;
  const passages = citations.map((one) => one.passage.id);
  return { question, language, verdict, remark, answered, answer: answer.text, figure, passages };
}

async function send(panel, told) {
  try {
    await api.feedback(told);
    const thanks = element("p", { class: "notice calm", tabindex: "-1" }, word("feedback.thanks"));
    fill(panel, thanks);
    thanks.focus(); // The button that had it is gone.
    say(word("feedback.thanks"));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const remark = panel.querySelector(".remark");
    remark.querySelector(".bad")?.remove();
    remark.append(element("p", { class: "notice bad", role: "alert" }, problemLine(error)));
  }
}
