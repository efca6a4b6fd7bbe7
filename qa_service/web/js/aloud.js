/** What is said to those who do not see it appear: a polite live region that every view shares. */

const PAUSE = 60;
let waiting = 0;

/** Says a short text; saying the same again is heard again, so it is cleared first. */
export function say(text) {
  const region = document.getElementById("aloud");
  region.textContent = "";
  clearTimeout(waiting);
  waiting = setTimeout(() => (region.textContent = text), PAUSE);
}
