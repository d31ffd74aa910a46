/** Words the answers in a language other than English, from the fields of a reply; loaded with that language. */
import type { Answered, Said } from "../protocol.js";
import { isFields } from "../model/answers.js";
import { commandName, readable } from "../model/questions.js";
import { answerIn, conditions } from "./answer-sentences.js";
import type { Language, Strings } from "./index.js";
import { english, HANGUL, joined, PLACES } from "./sentences.js";
import type { Filling, Phrases, Piece, SentenceKey } from "./sentences.js";

const PLACE = /\{(\w+)\}/;
const NAMES_SHOWN = 6;
/** The questions that replies offer (workers/english/wording/offers.py), each with its command. */
const OFFERS: readonly [RegExp, string][] = [
  [/^define (.+)$/, "definition"],
  [/^synonyms of (.+)$/, "synonyms"],
  [/^opposite of (.+)$/, "antonyms"],
  [/^use (.+) in a sentence$/, "examples"],
  [/^kinds of (.+)$/, "hyponyms"],
  [/^what is (.+) a kind of\?$/, "hypernyms"],
  [/^parts of (?:an? )?(.+)$/, "meronyms"],
  [/^what is (.+) part of\?$/, "holonyms"],
  [/^words derived from (.+)$/, "derivations"],
  [/^what does (.+) entail\?$/, "entailments"],
  [/^tell me all about (.+)$/, "overview"],
  [/^near rhymes of (.+)$/, "near_rhymes"],
  [/^surprise me$/, "random"],
];

/** Returns the texts of a language, with the sentences of its answers. */
export function worded({ strings, phrases }: Language): Strings {
  return { ...strings, wording: new Wording(strings, phrases) };
}

export class Wording {
  constructor(
    readonly strings: Strings,
    private readonly phrases: Phrases,
  ) {}

  /** Returns the text of a reply; without the sentence about its response where a card `shows` that. */
  text(reply: Answered, shows = false): Piece[] {
    const said = (reply.said ?? []).filter(isFields);
    const rest = said.reduce((text, { text: own }) => text.replace(own ?? "", ""), reply.text ?? "");
    const shown = (): Piece[] => (reply.word ? [] : conditions(this, reply)); // a list without a word is of these
    const answer = (): Piece[] => (shows ? shown() : (answerIn(this, reply) ?? english(rest.trim())));
    if (said.length === 0) return answer();
    return joined(
      said.map((each) => {
        if (each.key === "answer") return answer();
        return each.key === "where" ? conditions(this, reply) : this.saying(each);
      }),
    );
  }

  /** Returns a sentence with its places filled. */
  say(key: SentenceKey, filling: Filling = {}): Piece[] {
    return this.fill(this.phrases.sentences[key], filling);
  }

  /** Returns the label of a question that a reply offers; undefined for any other. */
  offer(question: string): Piece[] | undefined {
    for (const [pattern, command] of OFFERS) {
      const found = pattern.exec(question);
      const title = this.title(command);
      if (found) return found[1] ? this.say("offer", { word: { en: found[1] }, title }) : [title];
    }
    return undefined;
  }

  /** Returns the sentence for an empty response of a command. */
  nothing(reply: Answered): Piece[] {
    const word = readable(reply.word);
    if (HANGUL.test(word)) return this.say("hangul");
    const isEntry = reply.option === "definition" || reply.option === "overview";
    if (isEntry && !reply.pos) return this.saying({ key: "unknown", words: [word] });
    return this.say("missing", { word: { en: word }, title: this.title(reply.option) });
  }

  title(command: string): Piece {
    const title = commandName(this.strings, command);
    return this.strings.commands[command] ? title : { en: title };
  }

  /** Returns the first few names, and how many more there are. */
  names(all: readonly string[]): Piece[] {
    const names = { en: all.slice(0, NAMES_SHOWN).map(readable).join(", ") };
    const more = all.length - NAMES_SHOWN;
    return more <= 0 ? [names] : this.fill(this.phrases.namesAndMore, { names, more: String(more) });
  }

  pos(letters: Iterable<string>): string {
    return [...new Set([...letters].map((letter) => this.strings.pos[letter] ?? letter))].join(", ");
  }

  kind(name: string): string | undefined {
    return (this.phrases.kinds as Record<string, string>)[name];
  }

  frequency(name: string): string | undefined {
    return (this.phrases.frequencies as Record<string, string>)[name];
  }

  /** Returns an item of `said`: in this language if it has the sentence, else in English. */
  private saying({ key, words, text }: Partial<Said>): Piece[] {
    const given = Array.isArray(words) ? words.map(String) : [];
    if (!isKey(key)) return english(text ?? "");
    const filling: Filling = {};
    for (const [at, place] of PLACES[key].entries()) {
      const word = given[at] ?? "";
      if (place === "names") filling[place] = this.names(given.slice(at));
      else if (place === "texts") filling[place] = { en: given.slice(at).join("; ") };
      else if (place === "pos") filling[place] = this.pos([word]);
      else if (place === "kind") {
        const kind = this.kind(word);
        if (!kind) return english(text ?? "");
        filling[place] = kind;
      } else filling[place] = place === "number" ? word : { en: word };
    }
    return this.say(key, filling);
  }

  private fill(template: string, filling: Filling): Piece[] {
    const pieces = template.split(PLACE).flatMap((part, at) => (at % 2 ? (filling[part] ?? "") : part));
    return pieces.filter((piece) => piece !== "");
  }
}

function isKey(key: string | undefined): key is SentenceKey {
  return Object.hasOwn(PLACES, key ?? "");
}
