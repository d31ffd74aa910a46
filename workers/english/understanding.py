# ruff: noqa: RUF001 (typographic quotes are meant)
"""Free text → the questions in it: the model proposes a reading, and the lexicon decides about its terms.

These texts need no model: a command ("/synonyms happy"), a wildcard pattern ("p?ttern*"), a number after a
list, a term that is the whole text, and a question that is worded as our own suggestions are.
"""

from __future__ import annotations

import re
import unicodedata
from functools import partial
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from shared.catalog import BY_NAME, COMMANDS
from shared.messages import Context
from workers.commands.word_facts.marks.asked_labels import KINDS_ASKED
from workers.english.conditions.head_nouns import with_head
from workers.english.conditions.meanings import described_in
from workers.english.conditions.parser import number_wanted
from workers.english.conditions.question import with_conditions
from workers.english.conditions.relations_asked import with_relation
from workers.english.conditions.subjects import with_subject
from workers.english.conditions.superlatives import longest_only
from workers.english.games.masks import masked
from workers.english.games.tiles import with_tiles
from workers.english.games.word_games import of_some_letters
from workers.english.mentions import in_its_phrase, phrase_asked, whole_text
from workers.english.pieces import without_same
from workers.english.sense_hint import is_noun, number_in, pos_said
from workers.english.several.joined_words import joined
from workers.english.several.named_pairs import as_choice, pair_named, with_both
from workers.english.several.spellings_asked import as_spelled
from workers.english.several.spellings_described import as_described
from workers.english.several.term_pairs import fitting, one_or_other, questions_on
from workers.english.several.ways_to_say import as_spoken, without_stray_terms
from workers.english.several.word_forms import questions_on_forms
from workers.english.slash_commands import POS_BY_NAME, read_command
from workers.english.talk import FOLLOW_UPS, NEVER_ALONE, OF_CHATS, UNKNOWN, unaddressed, without_urging
from workers.english.term_finder import AskedTerm, as_typed, is_only_ours, literal
from workers.english.turns import dialogue
from workers.english.turns.follow_ups import as_follow_up, asks_what_was_first
from workers.english.turns.last_list import on_last_list
from workers.english.understood import Understood
from workers.english.wording.offers import from_question
from workers.english.wording.parts_asked import asks_parts
from workers.english.wording.patterns.patterns_asked import pattern_asked
from workers.english.wording.sentences import SENTENCES
from workers.english.wording.sounds.articles_asked import article_asked
from workers.wordnet.correction.hangul import is_korean, typed_keys
from workers.wordnet.word_in_text import is_in
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Callable

    from workers.english.reader import Reading
    from workers.english.term_finder import TermFinder

    Read = Callable[[str, str], Reading]

_ARTICLE: Final = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
# Korean for a thing, rather than small talk or a question about the last answer.
_KOREAN_WORD: Final = re.compile(
    "(?!다른|안녕|하이|고마|고맙|감사|미안|도움|도와|네|예|응|아니|더$|다시|그|이거|저거|뭐|무슨|어떤|왜"
    "|뜻|의미|정의|동의|유의|비슷|반의|반대|발음|품사|어원|기본|원형|복수|과거|현재|철자|단어)[가-힣]{1,12}"
)
UNSURE: Final = 0.3  # below this confidence the reply asks back
SURE_IN_KOREAN: Final = 0.5  # of a text without an English word
_AFTER_VERBS: Final = word_set("to of with for")
_ONE_NUMBER: Final = re.compile(r"(?:what(?:[’']?s| is) |define )?(\d[\d.,]*)", re.IGNORECASE)
# At least three letters with a vowel, and none thrice in a row: no "hjkl" and no "hmmm".
_ONE_WORD: Final = re.compile(
    r"(?:what[’']?s )?(?P<word>(?!.*(.)\2\2)(?=.*[aeiouy])[a-z](?:[a-z\d]|['-](?=[a-z\d])){2,})",
    re.IGNORECASE,
)
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufe0f]")
# The examples in our own replies → their questions.
_EXAMPLES: Final = {
    row.example: Understood(
        row.name, as_typed(row.word) if row.word else None, as_typed(row.word2) if row.word2 else None
    )
    for row in COMMANDS
}
_KINDS: Final = {"pos": POS_BY_NAME, "derivations": POS_BY_NAME, "usage": KINDS_ASKED}
_PRONOUNS: Final = word_set("it its that this them they those these one both each") | {"that one"}


