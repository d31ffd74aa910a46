/** One answer: senses by part of speech, words to go on with, sentences, paths. Everything is text, never markup. */
import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Strings } from "../i18n/index.js";
import { answerOf, percentOf, type Answer, type HelpEntry, type Row, type Sense } from "../model/answers.js";
import { byPart, isRanked, PARTS } from "../model/entry.js";
import { ask, commandName, lookUp, readable, wander } from "../model/questions.js";
import type { Answered, Question } from "../protocol.js";
import { answerStyle } from "./answer-style.js";
import { LookEvent, PointEvent, senseKey, wordKey } from "./events.js";
import { glossaryView, matchView, meaningsStyle, type Drawing } from "./kinds/meanings.js";
import { sidesStyle, sidesView } from "./kinds/sides.js";
import { similarityView } from "./kinds/similarity.js";
import { marked } from "./marked.js";
import { questionLink } from "./question-link.js";
import { base } from "./tokens.js";

const SENSES_SHOWN = 4;
const WORDS_SHOWN = 18;
const RELATED_SHOWN = 6;
const MATCHES_SHOWN = 8;
/** Counts in tagged texts from which a sense is uncommon, common, very common. */
const COMMONNESS_STEPS = [1, 5, 25];

@customElement("ww-answer")
export class AnswerElement extends LitElement {
  static override styles = [base, answerStyle, sidesStyle, meaningsStyle];

  @property({ attribute: false }) reply!: Answered;
  @property({ attribute: false }) strings!: Strings;
  /** Whether words are links to this page's address (on the full page), or buttons (embedded). */
  @property({ type: Boolean }) links = false;
  /** The dictionary's address, on any other page: words then open it in a new tab. */
  @property() dictionary = "";
  @property() pointed = "";
  @state() private unfolded: ReadonlySet<string> = new Set();

  /** Draws a word and the name of a part of speech, for answers of one kind. */
  private readonly drawing: Drawing = {
    word: (name, shown) => this.word(name, shown),
    posName: (pos) => this.posName(pos),
  };

  override render(): TemplateResult | typeof nothing {
    const answer = answerOf(this.reply);
    switch (answer.kind) {
      case "nothing":
        return nothing;
      case "senses":
        return this.senses(answer.senses, answer.more);
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
        return similarityView(answer, this.strings, this.drawing.word);
      case "sides":
        return sidesView(answer.sides, this.drawing.word, this.drawing.posName);
      case "matches":
        return html`<ol class="matches" role="list">
          ${this.folded("matches", answer.meanings, MATCHES_SHOWN, (each) => matchView(each, this.drawing))}
        </ol>`;
      case "glossary":
        return glossaryView(answer.meanings, this.drawing);
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

  private rowLabel(label: string): string {
    return this.strings.recordLabels[label] ?? label;
  }

  private senses(senses: Sense[], more?: number): TemplateResult {
    const isCounted = more === undefined && !isRanked(senses);
    return html`${byPart(senses).map(
      ({ part, senses: group }, at) =>
        html`<section class=${part}>
          <h4>
            <span class="part ${part}">${this.posName(group[0]?.pos ?? "")}</span>
            ${isCounted ? html`<span class="count">${this.strings.senses(group.length)}</span>` : nothing}
          </h4>
          <ol class="senses">
            ${this.folded(`${at}${part}`, group, SENSES_SHOWN, (sense) => this.sense(sense), this.strings.moreSenses)}
          </ol>
        </section>`,
    )}
    ${more ? html`<p class="left-out">${this.link(lookUp("overview", this.reply.word), this.strings.moreSenses(more), "quiet")}</p>` : nothing}`;
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
      <p class="gloss">${sense.definition} ${this.likelihood(sense)} ${this.commonness(sense.count)}</p>
      ${sense.examples.map((text) => html`<p><q class="example">${marked(text, [this.reply.word, this.reply.lemma ?? ""])}</q></p>`)}
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

  private likelihood({ likelihood }: Sense): TemplateResult | typeof nothing {
    if (likelihood === undefined) return nothing;
    return html`<span class="count">${this.strings.likelihood(percentOf(likelihood))}</span>`;
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

  private word(name: string, shown = readable(name)): TemplateResult {
    const key = wordKey(name);
    const style = this.pointed === key ? "chip word pointed" : "chip word";
    return this.link(wander(name), shown, style, this.point(key));
  }

  private link(question: Question, text: string, style: string, point?: () => void): TemplateResult {
    const { links, dictionary } = this;
    const look = (): unknown => this.dispatchEvent(new LookEvent(question));
    return questionLink(question, text, style, { links, dictionary, look, point, leave: this.point("") });
  }

  /** Draws the first `shown` of `items`, and a button for the rest; a single item more is not worth folding. */
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
