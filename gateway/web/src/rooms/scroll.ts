/** Keeps the place in a log that grows at both ends: at its end, or where the reader is. */

/** So near its end the reader is at the end. */
const NEAR_PX = 60;

export class ScrollKeeper {
  /** Whether the reader is at the end, and so stays there when more is said. */
  isAtEnd = true;
  private scroller: HTMLElement | undefined;
  private lastTop = 0;
  private held: { element: HTMLElement; top: number } | undefined;
  private readonly observer = new ResizeObserver(() => this.settle());

  /** `arrived`: the reader came to the end. */
  constructor(private readonly arrived: () => void) {}

  /** Watches `scroller`, whose first element holds all that is in it; undefined when there is none (any more). */
  watch(scroller: HTMLElement | undefined): void {
    if (scroller === this.scroller) return;
    this.observer.disconnect();
    this.scroller = scroller;
    this.isAtEnd = true;
    this.held = undefined;
    if (!scroller) return;
    // What is drawn late (an answer unfolds, the text box grows) changes one of these two.
    this.observer.observe(scroller);
    if (scroller.firstElementChild) this.observer.observe(scroller.firstElementChild);
  }

  /** To be called on each `scroll` of it. */
  scrolled(): void {
    if (!this.scroller || this.held) return;
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    const isNear = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    // Going down tells of no wish to leave the end: it may have moved since, and settle() has yet to follow.
    if (isNear || scrollTop < this.lastTop) this.isAtEnd = isNear;
    this.lastTop = scrollTop;
    if (isNear) this.arrived();
  }

  /** Keeps `element` where it is on the screen while what is above it changes. */
  hold(element: HTMLElement | null | undefined): void {
    if (element) this.held = { element, top: element.getBoundingClientRect().top };
  }

  toEnd(): void {
    this.isAtEnd = true;
    this.held = undefined;
    this.settle();
    this.arrived();
  }

  private settle(): void {
    if (!this.scroller) return;
    if (this.held) {
      // Browsers do this by themselves, but neither all of them nor at the very top.
      this.scroller.scrollTop += this.held.element.getBoundingClientRect().top - this.held.top;
      this.held = undefined;
      this.isAtEnd = false;
    } else if (this.isAtEnd) this.scroller.scrollTop = this.scroller.scrollHeight;
  }
}
