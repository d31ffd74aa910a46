/** One answer: senses by part of speech, words to go on with, sentences, paths. Everything is text, never markup. */
import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Strings } from "../i18n/index.js";
import { answerOf, percentOf, type Sense } from "../model/answers.js";
import { byPart, isRanked, PARTS } from "../model/entry.js";
import { commandName, lookUp, readable, wander } from "../model/questions.js";
import type { Answered, Question } from "../protocol.js";
import { answerStyle } from "./style/answer-style.js";
import { LookEvent, PointEvent, senseKey, wordKey } from "./events.js";
import { glossaryView, matchView, meaningsStyle, type Drawing, type Hidden } from "./kinds/meanings.js";
import { helpStyle, helpView, recordView } from "./kinds/fields.js";
import { inflectionsStyle, inflectionsView } from "./kinds/inflections.js";
import { sidesStyle, sidesView } from "./kinds/sides.js";
import { similarityView } from "./kinds/similarity.js";
import { marked } from "./marked.js";
import { questionLink, type Label } from "./question-link.js";
import { Roving } from "./roving.js";
import { base } from "./style/tokens.js";

const SENSES_SHOWN = 4;
const WORDS_SHOWN = 18;
const RELATED_SHOWN = 6;
const EXAMPLES_SHOWN = 1;
const MATCHES_SHOWN = 8;
/** Counts in tagged texts from which a sense is uncommon, common, very common. */
const COMMONNESS_STEPS = [1, 5, 25];

@customElement("ww-answer")
export class AnswerElement extends LitElement {
  static override styles = [base, answerStyle, sidesStyle, meaningsStyle, inflectionsStyle, helpStyle];

  @property({ attribute: false }) reply!: Answered;
  @property({ attribute: false }) strings!: Strings;
  /** Whether words are links to this page's address (on the full page), or buttons (embedded). */
  @property({ type: Boolean }) links = false;
  /** The dictionary's address, on any other page: words then open it in a new tab. */
  @property() dictionary = "";
  @property() pointed = "";
  @state() private unfolded: ReadonlySet<string> = new Set();

