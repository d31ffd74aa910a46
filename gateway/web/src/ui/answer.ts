/** One answer: senses by part of speech, words that lead on, sentences, paths. Everything is text, never markup. */
import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Strings } from "../i18n/index.js";
import { answerOf, type Answer, type HelpEntry, type Row, type Sense } from "../model/answers.js";
import { ask, commandName, readable, toQuery, wander } from "../model/questions.js";
import type { Answered } from "../protocol.js";
import { answerStyle } from "./answer-style.js";
import { LookEvent, PointEvent, senseKey, wordKey } from "./events.js";
import { base } from "./tokens.js";

const SENSES_SHOWN = 4;
const WORDS_SHOWN = 18;
const RELATED_SHOWN = 6;
/** Counts in tagged texts from which a sense is uncommon, common, very common. */
const COMMONNESS_STEPS = [1, 5, 25];

const PARTS: Record<string, string> = { n: "noun", v: "verb", a: "adjective", s: "adjective", r: "adverb" };

@customElement("ww-answer")
export class AnswerElement extends LitElement {
  static override styles = [base, answerStyle];

  @property({ attribute: false }) reply!: Answered;
  @property({ attribute: false }) strings!: Strings;
  /** Whether words are links into this page's address (a page of its own), or buttons (embedded). */
  @property({ type: Boolean }) links = false;
  /** Where the dictionary is, on a page that is not it: words lead there in a tab of its own. */
  @property() dictionary = "";
  @property() pointed = "";
  @state() private unfolded: ReadonlySet<string> = new Set();

  override render(): TemplateResult | typeof nothing {
    const answer = answerOf(this.reply);
    switch (answer.kind) {
      case "nothing":
        return nothing;
      case "senses":
        return this.senses(answer.senses);
      case "words":
        return this.words("words", answer.words, WORDS_SHOWN);
      case "sentences":
        return html`<ul class="sentences">
          ${this.folded("sentences", answer.sentences, 8, (text) => html`<li><q class="example">${text}</q></li>`)}
        </ul>`;
      case "glosses":
        if (answer.glosses.length === 1 && this.reply.text?.includes(answer.glosses[0] ?? "")) return nothing;
        return html`<ol class="glosses">
          ${this.folded("glosses", answer.glosses, 8, (text) => this.gloss(text))}
        </ol>`;
      case "parts":
        return html`<ul class="chips">
          ${answer.parts.map((pos) => html`<li><span class="part ${PARTS[pos] ?? ""}">${this.posName(pos)}</span></li>`)}
        </ul>`;
      case "similarity":
        return this.similarity(answer);
      case "help":
        return this.help(answer.entries);
      case "records":
        return this.records(answer);
    }
  }

  private gloss(text: string): TemplateResult {
    const key = senseKey(text);
    return html`<li class=${this.pointed === key ? "pointed" : ""} @pointerenter=${this.point(key)}>
      ${text}
    </li>`;
  }

