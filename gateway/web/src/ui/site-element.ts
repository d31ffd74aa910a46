/** The element as a site sees it: attributes, properties, and events by the names of docs/web-client.md. */
import { LitElement } from "lit";
import { property } from "lit/decorators.js";
import { bestLanguage, loadLanguage, stringsOf, type Strings } from "../i18n/index.js";
import type { StoragePlace } from "../model/history.js";
import type { Reply, WireError } from "../protocol.js";

type Token = string | undefined;

/** The events that a site hears. */
export interface WordwireEventMap {
  "wordwire-ready": CustomEvent<undefined>;
  "wordwire-open": CustomEvent<undefined>;
  "wordwire-close": CustomEvent<undefined>;
  "wordwire-reply": CustomEvent<Omit<Reply, "response"> & { response: unknown[] }>;
  "wordwire-error": CustomEvent<WireError>;
  "wordwire-unauthorized": CustomEvent<WireError | undefined>;
}

type Detail<Event> = Event extends CustomEvent<infer Inner> ? Inner : never;

/**
 * @fires wordwire-ready - The widget is connected, for the first time or again.
 * @fires wordwire-open - The panel of a bubble has opened.
 * @fires wordwire-close - The panel of a bubble has closed.
 * @fires wordwire-reply - A reply, with `response` as a list.
 * @fires wordwire-error - The error of a reply.
 * @fires wordwire-unauthorized - The server refused the token; set another one, and the widget tries it at once.
 * @slot icon - A picture in the closed bubble.
 * @csspart bubble - The closed bubble.
 * @csspart panel - The panel of a bubble.
 * @csspart head - The bar at the top.
 * @csspart log - All questions and answers.
 * @csspart question - A question.
 * @csspart card - An answer.
 * @csspart foot - The bar at the bottom.
 * @csspart menu - The menu of commands.
 * @csspart box - The text box.
 * @csspart send - The button that sends.
 * @cssprop --wordwire-accent - Buttons, links and questions.
 * @cssprop --wordwire-on-accent - The text on them.
 * @cssprop --wordwire-tint - The item under the pointer.
 * @cssprop --wordwire-paper - The background.
 * @cssprop --wordwire-card - The cards.
 * @cssprop --wordwire-line - The lines.
 * @cssprop --wordwire-ink - Text.
 * @cssprop --wordwire-muted - Less important text.
 * @cssprop --wordwire-noun - Nouns.
 * @cssprop --wordwire-verb - Verbs.
 * @cssprop --wordwire-adjective - Adjectives.
 * @cssprop --wordwire-adverb - Adverbs.
 * @cssprop --wordwire-bad - Errors.
 * @cssprop --wordwire-edge - The borders of text boxes.
 * @cssprop --wordwire-serif - The typeface of entries.
 * @cssprop --wordwire-sans - The typeface of everything else.
 * @cssprop --wordwire-size - The size of text, 16px by default.
 * @cssprop --wordwire-radius - The radius of corners.
 * @cssprop --wordwire-height - The height of an inline widget.
 * @cssprop --wordwire-z-index - The stacking order of the bubble.
 */
export abstract class SiteElement extends LitElement {
  /** The folder of a widget's script; undefined for the page at `/`, which asks its own folder. */
  static defaultServer: string | undefined;

  /** The gateway's address, with its path if a proxy serves it below one. */
  @property() server: string | undefined;
  /** The menu's initial choice: a command, or empty for plain English. */
  @property() command = "";
  @property({ reflect: true }) mode: "page" | "inline" | "bubble" = "inline";
  @property({ reflect: true }) theme = "auto";
  @property({ reflect: true }) position: "right" | "left" = "right";
  @property() override lang = "";
  /** A token, or a function that makes one for each connection. */
  @property() token: Token | (() => Token | Promise<Token>);
  @property({ type: Boolean, attribute: "select-to-ask" }) selectToAsk = false;
  /** The name at the top, in place of ours. */
  @property() heading = "";
  @property() header: "full" | "none" = "full";
  @property() storage: StoragePlace = "local";
  /** Texts in place of ours, by the names of i18n/en.ts. */
  @property({ attribute: false }) texts: Partial<Strings> = {};

  private readonly known: { ours?: Strings; texts?: Partial<Strings>; strings?: Strings } = {};

  /** All texts; the same object as long as nothing changes, so that no part is drawn again because of it. */
  get strings(): Strings {
    const { texts, known } = this;
    const ours = stringsOf(this.language);
    if (!known.strings || known.ours !== ours || known.texts !== texts)
      Object.assign(known, { ours, texts, strings: { ...ours, ...texts } });
    return known.strings ?? ours;
  }

  get language(): string {
    return bestLanguage([
      this.lang || null,
      ...(this.mode === "page" ? [] : [document.documentElement.lang]),
      ...navigator.languages,
    ]);
  }

  /** Draws once the language is there, so that no reader sees another one first. */
  protected override scheduleUpdate(): Promise<unknown> | undefined {
    const draw = (): unknown => super.scheduleUpdate();
    return loadLanguage(this.language)?.then(draw) ?? void draw();
  }

  protected get address(): string | undefined {
    return this.server ?? SiteElement.defaultServer;
  }

  protected currentToken(): Token | Promise<Token> {
    return typeof this.token === "function" ? this.token() : this.token;
  }

  /** Fires an event, which the site hears wherever it listens. */
  protected tell<Name extends keyof WordwireEventMap>(
    name: Name,
    detail?: Detail<WordwireEventMap[Name]>,
  ): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** The elements of this page by the place of their transcripts. */
const elements = new Map<string, SiteElement[]>();

/** Returns where an element keeps its transcript: elements that are alike on one page are told apart by their order. */
export function scopeOf(element: SiteElement, server: string | undefined): string {
  const scope =
    element.mode === "page" ? "wordwire" : ["wordwire", server, element.mode, element.id].join(":");
  const alike = elements.get(scope) ?? [];
  const own = alike.indexOf(element);
  const free = alike.findIndex((each) => !each.isConnected);
  const at = [own, free, alike.length].find((index) => index >= 0) ?? 0;
  alike[at] = element;
  elements.set(scope, alike);
  return at > 0 ? `${scope}:${at + 1}` : scope;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- only so can a map be added to another
  interface HTMLElementEventMap extends WordwireEventMap {}
}
