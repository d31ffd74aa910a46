/** One Tab stop for many controls: the arrow keys left and right move between them. */
import type { LitElement, ReactiveController } from "lit";

export class Roving implements ReactiveController {
  /** The control that Tab leads to. */
  private stop: HTMLElement | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly selector: string,
  ) {
    host.addController(this);
    host.addEventListener("keydown", (event) => this.key(event));
  }

  hostConnected(): void {
    this.host.renderRoot.addEventListener("focusin", this.focused); // moves inside the root never reach the host
  }

  hostUpdated(): void {
    const controls = this.controls();
    if (!this.stop || !controls.includes(this.stop)) this.stop = controls[0];
    for (const control of controls) control.tabIndex = control === this.stop ? 0 : -1;
  }

  private controls(): HTMLElement[] {
    return [...this.host.renderRoot.querySelectorAll<HTMLElement>(this.selector)];
  }

  private readonly focused = (event: Event): void => {
    const focused = this.controls().find((control) => control === event.composedPath()[0]);
    if (!focused) return;
    this.stop = focused;
    this.hostUpdated();
  };

  private key(event: KeyboardEvent): void {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return; // the browser's own keys
    const controls = this.controls().filter((control) => control.checkVisibility()); // none of those folded
    const at = controls.findIndex((control) => control === event.composedPath()[0]);
    if (at < 0) return;
    const isBack = (event.key === "ArrowLeft") === (getComputedStyle(this.host).direction === "ltr");
    event.preventDefault();
    controls[at + (isBack ? -1 : 1)]?.focus();
  }
}
