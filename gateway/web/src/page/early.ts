/** The text box that the page has before the client starts: its text, and its focus, go on in the client's. */
import type { WordwireChat } from "../ui/wordwire-chat.js";

export function takeOverEarlyBox(chat: WordwireChat): void {
  const box = chat.querySelector<HTMLInputElement>(".early input");
  if (!box) return;
  const hadFocus = document.activeElement === box;
  void chat.updateComplete.then(() => {
    chat.type(box.value);
    if (hadFocus) chat.focus();
    box.form?.remove();
  });
}
