/** The view of what was asked: an answer, what a search found, or the places of a reference. */

import { answerSections } from "./answer.js";
import { api } from "./api.js";
import { chosenForm } from "./citation.js";
import { feedbackPanel } from "./feedback.js";
import { asked, followUp } from "./follow_up.js";
import { home } from "./home.js";
import { keepQuestion } from "./recent.js";
import { referenceSections } from "./reference.js";
import { searchSections } from "./search_results.js";

/** @type {import("./router.js").View} */
export const ask = { room: "ask", box: true, layout: "column", open };

const ROOMS = new Map(Object.entries({ search: openSearch, cite: openReference }));

async function open(place, slot, signal) {
  const question = (place.query.get("q") ?? "").trim();
  if (!question) return home(slot, signal);
  keepQuestion(question);
  await (ROOMS.get(place.room) ?? openAnswer)(question, place, slot, signal);
  return question;
}

async function openAnswer(question, place, slot, signal) {
  const history = place.query.getAll("after");
  const form = chosenForm();
  const reply = await api.ask(question, { form, history }, signal);
  if (reply.reference && !history.length) return openReference(question, place, slot, signal);
  return slot.append(
    asked(question, history, reply),
    ...answerSections(reply, form, signal),
    followUp(question, history),
    feedbackPanel(reply),
  );
}

async function openSearch(query, place, slot, signal) {
  const form = chosenForm();
  const reply = await api.search(query, { form, limit: 20 }, signal);
  slot.append(...(await searchSections(reply, form)));
}

async function openReference(reference, place, slot, signal) {
  const form = chosenForm();
  const limit = place.query.has("all") ? undefined : 20;
  const reply = await api.cite(reference, { form, limit }, signal);
  slot.append(...referenceSections(reply, form, signal));
}
