/** The view of a question. */

import { api } from "./api.js";
import { element } from "./elements.js";
import { word } from "./words.js";

/** @type {import("./router.js").View} */
export const ask = { room: "ask", box: true, layout: "column", open };

async function open(place, slot, signal) {
  const question = place.query.get("q") ?? "";
  if (!question) {
    slot.append(element("h1", { tabindex: "-1" }, word("shell.title")));
    return "";
  }
  const reply = await api.ask(question, {}, signal);
  slot.append(element("h1", { tabindex: "-1", lang: reply.answer.language }, reply.answer.text));
  return question;
}
