"""A random word, and the word of the day: words that people like to learn (see words_to_learn.py)."""

from __future__ import annotations

import datetime
import secrets
import zlib
from itertools import count, islice
from typing import TYPE_CHECKING, Final

from workers.commands.sounds import inoffensive

if TYPE_CHECKING:
    from workers.commands.term import Functions, Term
    from workers.wordnet.lexicon import Lexicon

_MOST_TRIES: Final = 200  # of conditions, some of which take 10 µs


def random_word(term: Term) -> list[str]:
    """Return one of the words to learn, each with the same chance, as a list of one.

    If few of them meet the conditions, it is one of the commonest words that do; empty if none does.
    """
    lexicon, conditions = term.lexicon, term.conditions
    words = lexicon.tables["words_to_learn"]
    for _ in range(_MOST_TRIES):  # one try; six for an adverb, the rarest part of speech
        lemma = words[secrets.randbelow(len(words))]
        name = lexicon.lemma_name(lemma)
        if _can_be(lexicon, lemma, term.pos) and (conditions is None or conditions.keeps(name)):
            return [name]
    found = list(inoffensive(lexicon, islice(term.matching("").words("word"), _MOST_TRIES)))
    return [secrets.choice(found)] if found else []


def word_of_the_day(term: Term) -> list[str]:
    """Return today's word (in UTC), as a list of one."""
    return [word_of(datetime.datetime.now(datetime.UTC).date(), term.lexicon, term.pos)]


def word_of(day: datetime.date, lexicon: Lexicon, pos: str | None = None) -> str:
    """Return the word of `day`, on every server the same."""
    words = lexicon.tables["words_to_learn"]
    for attempt in count():
        lemma = words[zlib.crc32(f"{day.isoformat()} {attempt}".encode()) % len(words)]
        if _can_be(lexicon, lemma, pos):
            return lexicon.lemma_name(lemma)
    raise AssertionError("count() never ends")


def _can_be(lexicon: Lexicon, lemma: int, pos: str | None) -> bool:
    return pos is None or len(lexicon.entry(lemma, pos)) > 0


FUNCTIONS: Final[Functions] = {"random": random_word, "word_of_the_day": word_of_the_day}
