"""Words that nobody asked for: a random one, and the word of the day."""

from __future__ import annotations

import datetime
import secrets
import zlib
from itertools import count
from typing import TYPE_CHECKING, Final

from workers.lexicon import POS_ORDER

if TYPE_CHECKING:
    from workers.lexicon import Lexicon
    from workers.term import Term

SHORTEST_OF_THE_DAY: Final = 5  # letters; shorter words are known to all


def random_word(term: Term) -> list[str]:
    """Return any lemma name, each as likely as the other, as a list of one."""
    lexicon = term.lexicon
    while True:  # one name in three hundred is a satellite adjective's, the rarest that can be asked for
        lemma = secrets.randbelow(lexicon.lemma_count)
        if _is_of(lexicon, lemma, term.pos):
            return [lexicon.lemma_name(lemma)]


def word_of_the_day(term: Term) -> list[str]:
    """Return the word of the current day (in UTC), as a list of one."""
    return [word_of(datetime.datetime.now(datetime.UTC).date(), term.lexicon, term.pos)]


def word_of(day: datetime.date, lexicon: Lexicon, pos: str | None = None) -> str:
    """Return the word of `day`: a single word in use, with a sentence that shows how; the same everywhere."""
    for attempt in count():
        lemma = zlib.crc32(f"{day.isoformat()} {attempt}".encode()) % lexicon.lemma_count
        name = lexicon.lemma_name(lemma)
        if len(name) < SHORTEST_OF_THE_DAY or not name.isalpha() or not _is_of(lexicon, lemma, pos):
            continue
        if any(lexicon.examples(synset) for synset in lexicon.synsets(name, pos)):
            return name
    raise AssertionError("count() never ends")


def _is_of(lexicon: Lexicon, lemma: int, pos: str | None) -> bool:
    return any(len(lexicon.entry(lemma, p)) for p in (pos or POS_ORDER))
