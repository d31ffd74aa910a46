"""Which of two words fills the gap of a sentence: "historic or historical: a ___ novel"."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from workers.commands.comparison.choice import fitting_word, hint_in
from workers.commands.term import Term
from workers.commands.word_facts.little_words import kind_of
from workers.commands.word_facts.prepositions import PREPOSITIONS
from workers.english.wording.sentences import sentence
from workers.wordnet.frequency import times_written
from workers.wordnet.names.spelled import readable, spelled
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Said
    from workers.wordnet.lexicon import Lexicon

_GAP: Final = re.compile(r"(?<!\w)_{2,}(?P<ending>ed|ing|s|d)?(?![\w])")
_ENDS: Final = re.compile(r"[\"“”:;?!()]|\.(?= |$)")  # of the sentence with the gap
_WORD: Final = re.compile(r"[a-z'-]+")
_BEFORE_NOUNS: Final = word_set("a an the my your his her its our their no any some this that these those")
_BEFORE_VERBS: Final = word_set(
    "to will would can could shall should may might must does do did don't doesn't didn't can't won't"
    " cannot couldn't wouldn't shouldn't please let's"
)
_SUBJECTS: Final = word_set("i you we they he she it")
_BEING: Final = word_set("is are was were am be been being seems seemed looks looked feels felt became")
_OBJECTS: Final = word_set("me him her us them it my your his our their the a an this that")
_PARTS: Final = {"n": "noun", "v": "verb", "a": "adjective"}


class Gap(NamedTuple):
    """A gap: the words before and behind it, and the ending of the missing word."""

    before: list[str]
    behind: list[str]
    ending: str


def gap_in(text: str) -> Gap | None:
    """Return the gap in a text, or None.

    >>> gap_in('"they ___ed the bill", pad or pay?'), gap_in("pad or pay")
    (Gap(before=['they'], behind=['the', 'bill'], ending='ed'), None)
    """
    found = _GAP.search(text)
    if not found:
        return None
    before, behind = _ENDS.split(text[: found.start()])[-1], _ENDS.split(text[found.end() :])[0]
    return Gap(_WORD.findall(before.lower()), _WORD.findall(behind.lower()), found["ending"] or "")


def on_gap(lexicon: Lexicon, names: Sequence[str], gap: Gap) -> list[Said]:
    """Return the word that fills a gap: by its part of speech, by WordNet's own texts, or by its meaning."""
    terms = [Term(lexicon, name, for_reader=True) for name in names]
    if said := _by_part(terms, _pos(lexicon, gap)) or _by_texts(lexicon, names, gap):
        return said
    lemmas = [set(chain(*term.forms.values())) - {term.form} for term in terms]
    are_forms = any(name in each for name in names for each in lemmas)
    if are_forms or len(set(map(_main_pos, terms))) > 1:  # lay, a form of lie
        return [sentence("verdict.gap_open")]
    found = fitting_word(lexicon, names, hint_in(" ".join([*gap.before, *gap.behind])))
    return [sentence("verdict.gap_fits", word=found.word) if found else sentence("verdict.gap_open")]


def _pos(lexicon: Lexicon, gap: Gap) -> str:
    """Return the part of speech that the words beside a gap ask for, or "" if they do not tell."""
    last, first = (gap.before or [""])[-1], (gap.behind or [""])[0]
    is_end = not first or (_is_little(first) and first not in _OBJECTS)
    if gap.ending in ("ed", "d", "ing") or last in _BEFORE_VERBS or (last in _SUBJECTS and first in _OBJECTS):
        return "v"
    if last in _BEFORE_NOUNS:
        return "n" if is_end else ""  # before a noun, "the personnel office"
    if last in _BEING:
        return "a" if is_end else ""
    if not last or _is_little(last):
        return ""
    main_pos = _main_pos(Term(lexicon, last, for_reader=True))
    return "n" if main_pos == "a" and is_end else "v" if main_pos == "r" and first in _OBJECTS else ""


def _is_little(word: str) -> bool:
    return bool(kind_of(word)) or word in _BEING or word in ("has", "have", "had")


def _main_pos(term: Term) -> str:
    """Return the part of speech of a word's first meaning; a satellite is an adjective."""
    return term.own[term.meanings[0]].pos if term.meanings else ""


def _by_part(terms: Sequence[Term], pos: str) -> list[Said]:
    """Return the one word whose first meaning is as this part of speech."""
    fitting = [term for term in terms if pos and _main_pos(term) == pos]
    if len(fitting) != 1:
        return []
    [term] = fitting
    return [sentence("verdict.gap_part", word=readable(term.form), part=_PARTS[pos])]


def _by_texts(lexicon: Lexicon, names: Sequence[str], gap: Gap) -> list[Said]:
    """Return the one word that WordNet, or its own texts, have beside the next word of the sentence."""
    for left, right in (("", gap.behind[:1]), (gap.before[-1:], "")):
        beside = "".join(left or right)
        fewest = 2 if beside in PREPOSITIONS and right else 1
        if not beside or (_is_little(beside) and fewest == 1):
            continue
        phrases = [f"{''.join(left)} {readable(name)} {''.join(right)}".strip() for name in names]
        times = {each: (spelled(each) in lexicon) * fewest + times_written(lexicon, each) for each in phrases}
        had = [each for each in phrases if times[each]]
        if len(had) == 1 and times[had[0]] >= fewest:
            others = [each for each in phrases if each not in had]
            return [sentence("verdict.gap_written", phrase=had[0], others=others)]
    return []
