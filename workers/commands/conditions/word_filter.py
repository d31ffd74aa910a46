"""Conditions on the words of an answer (`where`): for a list of words, and for all names of WordNet."""

from __future__ import annotations

import re
from functools import partial
from itertools import islice, starmap
from typing import TYPE_CHECKING, Final, NamedTuple

from shared.messages import Where
from workers.commands.conditions.patterns import expression_of, patterns_of
from workers.commands.word_facts.subject import MOST_TRIED, Subject
from workers.wordnet.frequency import is_common
from workers.wordnet.lexicon import POS_ORDER
from workers.wordnet.names.affixes import DERIVED, is_derived
from workers.wordnet.names.capitals import words_and_names
from workers.wordnet.names.letter_index import Traits, joined
from workers.wordnet.names.letter_tables import COUNTED, LONGEST, MOST_REPEATS, MOST_SYLLABLES
from workers.wordnet.names.shapes import shape_test, traits_of
from workers.wordnet.names.spelled import readable, spelled
from workers.wordnet.names.wildcards import Wildcards, letter_count
from workers.wordnet.pronunciation.heteronyms import HETERONYM, heteronyms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from shared.messages import Count
    from workers.commands.conditions.patterns import Alternatives
    from workers.wordnet.lexicon import Lexicon


FEW_NAMES: Final = 1_000  # so many can be looked at one by one
MOST_LOOKED_AT: Final = 10_000  # names, the commonest, of which a condition leaves out those that match
_MOST_HINTS: Final = 6  # of each alternative
_FEW_PIECES: Final = 3  # of a pattern: *qu*


class _Condition(NamedTuple):
    """A test of one name in lower case, and the traits of the names that pass it.

    `is_exact`: every name of WordNet with these traits passes.
    """

    test: Callable[[str], object]
    traits: Traits = Traits()
    is_exact: bool = False


