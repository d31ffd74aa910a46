/** widget.js: defines <wordwire-chat> on somebody else's page; its server is where this script came from. */
import { WordwireChat } from "../ui/wordwire-chat.js";

WordwireChat.defaultServer = new URL(".", import.meta.url).href.replace(/\/$/, "");

export { WordwireChat };