  private help(entries: HelpEntry[]): TemplateResult {
    return html`<ul class="help">
      ${entries.map(
        ({ command, summary, example }) =>
          html`<li>
            <b>${commandName(this.strings, command)}</b>
            <span lang="en">${summary}</span>
            <button
              type="button"
              class="chip"
              lang="en"
              @click=${() => this.dispatchEvent(new LookEvent(ask(example)))}
            >
              ${example}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  private records({ records }: Extract<Answer, { kind: "records" }>): TemplateResult {
    const draw = (rows: Row[]): TemplateResult =>
      html`<li>
        <dl>
          ${rows.map(
            ({ label, value }) =>
              html`<div>
                <dt>${this.rowLabel(label)}</dt>
                <dd>${readable(value)}</dd>
              </div>`,
          )}
        </dl>
      </li>`;
    return html`<ul class="records">
      ${this.folded("records", records, 8, draw)}
    </ul>`;
  }

  private similarity({
    path,
    wup,
    senses,
    meeting,
  }: Extract<Answer, { kind: "similarity" }>): TemplateResult {
    const { similarity: names } = this.strings;
    const measure = (name: string, value: number): TemplateResult =>
      html`<div>
        <dt>${name}</dt>
        <dd><meter min="0" max="1" .value=${value} aria-label=${name}></meter> ${value.toFixed(2)}</dd>
      </div>`;
    return html`<dl class="measures">${measure(names.path, path)} ${measure(names.wup, wup)}</dl>
      <ul class="compared">
        ${senses.map(
          ({ synonyms, definition }) =>
            html`<li>
              ${synonyms.slice(0, RELATED_SHOWN).map((name) => this.word(name))} <span>${definition}</span>
            </li>`,
        )}
        ${
          meeting
            ? html`<li>
                <span class="meeting">${names.meeting}</span> ${meeting.words.map((name) => this.word(name))}
                <span>${meeting.definition}</span>
              </li>`
            : nothing
        }
      </ul>`;
  }

  private rowLabel(label: string): string {
    return this.strings.recordLabels[label] ?? label;
  }

  private senses(senses: Sense[]): TemplateResult {
    const groups = new Map<string, Sense[]>();
    for (const sense of senses) {
      const part = PARTS[sense.pos] ?? sense.pos;
      groups.set(part, [...(groups.get(part) ?? []), sense]);
    }
    return html`${[...groups].map(
      ([part, group]) =>
        html`<section class=${part}>
          <h4>
            <span class="part ${part}">${this.posName(group[0]?.pos ?? "")}</span>
            <span class="count">${this.strings.senses(group.length)}</span>
          </h4>
          <ol class="senses">
            ${this.folded(part, group, SENSES_SHOWN, (sense) => this.sense(sense), this.strings.moreSenses)}
          </ol>
        </section>`,
    )}`;
  }

  private sense(sense: Sense): TemplateResult {
    const key = senseKey(sense.definition);
    const own = wordKey(this.reply.lemma ?? this.reply.word);
    const synonyms = sense.synonyms.filter((name) => wordKey(name) !== own);
    return html`<li
      value=${sense.sense}
      class=${this.pointed === key ? "pointed" : ""}
      @pointerenter=${this.point(key)}
      @pointerleave=${this.point("")}
    >
      <p class="gloss">${sense.definition} ${this.commonness(sense.count)}</p>
      ${sense.examples.map((text) => html`<p><q class="example">${text}</q></p>`)}
      ${synonyms.length > 0 ? this.words(`${sense.sense}${sense.pos}`, synonyms, RELATED_SHOWN) : nothing}
      ${
        sense.frames.length > 0
          ? html`<p class="frames">
              <span>${this.strings.frames}</span> ${sense.frames.slice(0, 3).join(" · ")}
            </p>`
          : nothing
      }
      ${sense.paths.map((path) => html`<p class="path">${path.map((name) => this.word(name))}</p>`)}
      ${this.relations(sense)}
    </li>`;
  }

  private relations({ sense, pos, relations }: Sense): TemplateResult | typeof nothing {
    const entries = Object.entries(relations);
    if (entries.length === 0) return nothing;
    return html`<dl class="relations">
      ${entries.map(
        ([name, words]) =>
          html`<div>
            <dt>${commandName(this.strings, name)}</dt>
            <dd>${this.words(`${sense}${pos}${name}`, words, RELATED_SHOWN)}</dd>
          </div>`,
      )}
    </dl>`;
  }

  private commonness(count: number): TemplateResult | typeof nothing {
    if (count === 0) return nothing;
    const level = COMMONNESS_STEPS.filter((step) => count >= step).length;
    const { commonness, commonnessLong } = this.strings;
    return html`<span class="common" title=${commonnessLong(commonness[level] ?? "", count)}
      ><span aria-hidden="true">${"●".repeat(level)}${"○".repeat(3 - level)}</span
      ><span class="sr">(${commonness[level]})</span></span
    >`;
  }

  private words(key: string, words: string[], shown: number): TemplateResult {
    return html`<ul class="chips" role="list">
      ${this.folded(key, words, shown, (name) => html`<li>${this.word(name)}</li>`, this.strings.moreWords)}
    </ul>`;
  }

  private word(name: string): TemplateResult {
    const key = wordKey(name);
    const look = (event: MouseEvent): void => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return; // a new tab or window, as the reader wishes
      event.preventDefault();
      this.dispatchEvent(new LookEvent(wander(name)));
    };
    const style = this.pointed === key ? "chip word pointed" : "chip word";
    const leave = this.point("");
    if (this.dictionary) {
      const address = this.dictionary + toQuery(wander(name));
      return html`<a class=${style} href=${address} target="_blank" rel="noopener">${readable(name)}</a>`;
    }
    return this.links
      ? html`<a
          class=${style}
          href=${toQuery(wander(name))}
          @click=${look}
          @pointerenter=${this.point(key)}
          @pointerleave=${leave}
          >${readable(name)}</a
        >`
      : html`<button
          type="button"
          class=${style}
          @click=${look}
          @pointerenter=${this.point(key)}
          @pointerleave=${leave}
        >
          ${readable(name)}
        </button>`;
  }

  /** Draws the first `shown` of `items`, and a button for the rest; one more than `shown` is not worth folding. */
  private folded<T>(
    key: string,
    items: T[],
    shown: number,
    draw: (item: T) => TemplateResult,
    more: (count: number) => string = this.strings.moreWords,
  ): TemplateResult {
    const open = this.unfolded.has(key) || items.length <= shown + 1;
    const visible = open ? items : items.slice(0, shown);
    const foldable = items.length > shown + 1;
    return html`${repeat(visible, (_, index) => index, draw)}
    ${
      foldable
        ? html`<li class="fold">
            <button type="button" class="quiet" aria-expanded=${open} @click=${() => this.toggle(key)}>
              ${open ? this.strings.fewer : more(items.length - shown)}
            </button>
          </li>`
        : nothing
    }`;
  }

  private toggle(key: string): void {
    const unfolded = new Set(this.unfolded);
    if (!unfolded.delete(key)) unfolded.add(key);
    this.unfolded = unfolded;
  }

  private point(key: string): () => void {
    return () => this.dispatchEvent(new PointEvent(key));
  }

  private posName(pos: string): string {
    return this.strings.pos[pos] ?? pos;
  }
}
