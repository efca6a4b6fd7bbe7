/** The page: its frame, its switches, and the view that the address names. */

import { say } from "./aloud.js";
import { ask } from "./ask.js";
import { box } from "./box.js";
import { element, fill } from "./elements.js";
import { Failure } from "./failure.js";
import { problem } from "./problem.js";
import { read } from "./read.js";
import { follow, linkLeftBy, settle } from "./router.js";
import { table, tables } from "./tables.js";
import { themeSwitch } from "./theme.js";
import { waiting } from "./waiting.js";
import { changeLanguage, language, LANGUAGES, takeUpLanguage, tell, word } from "./words.js";

/** The view of each room; see the type View in router.js. */
const VIEWS = new Map(Object.entries({ ask, search: ask, cite: ask, read, table, tables }));

const slot = document.getElementById("view");
let reopen = () => undefined;

async function start() {
  await takeUpLanguage();
  dress();
  document.getElementById("skip").addEventListener("click", (event) => {
    event.preventDefault(); // The address belongs to the views.
    slot.focus();
    slot.scrollIntoView();
  });
  reopen = follow(open);
}

/** Writes the frame in the page's language. */
function dress() {
  tell(document);
  fill(document.getElementById("switches"), languageSwitch(), themeSwitch());
  fill(document.getElementById("colophon"), element("p", {}, word("shell.colophon")));
}

async function open(place, left, arrival) {
  const view = VIEWS.get(place.room) ?? ask;
  const cancelled = new AbortController();
  frame(view, place);
  fill(
    slot,
    waiting(() => cancelled.abort()),
  );
  try {
    const filled = element("div");
    const title = await view.open(place, filled, AbortSignal.any([left, cancelled.signal]));
    if (!left.aborted) show(title, filled, arrival);
  } catch (error) {
    if (!left.aborted) fail(cancelled.signal.aborted ? new Failure({ slug: "cancelled" }) : error);
  }
}

/** Says in the frame where the reader is. */
function frame(view, place) {
  Object.assign(slot.dataset, { layout: view.layout, room: view.room });
  box(document.getElementById("box"), view.box ? place : null);
  for (const link of document.querySelectorAll(".rooms a")) {
    if (link.dataset.room === view.room) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

function show(title, filled, arrival) {
  fill(slot, ...filled.childNodes);
  document.title = title ? `${title} – ${word("shell.title")}` : word("shell.title");
  const place = slot.querySelector("[data-place]");
  settle(arrival, place);
  if (arrival === "retold") return; // The focus stays on the switch.
  if (arrival !== "first") say(document.title);
  const link = arrival === "back" ? linkLeftBy(slot) : null;
  if (place || arrival !== "first") (place ?? link ?? slot.querySelector("h1"))?.focus({ preventScroll: true });
}

function fail(error, again = () => reopen("back")) {
  const told = error instanceof Failure ? error : new Failure({ slug: "unknown" });
  fill(slot, problem(told, again));
  document.title = word("shell.title");
  slot.querySelector("h2").focus();
  if (told !== error) throw error; // The page's own fault: the console shall have it.
}

function languageSwitch() {
  const group = element("div", { class: "choices", role: "group", "aria-label": word("shell.language") });
  for (const each of LANGUAGES) {
    const onclick = () => choose(each);
    const attributes = { type: "button", lang: each, "aria-pressed": String(each === language()), onclick };
    group.append(element("button", attributes, word(`shell.names.${each}`)));
  }
  return group;
}

async function choose(next) {
  try {
    await changeLanguage(next);
  } catch (error) {
    return fail(error, () => choose(next));
  }
  dress();
  document.querySelector(`.choices button[lang="${next}"]`).focus();
  return reopen("retold");
}

start().catch((error) => {
  document.documentElement.dataset.late = ""; // There are no words to tell it in but those of the frame.
  throw error;
});
