"""Our own marks on words: how they are used where WordNet does not say so, from models/marks/own_marks.tsv.

WordNet marks few words, and lacks many that people ask about. Replies name these notes as Wordwire's own.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from sys import intern
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from workers.commands.word_facts.marks.asked_labels import NEVER_OFFERED
from workers.wordnet.names.spelled import readable, spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workers.wordnet.lexicon import Lexicon

FILE: Final = Path(__file__).parents[4] / "models" / "marks" / "own_marks.tsv"
NO_POS: Final = "-"  # of a word that WordNet lacks, or lacks as what it is: a pronoun, an interjection
ALL_SENSES: Final = "*"
NEW_SENSE: Final = "+"  # a meaning that WordNet lacks
OTHER_SIDE: Final = {"British": "American", "American": "British"}

_ARTICLE: Final = re.compile("^(?:an?|the) ")
_SAYING: Final = ("is ", "admits ", "expresses ")  # beginnings of what is not the meaning itself
_AS_NOUNS: Final = {
    "euphemism": "a euphemism", "ethnic slur": "an ethnic slur", "child's": "a word of children"
}  # fmt: skip


class OwnMark(NamedTuple):
    """A line of the file: the labels of a word, in certain senses of a part of speech.

    `senses` are WordNet's numbers, or one of the signs above. `counterparts` are the American words for a
    British one, or the other way round.
    """

    pos: str
    senses: frozenset[str]
    labels: tuple[str, ...]
    meaning: str
    counterparts: tuple[str, ...]

    @property
    def is_lacking(self) -> bool:
        """Whether WordNet lacks the word, or the meaning."""
        return self.pos == NO_POS or NEW_SENSE in self.senses

    def holds(self, pos: str, number: int) -> bool:
        """Whether the labels are on a sense of WordNet."""
        return self.pos == pos and not self.senses.isdisjoint((ALL_SENSES, str(number)))


def lines_of(text: str) -> Iterator[tuple[str, OwnMark]]:
    """Yield each line's word, with underscores, and its mark.

    >>> next(lines_of("lorry\\tn\\t2\\tBritish\\t|truck"))[1].counterparts
    ('truck',)
    """
    for line in text.splitlines():
        word, pos, senses, labels, said = line.split("\t")
        meaning, _, others = said.partition("|")
        mark = OwnMark(intern(pos), _numbers(senses), _names(labels), meaning, _names(others))
        yield spelled(word.lower()), mark


# Most lines share these with others, which makes the table a third as large.
@cache
def _numbers(text: str) -> frozenset[str]:
    return frozenset(text.split(","))


@cache
def _names(text: str) -> tuple[str, ...]:
    return tuple(map(intern, filter(None, text.split(","))))


@lru_cache(maxsize=1)
def all_marks() -> dict[str, list[OwnMark]]:
    """Return word → its marks, read at the first call (in a worker's parent)."""
    found: dict[str, list[OwnMark]] = {}
    for word, mark in lines_of(FILE.read_text(encoding="utf-8")):
        found.setdefault(word, []).append(mark)
    return found


def own_marks(word: str) -> list[OwnMark]:
    """Return our marks on a word, in lower case, that are on no sense of WordNet.

    >>> [(mark.labels, mark.meaning) for mark in own_marks("whilst")]
    [(('British',), 'while')]
    """
    return [mark for mark in all_marks().get(spelled(word), ()) if mark.is_lacking]


def marks_on_sense(lexicon: Lexicon, synset: int, names: Sequence[str]) -> list[OwnMark]:
    """Return our marks on a meaning of WordNet for those of its words that are `names`, in lower case."""
    found: list[OwnMark] = []
    known = all_marks()
    for name in names:
        if name not in known or (lemma := lexicon.lemma(name)) is None:
            continue
        pos = lexicon.pos(synset).replace("s", "a")
        numbers = (number for number, each in enumerate(lexicon.entry(lemma, pos), 1) if each == synset)
        found += [mark for number in numbers for mark in known[name] if mark.holds(pos, number)]
    return found


@lru_cache(maxsize=1)
def by_other_word() -> dict[str, list[tuple[str, OwnMark]]]:
    """Return word → the words, with their marks, whose counterpart or meaning it is, and that may be offered.

    The meaning is that of a word that WordNet lacks: *arvo* is an afternoon.
    """
    found: dict[str, list[tuple[str, OwnMark]]] = {}
    for word, marks in all_marks().items():
        for mark in marks:
            meaning = _ARTICLE.sub("", mark.meaning) if mark.pos == NO_POS else ""
            others = {spelled(other) for other in (*mark.counterparts, meaning) if other}
            for other in others if NEVER_OFFERED.isdisjoint(mark.labels) else ():
                found.setdefault(other, []).append((word, mark))
    return found


def counterparts_of(lexicon: Lexicon, name: str, synsets: Iterable[int], label: str) -> list[str]:
    """Return the words with a label, such as that of a country, for a word in these meanings, by our marks.

    For *truck* in British English: the counterparts of its American mark, and British words whose
    counterpart it is. Of other labels, the words that mean the same and that WordNet lacks.
    """
    marks = [mark for synset in synsets for mark in marks_on_sense(lexicon, synset, [name])]
    own = [mark for mark in (*marks, *own_marks(name)) if OTHER_SIDE.get(label) in mark.labels]
    found = [spelled(word) for mark in own for word in mark.counterparts]
    found += [word for word, mark in by_other_word().get(name, ()) if label in mark.labels]
    return list(dict.fromkeys(found))


def as_fields(mark: OwnMark) -> dict[str, Any]:
    """Return what a response says of a word that WordNet lacks, or with a part of speech of a meaning."""
    pos = "" if mark.pos == NO_POS else mark.pos
    fields = {"pos": pos, "labels": mark.labels, "meaning": mark.meaning, "counterparts": mark.counterparts}
    return {name: value for name, value in fields.items() if value}


def claims_on(word: str) -> list[str]:
    """Return what our marks say of a word, in lower case, that are on no sense of WordNet.

    >>> claims_on("whilst"), claims_on("yep"), claims_on("dog")
    (['British and means “while”'], ['informal and means “yes”'], [])
    """
    return list(map(_claim, own_marks(word)))


def _claim(mark: OwnMark) -> str:
    claim = " and ".join(_AS_NOUNS.get(label, label) for label in mark.labels)
    is_saying = mark.meaning.startswith(_SAYING)
    if mark.meaning and mark.pos != NO_POS and not is_saying:
        claim += f" in the meaning “{mark.meaning}”"
    elif mark.meaning:
        said = mark.meaning if is_saying else f"means “{mark.meaning}”"
        claim += f"{',' if mark.labels[1:] else ''} and {said}"
    words = " or ".join(mark.counterparts)
    return f"{claim} (the {other_side(mark.labels)} word is {words})" if words else claim


def other_side(labels: Iterable[str]) -> str:
    """Return where people say the counterpart of a word with these labels.

    >>> other_side(["British", "informal"]), other_side(["Australian"])
    ('American', 'usual')
    """
    return next((OTHER_SIDE[label] for label in labels if label in OTHER_SIDE), "usual")


def marks_said(word: str) -> str:
    """Return the sentence on our marks on a word, in lower case, that are on no sense; "" if there is none.

    >>> marks_said("whilst")
    "By Wordwire's own notes, it is British and means “while”."
    """
    claims = claims_on(readable(word))
    return f"By Wordwire's own notes, it is {'; or '.join(claims)}." if claims else ""
