const PATIENCE_MS = 30_000;

/** A question without a reply; `slug` is a word of ours, `told` what the service says of it. */
class Failure extends Error {
  constructor(slug, told = "") {
    super(slug);
    this.slug = slug;
    this.told = told;
  }
}

/**
 * The reply to POST /v1/ask.
 * @param {URL} base the address of the service
 * @param {{ question: string, key: string | null, language: string, signal: AbortSignal }} asked
 * @returns {Promise<any>} rejects with a Failure, or with an AbortError where `signal` was aborted
 */
async function ask(base, { question, key, language, signal }) {
  const headers = { "Content-Type": "application/json", "Accept-Language": language };
  if (key) headers.Authorization = `Bearer ${key}`;
  const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  const options = { method: "POST", headers, body: JSON.stringify({ question, limit: 3 }), signal: patience };
  const reply = await reached(new URL("v1/ask", base), { ...options, credentials: "omit", mode: "cors" });
  const content = await read(reply);
  if (!reply.ok) throw new Failure("broken", content.detail ?? "");
  return content;
}

async function reached(address, options) {
  try {
    return await fetch(address, options);
  } catch (error) {
    throw failure(error, "offline");
  }
}

async function read(reply) {
  try {
    return await reply.json();
  } catch (error) {
    throw failure(error, "broken");
  }
}

function failure(error, slug) {
  if (error.name === "AbortError") return error;
  return new Failure(error.name === "TimeoutError" ? "slow" : slug);
}
