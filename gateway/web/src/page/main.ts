/** The page at `/`: the element in full size, with deep links, and with the language and theme remembered. */
import type { Exchange } from "../model/conversation.js";
import "../ui/wordwire-chat.js";
import { followAddress } from "./address.js";
import { keepChoices } from "./choices.js";
import { takeOverEarlyBox } from "./early.js";
import { followKeys } from "./keys.js";

const chat = document.querySelector("wordwire-chat");
if (chat) {
  keepChoices(chat);
  takeOverEarlyBox(chat);
  followKeys(chat);
  followAddress(chat, (listener) => {
    chat.addEventListener("ww-asked", (event) => listener((event as CustomEvent<Exchange>).detail));
  });
}
