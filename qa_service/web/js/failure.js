/** A call that gave no reply. `slug` names it as in docs/api.md, or "offline", "broken", "key-needed". */
export class Failure extends Error {
  /** @param {{ slug: string, title?: string, detail?: string, status?: number, later?: number | null, request?: string | null }} told */
  constructor({ slug, title = "", detail = "", status = 0, later = null, request = null }) {
    super(title || slug);
    Object.assign(this, { slug, title, detail, status, later, request });
  }
}
