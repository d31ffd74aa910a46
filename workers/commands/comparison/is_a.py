"""Whether one word is a kind of another, through which meaning, and its own kind if not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from workers.commands.comparison.ancestors import Ways
from workers.commands.comparison.class_entries import (
    DEFINED,
    KIND,
    NONE,
    REVERSE,
    SAME,
    apart,
    entry_of,
    way_instead,
)
from workers.commands.comparison.classes import LIVING, edible_kind, is_living
from workers.commands.comparison.prominence import FEW_USES
from workers.commands.term import Term
from workers.commands.word_facts.named_sense import is_named, sense_named
from workers.wordnet.names.shapes import has_shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workers.commands.term import Functions

MOST_ENTRIES: Final = 5  # meanings in an answer
_MOST_COMPARED: Final = 8  # meanings of each word whose ways up are compared for a "no"
_PEOPLE: Final = "noun.person"
_STEM: Final = 3  # letters that a noun shares with its plural
_FAR: Final = 30  # steps, more than any way has
OF_LETTERS: Final = frozenset({"palindrome", "isogram"})  # shapes that are nouns
_WORDS: Final = re.compile(r"[a-z]+(?:[-'][a-z]+)*")
# Where the head of a gloss ends: "fruit eaten as a vegetable" says that it is a fruit.
_AFTER_HEAD: Final = re.compile(
    r"[,;(]|(?<!-)\b(?:that|which|who|whose|with|without|of|for|in|on|at|from|by|to|as|having|used|made|eaten"
    r"|resembling|like|than|not)\b"
)

LETTERS, OTHER_LETTERS = "letters", "other_letters"


def is_a(term: Term) -> list[dict[str, Any]]:
    """Return an entry for each meaning of the word that is a kind of the second word, the commonest first.

    If only rare meanings are, an entry on the commonest comes first. If none is, the one entry has the two
    the other way round, or else another class of the word. Empty if one of the words is unknown, or if they
    have no part of speech in common. Whether it is a palindrome is a question of its letters.
    """
    if term.word2.lower() in OF_LETTERS:
        relation = LETTERS if has_shape(term.form.lower(), term.word2.lower()) else OTHER_LETTERS
        return [{"is_a": relation == LETTERS, "relation": relation}]
    ways = Ways(term.lexicon)
    if term.hint and (number := sense_named(term.lexicon, term.form, term.hint, "n", "is_a")):
        return _in_field(term, ways, number)
    found = list(_kinds(term, term.second, ways))
    likely = [entry for entry, is_likely in found if is_likely]
    unlikely = [entry for entry, is_likely in found if not is_likely]
    if likely:
        other, is_commoner = _other_kind(term, ways, likely)
        answers = [*other, *likely] if is_commoner else [*likely, *other]
        return _with_rare(term, [*answers, *unlikely])
    above = (entry for entry, is_likely in _kinds(term.second, term, ways) if is_likely)
    upside_down = next((entry for entry in above if entry["relation"] == KIND), None)
    if upside_down:
        reverse = {"is_a": False, "relation": REVERSE, "senses": upside_down["senses"][::-1]}
        return _with_rare(term, [{**upside_down, **reverse}, *unlikely])
    rare = [term.meanings[entry["senses"][0]["sense"] - 1] for entry in unlikely]
    answers = [*_none(term, ways, rare), *unlikely]
    return _with_rare(term, answers) if answers else []


def _in_field(term: Term, ways: Ways, number: int) -> list[dict[str, Any]]:
    """Return the entry of the noun's meaning with this number, which a field names.

    If that is no kind of the second word, another one may be that has the field in its definition, too.
    """
    lexicon, second = term.lexicon, term.second
    meant = Term(lexicon, term.form, "n", for_reader=True).meanings[number - 1]
    kinds = {term.meanings[entry["senses"][0]["sense"] - 1]: entry for entry, _ in _kinds(term, second, ways)}
    own = [each for each in kinds if each == meant or is_named(lexicon, each, term.hint)]
    others = [each for each in second.meanings if lexicon.pos(each) == "n"]
    if own or not others:
        return [kinds[meant if meant in kinds else each] for each in own[:1]]
    wanted = set(second.forms_as("n"))
    relation = DEFINED if wanted and _is_defined_as(term, meant, wanted) else NONE
    nearest = min(others, key=lambda each: _steps(ways, meant, each))
    return [apart(term, ways, relation, meant, nearest)]


def _kinds(term: Term, second: Term, ways: Ways) -> Iterator[tuple[dict[str, Any], bool]]:
    """Yield the entry of each meaning of `term` that is one of `second`, and whether that is likely meant."""
    wanted = set(second.meanings)
    if not ways.reach(term.meanings, wanted):
        return
    likely = {*term.prominent, *_of_files_of_their_own(term)}.difference(
        _people_like_animals(term), _verbs_of_nouns(term, second)
    )
    for synset in term.meanings:
        high = ways.first_among(synset, wanted)
        if high is not None:
            relation = SAME if high == synset else KIND
            entry = entry_of(term, second, relation, (synset, high), ways.path(synset, high))
            yield entry, synset in likely and _is_likely(term, relation, high, second.prominent)


def _with_rare(term: Term, answers: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the first few answers; behind the first, a meaning that the texts never have is rare."""
    first, *others = answers[:MOST_ENTRIES]
    uses = (term.uses(term.meanings[entry["senses"][0]["sense"] - 1]) for entry in others)
    return [
        first,
        *(entry if used else {**entry, "rare": True} for entry, used in zip(others, uses, strict=True)),
    ]


