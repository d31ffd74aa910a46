/** widget.js: defines <wordwire-chat> on somebody else's page; its server is where this script came from. */
import { SiteElement } from "../ui/site-element.js";
import { WordwireChat } from "../ui/wordwire-chat.js";

SiteElement.defaultServer = new URL(".", import.meta.url).href.replace(/\/$/, "");

export { WordwireChat };
