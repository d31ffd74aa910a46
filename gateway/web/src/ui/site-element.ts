/** The element as a site sees it: attributes, properties, and events by the names of docs/web-client.md. */
import { LitElement } from "lit";
import { property } from "lit/decorators.js";
import { bestLanguage, stringsOf, type Strings } from "../i18n/index.js";
import type { StoragePlace } from "../model/history.js";

type Token = string | undefined;

export abstract class SiteElement extends LitElement {
  /** The folder of a widget's script; undefined for the page at `/`, which asks its own folder. */
  static defaultServer: string | undefined;

  @property() server: string | undefined;
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

  private readonly known: { language?: string; texts?: Partial<Strings>; strings?: Strings } = {};

  /** All texts; the same object as long as nothing changes, so that no part is drawn again because of it. */
  get strings(): Strings {
    const { language, texts, known } = this;
    if (!known.strings || known.language !== language || known.texts !== texts)
      Object.assign(known, { language, texts, strings: { ...stringsOf(language), ...texts } });
    return known.strings ?? stringsOf(language);
  }

  get language(): string {
    return bestLanguage([
      this.lang || null,
      ...(this.mode === "page" ? [] : [document.documentElement.lang]),
      ...navigator.languages,
    ]);
  }

  protected get address(): string | undefined {
    return this.server ?? SiteElement.defaultServer;
  }

  protected currentToken(): Token | Promise<Token> {
    return typeof this.token === "function" ? this.token() : this.token;
  }

  /** Fires the event `wordwire-name`, which the site hears wherever it listens. */
  protected tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(`wordwire-${name}`, { detail, bubbles: true, composed: true }));
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
