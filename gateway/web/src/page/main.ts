/** The page at `/`: the element in full size, its address as deep link, its language and theme remembered. */
import type { Exchange } from "../model/conversation.js";
import "../ui/wordwire-chat.js";
import { followAddress } from "./address.js";
import { forget, recall, remember } from "./preferences.js";

const chat = document.querySelector("wordwire-chat");
if (chat) {
  chat.lang = recall("language");
  chat.theme = recall("theme") || "auto";
  const followLanguage = (): void => {
    document.documentElement.lang = chat.language;
    document.documentElement.style.colorScheme = chat.theme === "auto" ? "light dark" : chat.theme;
  };
  followLanguage();
  chat.addEventListener("ww-language-set", (event) => {
    remember("language", (event as CustomEvent<string>).detail);
    followLanguage();
  });
  chat.addEventListener("ww-theme-set", (event) => {
    const theme = (event as CustomEvent<string>).detail;
    if (theme === "auto") forget("theme");
    else remember("theme", theme);
    followLanguage();
  });
  followAddress(chat, (listener) => {
    chat.addEventListener("ww-asked", (event) => listener((event as CustomEvent<Exchange>).detail));
  });
}
