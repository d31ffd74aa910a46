/** Keeps the scroll position in a log that grows at both ends: at its end, or where the reader is. */

/** Within this distance of the end, the reader counts as at the end. */
const NEAR_PX = 60;

export class ScrollKeeper {
  /** Whether the reader is at the end, and so stays there when more is said. */
  isAtEnd = true;
  private scroller: HTMLElement | undefined;
  private lastTop = 0;
  private held: { element: HTMLElement; top: number } | undefined;
  private readonly observer = new ResizeObserver(() => this.settle());

  /** Calls `arrived` when the reader comes to the end. */
  constructor(private readonly arrived: () => void) {}

  /** Watches `scroller`, whose first element holds all of its content; undefined ends the watch. */
  watch(scroller: HTMLElement | undefined): void {
    if (scroller === this.scroller) return;
    this.observer.disconnect();
    this.scroller = scroller;
    this.isAtEnd = true;
    this.held = undefined;
    if (!scroller) return;
    // Later changes (an answer unfolds, the text box grows) resize one of these two.
    this.observer.observe(scroller);
    if (scroller.firstElementChild) this.observer.observe(scroller.firstElementChild);
  }

  /** Call this on each `scroll` event. */
  scrolled(): void {
    if (!this.scroller || this.held) return;
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    const isNear = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    // Scrolling down shows no wish to leave the end: the end may have moved, and settle() has yet to follow.
    if (isNear || scrollTop < this.lastTop) this.isAtEnd = isNear;
    this.lastTop = scrollTop;
    if (isNear) this.arrived();
  }

  /** Keeps `element` where it is on the screen while the content above it changes. */
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
      // Not all browsers do this by themselves, and none does at the very top.
      this.scroller.scrollTop += this.held.element.getBoundingClientRect().top - this.held.top;
      this.held = undefined;
      this.isAtEnd = false;
    } else if (this.isAtEnd) this.scroller.scrollTop = this.scroller.scrollHeight;
  }
}
