"""Words by their spelling: completions, matches of a pattern, anagrams, and the nearest words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import lru_cache, partial
from itertools import filterfalse, islice, takewhile
from typing import TYPE_CHECKING, Final

from workers.commands.sounds import inoffensive
from workers.commands.term import MOST_REMOVED
from workers.commands.word_facts.existence import right_forms
from workers.commands.word_facts.near_words import nearest_words
from workers.wordnet.names.capitals import is_name, words_and_names, written
from workers.wordnet.names.letter_index import Traits, joined
from workers.wordnet.names.letter_tables import LONGEST, MOST_REPEATS
from workers.wordnet.names.spelled import spelled
from workers.wordnet.offensive import offensive_forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from workers.commands.term import Functions, Term
    from workers.wordnet.lexicon import Lexicon

MAX_COMPLETIONS: Final = 20
MAX_MATCHES: Final = 50
MAX_FROM_LETTERS: Final = 200  # words of some of the letters
SHORTEST_OF_TWO: Final = 3  # letters of each of two words
MAX_SPELLINGS: Final = 10
_WILDCARD: Final = re.compile(r"[?*!,]")


def suggest(term: Term) -> list[str]:
    """Return up to 20 words that begin with the term, by frequency, none offensive.

    For a reader, proper names come last.
    """
    if _WILDCARD.search(term.form):
        return []
    conditions = term.matching(f"{term.form}*")
    names_last = term.for_reader and conditions.puts_names_last
    return _listed(term.lexicon, conditions.words(names_last=term.for_reader), MAX_COMPLETIONS, names_last)


def pattern(term: Term) -> list[str]:
    """Return up to 50 words that match a pattern: `?` is one letter, `*` any number of letters.

    The commonest come first, proper names behind all words; none is offensive. Without a pattern, the
    conditions say which words; then all are single words, unless they need a space.
    """
    conditions = term.matching(term.form)
    if term.form:
        found = conditions.words()
    else:
        traits = [] if term.has_spaces else ["word"]
        found = filterfalse(names_with_digit(term.lexicon).__contains__, conditions.words(*traits))
    return _listed(term.lexicon, found, MAX_MATCHES, conditions.puts_names_last)


@lru_cache(maxsize=1)
def names_with_digit(lexicon: Lexicon) -> frozenset[str]:
    """Return the names with a digit, which has no trait in the index; found at the first call."""
    rare = map(lexicon.lemma_name, lexicon.tables["rare_lemmas"])
    return frozenset(name for name in rare if any(map(str.isdigit, name)))


def _listed(lexicon: Lexicon, found: Iterable[str], most: int, names_last: bool) -> list[str]:
    """Return the first `most` of these names that are inoffensive, as WordNet writes them.

    Where proper names come last, most lists have none, as their last name tells.
    """
    names = list(islice(inoffensive(lexicon, found), most))
    if names_last and names and not is_name(lexicon, names[-1]):
        return names
    first = bisect_left(names, True, key=partial(is_name, lexicon)) if names_last else 0
    return names[:first] + [written(lexicon, name) for name in names[first:]]


def anagram(term: Term) -> list[str]:
    """Return up to 50 single words of exactly these letters, in another order, by frequency.

    `?` stands for any letter; other signs do not count. None is offensive. With a condition on the number of
    letters that allows fewer, the words need only some of these: up to 200, the longest first. If conditions
    ask for a space, the letters make two words: *dirty_room*.
    """
    wanted = term.form.lower()
    letters = Counter(filter(str.isalpha, wanted))
    counts = letters.items()
    length = letters.total() + wanted.count("?")
    if not 0 < length < LONGEST:
        return []
    if term.has_spaces:
        pairs = _of_two_words(term.lexicon, letters)
        return list(islice((pair for pair in pairs if pair.replace("_", "") != wanted), MAX_MATCHES))
    fewest, most = (term.conditions and term.conditions.letters) or (length, length)
    if fewest < length:
        names = _of_some(term, letters, length, range(min(most, length), max(fewest, 1) - 1, -1))
        return list(islice(names, MAX_FROM_LETTERS))
    # The index leaves out words of another length and nearly all that lack one of the letters.
    has = [f"{letter}{min(count, MOST_REPEATS)}" for letter, count in counts]
    traits = Traits(["word", f">{length - 1}"], none=[f">{length}"], hints=[has])
    offensive = offensive_forms(term.lexicon)
    if "?" not in wanted:
        names = term.lexicon.letters.anagrams(letters.elements())
        found = [name for name in names if name != wanted and name not in offensive][:MAX_MATCHES]
        return _names_last(term.lexicon, found)

    def is_anagram(name: str) -> bool:
        for letter, count in counts:  # `all` takes twice the time
            if name.count(letter) < count:
                return False
        return len(name) == length and name.isalpha() and name != wanted and name not in offensive

    return _names_last(term.lexicon, _kept_names(term, traits, is_anagram, MAX_MATCHES))


def _names_last(lexicon: Lexicon, names: Iterable[str]) -> list[str]:
    return sorted((written(lexicon, name) for name in names), key=lambda name: not name.islower())


def _of_two_words(lexicon: Lexicon, letters: Counter[str]) -> Iterator[str]:
    """Yield pairs of words that consist of exactly these letters, those of common words first."""
    words, _ = words_and_names(lexicon)
    most = letters.total() - SHORTEST_OF_TWO
    traits = Traits(["word", f">{SHORTEST_OF_TWO - 1}"], none=[f">{most}"])
    among = lexicon.letters.names(traits, lexicon.letters.within(letters, 0) & words)
    offensive = offensive_forms(lexicon)
    seen: dict[str, list[str]] = {}  # the letters of a word, in order → the words so far that have them
    for name in among:
        rest = letters - Counter(name)
        if name.isalpha() and name not in offensive and rest.total() + len(name) == letters.total():
            seen.setdefault("".join(sorted(name)), []).append(name)
            for other in seen.get("".join(sorted(rest.elements())), ()):
                yield "_".join(sorted((other, name), key=lambda each: not _qualifies(lexicon, each)))


def _qualifies(lexicon: Lexicon, name: str) -> bool:
    """Whether a word stands before a noun: an adjective that is no noun above all."""
    lemma = lexicon.number_of(name)
    return len(lexicon.entry(lemma, "a")) > len(lexicon.entry(lemma, "n"))


def _of_some(term: Term, letters: Counter[str], most: int, lengths: Iterable[int]) -> Iterator[str]:
    """Yield the words of these lengths, in their order, that `letters` and blanks make, `most` together."""
    lexicon, offensive, blanks = term.lexicon, offensive_forms(term.lexicon), most - letters.total()
    words, _ = words_and_names(lexicon)
    among, conditions = lexicon.letters.within(letters, blanks) & words, term.matching("")
    for length in lengths:
        traits = Traits(["word", f">{length - 1}l"], none=[f">{length}"])
        for name in lexicon.letters.names(joined([traits, conditions.traits()]), among):
            is_made = (Counter(name) - letters).total() <= blanks
            if is_made and name not in offensive and conditions.keeps(name) and name != term.form.lower():
                yield name
            if conditions.is_exhausted:
                return


def _kept_names(term: Term, traits: Traits, is_wanted: Callable[[str], bool], limit: int) -> list[str]:
    """Return the first `limit` names that are wanted, which all have `traits`, and meet the conditions.

    Conditions may remove thousands of names. Once enough of these are noted, the others are skipped.
    """
    wanted = filter(is_wanted, term.lexicon.letters.names(traits))
    conditions = term.conditions
    if conditions is None:
        return list(islice(wanted, limit))
    kept = []
    for name in wanted:
        if conditions.keeps(name):
            kept.append(name)
        else:
            term.remove(name)
        if len(kept) == limit:
            return kept
        if len(term.removed) == MOST_REMOVED:
            break
    else:
        return kept
    likely = takewhile(lambda _: not conditions.is_exhausted, conditions.likely_names(traits))
    return list(islice(filter(conditions.keeps, filter(is_wanted, likely)), limit))


def spelling(term: Term) -> list[str]:
    """Return the term alone if it exists, otherwise up to 10 existing words of nearly this spelling.

    A name has its capital.
    A form that only the rules make (occured) counts as a misspelling: the right ones come first.
    """
    right = [] if term.is_unknown else right_forms(term)
    if not (right or term.is_unknown):
        return [written(term.lexicon, term.form.lower())]
    near = nearest_words(term.lexicon, term.form, MAX_SPELLINGS)
    return list(dict.fromkeys(map(spelled, (*right, *near))))[:MAX_SPELLINGS]


FUNCTIONS: Final[Functions] = {
    "suggest": suggest,
    "pattern": pattern,
    "anagram": anagram,
    "spelling": spelling,
}