def _of_files_of_their_own(term: Term) -> list[int]:
    """Return the rare meanings in files of WordNet that hold no likely one: the seal that is an animal.

    "Is a seal a mammal?" can only mean that one. People are left out, though they are called dogs and pigs.
    """
    if len(term.prominent) == len(term.meanings):
        return []
    lexicon, files = term.lexicon, term.lexicon.tables["synset_lexname"]
    taken = {files[synset] for synset in term.prominent}
    rare = (synset for synset in term.meanings if files[synset] not in taken)
    return [synset for synset in rare if lexicon.lexname(synset) != _PEOPLE]


def _near(term: Term, second: Term) -> list[int]:
    """Return the meanings in a file of the second word: living things, and rare ones alone in their file."""
    lexicon, files = term.lexicon, term.lexicon.tables["synset_lexname"]
    wanted = {files[synset] for synset in second.prominent}
    likely = [synset for synset in term.prominent if files[synset] in wanted]
    living = [synset for synset in likely if lexicon.lexname(synset) in LIVING]
    return living + [synset for synset in _of_files_of_their_own(term) if files[synset] in wanted]


def _people_like_animals(term: Term) -> list[int]:
    """Return the meanings of an animal's name that are people: nobody asks whether a fox is a person."""
    lexname = term.lexicon.lexname
    is_animal = term.prominent and lexname(term.prominent[0]) == "noun.animal"
    return [synset for synset in term.prominent if lexname(synset) == _PEOPLE] if is_animal else []


def _verbs_of_nouns(term: Term, second: Term) -> list[int]:
    """Return the meanings as a verb, if both words are nouns first: a shrimp is no way to fish."""
    if not term.main_pos == second.main_pos == "n":
        return []
    return [synset for synset in term.prominent if term.lexicon.pos(synset) == "v"]


def _is_likely(term: Term, relation: str, high: int, likely: Sequence[int]) -> bool:
    """Whether the second word is likely meant so: in a rare meaning only if it is near a common one.

    A lion is a cat in the rare meaning "big cat", but a worm is no insect in the meaning "nasty person".
    """
    lexname = term.lexicon.lexname
    is_near = relation == KIND and any(lexname(high) == lexname(each) for each in likely)
    return high in likely or is_near


def _other_kind(term: Term, ways: Ways, found: Sequence[dict[str, Any]]) -> tuple[list[dict[str, Any]], bool]:
    """Return the entry of another likely meaning that is none of them, and whether it is the commoner one.

    Where the texts do not tell, it is the one named after the word: a dolphin is no dolphinfish.
    """
    lexicon = term.lexicon
    yes = [term.meanings[entry["senses"][0]["sense"] - 1] for entry in found]
    is_rare_class = yes[0] not in term.prominent and lexicon.lexname(yes[0]) in LIVING
    likely = _of_files_of_their_own(term) if is_rare_class else term.prominent  # crabs: both animals
    alike = (each for each in likely if lexicon.lexname(each) == lexicon.lexname(yes[0]))
    other = next((each for each in alike if each not in yes), None)
    if other is None or term.uses(other) < term.uses(yes[0]):
        return [], False
    high = term.second.meanings[found[0]["senses"][1]["sense"] - 1]
    return [apart(term, ways, NONE, other, high)], _commonness(term, other) > _commonness(term, yes[0])


