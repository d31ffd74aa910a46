# ruff: noqa: RUF001 (typographic quotes are meant)
"""Whole texts in questions: descriptions, texts whose hard words are asked for, unknown words and phrases."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import msgspec

from shared import json_codec
from shared.messages import Question, Said
from workers.commands.table import answer_command
from workers.english.dialogue import MOST_SHOWN
from workers.english.suggestions import MOST_SUGGESTIONS, Suggestions
from workers.english.talk import OF_CHATS, said, saying
from workers.english.term_finder import AskedTerm
from workers.english.wording.conditions import narrowed
from workers.english.wording.offers import OPENERS, as_question
from workers.english.wording.sentences import MOST_LISTED, if_any, say, sentence
from workers.wordnet.correction.hangul import typed_keys
from workers.wordnet.names.spelled import readable, spelled
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shared.messages import Context, Reply
    from workers.english.reader import Reading
    from workers.english.term_finder import TermFinder
    from workers.english.understood import Understood
    from workers.wordnet.lexicon import Lexicon

# Of the first word for a description. Below, it was wrong for seven of eight descriptions of a writer apart.
HOPEFUL: Final = 0.25
_QUOTES: Final = " \"'“”‘’«»"
_QUOTED: Final = re.compile(r"[\"“«](.+?)[\"”»]")
_AFTER_FRAME: Final = re.compile(r"[:?] ")  # "hard words in this: …", "hard words of this text? …"
_HARD_WORDS: Final = re.compile(r"\b(?:hard|difficult|rare|unknown|tricky) words\b", re.IGNORECASE)
# Korean for a thing, rather than small talk or a question about the last answer.
_KOREAN_WORD: Final = re.compile(
    "(?!안녕|하이|고마|고맙|감사|미안|도움|도와|네|예|응|아니|더$|다시|그|이거|저거|뭐|무슨|어떤|왜"
    "|뜻|의미|정의|동의|유의|비슷|반의|반대|발음|품사|어원|기본|원형|복수|과거|현재|철자|단어)[가-힣]{1,12}"
)
_AFTER_VERBS: Final = frozenset(["to", "of", "with", "for", "it"])
# A number, also as "what is 87" asks for it.
_ONE_NUMBER: Final = re.compile(
    r"(?:what[’']?s |what (?:is|are|does) |define |meaning of )?(?:the )?(?:number |year )?"
    r"(?P<number>\d[\w.,/-]{0,14})(?: means?)?",
    re.IGNORECASE,
)
# Only letters, without a comma or a question mark.
_PHRASE: Final = re.compile(r"[a-z'’-]+(?: [a-z'’-]+){1,6}[.!]?", re.IGNORECASE)
# With one of them, a text is rather a question or a wish, or has small talk around a word.
_NOT_IN_PHRASES: Final = word_set(
    "i i'm i'd i've i'll im me my we us our let's please today tomorrow tonight yesterday is are was were"
    " am do does did can could will would should shall has what's how how's when's where's who's why which"
    " like about ok okay hi hello hey thanks sorry lol bot other another similar word words synonym"
    " synonyms opposite first one ones sense explain definition mean means meaning define spell rhyme"
    " rhymes plural past noun verb adjective adverb kind kinds type types part parts pronounce sentence"
    " example examples vs versus or"
)
# At least three letters with a vowel, and none thrice in a row: no "hjkl" and no "hmmm".
_ONE_WORD: Final = re.compile(
    r"(?:what[’']?s )?(?P<word>(?!.*(.)\2\2)(?=.*[aeiouy])[a-z](?:[a-z\d]|['-](?=[a-z\d])){2,})",
    re.IGNORECASE,
)


def described(reading: Reading) -> AskedTerm | None:
    """Return the description of a word as the term of the question: all of it, as it was typed."""
    span = reading.span("description")
    return AskedTerm(span.text, spelled(span.text.lower())) if span else None


def whole_text(reading: Reading, text: str) -> AskedTerm | None:
    """Return the text whose hard words are asked for: the quoted one, all behind the question, or a span.

    The model is trained on questions about single sentences, and sees parts of a text.
    """
    spans = [span for spans in reading.spans.values() for span in spans]
    if not spans:
        return None
    span = max(spans, key=lambda span: len(span.text))
    quoted = next((each[1] for each in _QUOTED.finditer(text) if each.start() < span.end <= each.end()), "")
    before, behind = (*_AFTER_FRAME.split(text, maxsplit=1), "")[:2]
    is_behind = len(before) <= span.start or _HARD_WORDS.search(before)
    whole = quoted or (behind.strip(_QUOTES) if is_behind else "") or span.text
    return AskedTerm(whole, spelled(whole.lower()))


def unknown_term(finder: TermFinder, text: str) -> AskedTerm | None:
    """Return the word that WordNet lacks and that is all of `text`, corrected if clear; else None.

    Such a word tells the model little: it takes *quinoa* for a greeting. Of "took care of", WordNet has all
    but the preposition.
    """
    number = _ONE_NUMBER.fullmatch(text)
    if number:
        digits = number["number"]
        known = finder.term(digits) or finder.term(digits.replace(",", ""))
        return known or AskedTerm(digits, None, note=say("unknown.unknown_number", word=digits))
    if _KOREAN_WORD.fullmatch(text):
        return AskedTerm(text, None)
    on_keyboard = finder.term(typed_keys(text))
    if on_keyboard:
        return msgspec.structs.replace(on_keyboard, typed=text)
    found = _ONE_WORD.fullmatch(text)
    if not found:
        return _before_preposition(finder, text)
    if found["word"].lower() in OF_CHATS or finder.term(found["word"]):
        return None
    return finder.in_span(text, *found.span("word"))


def unknown_phrase(finder: TermFinder, text: str) -> AskedTerm | None:
    """Return all of `text` as a phrase that WordNet lacks, if nothing in it asks for anything; else None.

    The model takes most of these, such as *break a leg*, for another topic.
    """
    words = text.lower().replace("’", "'").rstrip(".!").split()
    if not _PHRASE.fullmatch(text) or not _NOT_IN_PHRASES.isdisjoint(words):
        return None
    phrase = text.rstrip(".!")
    return None if finder.term(phrase) else AskedTerm(phrase, None)


def _before_preposition(finder: TermFinder, text: str) -> AskedTerm | None:
    phrase, _, last = text.rpartition(" ")
    term = finder.term(phrase) if " " in phrase and last.lower() in _AFTER_VERBS else None
    if term is None or not term.name or not finder.lexicon.dictionary_forms(term.name, "v"):
        return None
    return msgspec.structs.replace(term, part_of=text)


def reply_on_description(
    understood: Understood,
    reply: Reply,
    suggested: Suggestions,
    topic: Callable[[AskedTerm | None, list[str], Sequence[str]], Context],
) -> Reply:
    """Return the command's reply with a sentence for people, and suggestions about the likeliest word.

    `topic` gives the topic after the reply, of a term, the suggestions and the words found.
    """
    description, words = understood.term, [match.word for match in reply.matches or ()]
    likeliest = [AskedTerm(readable(word), word.lower()) for word in words[:1]]
    suggestions = suggested.about(*likeliest) if likeliest else list(OPENERS)
    reply.word, reply.pos = description.shown if description else "", understood.pos
    reply.suggestions, reply.context = suggestions, topic(description, suggestions, words)
    answer = Said("answer", text=words_for(understood, reply))
    return saying(reply, answer, *if_any("note.unread", conditions=understood.unread))


def words_for(understood: Understood, reply: Reply) -> str:
    """Return the likeliest word with its meaning, and a few others; or the next ones of the list."""
    matches, offset = reply.matches or [], understood.offset
    names = [match.word for match in matches]
    if offset:
        more = names[offset : offset + MOST_LISTED]
        return say("text.or_perhaps", names=more) if more else say("list_end.no_more")
    text = say("text.no_match", description=reply.word)
    if matches:
        others, definition = names[1:MOST_LISTED], matches[0].definition
        key = "text.match" if matches[0].likelihood >= HOPEFUL else "text.unsure_match"
        text = say(key, word=names[0], definition=definition, others=others)
    return narrowed(text, understood.where, names, reply.removed or ()) if understood.where else text


def reply_on_phrase(finder: TermFinder, phrase: str, context: Context) -> Reply:
    """Return the reply to an unknown phrase, with questions about its words except little ones."""
    terms = [term for word in phrase.split() if (term := finder.term(word)) and term.name and not term.note]
    questions = [as_question("definition", term.shown) for term in terms][:MOST_SUGGESTIONS]
    reply = said("out_of_scope", context, sentence("unknown.unknown_phrase", phrase=phrase))
    return msgspec.structs.replace(reply, suggestions=questions or reply.suggestions)


def reply_on_text(lexicon: Lexicon, text: str, context: Context) -> Reply:
    """Return the reply with the hard words of `text`; "the second one" then refers to the second of them.

    `context` is the topic after this reply, without words: a whole text would be too long for it.
    """
    reply = answer_command(lexicon, Question("gloss", text))
    found = json_codec.loads(reply.response)
    words = [readable(entry["lemma"]) for entry in found]
    suggestions = [as_question("definition", word) for word in words[:MOST_SUGGESTIONS]] or list(OPENERS)
    context = msgspec.structs.replace(context, shown=tuple(words[:MOST_SHOWN]))
    return msgspec.structs.replace(reply, text=explained(found), suggestions=suggestions, context=context)


def explained(found: Sequence[dict[str, Any]]) -> str:
    """Return the first few hard words with their meanings, and the number of the others."""
    if not found:
        return say("text.no_hard_words")
    words = [say("text.hard_word", **entry) for entry in found[:MOST_LISTED]]
    return say("text.hard_words", words=words, more=max(len(found) - MOST_LISTED, 0))
