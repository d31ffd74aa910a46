/** The sentence about the response of a reply, by its command, from its other fields. */
import type { Answered } from "../protocol.js";
import { isFields, responseOf, strings, text } from "../model/answers.js";
import { readable } from "../model/questions.js";
import { joined, type Filling, type Piece, type SentenceKey } from "./sentences.js";
import type { Wording } from "./wording.js";

type Fields = Record<string, unknown>;
/** A reply with what most sentences need from it. */
interface Found {
  reply: Answered;
  list: unknown[];
  first: Fields;
  word: string;
  other: string;
}
type Say = (w: Wording, found: Found) => Piece[] | undefined;

/** Names that a sentence has listed before "more" asks for the next ones. */
const LISTED = 6;
const PROBABLE = 0.5;
const CLOSE: readonly [number, SentenceKey][] = [
  [0.75, "similarity_close"],
  [0.5, "similarity_some"],
  [0, "similarity_little"],
];

/** Returns the sentence; undefined where only the English text says all. */
export function answerIn(w: Wording, reply: Answered): Piece[] | undefined {
  const list = responseOf(reply);
  const first = list.find(isFields) ?? {};
  const found = {
    reply,
    list,
    first,
    word: readable(reply.word),
    other: reply.context?.word2 ?? text(first.word2),
  };
  const said = reply.option === "rhymes" && found.other ? rhyming(w, found) : sentence(w, found);
  const isNoted = list.length > 0 && reply.word; // then `said` has the conditions
  return said && (isNoted ? said : joined([said, conditions(w, reply)]));
}

function sentence(w: Wording, found: Found): Piece[] | undefined {
  const { reply, list, word } = found;
  const { option } = reply;
  if (!(option in w.strings.commands)) return undefined;
  const en = { word: { en: word }, title: w.title(option) };
  if (option === "help") return w.say("help");
  if (list.length === 0) return SAYS_NOTHING[option]?.(w, found) ?? (word ? w.say("missing", en) : undefined);
  if (isRanked(reply)) return inSentence(w, found);
  const say = SAYS[option];
  if (say) return say(w, found);
  if (!list.every((item) => typeof item === "string")) return w.say("entry", en);
  return listing(w, found);
}

function listing(w: Wording, { reply, list, word }: Found): Piece[] {
  const title = w.title(reply.option);
  const all = strings(list);
  const line = (names: string[]): Piece[] =>
    w.say(word ? "list" : "found", { word: { en: word }, title, names: w.names(names) });
  if ((reply.context?.more ?? LISTED) > LISTED) {
    const next = reply.context?.shown ?? [];
    return next.length > 0 ? line(next) : w.say("no_more");
  }
  const [sense] = reply.senses?.filter(isFields) ?? [];
  const own = sense ? [sense.synonyms, sense.antonyms, sense.words].flatMap(strings) : [];
  const rest = all.filter((name) => !own.includes(name));
  if (own.length === 0 || rest.length === 0) return line(all);
  return joined([line(own), w.say("other_senses", { names: w.names(rest) })]);
}

const isRanked = (reply: Answered): boolean =>
  (reply.senses ?? []).some((sense) => isFields(sense) && sense.likelihood !== undefined);

/** The likeliest meaning in a sentence; the card shows the rest. */
function inSentence(w: Wording, { reply, word }: Found): Piece[] {
  const [sense] = reply.senses?.filter(isFields) ?? [];
  const key = Number(sense?.likelihood ?? 0) >= PROBABLE ? "fits" : "may_fit";
  return w.say(key, { word: { en: word }, text: { en: text(sense?.definition) } });
}

/** Returns the conditions on an answer. */
export function conditions(w: Wording, reply: Answered): Piece[] {
  const where: Fields = isFields(reply.context?.where) ? reply.context.where : {};
  const named = Object.entries(where).map(([name, value]) => condition(w, name, value));
  const parts = named.filter((each) => each.length > 0);
  if (parts.length === 0) return [];
  return w.say("where", { conditions: parts.flatMap((each, at) => (at > 0 ? [", ", ...each] : each)) });
}

function condition(w: Wording, name: string, value: unknown): Piece[] {
  if (name === "common") return w.say(value ? "where_common" : "where_rare");
  if (name === "without" && value === "_") return w.say("where_no_space");
  if (name === "pos") return w.say("where_pos", { pos: w.pos([text(value)]) });
  const number = Array.isArray(value) ? [...new Set(value)].map(text).join("–") : text(value);
  const said = text(value);
  if (said.startsWith("!")) return w.say("where_not", { conditions: condition(w, name, said.slice(1)) });
  const isKnown =
    /^(starts|ends|contains|without|pattern|rhymes_with|letters|syllables|about|shape|silent)$/.test(name);
  return isKnown ? w.say(`where_${name}` as SentenceKey, { number, text: { en: said } }) : [];
}

