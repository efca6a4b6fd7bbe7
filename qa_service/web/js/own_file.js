/** Data files that belong to the page itself, such as its words. */

import { Failure } from "./failure.js";

/** The JSON at a path below `web/`, of the page's own edition. @returns {Promise<any>} rejects with a Failure */
export async function ownFile(path) {
  const reply = await fetch(new URL(`../${path}`, import.meta.url)).catch(lost);
  return reply.ok ? reply.json().catch(lost) : lost();
}

function lost() {
  throw new Failure({ slug: "offline" });
}
