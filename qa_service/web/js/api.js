/**
 * The service's HTTP API (docs/api.md). Every call resolves to the reply's JSON or rejects with a Failure,
 * or with an AbortError where its `signal` was aborted. Questions go in bodies, never in addresses.
 */

import { Failure } from "./failure.js";
import { held, hold } from "./memory.js";
import { language } from "./words.js";

const KEY = "key";
const OWN_LETTERS = /\p{Script=Cyrillic}/u;

/** Keeps an API key until the tab is closed; null forgets it. */
export const useKey = (key) => hold(KEY, key);

/** Whether calls carry a key, which links cannot. */
export const keyed = () => held(KEY) !== null;

export const api = {
  ask: (question, { form, limit = 5, history } = {}, signal) =>
    post("v1/ask", { question, form, limit, ...(history?.length ? { history } : {}) }, signal),
  search: (query, { form, limit = 10 } = {}, signal) => post("v1/search", { query, form, limit }, signal),
  cite: (reference, { form, limit } = {}, signal) =>
    get("v1/cite", { reference, form, limit, language: unlessTold(reference) }, signal),
  passage: (id, { form } = {}, signal) => get(`v1/passages/${encodeURIComponent(id)}`, { form }, signal),
  documents: (signal) => get("v1/documents", {}, signal),
  outline: (document, signal) => get(`v1/documents/${encodeURIComponent(document)}/outline`, {}, signal),
  passages: (document, { section, edition }, signal) =>
    get(`v1/documents/${encodeURIComponent(document)}/passages`, { section, language: edition }, signal),
  references: (edition, signal) => get("v1/references", { language: edition }, signal),
  tables: (edition, signal) => get("v1/tables", { language: edition }, signal),
  table: (number, { edition, form } = {}, signal) =>
    get(`v1/tables/${encodeURIComponent(number)}`, { language: edition, form }, signal),
  suggestions: (text, signal) => get("v1/suggestions", { text, language: language() }, signal),
  feedback: (judgement, signal) => post("v1/feedback", judgement, signal),
};

/** @returns {Promise<any>} the JSON of a GET; parameters that are null or undefined are left out */
export function get(path, parameters = {}, signal = undefined) {
  const told = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined);
  const query = new URLSearchParams(told).toString();
  return call(query ? `${path}?${query}` : path, { signal });
}

/** @returns {Promise<any>} the JSON of a POST, null where the reply has none */
export function post(path, body, signal = undefined) {
  const headers = { "Content-Type": "application/json" };
  return call(path, { method: "POST", headers, body: JSON.stringify(body), signal });
}

/** The bytes at an address of the service, for what is shown or saved. @returns {Promise<Blob>} */
export async function bytes(path, signal) {
  const reply = await sent(path, { signal });
  if (!reply.ok) throw await refused(reply);
  return reply.blob();
}

async function call(path, options) {
  const reply = await sent(path, options);
  if (!reply.ok) throw await refused(reply);
  return reply.status === 204 ? null : parsed(reply);
}

async function sent(path, options) {
  try {
    return await fetch(path, { ...options, headers: { ...options.headers, ...standing() } });
  } catch (error) {
    throw error.name === "AbortError" ? error : new Failure({ slug: "offline" });
  }
}

/** Reads a reply whose bytes may still break off. */
async function parsed(reply) {
  try {
    return await reply.json();
  } catch (error) {
    throw error.name === "AbortError" ? error : new Failure({ slug: "broken" });
  }
}

async function refused(reply) {
  const problem = await parsed(reply).catch((error) => error);
  if (problem?.name === "AbortError") return problem;
  const told = problem instanceof Failure ? {} : problem;
  const noKey = reply.status === 401 && !keyed();
  const slug = noKey
    ? "key-needed"
    : String(told.type ?? "broken")
        .split("/")
        .pop();
  const later = Number(reply.headers.get("Retry-After")) || null;
  return new Failure({ ...told, slug, status: reply.status, later });
}

/** The page's language where a text such as "№ 501-V" is in none. */
const unlessTold = (text) => (OWN_LETTERS.test(text) ? null : language());

function standing() {
  const key = held(KEY);
  return { "Accept-Language": language(), ...(key ? { Authorization: `Bearer ${key}` } : {}) };
}
