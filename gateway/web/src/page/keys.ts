/** The keys of the page at `/`: the text box has the focus on arrival, and gets it by `/`. */
import { fromAddress } from "../model/questions.js";

export function followKeys(chat: HTMLElement & { readonly updateComplete: Promise<boolean> }): void {
  const hasKeyboard = matchMedia("(hover: hover)").matches; // a phone would raise its own, over the page
  if (hasKeyboard && !fromAddress()) void chat.updateComplete.then(() => chat.focus());
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || takesText(event)) return;
    event.preventDefault();
    chat.focus();
  });
}

function takesText(event: Event): boolean {
  const [target] = event.composedPath();
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}