function rhyming(w: Wording, { list, word, other }: Found): Piece[] {
  return w.say(list.length > 0 ? "rhymes_yes" : "rhymes_no", { word: { en: word }, other: { en: other } });
}

function definition(w: Wording, { reply, word }: Found): Piece[] {
  const [sense, ...others] = reply.senses?.filter(isFields) ?? [];
  const number = text(sense?.sense);
  if (others.length > 0 || reply.notes !== undefined) return w.say("definition", { word: { en: word } });
  return w.say("meaning_number", { word: { en: word }, number: number || "1" });
}

function examples(w: Wording, found: Found): Piece[] {
  const isOwn = found.reply.senses !== undefined;
  return isOwn ? entry(w, found) : w.say("examples_other", { word: { en: found.word } });
}

function entry(w: Wording, { reply, word }: Found): Piece[] {
  return w.say("entry", { word: { en: word }, title: w.title(reply.option) });
}

function parts(w: Wording, { reply, list, word }: Found): Piece[] {
  const has = new Set(strings(list).map((letter) => letter.replace("s", "a")));
  const asked = Array.from(reply.pos ?? "");
  const isRight = asked.some((letter) => has.has(letter));
  const key =
    asked.length === 0 || (isRight && asked.length > 1) ? "parts" : isRight ? "parts_yes" : "parts_no";
  return w.say(key, { word: { en: word }, parts: w.pos(has) });
}

function lemma(w: Wording, { list, word }: Found): Piece[] {
  const names = strings(list);
  if (readable(names[0] ?? "").toLowerCase() === word.toLowerCase())
    return w.say("lemma_same", { word: { en: word } });
  return w.say("lemma", { word: { en: word }, names: w.names(names) });
}

function similarity(w: Wording, { first, word, other }: Found): Piece[] {
  const filling = { word: { en: word }, other: { en: other } };
  if (first.path === 1) return w.say("similarity_same", filling);
  const wup = Number(first.wup ?? 0);
  return w.say(CLOSE.find(([least]) => wup >= least)?.[1] ?? "similarity_little", filling);
}

function pronunciation(w: Wording, { reply, list, word }: Found): Piece[] {
  const spoken = list.filter(isFields).map(({ ipa, respelling }) => `${text(respelling)} (/${text(ipa)}/)`);
  return w.say("list", {
    word: { en: word },
    title: w.title(reply.option),
    names: w.names([...new Set(spoken)]),
  });
}

function spelling(w: Wording, { reply, list, word }: Found): Piece[] | undefined {
  const isRight = strings(list).some((name) => readable(name).toLowerCase() === word.toLowerCase());
  const says = reply.text?.includes(`“${word}”: `); // inflected forms are spelt out, too
  return isRight || says
    ? w.say("spelling", { word: { en: word } })
    : listing(w, { reply, list, word } as Found);
}

function inflect(w: Wording, found: Found): Piece[] {
  const forms = found.list.filter(isFields);
  const named = [...new Set(forms.map(({ form }) => text(form)))];
  const guessed = found.first.guessed ? w.say("guessed") : [];
  if (named.length > 1) return joined([guessed, entry(w, found)]);
  const sentences = forms.map(({ form, of, words }) =>
    oneForm(w, text(of) || found.word, text(form), strings(words)),
  );
  return joined([guessed, ...sentences]);
}

function oneForm(w: Wording, word: string, form: string, names: string[]): Piece[] {
  return w.say("one_form", {
    word: { en: word },
    form: w.strings.forms[form] ?? form,
    names: w.names(names),
  });
}

/** Little words have no meaning on their side, so the sentence says what they are. */
function difference(w: Wording, { first, word, other }: Found): Piece[] {
  const sides = Array.isArray(first.words) ? first.words.filter(isFields) : [];
  const little = sides.filter(({ senses }) => !Array.isArray(senses) || senses.length === 0);
  const kinds = little.map((side) => {
    const kind = w.kind(text(side.kind));
    const filling = { word: { en: text(side.word) }, names: "", kind: kind ?? { en: text(side.kind) } };
    return w.say(side.kind ? "little" : "unknown", filling);
  });
  return joined([w.say("difference", { word: { en: word }, other: { en: other } }), ...kinds]);
}

