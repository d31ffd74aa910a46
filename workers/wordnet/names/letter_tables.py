"""Lays an index of the names by their letters out as tables of the snapshot.

    ranked_lemmas  by rank: the number of each lemma, the commonest first
    letter_rows    rows of bits, the rarest first: bit n is set if the name of rank n has a trait of the row
    rare_lemmas    the lemmas whose names have a character that is not in COUNTED, in the order of their ranks
    by_letters     the ranks of the names that are one word of letters only, sorted by their sorted letters

`named["letter_traits"]` maps a trait to its row. Each of these traits has a row to itself:

    e1 e2         one e or more, two or more; likewise for every character of COUNTED
    >8 >8l        more than 8 characters, more than 8 letters from a to z; likewise below LONGEST
    2s            its syllables, in any of its pronunciations (MOST_SYLLABLES: that many or more)
    n v a r       its parts of speech
    word          it has no underscore
    common        the tagged texts use it often (see frequency.py)
    (k) (gh)      a k of it is silent in all its pronunciations, or a gh
    palindrome    its shape (see shapes.py)

These share rows, so that a name whose bit is set may still lack the trait:

    ~qu ~^q ~y$   letters in a row, with the ends of the name as ^ and $
    ~q?e ~^?o     the same with any letter between
    ~^3x          a letter by its place in the name
"""

from __future__ import annotations

from array import array
from collections import Counter
from heapq import heapify, heapreplace
from string import ascii_lowercase
from typing import TYPE_CHECKING, Final

from workers.wordnet.frequency import is_common, uses_of
from workers.wordnet.lexicon import POS_ORDER, Lexicon
from workers.wordnet.names.shapes import shapes_of
from workers.wordnet.names.wildcards import letter_count, runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workers.wordnet.snapshot_file import Tables

COUNTED: Final = frozenset(ascii_lowercase + "_-'.")
MOST_REPEATS: Final = 2  # of one letter; few names have more, and a row takes 18 KB
LONGEST: Final = 20  # characters; few names have more
MOST_SYLLABLES: Final = 8
SHARED_ROWS: Final = 160  # for about 2,600 traits; one in seven names has a bit in such a row


def letter_tables(lexicon: Lexicon) -> tuple[Tables, dict[str, int]]:
    """Return the tables of all names, and trait → row; `lexicon` must have its sounds."""
    ranked = sorted(range(lexicon.lemma_count), key=lambda lemma: rank_key(lexicon, lemma))
    shared = _shared_rows(map(lexicon.lemma_name, ranked))
    row_bytes = (len(ranked) + 7) // 8
    rows: dict[str, bytearray] = {}
    for rank, lemma in enumerate(ranked):
        of_name = {f"shared {shared[run]}" for run in runs(f"^{lexicon.lemma_name(lemma)}$")}
        for row in of_name.union(_traits(lexicon, lemma)):
            rows.setdefault(row, bytearray(row_bytes))[rank >> 3] |= 1 << (rank & 7)
    rarest = sorted(rows, key=lambda row: (int.from_bytes(rows[row], "little").bit_count(), row))
    names = map(lexicon.lemma_name, ranked)
    words = sorted((sorted(name), rank) for rank, name in enumerate(names) if name.isalpha())
    tables: Tables = {
        "ranked_lemmas": array("I", ranked),
        "by_letters": array("I", (rank for _, rank in words)),
        "rare_lemmas": array("I", (at for at in ranked if not COUNTED.issuperset(lexicon.lemma_name(at)))),
        "letter_rows": b"".join(bytes(rows[row]) for row in rarest),
    }
    numbers = {row: number for number, row in enumerate(rarest)}
    of_runs = {run: numbers[f"shared {row}"] for run, row in shared.items()}
    return tables, of_runs | {trait: row for trait, row in numbers.items() if " " not in trait}


def rank_key(lexicon: Lexicon, lemma: int) -> tuple[int, bool, int, bool, int, int]:
    """Return the sort key of a name: first by its uses in the tagged texts.

    Of the 126,000 names that they never use, those come first that the pronouncing dictionary has, because it
    has the commoner ones ("serendipity", no "serenoa"); then by number of senses, then the shortest.
    """
    name, weight = lexicon.lemma_name(lemma), lexicon.lemma_weight(lemma)
    is_silent = not lexicon.sounds.pronunciations(name)
    return -uses_of(lexicon, lemma), is_silent, -weight, not name.isalpha(), len(name), lemma


def _shared_rows(names: Iterable[str]) -> dict[str, int]:
    """Return the row of each run of letters, so that each row has nearly as many bits as the others."""
    counts = Counter(run for name in names for run in set(runs(f"^{name}$")))
    emptiest = [(0, row) for row in range(SHARED_ROWS)]
    heapify(emptiest)
    rows = {}
    for run, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        used, rows[run] = emptiest[0]
        heapreplace(emptiest, (used + count, rows[run]))
    return rows


def _traits(lexicon: Lexicon, lemma: int) -> Iterator[str]:
    """Yield the traits of a name that have a row to themselves."""
    name = lexicon.lemma_name(lemma)
    for letter, count in Counter(name).items():
        if letter in COUNTED:
            yield from (f"{letter}{number}" for number in range(1, min(count, MOST_REPEATS) + 1))
    yield from (f">{number}" for number in range(min(len(name), LONGEST)))
    yield from (f">{number}l" for number in range(min(letter_count(name), LONGEST)))
    for count in lexicon.sounds.syllable_counts(name):
        yield f"{min(count, MOST_SYLLABLES)}s"
    yield from (pos for pos in POS_ORDER if len(lexicon.entry(lemma, pos)))
    if "_" not in name:
        yield "word"
    if is_common(lexicon, lemma):
        yield "common"
    yield from (f"({letter})" for letter in lexicon.sounds.always_silent(name))
    yield from shapes_of(name)
