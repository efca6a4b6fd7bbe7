/**
 * Opens the view that the address names; back, forward and reload work because nothing else is state.
 *
 * @typedef {object} View
 * @property {string} room which entry of the navigation it belongs to
 * @property {boolean} box whether the question box stands above it
 * @property {"column" | "wide"} layout
 * @property {(place: import("./address.js").Place, slot: HTMLElement, signal: AbortSignal) => Promise<string>} open
 *   fills the empty slot and resolves to the view's title; `signal` is aborted when the view is left
 */

import { placeOf } from "./address.js";

const scrolled = new Map();
const pressed = new Map();
let settled = false;

/** Goes to an address; the same address again opens it anew. */
export function go(address) {
  if (location.hash === address) dispatchEvent(new HashChangeEvent("hashchange"));
  else location.hash = address;
}

/** Puts an address in place of the present one without opening it. */
export function amend(address) {
  history.replaceState(history.state, "", address);
}

/**
 * Calls `open(place, signal, arrival)` now and at every change of the address. `arrival` is "first", "new",
 * or "back" for an entry of the history that was seen before; `settle` brings its scroll position back.
 * @returns {(arrival: "back" | "retold") => void} opens the present address anew; "retold" leaves the focus
 */
export function follow(open) {
  let leaving = new AbortController();
  const arrive = (arrival) => {
    leaving.abort();
    leaving = new AbortController();
    settled = false; // What a view that is being filled scrolls by itself is nobody's place.
    history.replaceState({ seen: true }, "");
    open(placeOf(location.hash), leaving.signal, arrival);
  };
  history.scrollRestoration = "manual";
  addEventListener("scroll", () => settled && scrolled.set(location.hash, scrollY), { passive: true });
  addEventListener("hashchange", ({ oldURL }) => {
    if (oldURL) pressed.set(new URL(oldURL).hash, document.activeElement?.getAttribute("href"));
    arrive(history.state?.seen ? "back" : "new");
  });
  arrive("first");
  return arrive;
}

/** The link by which the reader left the present address, once it is shown again. @returns {Element | undefined} */
export const linkLeftBy = (view) =>
  [...view.querySelectorAll("a[href]")].find(
    (link) => link.getAttribute("href") === pressed.get(location.hash),
  );

/** Scrolls to the place within the view that the address names, else to where the reader was, or for a new
 * view to its start. @param {Element | null} [place] */
export function settle(arrival, place = null) {
  if (place) place.scrollIntoView();
  else scrollTo(0, arrival === "back" || arrival === "retold" ? (scrolled.get(location.hash) ?? 0) : 0);
  settled = true;
}