class WordFilter:
    """All conditions of a `where` together, and perhaps a pattern and a part of speech.

    `within` are the meanings that the answer is about (see subject.py).
    """

    def __init__(
        self,
        lexicon: Lexicon,
        where: Where,
        pattern: str = "",
        pos: str | None = None,
        within: Sequence[int] = (),
    ) -> None:
        self._lexicon = lexicon
        self.subject = Subject(lexicon, where.about, within) if where.about else None
        self.letters = None if where.letters is None else _range(where.letters)
        self._rhymes_with, self._is_of_sound = where.rhymes_with, where.shape == HETERONYM
        patterns = list(patterns_of(where, pattern))
        self._patterns = patterns
        self._wildcards = [each for _, alternatives in patterns for each in alternatives]
        self._leaves_few = where.shape == DERIVED or False in [is_wanted for is_wanted, _ in patterns]
        self._is_indexed = all(COUNTED.issuperset(each.letters) for each in self._wildcards)
        self._conditions = list(_conditions(lexicon, where, patterns, pos))
        if self.subject:
            self._conditions.append(_Condition(self.subject.test))
        is_counted = (where.common, where.syllables) != (None, None)
        self._looks_up = is_counted or bool(where.pos or pos or where.silent)
        self._kept: dict[str, bool] = {}  # name → the answer, because lists below several senses overlap

    @property
    def is_slow(self) -> bool:
        """Whether a test takes microseconds, because it finds the word in a table or has several parts."""
        return self._looks_up or any(len(each.pieces) > _FEW_PIECES for each in self._wildcards)

    @property
    def is_exhausted(self) -> bool:
        """Whether enough names were looked at for a subject, so that hardly any other is kept."""
        return self.subject is not None and self.subject.is_exhausted

    @property
    def puts_names_last(self) -> bool:
        """Whether `words` can yield all words before proper names: rhymes have another order."""
        return self._is_indexed and self.subject is None and not (self._rhymes_with or self._is_of_sound)

    @property
    def expression(self) -> str:
        """A regular expression for one pattern that a whole word must match; empty if there is none."""
        return expression_of(self._patterns)

    def keeps(self, word: str) -> bool:
        """Whether `word`, in any case, meets every condition."""
        name = word.lower()
        found = self._kept.get(name)
        if found is None:
            found = self._kept[name] = self._passes(name)
        return found

    def _passes(self, name: str) -> bool:
        for condition in self._conditions:  # noqa: SIM110 (all() takes twice the time)
            if not condition.test(name):
                return False
        return True

    def kept(self, lemmas: Sequence[int]) -> list[int]:
        """Return those of `lemmas` whose names meet every condition; faster than to test each name."""
        conditions, name_of = self._conditions, self._lexicon.lemma_name
        if self._is_indexed:
            lemmas = self._lexicon.letters.among(lemmas, self.traits())
            conditions = [each for each in conditions if not each.is_exact]
        return [lemma for lemma in lemmas if all(each.test(name_of(lemma)) for each in conditions)]

    def few_names(self, pos: str) -> set[str] | None:
        """Return the names of a part of speech that meet every condition; None if more than FEW_NAMES may."""
        if self._rhymes_with:
            return None  # names of several words rhyme, too
        names = list(islice(self.likely_names(Traits([pos])), FEW_NAMES + 1))
        return set(self._passing(names)) if len(names) <= FEW_NAMES else None

    def words(self, *traits: str, names_last: bool = True) -> Iterator[str]:
        """Yield the names of WordNet that meet every condition and have `traits`, the commonest first.

        Proper names and abbreviations come last, if `puts_names_last`. Inflected forms are among rhymes.
        """
        if self._rhymes_with or self._is_of_sound:
            rhymes = self._lexicon.sounds.rhymes(spelled(self._rhymes_with or ""))
            return filter(self.keeps, rhymes if self._rhymes_with else heteronyms(self._lexicon))
        if not self._is_indexed:
            rare = filter(self.keeps, map(self._lexicon.lemma_name, self._lexicon.tables["rare_lemmas"]))
            return (name for name in rare if "word" not in traits or "_" not in name)
        wanted, letters = self.traits(*traits), self._lexicon.letters
        if self.subject:
            return self._on_subject(self.subject, letters.names(wanted), traits)
        return self._passing(letters.names(wanted, *(words_and_names(self._lexicon) if names_last else ())))

    def _on_subject(self, subject: Subject, names: Iterator[str], traits: Sequence[str]) -> Iterator[str]:
        """Yield those of `names` that meet every condition, those first that come nearest to it.

        If there are many, other names that have to do with the subject are tried before them.
        """
        some = list(islice(names, MOST_TRIED + 1))
        if len(some) > MOST_TRIED:
            others = {name for name in subject.members() if "word" not in traits or "_" not in name}
            for condition in self._conditions[:-1]:
                others = set(filter(condition.test, others))
            some = [*sorted(others, key=self._rank), *some]
        return subject.nearest_first(list(self._passing(dict.fromkeys(some))))

    def _rank(self, name: str) -> tuple[int, str]:
        return -self._lexicon.lemma_weight(self._lexicon.number_of(name)), name

    def _passing(self, names: Iterable[str]) -> Iterator[str]:
        """Yield those of `names`, which have the traits, that meet every condition."""
        found: Iterator[str] = islice(names, MOST_LOOKED_AT if self._leaves_few else None)
        for condition in self._conditions:
            if not condition.is_exact:
                found = filter(condition.test, found)
        return found

    def likely_names(self, traits: Traits) -> Iterator[str]:
        """Yield names among which are all that have `traits` and meet the conditions, the commonest first."""
        if self._rhymes_with:
            rhymes = self._lexicon.sounds.rhymes(spelled(self._rhymes_with))
            return (name for name in rhymes if self._lexicon.lemma(name) is not None)
        return self._lexicon.letters.names(joined([traits, self.traits()]))

    def traits(self, *others: str) -> Traits:
        """Return the traits of the names that may meet every condition, together with `others`."""
        return joined([Traits(others), *(condition.traits for condition in self._conditions)])


def name_with(lexicon: Lexicon, phrase: str) -> str | None:
    """Return the commonest name that has a phrase in it, in whole words; None if none has."""
    inside = spelled(phrase)
    names = WordFilter(lexicon, Where(contains=inside)).words()
    return next((readable(name) for name in names if f"_{inside}_" in f"_{name}_"), None)


def _conditions(
    lexicon: Lexicon, where: Where, patterns: Iterable[Alternatives], pos: str | None
) -> Iterator[_Condition]:
    """Yield the condition of each field that is set, the cheapest tests first."""
    if where.without:
        letters = frozenset(where.without.lower()) - frozenset(" ,")
        yield _Condition(
            letters.isdisjoint, Traits(none=[f"{letter}1" for letter in letters]), letters <= COUNTED
        )
    yield from starmap(_of_patterns, patterns)
    if where.letters is not None:
        yield _of_letters(where.letters)
    if where.rhymes_with:
        yield _Condition(lexicon.sounds.rhyme_test(spelled(where.rhymes_with)))
    if where.common is not None:
        yield _of_commonness(lexicon, is_wanted=where.common)
    for wanted in filter(None, {where.pos, pos}):
        yield _Condition(partial(_is_of, lexicon, wanted), Traits([wanted.replace("s", "a")]), wanted != "s")
    if where.silent:
        silent = set(re.findall("gh|[a-z]", where.silent.lower()))
        traits = Traits([f"({letter})" for letter in silent])
        yield _Condition(lambda name: silent <= lexicon.sounds.always_silent(name), traits, is_exact=True)
    if where.syllables is not None:
        yield _of_syllables(lexicon, where.syllables)
    if where.shape:
        yield _of_shape(lexicon, where, pos)


