/** An element that can fill the screen: by the Fullscreen API, or else (iPhones, frames) all of the page. */
import type { ReactiveController, ReactiveControllerHost } from "lit";

type Host = ReactiveControllerHost & HTMLElement;

export class FullScreen implements ReactiveController {
  isOn = false;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener("fullscreenchange", this.changed);
    this.host.addEventListener("keydown", this.key);
    this.host.addEventListener("ww-look", this.leave); // so that the reader sees the answer
  }

  hostDisconnected(): void {
    this.host.removeEventListener("fullscreenchange", this.changed);
    this.host.removeEventListener("keydown", this.key);
    this.host.removeEventListener("ww-look", this.leave);
    this.show(false);
  }

  async toggle(): Promise<void> {
    if (this.isOn) {
      this.leave();
      return;
    }
    try {
      await this.host.requestFullscreen(); // iPhones have no such function, and frames may have no permission
    } catch {
      this.host.popover = "manual"; // above everything, whatever clips the elements around
      this.host.showPopover();
      this.show(true);
    }
  }

  private readonly leave = (): void => {
    if (this.host.matches(":fullscreen")) void document.exitFullscreen();
    this.host.popover = null; // hides it
    this.show(false);
  };

  private readonly changed = (): void => {
    this.show(this.host.matches(":fullscreen"));
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !this.isOn) return;
    event.preventDefault();
    event.stopPropagation(); // the bubble and a dialog around the map stay open
    this.leave();
  };

  private show(isOn: boolean): void {
    this.isOn = isOn;
    this.host.classList.toggle("full", isOn);
    this.host.requestUpdate();
  }
}
