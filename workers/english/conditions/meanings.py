"""Questions for words by their meaning: "adverbs meaning quickly", "a verb for looking angrily"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from shared.messages import Where
from workers.commands.word_facts.little_words import kind_of
from workers.english.slash_commands import POS_BY_NAME
from workers.english.term_finder import as_typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workers.english.reader import Span
    from workers.english.term_finder import AskedTerm, TermFinder
    from workers.english.understood import Understood

_BY_MEANING: Final = frozenset(["definition", "overview", "reverse", "similar", "synonyms"])
_DESCRIBED: Final = frozenset(["attributes", "hyponyms", "reverse"])
# A kind of words, and how long they are: "nouns of six letters or fewer".
_POS: Final = (
    r"\b(?P<pos>nouns?|verbs?|adjectives?|adverbs?|words?|names)"
    r"(?P<counted> (?:of|with) (?:[\w-]+ ){1,4}(?:letters?|syllables?)(?: or (?:more|fewer|less))?)?"
)
_WHAT: Final = r"(?P<quote>[\"“])?(?:to (?!be\b)|in (?=an? ))?(?P<meaning>(?(quote)[^\"”]+|[^,.;?!]+))"
# "Meaning of" and "meaning in English" ask for the meaning of a word.
_MEANING: Final = re.compile(
    rf"(?<!does the )(?<!does ){_POS}(?: (?:that|which)(?: [^,.;?!]{{1,40}} and)?)? mean(?:s|ing)?"
    rf"(?: the same as)? (?!(?:of|as|and|or|for|is|are|then|now|too|please|pls)\b|in (?!an?\b)){_WHAT}",
    re.IGNORECASE,
)
_FOR: Final = re.compile(
    rf"{_POS}(?: (?:that|which|to))? (?:for|describ(?:es?|ing)) (?=\S+ \S){_WHAT}", re.IGNORECASE
)
_PARTS: Final = re.compile(r"(?:the )?(?P<name>parts of (?:an? |the )?(?P<whole>.+))", re.IGNORECASE)
# In front of something described, whose kinds or qualities the model asks for.
_DESCRIBING: Final = re.compile(rf"{_POS} (?:that|which|to) describe \S", re.IGNORECASE)
_MEANS: Final = re.compile(
    r"(?:(?:that|which|and|it) )*mean(?:s|ing)? (?:the same as |something like )?(?:an? |to )?"
    r"[\"'“]?(?P<meaning>.+?)[\"'”]?$",
    re.IGNORECASE,
)
# Behind a meaning: "how is the word for a baby swan spelt?"
_SPELT: Final = re.compile(r",? (?:spel(?:t|led)|written)\b.*$", re.IGNORECASE)
_MEANT: Final = re.compile(
    r"\b(?:means?|meaning|describ(?:es|ing)) (?:the same as |something like )?(?P<meaning>\w[^.?!;]+)",
    re.IGNORECASE,
)
# In front of what a question describes, where the model sees only a little word of it.
_OPENING: Final = re.compile(
    r"(?:(?:what(?:\W?s| is| are| do you call)|the (?:word|name|term) for)\s+)+", re.IGNORECASE
)


def described_in(text: str, described: str) -> str:
    """Return the description as the model sees it, or the whole one if that is a little word."""
    phrases = (described, _OPENING.sub("", text).strip(" ?.!")) if described else ()
    return next((each for each in phrases if not all(map(kind_of, each.lower().split()))), "")


def by_meaning(
    finder: TermFinder, understood: Understood, text: str, conditions: Iterable[Span] = ()
) -> Understood:
    """Return the question for words of a meaning: the synonyms of a word, or the words for a description.

    The model sees a part of the meaning alone, or asks for the meaning of a word in it. The meaning ends
    before the first of the `conditions` that the model reads.
    """
    asked = understood.term
    if understood.command == "synonyms" and asked and not (asked.name or asked.note) and " " in asked.shown:
        return replace(understood, command="reverse", term=as_typed(asked.shown))  # "meaning to shine weakly"
    describing = understood.command in _DESCRIBED and _DESCRIBING.search(text)
    is_described = understood.command == "reverse" or bool(describing)
    found, named = _MEANING.search(text), _FOR.search(text)
    if named and (whole := _whole(finder, _meaning(text, named, conditions))):
        return replace(understood, command="meronyms", term=whole, pos=None, confidence=1.0)
    if named and named["counted"]:  # where the model sees a part of the conditions, or takes all for them
        understood = replace(understood, command="reverse", term=None, confidence=1.0)
        is_described = True
    found = found or (named if is_described else None)
    pos = POS_BY_NAME.get(found["pos"].lower(), "a" if describing else None) if found else None
    is_asked = is_described or (pos and understood.command in _BY_MEANING)
    if found is None or not is_asked:
        return understood
    meaning = _meaning(text, found, conditions)
    term, pos = finder.term(meaning), pos or understood.pos
    if term and term.name and pos and finder.lexicon.synsets(term.name, pos):
        return replace(understood, command="synonyms", term=term, pos=pos)
    if understood.command == "reverse" and understood.term and len(understood.term.shown) >= len(meaning):
        return replace(understood, pos=pos)
    return replace(understood, command="reverse", term=as_typed(meaning), pos=pos)


def _meaning(text: str, found: re.Match[str], conditions: Iterable[Span]) -> str:
    """Return a meaning that was found, up to the first of the conditions."""
    start, end = found.span("meaning")
    end = min((each.start for each in conditions if start < each.start < end), default=end)
    return _SPELT.sub("", text[start:end]).strip(" \"'“”‘’")  # noqa: RUF001 (they are meant)


def _whole(finder: TermFinder, described: str) -> AskedTerm | None:
    """Return the thing whose parts are described, but not speech for "parts of speech"."""
    parts = _PARTS.fullmatch(described)
    whole, phrase = (finder.term(parts["whole"]), finder.term(parts["name"])) if parts else (None, None)
    is_phrase = phrase and phrase.name and not phrase.corrected
    return whole if whole and whole.name and not (whole.corrected or is_phrase) else None


def meaning_in(finder: TermFinder, understood: Understood, unread: Sequence[str]) -> Understood | None:
    """Return the question for words of the meaning that a condition names: "and means not known"."""
    for part in unread:
        if found := _MEANS.match(part):
            term, rest = finder.term(found["meaning"]), tuple(each for each in unread if each != part)
            asked = replace(understood, command="synonyms", term=term, unread=rest)
            is_known = term and term.name
            return asked if is_known else replace(asked, command="reverse", term=as_typed(found["meaning"]))
    return None


def rhyme_that_means(understood: Understood, where: Where | None, text: str) -> Understood | None:
    """Return the question for the rhymes with a meaning: "a rhyme for bed that means tired"."""
    term = understood.term
    found = _MEANT.search(text.partition(term.typed or term.shown)[2]) if term else None
    if term is None or found is None:
        return None
    conditions = replace(where or Where(), rhymes_with=term.shown)
    return replace(understood, command="reverse", term=as_typed(found["meaning"].strip()), where=conditions)
