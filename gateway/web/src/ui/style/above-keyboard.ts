/** Keeps the client above a phone's keyboard where the browser lays it over the page: on iOS, and on most sites. */
import type { ReactiveController, ReactiveControllerHost } from "lit";

/** The bars of a browser take less of the height, and every keyboard takes more. */
const LOWEST_KEYBOARD_PX = 120;

export class AboveKeyboard implements ReactiveController {
  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const event of ["resize", "scroll"]) window.visualViewport?.addEventListener(event, this.fit);
  }

  hostDisconnected(): void {
    for (const event of ["resize", "scroll"]) window.visualViewport?.removeEventListener(event, this.fit);
  }

  /** Tells the styles the visible height, and how much of the page is hidden above and below it. */
  private readonly fit = (): void => {
    const { height = 0, offsetTop = 0, scale = 1 } = window.visualViewport ?? {};
    const isCovered = Math.round(scale * 10) === 10 && innerHeight - height > LOWEST_KEYBOARD_PX;
    const below = innerHeight - offsetTop - height;
    for (const [name, px] of Object.entries({ visible: height, above: offsetTop, below }))
      this.host.style.setProperty(`--${name}`, isCovered ? `${px}px` : null);
  };
}
