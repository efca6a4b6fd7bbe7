/** Questions that were asked in this browser, the latest first; they never leave it. */

import { recalled, remember } from "./memory.js";

const MOST = 30;

/** @returns {string[]} */
export function recentQuestions() {
  const kept = recalled("recent", []);
  return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [];
}

/** Puts a question on top. */
export function keepQuestion(text) {
  const others = recentQuestions().filter((one) => one !== text);
  remember("recent", [text, ...others].slice(0, MOST));
}

/** Forgets them all. */
export const forgetQuestions = () => remember("recent", null);

/** Those that hold what was typed, in whatever case. */
export function recentLike(typed, most) {
  const wanted = typed.trim().toLowerCase();
  return recentQuestions()
    .filter((one) => one.toLowerCase().includes(wanted) && one !== typed)
    .slice(0, most);
}
