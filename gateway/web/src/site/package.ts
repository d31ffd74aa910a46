/** The entry point of the npm package wordwire-chat: defines <wordwire-chat>, whose `server` the site sets. */
import type { SiteElement, WordwireEventMap } from "../ui/site-element.js";

export { WordwireChat } from "../ui/wordwire-chat.js";
export type { Answered, Question, Reply, WireError } from "../protocol.js";
export type { WordwireEventMap };

/** The properties that a site sets. */
export type WordwireProperties = Pick<
  SiteElement,
  | "command"
  | "header"
  | "heading"
  | "lang"
  | "mode"
  | "position"
  | "selectToAsk"
  | "server"
  | "storage"
  | "texts"
  | "theme"
  | "token"
>;
