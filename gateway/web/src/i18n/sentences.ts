/**
 * The sentences of answers that a language words itself, with the places in each. English has none of them: its
 * readers see the `text` of a reply.
 *
 * The keys of the first part are those of a reply's `said` (docs/protocol.md), and the places its `words` in their
 * order; `names` and `texts` take all that are left.
 */
export const PLACES = {
  greeting: [],
  how_are_you: [],
  thanks: [],
  goodbye: [],
  compliment: [],
  complaint: [],
  about_bot: [],
  no: [],
  yes: [],
  more: [],
  repeat: [],
  out_of_scope: [],
  unclear: [],
  etymology: [],
  translate: [],
  grammar: [],
  text_help: [],
  quiz: [],
  other: [],
  englishes: [],
  meaning: ["word", "pos", "text"],
  family: ["word", "names"],
  other_words: ["word", "names"],
  patterns: ["word", "texts"],
  in_sentences: ["word", "texts"],
  corrected: ["typed", "word"],
  keyboard: ["typed", "word"],
  part: ["typed", "word"],
  form: ["word", "names"],
  little: ["word", "kind"],
  short: ["word", "other"],
  abbreviation: ["word", "other"],
  close: ["word", "names"],
  unread: ["names"],
  unsure: [],
  variants: ["word", "names"],
  unchecked: ["names"],
  unknown: ["word", "names"],
  hangul: [],
  fewer: ["word", "number"],
  unpronounced: ["word"],
  which_one: ["text"],
  which_two: ["text"],
  which_other: ["text", "word"],
  write_one: ["typed", "text"],
  write_two: ["typed", "text"],
  no_command: ["typed", "names"],
  // The sentence about the response. {title} is the title of the command.
  entry: ["word", "title"],
  list: ["word", "title", "names"],
  found: ["names"],
  other_senses: ["names"],
  missing: ["word", "title"],
  no_more: [],
  definition: ["word"],
  meaning_number: ["word", "number"],
  examples_other: ["word"],
  parts: ["word", "parts"],
  parts_yes: ["word", "parts"],
  parts_no: ["word", "parts"],
  lemma: ["word", "names"],
  lemma_same: ["word"],
  similarity_same: ["word", "other"],
  similarity_close: ["word", "other"],
  similarity_some: ["word", "other"],
  similarity_little: ["word", "other"],
  difference: ["word", "other"],
  spelling: ["word"],
  one_form: ["word", "form", "names"],
  guessed: [],
  rhymes_yes: ["word", "other"],
  rhymes_no: ["word", "other"],
  is_same: ["word", "other", "text"],
  is_kind: ["word", "other", "path", "text"],
  is_by_definition: ["word", "other", "text"],
  is_reverse: ["word", "other", "path"],
  is_not: ["word", "other", "path", "text"],
  is_by_letters: ["word", "other"],
  is_not_by_letters: ["word", "other"],
  is_word: ["word", "parts"],
  is_form: ["word", "form", "other"],
  is_no_form: ["names", "form", "other"],
  written: ["word"],
  usage: ["word", "frequency"],
  offends: [],
  marks: ["names"],
  transitive: ["word"],
  intransitive: ["word"],
  both_ways: ["word"],
  random: ["word"],
  word_of_the_day: ["word"],
  help: [],
  match: ["word", "text"],
  or_perhaps: ["names"],
  no_match: ["typed"],
  hard_words: ["number"],
  no_hard_words: [],
  fits: ["word", "text"],
  may_fit: ["word", "text"],
  where: ["conditions"],
  where_not: ["conditions"],
  where_starts: ["text"],
  where_ends: ["text"],
  where_contains: ["text"],
  where_without: ["text"],
  where_no_space: [],
  where_pattern: ["text"],
  where_rhymes_with: ["text"],
  where_letters: ["number"],
  where_syllables: ["number"],
  where_pos: ["pos"],
  where_common: [],
  where_rare: [],
  where_about: ["text"],
  where_shape: ["text"],
  where_silent: ["text"],
  retry: ["number"],
  // A question to ask next, on its button.
  offer: ["word", "title"],
} as const satisfies Record<string, readonly string[]>;

export type SentenceKey = keyof typeof PLACES;
/** Key → the sentence, with its places in braces: "{word}: {names}". */
export type Sentences = Readonly<Record<SentenceKey, string>>;

/** What the sentences need beside the strings of a language. */
export interface Phrases {
  sentences: Sentences;
  /** A list of names, of which `more` are left out: "{names} and {more} more". */
  namesAndMore: string;
  /** In place of a missing word. */
  kinds: Readonly<Record<Kind, string>>;
  frequencies: Readonly<Record<Frequency, string>>;
}

export const KINDS = [
  "the definite article",
  "the indefinite article",
  "a pronoun",
  "a possessive pronoun",
  "a preposition",
  "a conjunction",
  "an auxiliary, which helps another verb",
  "a question word",
  "an interjection",
  "a prefix",
  "a suffix",
] as const;
type Kind = (typeof KINDS)[number];

export const FREQUENCIES = ["very common", "common", "less common", "rare"] as const;
type Frequency = (typeof FREQUENCIES)[number];

/** A part of a sentence: text in the reader's language, or English. */
export type Piece = string | { readonly en: string };

/** The letters of Korean. */
export const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]/;

export const english = (text: string): Piece[] => (text ? [{ en: text }] : []);

export const plain = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (typeof piece === "string" ? piece : piece.en)).join("");

/** What each place of a sentence holds. */
export type Filling = Record<string, Piece | readonly Piece[]>;

/** Returns sentences one after the other. */
export function joined(sentences: readonly (readonly Piece[])[]): Piece[] {
  return sentences.filter((each) => each.length > 0).flatMap((each, at) => (at > 0 ? [" ", ...each] : each));
}
