/** The page's own words, and numbers and dates as its language writes them. */

import { recalled, remember } from "./memory.js";
import { ownFile } from "./own_file.js";

export const LANGUAGES = ["kk", "ru"];

/** Kazakh groups and parts figures as Russian does; browsers know Russian always, Kazakh not. */
const NUMBERS = "ru";

let words = {};

/** The language that the page speaks now: "kk" or "ru". */
export const language = () => document.documentElement.lang;

/**
 * Takes up the remembered language, else the one that the server chose for this browser. Rejects with a Failure
 * where its words cannot be had.
 */
export async function takeUpLanguage() {
  const kept = recalled("language");
  await speak(LANGUAGES.includes(kept) ? kept : language());
}

/** Changes the language for this and every later visit. Rejects as `takeUpLanguage` does; nothing changes then. */
export async function changeLanguage(next) {
  await speak(next);
  remember("language", next);
}

/**
 * The text under a key such as "ask.button", its {places} filled.
 * A text may have plural forms: {"one": …, "few": …, "many": …, "other": …}, chosen by `values.count`.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function word(key, values = {}) {
  const found = key.split(".").reduce((branch, name) => branch?.[name], words);
  if (found === undefined) throw new Error(`no words for ${key}`);
  const text = typeof found === "string" ? found : (found[plural(values.count)] ?? found.other);
  return text.replace(/\{(\w+)\}/g, (_, name) => shown(values[name]));
}

/** The texts of a list of words, such as examples. @returns {string[]} */
export const wordList = (key) => key.split(".").reduce((branch, name) => branch[name], words);

/** Whether there are words under a key. */
export const hasWord = (key) => key.split(".").reduce((branch, name) => branch?.[name], words) !== undefined;

/** Writes the words into everything that carries `data-word` or `data-word-label`. */
export function tell(root) {
  for (const each of root.querySelectorAll("[data-word]")) each.textContent = word(each.dataset.word);
  for (const each of root.querySelectorAll("[data-word-label]")) {
    each.setAttribute("aria-label", word(each.dataset.wordLabel));
  }
}

/** A number as both languages write it: "17 918 214", "9,58". */
export const number = (value, options = {}) => new Intl.NumberFormat(NUMBERS, options).format(value);

/** A day given as "2021-12-28", in words. */
export function day(text) {
  const [year, month, date] = text.split("-");
  return word("date.long", { year, month: wordList("date.months")[month - 1], day: String(Number(date)) });
}

async function speak(next) {
  words = await ownFile(`words/${next}.json`);
  document.documentElement.lang = next;
}

const plural = (count) => new Intl.PluralRules(language()).select(Number(count));
const shown = (value) => (typeof value === "number" ? number(value) : String(value ?? ""));