def _of_shape(lexicon: Lexicon, where: Where, pos: str | None) -> _Condition:
    shape = where.shape or ""
    if shape == HETERONYM:
        return _Condition(heteronyms(lexicon).__contains__)
    if shape == DERIVED:
        is_of = partial(is_derived, starts=where.starts, ends=where.ends, pos=where.pos or pos)
        return _Condition(partial(is_of, lexicon))
    return _Condition(shape_test(shape), *traits_of(shape))


def _of_patterns(is_wanted: bool, alternatives: Sequence[Wildcards]) -> _Condition:
    """Return the condition that one of the patterns matches, or that none does."""
    if is_wanted and len(alternatives) == 1:
        return _of_pattern(alternatives[0])
    tests = [each.matches for each in alternatives]
    if not is_wanted:
        return _Condition(lambda name: not any(test(name) for test in tests))
    hints = islice(zip(*map(_hints, alternatives), strict=False), _MOST_HINTS)
    return _Condition(lambda name: any(test(name) for test in tests), Traits(one_of=list(hints)))


def _hints(wildcards: Wildcards) -> list[str]:
    """Return traits of every name that matches; those of single letters only if there are few others."""
    hints, letters = list(wildcards.runs()), wildcards.letters
    if len(hints) < _MOST_HINTS:
        hints += [f"{c}{min(letters.count(c), MOST_REPEATS)}" for c in set(letters) & COUNTED]
    return hints


def _of_pattern(wildcards: Wildcards) -> _Condition:
    longest = LONGEST if wildcards.is_open else wildcards.shortest
    long, longer = _of_length(wildcards.shortest, longest, "")
    return _Condition(wildcards.matches, Traits(long, longer, hints=[_hints(wildcards)]))


def _of_letters(wanted: Count) -> _Condition:
    low, high = _range(wanted)
    return _Condition(
        lambda name: low <= letter_count(name) <= high, Traits(*_of_length(low, high, "l")), high < LONGEST
    )


def _of_syllables(lexicon: Lexicon, wanted: Count) -> _Condition:
    """Return the condition on the number of syllables, in any of the pronunciations."""
    low, high = _range(wanted)
    numbers, most = lexicon.sounds.syllable_counts, MOST_SYLLABLES
    traits = [f"{number}s" for number in range(min(low, most), min(high, most) + 1)]
    return _Condition(
        lambda name: any(low <= number <= high for number in numbers(name)),
        Traits(one_of=[traits]),
        high < most,
    )


def _of_commonness(lexicon: Lexicon, *, is_wanted: bool) -> _Condition:
    traits = Traits(["common"]) if is_wanted else Traits(none=["common"])
    return _Condition(lambda name: _is_common(lexicon, name) == is_wanted, traits, is_exact=True)


def _range(wanted: Count) -> tuple[int, int]:
    return (wanted, wanted) if isinstance(wanted, int) else wanted


def _of_length(low: int, high: int, unit: str) -> tuple[list[str], list[str]]:
    """Return the traits that a name of `low` to `high` characters has, and those that it lacks."""
    at_least = min(low, LONGEST) - 1
    return [f">{at_least}{unit}"] * (at_least > 0), [f">{high}{unit}"] * (high < LONGEST)


def _is_common(lexicon: Lexicon, name: str) -> bool:
    """Whether a name, or a word of which it is a form, is common."""
    lemmas = [lexicon.lemma(name)]
    if lemmas == [None]:
        lemmas = [lexicon.lemma(base) for pos in POS_ORDER for base in lexicon.dictionary_forms(name, pos)]
    return any(lemma is not None and is_common(lexicon, lemma) for lemma in lemmas)


def _is_of(lexicon: Lexicon, pos: str, name: str) -> bool:
    """Whether a name can be a `pos`: by itself if WordNet has it, otherwise as a form of another word."""
    lemma = lexicon.lemma(name)
    if lemma is not None:
        return len(lexicon.entry(lemma, pos)) > 0
    return bool(lexicon.dictionary_forms(name, pos))