def _commonness(term: Term, synset: int) -> tuple[int, bool, int]:
    """Return the uses of a meaning if they tell, whether it is named after the word, and its few uses."""
    uses, names = term.uses(synset), term.lexicon.words(synset)
    return uses if uses >= FEW_USES else 0, term.word_in(synset) == names[0], uses


def _none(term: Term, ways: Ways, left_out: Sequence[int]) -> list[dict[str, Any]]:
    """Return the entry of two words of which none is a kind of the other, as a list of one.

    The meanings `left_out` are kinds of a rare meaning of the second word, or the other way round.
    """
    lexicon, second = term.lexicon, term.second
    wanted = set(second.forms_as("n"))
    people = _people_like_animals(term)
    nouns = [each for each in term.prominent if lexicon.pos(each) == "n" and each not in people]
    defined = next((each for each in nouns if wanted and _is_defined_as(term, each, wanted)), None)
    if defined is not None:
        high = next(synset for synset in second.meanings if lexicon.pos(synset) == "n")
        return [apart(term, ways, DEFINED, defined, high)]
    pos = next((pos for pos in "nv" if term.forms[pos] and second.forms[pos]), None)
    others = dict.fromkeys([*_of(second, pos), *_near(second, term)])
    if nouns and (edible := edible_kind(lexicon, ways, nouns[0], others)):
        path = way_instead(term, ways, nouns[0], edible[1])
        return [entry_of(term, second, NONE, (nouns[0], edible[0]), path)]
    pairs = [
        (rank + other_rank, one, other)
        for rank, one in enumerate(_compared(term, pos, others))
        for other_rank, other in enumerate(others)
        if one not in left_out
    ]
    if not pairs:
        return []
    if len(pairs) > 1:  # beside a fish, a squid is the animal, though the two are nearer as food
        compared = {synset for pair in pairs for synset in pair[1:]}
        living = {synset for synset in compared if is_living(lexicon, ways, synset)}
        pairs = [pair for pair in pairs if living.issuperset(pair[1:])] or pairs
    _, one, other = min((rank + _steps(ways, one, other), one, other) for rank, one, other in pairs)
    return [apart(term, ways, NONE, one, other)]


def _compared(term: Term, pos: str | None, others: Iterable[int]) -> list[int]:
    """Return the meanings of a word that may be meant beside `others` of the second, the likeliest first."""
    first, near = _commonest(term, pos), _near(term, term.second)
    if first and near:
        files = term.lexicon.tables["synset_lexname"]
        taken = {files[synset] for synset in (*term.second.prominent, *others)}
        if files[first[0]] in taken:  # the substance water, if elements are substances, too
            near = [synset for synset in near if synset in term.prominent]
    return list(dict.fromkeys([*first, *near]))


def _commonest(term: Term, pos: str | None) -> list[int]:
    """Return the commonest meaning as one part of speech; several, if the texts hardly use the word."""
    likely = _of(term, pos)
    return likely[:1] if likely and term.uses(likely[0]) >= FEW_USES else likely


def _of(term: Term, pos: str | None) -> list[int]:
    return [synset for synset in term.prominent if term.lexicon.pos(synset) == pos][:_MOST_COMPARED]


def _steps(ways: Ways, one: int, other: int) -> int:
    """Return the number of steps between two synsets; verbs may have no way to one another."""
    steps = ways.steps(one, other)
    return _FAR if steps is None else steps


def _is_defined_as(term: Term, synset: int, wanted: set[str]) -> bool:
    """Whether the head of a noun's gloss is one of `wanted`, though WordNet files it elsewhere."""
    gloss = term.definition(synset).lower()
    if not any(name[:_STEM] in gloss for name in wanted):
        return False  # most are settled by this, in a tenth of the time
    while gloss.startswith("("):
        gloss = gloss.partition(")")[2].strip()
    words = _WORDS.findall(_AFTER_HEAD.split(gloss, maxsplit=1)[0])
    head = words[-1] if words and "and" not in words else ""  # "the trees and other plants" are no plant
    return head in wanted or not wanted.isdisjoint(term.lexicon.possible_forms(head, "n"))


FUNCTIONS: Final[Functions] = {"is_a": is_a}
