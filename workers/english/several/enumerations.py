"""The words that a question lists side by side, and each of them compared: "bear, bare and beer"."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from workers.commands.comparison.choice import are_alike
from workers.commands.term import Term
from workers.english.pieces import plain, without_remark
from workers.english.term_runs import FRAME
from workers.english.understood import Understood
from workers.wordnet.names.spelled import spelled
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Collection

    from workers.english.term_finder import AskedTerm, TermFinder

_ITEM: Final = r"[\"'“]?\w[\w'-]+[\"'”]?"
_JOINT: Final = r"(?:,? (?:and|or|vs\.?|versus|but not) | ?/ ?)(?:one )?(?:(?:with|to|in|of|for|an?|the) )?"
_COMMA: Final = ", (?:(?:an?|the) )?"
# A comma behind an "and" ends the list: "sea and ocean, please".
_LIST: Final = re.compile(
    rf"{_ITEM}(?:{_COMMA}{_ITEM}){{0,6}}(?:{_JOINT}{_ITEM}){{1,6}}|{_ITEM}(?:{_COMMA}{_ITEM}){{2,7}}"
)
_PART: Final = re.compile(f"{_JOINT}|{_COMMA}")
_QUOTED_ITEM: Final = re.compile(r"[\"'“].*").fullmatch  # beside such words, others are of the question
_NO_ITEMS: Final = word_set(
    "it this that these those they them he she we you i one what which who why how so but if not please pls"
    " thanks both all any where when yes no equally really actually same alike related similar anywhere"
)
_ASKING: Final = word_set(
    "mean means use used differ compare choose is are was were"
)  # beside words without a sign
# Words, the signs that end a list, and what may stand between words of a list.
_RUN_PART: Final = re.compile(r"[a-z][\w'-]+|[^\w\s,/\"'“”]")
_BETWEEN: Final = word_set("a an the and or vs versus")
_PART_ALONE: Final = re.compile(r"(?:,| ?/|\b vs?\.?\b| versus| and| or)+ | ?/ ?| ")
_ARTICLE: Final = re.compile(r"^(?:an?|the) ")
_FEWEST_ALONE, _MOST_ALONE = 3, 5  # words with nothing but blanks between them, and the most
_ASKS_IF_ALIKE: Final = re.compile(r"\b(?:same|alike|differ\w*|homophones?|apart)\b", re.IGNORECASE)
_ASKS_IF_RHYMING: Final = re.compile(
    r"\b(?:do(?:es)?|which|any|all|both|none)\b.*\brhyme\b(?! (?:with|for|of|to)\b(?! (?:each|one|any)))"
    r"|\bare\b.*\brhymes\b",
    re.IGNORECASE,
)
# "A bat, the animal, and a mouse", not "the lion, the tiger, and the leopard".
_ASIDE: Final = re.compile(r"\b(?<!the )(\w+), the \w+(?=, (?:and|or|vs|versus)\b)", re.IGNORECASE)
_QUOTED_SIGN: Final = re.compile(r"([,.])([\"”])")  # "palate," "palette"
_OF_SOUND: Final = frozenset(["pronunciation", "homophones"])
_MOST_PAIRED: Final = 4  # words of which each is compared with each


def listed(
    finder: TermFinder, text: str, own: Collection[str], *, frame: Collection[str] = FRAME
) -> tuple[list[AskedTerm], bool]:
    """Return the words that a text lists together with one of its `own` terms, and whether they end it.

    Words of the `frame` of a question, or of its grammar, are none of them.
    """
    line = _QUOTED_SIGN.sub(r"\2\1", plain(text)).rstrip(" ?!.\"'”")
    for name in own:  # of several words
        line = line.replace(name, name.replace(" ", "_"))
    for found in _LIST.finditer(line):
        terms: list[AskedTerm] = []
        words = _PART.split(found[0])
        for word in [each for each in words if _QUOTED_ITEM(each)] or words:
            term = finder.term(word.strip("\"'“”").replace("_", " "))
            shown = term.shown.lower() if term else ""
            is_own = shown in own or any(are_alike(finder.lexicon, shown, each) for each in own)
            if term and shown not in _NO_ITEMS and (is_own or not (term.note or shown in frame)):
                terms.append(term)
            elif any(each.shown.lower() in own for each in terms):
                return terms, False
            else:
                terms = []
        if any(each.shown.lower() in own for each in terms):
            return terms, found.end() == len(line)
    return [], False


def compared(finder: TermFinder, asked: Understood, text: str) -> list[Understood]:
    """Return the questions that compare all words that a question for a comparison lists; else none."""
    is_choice = asked.command == "spelling" and " or " in text  # "palate, palette or pallet?"
    is_of_meanings = is_choice or asked.command == "difference"
    own, text = (
        {term.shown.lower() for term in (asked.term, asked.term2) if term},
        _ASIDE.sub(r"\1", without_remark(text)),
    )
    terms, _ = listed(finder, text, own, frame=() if is_of_meanings else FRAME)
    if asked.command == "rhymes":
        return _rhyming(asked, terms, text)
    if asked.command == "homophones" and asked.term and asked.term2 and not terms[1:]:
        terms = [asked.term, asked.term2]
    if asked.command in _OF_SOUND and terms[1:] and _ASKS_IF_ALIKE.search(text):
        return _sounding(asked, terms)
    if is_of_meanings and not terms[2:] and asked.term and asked.term2:
        terms = _side_by_side(finder, asked.term, asked.term2, text)
    if " or " in text:
        terms = _most_alike(finder, terms, own)  # "which means calm, complacent or complaisant?"
    if not terms[2:] or not is_of_meanings:
        return []
    both = replace(asked, command="difference", confidence=1.0)
    return [replace(both, term=one, term2=other) for one, other in pairwise(terms)]


def alone(finder: TermFinder, text: str) -> list[Understood]:
    """Return the questions that compare the words of a text that is nothing but these: "see, look, watch"."""
    line = plain(text).lower().strip(" ?.!")
    parts = [_ARTICLE.sub("", part.strip("\"'“” ")) for part in _PART_ALONE.split(line)]
    fewest = _FEWEST_ALONE if line.count(" ") == len(parts) - 1 and "," not in line else 2
    terms = [term for part in parts if part[:1].isalpha() and (term := finder.term(part))]
    terms = [term for term in terms if term.name == term.shown and not term.note]
    if not fewest <= len(terms) == len(parts) <= _MOST_ALONE or len(set(parts)) < len(parts):
        return []
    if any(Term(finder.lexicon, term.name, for_reader=True).main_pos == "r" for term in terms):
        return []  # "all about light"
    are_phrases = any(finder.find(f"{one} {other}") for one, other in pairwise(parts))  # all right, alright
    if are_phrases or not set.intersection(*(_fields(finder, term) for term in terms)):
        return []
    return [Understood("difference", one, other) for one, other in pairwise(terms)]


def _side_by_side(finder: TermFinder, one: AskedTerm, other: AskedTerm, text: str) -> list[AskedTerm]:
    """Return two terms with the words of their field beside and between them: "say tell and speak"."""
    names = [(term.typed or term.shown).lower() for term in (one, other)]
    line = plain(text).lower()
    for name in names:
        line = line.replace(name, name.replace(" ", "_"))
    words = [word for word in _RUN_PART.findall(line) if word not in _BETWEEN]
    ends = [words.index(spelled(name)) for name in names if spelled(name) in words]
    if not ends[1:]:
        return []
    field = set.intersection(*(_fields(finder, term) for term in (one, other)))
    first, last = min(ends), max(ends)
    known = {at: _of_field(finder, words[at], field) for at in range(len(words)) if at not in ends}
    known |= dict(zip(ends, (one, other), strict=True))
    while known.get(first - 1):
        first -= 1
    while known.get(last + 1):
        last += 1
    run = [known[at] for at in range(first, last + 1)]
    return [term for term in run if term] if all(run) else []


def _fields(finder: TermFinder, term: AskedTerm) -> set[str]:
    found = Term(finder.lexicon, term.name, for_reader=True)
    return {finder.lexicon.lexname(synset) for synset in found.prominent}


def _of_field(finder: TermFinder, word: str, field: set[str]) -> AskedTerm | None:
    """Return a word as a term if the file of its first meaning is in a `field`, else None."""
    term = None if word in _NO_ITEMS or word in _ASKING or not word[0].isalpha() else finder.term(word)
    if not term or term.note or not term.name:
        return None
    first = Term(finder.lexicon, term.name, for_reader=True).meanings[0]
    return term if finder.lexicon.lexname(first) in field else None


def _most_alike(finder: TermFinder, terms: list[AskedTerm], own: Collection[str]) -> list[AskedTerm]:
    """Return the last of `terms`, from where all are alike on, or from the first of the question's `own`."""
    alike = [are_alike(finder.lexicon, one.shown, other.shown) for one, other in pairwise(terms)]
    if not any(alike):
        return terms[next((at for at, term in enumerate(terms) if term.shown.lower() in own), 0) :]
    return terms[max((at for at, are_so in enumerate(alike, 1) if not are_so), default=0) :]


def _rhyming(asked: Understood, terms: list[AskedTerm], text: str) -> list[Understood]:
    """Return whether each rhymes with each, or a term in front of the list with each of it."""
    if asked.term not in terms:
        return [replace(asked, term2=term) for term in terms] if asked.term2 else []
    if not terms[1:] or not _ASKS_IF_RHYMING.search(text):
        return []
    pairs = combinations(terms, 2) if len(terms) <= _MOST_PAIRED else ((terms[0], end) for end in terms[1:])
    return [replace(asked, term=one, term2=other) for one, other in pairs]


def _sounding(asked: Understood, terms: list[AskedTerm]) -> list[Understood]:
    """Return the pronunciation of each word, and whether it sounds like the next, the last like the first."""
    nexts = [*terms[1:], terms[0] if terms[2:] else None]
    pairs = zip(terms, nexts, strict=True)
    return [replace(asked, command="pronunciation", term=one, term2=other) for one, other in pairs]