  protected readonly roving = new Roving(this, "a, button, summary");
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
        return this.senses(answer.senses, answer.more, answer.rest);
      case "words":
        return this.words("words", answer.words, WORDS_SHOWN);
      case "sentences":
        return html`<ul class="sentences">
          ${this.folded(
            "sentences",
            answer.sentences,
            8,
            (text, hidden) =>
              html`<li hidden=${hidden} lang="en"><q class="example">${this.marked(text)}</q></li>`,
          )}
        </ul>`;
      case "glosses":
        if (answer.glosses.length === 1 && this.reply.text?.includes(answer.glosses[0] ?? "")) return nothing;
        return html`<ol class="glosses">
          ${this.folded("glosses", answer.glosses, 8, (text, hidden) => this.gloss(text, hidden))}
        </ol>`;
      case "parts":
        return html`<ul class="words">
          ${answer.parts.map((pos) => html`<li class="part ${PARTS[pos] ?? ""}">${this.posName(pos)}</li>`)}
        </ul>`;
      case "similarity":
        return similarityView(answer, this.strings, this.drawing.word);
      case "sides":
        return sidesView(answer, this.strings, this.drawing.word, this.drawing.posName);
      case "forms":
        return html`${inflectionsView(answer.forms, this.strings)}`;
      case "matches":
        return html`<ol class="matches" role="list">
          ${this.folded("matches", answer.meanings, MATCHES_SHOWN, (each, hidden) =>
            matchView(each, this.drawing, hidden),
          )}
        </ol>`;
      case "glossary":
        return glossaryView(answer.meanings, this.drawing);
      case "help":
        return helpView(answer.entries, this.strings);
      case "records":
        return html`<ul class="records">
          ${this.folded("records", answer.records, 8, (rows, hidden) => recordView(rows, this.strings, hidden))}
        </ul>`;
    }
  }

  private gloss(text: string, hidden: Hidden = nothing): TemplateResult {
    const key = senseKey(text);
    return html`<li
      hidden=${hidden}
      lang="en"
      class=${this.pointed === key ? "pointed" : ""}
      @pointerenter=${this.point(key)}
    >
      ${text}
    </li>`;
  }

  private senses(senses: Sense[], more?: number, rest: Sense[] = []): TemplateResult {
    const isCounted = more === undefined && !isRanked(senses);
    return html`${byPart(senses).map(({ part, senses: group }, at) => {
      const draw = (sense: Sense, hidden: Hidden): TemplateResult => this.sense(sense, hidden);
      const items = this.folded(`${at}${part}`, group, SENSES_SHOWN, draw, this.strings.moreSenses);
      return this.section(part, group, items, isCounted);
    })}
    ${more ? this.leftOut(rest, more) : nothing}`;
  }

  private section(part: string, senses: Sense[], items: unknown, isCounted = false): TemplateResult {
    return html`<section class=${part}>
      <h4>
        <span class="part ${part}">${this.posName(senses[0]?.pos ?? "")}</span>
        ${isCounted ? html`<span class="count">${this.strings.senses(senses.length)}</span>` : nothing}
      </h4>
      <ol class="senses">
        ${items}
      </ol>
    </section>`;
  }

  /** Draws the senses that an entry leaves out, folded, with the way to all that WordNet has about them. */
  private leftOut(rest: Sense[], more: number): TemplateResult {
    const draw = (senses: Sense[]): TemplateResult[] => senses.map((sense) => this.sense(sense, nothing));
    return html`<details class="left-out">
      <summary>${this.strings.moreSenses(more)}</summary>
      ${byPart(rest).map(({ part, senses }) => this.section(part, senses, draw(senses)))}
      ${this.link(lookUp("overview", this.reply.word), this.overviewName(), "quiet")}
    </details>`;
  }

  private overviewName(): string {
    return commandName(this.strings, "overview");
  }

  private sense(sense: Sense, hidden: Hidden): TemplateResult {
    const key = senseKey(sense.definition);
    const own = wordKey(this.reply.lemma ?? this.reply.word);
    const others = (names: string[]): string[] => names.filter((name) => wordKey(name) !== own);
    const examples = this.reply.option === "examples" ? sense.examples.length : EXAMPLES_SHOWN;
    const { antonyms = [], ...folded } = sense.relations;
    const asked = sense.words.length > 0; // then the words are the answer, not a note in its margin
    return html`<li
      value=${sense.sense}
      hidden=${hidden}
      class=${this.pointed === key ? "pointed" : ""}
      @pointerenter=${this.point(key)}
      @pointerleave=${this.point("")}
    >
      <div class=${asked ? "" : "sense"}>
        <div>
          <p class="gloss">
            <span lang="en">${sense.definition}</span> ${this.likelihood(sense)}
            ${this.commonness(sense.count)}
          </p>
          ${sense.examples.slice(0, examples).map((text) => this.example(text))}
        </div>
        ${asked ? this.words(`${sense.sense}${sense.pos}`, others(sense.words), RELATED_SHOWN) : this.relations(sense, { synonyms: others(sense.synonyms), antonyms })}
        ${sense.paths.map((path) => html`<p class="path">${path.map((name) => this.word(name))}</p>`)}
        ${this.more(sense, examples, folded)}
      </div>
    </li>`;
  }

  /** Draws the further examples, the frames and the relations of a sense, folded. */
  private more(sense: Sense, examples: number, others: Sense["relations"]): TemplateResult | typeof nothing {
    const { strings: s } = this;
    const further = sense.examples.slice(examples);
    const holds = [
      ...(further.length > 0 ? [s.moreExamples(further.length)] : []),
      ...(sense.frames.length > 0 ? [s.frames] : []),
      ...Object.keys(others).map((name) => commandName(s, name)),
    ];
    if (holds.length === 0) return nothing;
    return html`<details>
      <summary>${holds.join(" · ")}</summary>
      ${further.map((text) => this.example(text))}
      ${
        sense.frames.length > 0
          ? html`<p class="frames">
              <span>${s.frames}</span> <span lang="en">${sense.frames.slice(0, 3).join(" · ")}</span>
            </p>`
          : nothing
      }
      ${this.relations(sense, others)}
    </details>`;
  }

  private example(text: string): TemplateResult {
    return html`<p lang="en"><q class="example">${this.marked(text)}</q></p>`;
  }

  private marked(text: string): (string | TemplateResult)[] {
    return marked(text, [this.reply.word, this.reply.lemma ?? ""]);
  }

  private relations({ sense, pos }: Sense, relations: Sense["relations"]): TemplateResult | typeof nothing {
    const held = Object.entries(relations).filter(([, words]) => words.length > 0);
    if (held.length === 0) return nothing;
    return html`<dl class="relations">
      ${held.map(
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
    return html`<ul class="words" role="list">
      ${this.folded(key, words, shown, (name, hidden) => html`<li hidden=${hidden}>${this.word(name)}</li>`)}
    </ul>`;
  }

  private word(name: string, shown = readable(name)): TemplateResult {
    const key = wordKey(name);
    const style = this.pointed === key ? "word pointed" : "word";
    return this.link(wander(name), html`<span lang="en">${shown}</span>`, style, this.point(key));
  }

  private link(question: Question, text: Label, style: string, point?: () => void): TemplateResult {
    const { links, dictionary } = this;
    const look = (): unknown => this.dispatchEvent(new LookEvent(question));
    return questionLink(question, text, style, { links, dictionary, look, point, leave: this.point("") });
  }

  /**
   * Draws `items`, and a button that shows those after the first `shown`; a single one more is not worth folding.
   *
   * The browser's search and print find the hidden ones, too.
   */
  private folded<T>(
    key: string,
    items: T[],
    shown: number,
    draw: (item: T, hidden: Hidden) => TemplateResult,
    more: (count: number) => string = this.strings.moreWords,
  ): TemplateResult {
    const open = this.unfolded.has(key) || items.length <= shown + 1;
    const foldable = items.length > shown + 1;
    return html`${items.map((item, at) => draw(item, open || at < shown ? nothing : "until-found"))}
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