def understand(finder: TermFinder, read: Read, text: str, context: Context) -> list[Understood]:
    """Return the question in `text`, or each if it asks several; `read` is Reader.read."""
    found = without_model(finder, text, context)
    if asked := [found] if found else joined(finder, text, opens=not context.word):
        return [_settled(finder, it, text) for one in asked for it in questions_on_forms(finder, one, text)]
    text = without_same(text)
    reading = read(text, before(context))
    if asks_what_was_first(reading, text) and context.first:
        return understand(finder, read, context.first, Context())
    reading = as_spoken(with_both(finder, as_follow_up(finder, reading, text, context)), text)
    reading = as_described(finder, with_tiles(as_choice(finder, reading, text), text), text)
    reading = _in_korean(reading, text) if is_korean(text) else reading
    understood = dialogue.resolve(finder, reading, _understood(finder, reading, text, context), context)
    questions = questions_on_forms(finder, understood, text)
    if len(questions) == 1 and questions[0].term is understood.term:
        questions = questions_on(finder, reading, questions[0], text)
    if understood.confidence >= UNSURE:
        questions = dialogue.on_several(finder, questions, reading, context, text)
    return [_settled(finder, each, text) for each in without_stray_terms(as_spelled(finder, questions, text))]


def _in_korean(reading: Reading, text: str) -> Reading:
    """Return the reading of a Korean text, without the guesses of a model that knows few such texts."""
    if not re.search("[A-Za-z]", text) and reading.confidence < SURE_IN_KOREAN:
        return replace(reading, command="out_of_scope", confidence=UNSURE, refers="")
    if reading.confidence < UNSURE and reading.span("term"):  # "apple이 뭐야"
        return replace(reading, command="definition", confidence=UNSURE)
    return reading


def _settled(finder: TermFinder, understood: Understood, text: str) -> Understood:
    """Return `understood` as its term allows: a noun after an article, a sentence only if it has the term."""
    row, term, sentence = BY_NAME.get(understood.command), understood.term, understood.sentence
    if not (row and row.takes_sentence and term and term.name and is_in(finder.lexicon, sentence, term.name)):
        sentence = ""
    pos = understood.pos or ("n" if is_noun(finder.lexicon, understood, text) else None)
    asked = with_relation(finder, replace(understood, pos=pos, sentence=sentence), text)
    return with_head(finder, longest_only(finder, with_subject(finder, asked, text), text))


def without_model(finder: TermFinder, text: str, context: Context) -> Understood | None:
    """Return the question of a text that says enough without the model, else None."""
    return (
        read_command(finder, text)
        or dialogue.numbered(finder, text, context)
        or masked(finder, text)
        or _alone(finder, text, context)
        or _EXAMPLES.get(text)
        or _suggested(finder, text, context)
        or phrase_asked(finder, text)
        or pattern_asked(finder, text)
        or article_asked(text)
        or (None if context.word else one_or_other(finder, without_same(text)))
    )


def plain(text: str) -> str:
    """Return `text` in NFKC, without invisible characters, repeated blanks, address, urging and shouting."""
    line = " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).split())
    return unaddressed(without_urging(line.lower() if " " in line and line.isupper() else line))


def usable(context: Context) -> Context:
    """Return the context that a client sent, without an unknown command or part of speech."""
    command = context.command if context.command in {*BY_NAME, *SENTENCES["unserved"]} else ""
    pos = context.pos if context.pos in ("n", "v", "a", "s", "r") else None
    where = context.where if command in BY_NAME and BY_NAME[command].is_list else None
    return replace(context, command=command, pos=pos, where=where)


def before(context: Context) -> str:
    """Return the last question as the model reads it: its command in words, and its word."""
    return f"{context.command.replace('_', ' ')} {context.word}".strip()


def _alone(finder: TermFinder, text: str, context: Context) -> Understood | None:
    """Return the question that a term alone asks: for its meaning, or the same as the last question."""
    if not any(map(str.isalnum, text)):
        return Understood("unclear")
    lower = (bare := text.strip(' \t\n!?,;:"“”«»*`')).strip("'‘’.").lower()
    is_compared = context.shown and lower.endswith("er") and finder.lexicon.dictionary_forms(lower, "a")
    if is_compared or lower in NEVER_ALONE or lower.startswith("thank") or _follows(text, lower, context):
        return None
    term = finder.term(bare) or (None if context.command else finder.term(_ARTICLE.sub("", bare)))
    term = term or _unknown_word(finder, bare.rstrip("."))
    if lower in OF_CHATS and term and is_only_ours(term):  # "hiya"
        term = None
    if term is None or (term.corrected and (term.shown in NEVER_ALONE or _is_said_of_answers(term.shown))):
        return None
    row = BY_NAME.get(context.command)
    if row and row.needs_second_word and context.word and not context.word2:  # "which other word?"
        return Understood(context.command, finder.term(context.word), term, pos=context.pos)
    if context.command in _CARRIED:
        return Understood(context.command, term, pos=context.pos, form=context.form)
    return Understood("definition", term)


def _follows(text: str, lower: str, context: Context) -> bool:
    """Return whether a bare text is about the last answer, or so likely that the model should decide."""
    if _is_said_of_answers(lower):
        return bool(context.command) or text.endswith(("?", "!"))
    # "Sad?" after the synonyms of happy asks for more synonyms; "sad" may ask for its meaning, too.
    return text.endswith(("?", '"', "”", "'")) and context.command not in _MEANINGS | _CARRIED | {""}


