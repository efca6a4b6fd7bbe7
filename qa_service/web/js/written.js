/** An answer that a model wrote: its sentences, each with the numbers of the passages that it rests on. */

import { element } from "./elements.js";

/** The written sentences; a number leads to the passage of that place in `citations`. */
export function writtenText(reply) {
  return element("p", { class: "told" }, reply.answer.text);
}
