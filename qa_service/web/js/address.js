/**
 * Addresses within the page. They stand behind the "#", which a browser never sends to the server.
 *
 *   #/ask?q=…  #/search?q=…  #/cite?q=…  #/tables  #/table/6?language=ru&cell=P….t6.r9.c4
 *   #/read  #/read/P2100000942  #/read/P2100000942.kk.333?q=…
 *
 * @typedef {{ room: string, path: string[], query: URLSearchParams }} Place
 */

/** @returns {Place} what an address names; a blank one is the room "ask" with nothing asked */
export function placeOf(hash) {
  const [path, query = ""] = hash.replace(/^#\/?/, "").split(/\?(.*)/s);
  const [room, ...rest] = path.split("/").map(decoded);
  return { room: room || "ask", path: rest.filter(Boolean), query: new URLSearchParams(query) };
}

/** The address of a place; values of `query` may be lists, and blank ones are left out. */
export function addressOf(room, path = [], query = {}) {
  const listed = Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  const told = listed.filter(([, value]) => value !== "" && value != null);
  const parameters = new URLSearchParams(told).toString();
  const places = [room, ...path].map((part) => encodeURIComponent(part)).join("/");
  return `#/${places}${parameters ? `?${parameters}` : ""}`;
}

/** Where a passage is read, with the words that are marked there. */
export const reading = (passage, words = "") => addressOf("read", [passage], { q: words });

/** Where a table is seen whole, with one of its cells or rows marked. */
export const tableAt = (number, language, cell = "") => addressOf("table", [number], { language, cell });

/** The permanent address of a passage, whole, to be given to others. */
export const permanent = (passage) => new URL(`p/${encodeURIComponent(passage)}`, document.baseURI).href;

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // A stray "%" that somebody typed.
  }
}