def _is_said_of_answers(word: str) -> bool:
    return word in FOLLOW_UPS or word.rstrip("s") in _COMMAND_WORDS


_MEANINGS: Final = frozenset(["definition", "overview", "random", "word_of_the_day"])
# A bare term after one of these asks the same of another word: "mouse" after "plural of goose". After the
# others, whose answers are part of an entry, it asks for the entry.
_IN_ENTRY: Final = _MEANINGS | {"synonyms", "antonyms", "examples"}
_CARRIED: Final = {
    row.name
    for row in COMMANDS
    if row.needs_word
    and not (row.needs_second_word or row.needs_model or row.is_literal or row.name in _IN_ENTRY)
} | {"spelling", "etymology", "translate", "grammar"}
# "Synonyms?" after another question asks for synonyms.
_COMMAND_WORDS: Final = (
    {name.rstrip("s") for name in BY_NAME}
    | word_set(
        "opposite meaning part kind sentence rhyme syllable stress origin usage define spell pronounce"
        " noun verb adjective adverb plural singular possessive comparative superlative past explain describe"
    )
    | {"past tense", "past participle", "present participle"}
)


def _unknown_word(finder: TermFinder, text: str) -> AskedTerm | None:
    """Return the word that WordNet lacks and that is all of `text`, corrected if clear; else None.

    Such a word tells the model little: it takes *quinoa* for a greeting.
    """
    if on_keyboard := finder.term(typed_keys(text)):
        return replace(on_keyboard, typed=text)
    if _KOREAN_WORD.fullmatch(text):
        return AskedTerm(text)
    if number := _ONE_NUMBER.fullmatch(text):
        return finder.term(number[1].replace(",", "")) or AskedTerm(number[1])
    phrase, _, last = text.rpartition(" ")
    verb = finder.find(phrase) if " " in phrase and last in _AFTER_VERBS else None
    if verb and finder.lexicon.dictionary_forms(verb, "v"):
        return finder.in_span(text, 0, len(text))  # "took care of"
    found = _ONE_WORD.fullmatch(text)
    is_unknown = found and found["word"].lower() not in OF_CHATS and not finder.term(found["word"])
    return finder.in_span(text, *found.span("word")) if found and is_unknown else None


def _suggested(finder: TermFinder, text: str, context: Context) -> Understood | None:
    """Return the question in a text that is worded as our own suggestions are."""
    for name, asked in from_question(text):
        word = asked.strip('"“”‘’?! ')
        known = AskedTerm(word) if _KOREAN_WORD.fullmatch(word) else finder.term(word)
        others = _PRONOUNS if context.word else ("you", "yourself") if name == "overview" else ()
        if known and word.lower() not in others:
            return Understood(name, literal(known) if BY_NAME[name].is_literal else known)
    return None


def _understood(finder: TermFinder, reading: Reading, text: str, context: Context) -> Understood:
    """Return the question that the model reads in `text`, with the terms that the lexicon has there."""
    find = partial(_term, finder, reading, text, has_topic=bool(context.word))
    asked = pair_named(finder, reading, find("term"), find("term2"), text)
    command, term, term2 = fitting(finder, *asked, text)
    row = BY_NAME.get(command)
    if command in UNKNOWN:
        term = None
    elif command == "reverse":
        described = described_in(text, reading.part("description"))  # all of it, as it was typed
        term = as_typed(described) if described else term
    elif command == "gloss":
        term = whole_text(reading, text)
    elif term is None and not reading.refers and not (row and row.needs_second_word):
        term = find("description") if row is None or row.needs_word else None
    if term and command == "definition":
        others = (span.text for label, spans in reading.spans.items() for span in spans if label != "term")
        term = in_its_phrase(text, term, " ".join(others))
    understood = Understood(
        command,
        term,
        term2,
        pos=None if asks_parts(command, text) else pos_said(text, term, reading.pos, command),
        form=reading.form,
        sense=0 if reading.refers.startswith("answer") else number_in(text),
        confidence=reading.confidence if command == reading.command else 1.0,  # else the terms decide
        second=reading.second,
        hint=reading.part("hint"),
        wanted=number_wanted(text),
        sentence=reading.part("sentence"),
    )
    narrowed = of_some_letters(with_conditions(finder, reading, understood, text), text)
    return on_last_list(narrowed, text, context)


def _term(
    finder: TermFinder, reading: Reading, text: str, label: str, *, has_topic: bool
) -> AskedTerm | None:
    span = reading.span(label)
    if span is None:
        return None
    said = " ".join(re.findall(r"\w+", span.text.lower())).removeprefix("of ")
    is_kind = has_topic and said in _KINDS.get(reading.command, ())  # "can it be a verb?", "is it informal?"
    if is_kind or (said in _PRONOUNS and (reading.refers or (has_topic and not reading.span("term2")))):
        return None
    if reading.command == "anagram":  # "a e r t s" has no article
        return as_typed(span.text)
    return finder.in_span(text, span.start, span.end)