const VERDICTS: Record<string, SentenceKey> = {
  same: "is_same",
  kind: "is_kind",
  definition: "is_by_definition",
  reverse: "is_reverse",
  letters: "is_by_letters",
  other_letters: "is_not_by_letters",
};

function isA(w: Wording, { first, word, other }: Found): Piece[] {
  const senses = Array.isArray(first.senses) ? first.senses.filter(isFields) : [];
  const filling = {
    word: { en: word },
    other: { en: other },
    path: { en: strings(first.path).map(readable).join(" → ") },
    text: { en: text(senses[0]?.definition) },
  };
  return w.say(VERDICTS[text(first.relation)] ?? "is_not", filling);
}

function isWord(w: Wording, { first, word }: Found): Piece[] {
  const en = { word: { en: word } };
  const said: Piece[][] = [];
  if (first.kind)
    said.push(w.say("little", { ...en, kind: w.kind(text(first.kind)) ?? { en: text(first.kind) } }));
  if (first.pos) said.push(w.say("is_word", { ...en, parts: w.pos(strings(first.pos)) }));
  const of = Array.isArray(first.of) ? first.of.filter(isFields) : [];
  said.push(...of.map((each) => w.say("is_form", { ...en, ...formIn(w, each) })));
  if (isFields(first.instead)) said.push(w.say("is_no_form", formIn(w, first.instead)));
  else if (first.written) said.push(w.say("written", { word: { en: text(first.written) } }));
  else if (said.length === 0) said.push(w.say("unknown", { ...en, names: w.names(strings(first.nearest)) }));
  return joined(said);
}

function formIn(w: Wording, { form, of, words }: Fields): Filling {
  return {
    form: w.strings.forms[text(form)] ?? text(form),
    other: { en: text(of) },
    names: w.names(strings(words)),
  };
}

function usage(w: Wording, { first, word, ...rest }: Found): Piece[] | undefined {
  if (first.kind || !first.frequency) return first.kind ? isWord(w, { first, word, ...rest }) : undefined;
  const frequency = w.frequency(text(first.frequency)) ?? { en: text(first.frequency) };
  const senses = Array.isArray(first.senses) ? first.senses.filter(isFields) : [];
  const marks = senses.flatMap(({ marks: own }) => (Array.isArray(own) ? own.filter(isFields) : []));
  const labels = [...new Set(marks.map(({ label }) => text(label)))];
  return joined([
    w.say("usage", { word: { en: word }, frequency }),
    "offensive" in first ? w.say("offends") : [],
    labels.length > 0 ? w.say("marks", { names: w.names(labels) }) : [],
  ]);
}

function frames(w: Wording, { list, word }: Found): Piece[] | undefined {
  const senses = list.filter(isFields);
  const [takes, stands] = ["transitive", "intransitive"].map((way) => senses.some((sense) => sense[way]));
  if (!takes && !stands) return undefined;
  return w.say(takes && stands ? "both_ways" : takes ? "transitive" : "intransitive", { word: { en: word } });
}

/** The word that the response itself names. */
const oneWord =
  (key: SentenceKey): Say =>
  (w, { list }) =>
    w.say(key, { word: { en: readable(text(list[0])) } });

function reverse(w: Wording, { reply, list }: Found): Piece[] {
  if ((reply.context?.more ?? LISTED) > LISTED) {
    const next = reply.context?.shown ?? [];
    return next.length > 0 ? w.say("or_perhaps", { names: w.names(next) }) : w.say("no_more");
  }
  const [best] = reply.matches?.filter(isFields) ?? [];
  const names = strings(list);
  return joined([
    w.say("match", { word: { en: readable(names[0] ?? "") }, text: { en: text(best?.definition) } }),
    names.length > 1 ? w.say("or_perhaps", { names: w.names(names.slice(1, LISTED)) }) : [],
  ]);
}

const SAYS: Record<string, Say> = {
  definition,
  examples,
  pos: parts,
  lemmatizer: lemma,
  similarity,
  pronunciation,
  spelling,
  inflect,
  difference,
  is_a: isA,
  is_word: isWord,
  usage,
  frames,
  random: oneWord("random"),
  word_of_the_day: oneWord("word_of_the_day"),
  reverse,
  gloss: (w, { list }) => w.say("hard_words", { number: String(list.length) }),
};

const SAYS_NOTHING: Record<string, Say> = {
  gloss: (w) => w.say("no_hard_words"),
  reverse: (w, { word }) => w.say("no_match", { typed: { en: word } }),
};
