/** Watches over a text that is scrolled: which of its sections is being read, and when its end comes near. */

const BAND = { rootMargin: "-25% 0px -70% 0px" };
const NEAR = { rootMargin: "0px 0px 50% 0px" };

export class Watch {
  #band;
  #near;

  /**
   * @param {(section: Element) => void} reached is called with the section in the upper part of the window
   * @param {() => void} ending is called once when the end is less than half a window away
   * @param {AbortSignal} signal ends the watch
   */
  constructor(reached, ending, signal) {
    this.#band = new IntersectionObserver((entries) => {
      const entry = entries.findLast(({ isIntersecting }) => isIntersecting);
      if (entry) reached(entry.target);
    }, BAND);
    this.#near = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      this.#near.disconnect();
      ending();
    }, NEAR);
    signal.addEventListener("abort", () => this.clear());
  }

  section(element) {
    this.#band.observe(element);
  }

  /** @param {Element | null} element null where nothing is to happen at the end */
  end(element) {
    this.#near.disconnect();
    if (element) this.#near.observe(element);
  }

  clear() {
    this.#band.disconnect();
    this.#near.disconnect();
  }
}
