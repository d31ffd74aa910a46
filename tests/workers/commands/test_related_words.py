"""Every relation command has the answer of NLTK's own methods, for every word."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pytest

from tests.workers.nltk_side import AllOfNltk, unique
from tests.workers.questions import look_up
from workers.commands.related_words import FUNCTIONS, related_words, relations_of
from workers.commands.term import Term
from workers.wordnet.relations import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from workers.wordnet.lexicon import Lexicon

# Relation command → NLTK's methods, which synsets and lemmas share.
METHODS = {
    "antonyms": (),  # of lemmas only, and through heads: see below
    "hypernyms": ("hypernyms",),
    "hyponyms": ("hyponyms",),
    "instances": ("instance_hyponyms", "instance_hypernyms"),
    "holonyms": ("member_holonyms", "part_holonyms", "substance_holonyms"),
    "meronyms": ("member_meronyms", "part_meronyms", "substance_meronyms"),
    "entailments": ("entailments",),
    "causes": ("causes",),
    "similar": ("similar_tos",),
    "also_see": ("also_sees",),
    "derivations": (),
    "pertainyms": (),
    "participles": (),
    "attributes": ("attributes",),
    "domains": (
        "topic_domains", "in_topic_domains", "region_domains", "in_region_domains", "usage_domains",
        "in_usage_domains",
    ),
    "verb_groups": ("verb_groups",),
}  # fmt: skip
OF_LEMMAS: dict[str, Callable[[Any], list[Any]]] = {
    "antonyms": lambda lemma: lemma.antonyms(),
    "derivations": lambda lemma: lemma.derivationally_related_forms(),
    "pertainyms": lambda lemma: lemma.pertainyms(),
    "participles": lambda lemma: lemma._related("<"),  # NLTK has no method of this name
}


class Expected:
    """NLTK's related names for each synset and each of its lemmas, computed at the first use."""

    def __init__(self, nltk_side: AllOfNltk) -> None:
        self._nltk = nltk_side
        self._of_synset: dict[str, dict[str, list[str]]] = {}
        self._of_lemma: dict[tuple[str, str], dict[str, list[str]]] = {}

    def groups(self, word: str) -> dict[str, list[list[str]]]:
        """Return relation → the names related to each synset of `word`, if any, in NLTK's sense order."""
        groups: dict[str, list[list[str]]] = defaultdict(list)
        indirect: list[list[str]] = []
        for pos in "nvar":
            forms = self._nltk.reader._morphy(word, pos)
            for synset in unique_synsets(self._nltk.synsets(word, pos)):
                merged = {relation: list(names) for relation, names in self._semantic(synset).items()}
                for lemma in synset.lemmas():
                    if lemma.name().lower() in forms:
                        for relation, names in self._lexical(synset, lemma).items():
                            merged.setdefault(relation, []).extend(names)
                indirect.append(merged.pop("through heads", []))
                for relation, names in merged.items():
                    groups[relation].append(names)
        groups["antonyms"] += indirect
        return groups

    def _semantic(self, synset: Any) -> dict[str, list[str]]:
        found = self._of_synset.get(synset.name())
        if found is None:
            found = {
                relation: [
                    name for method in methods for t in getattr(synset, method)() for name in t.lemma_names()
                ]
                for relation, methods in METHODS.items()
            }
            if synset.pos() == "s":
                lemmas = [lemma for head in synset.similar_tos() for lemma in head.lemmas()]
                found["through heads"] = [a.name() for lemma in lemmas for a in lemma.antonyms()]
            self._of_synset[synset.name()] = found = {key: names for key, names in found.items() if names}
        return found

    def _lexical(self, synset: Any, lemma: Any) -> dict[str, list[str]]:
        key = (synset.name(), lemma.name())
        found = self._of_lemma.get(key)
        if found is None:
            found = {}
            if synset._lemma_pointers:
                for relation, methods in METHODS.items():
                    found[relation] = [
                        target.name() for method in methods for target in getattr(lemma, method)()
                    ]
                for relation, follow in OF_LEMMAS.items():
                    found[relation] = [target.name() for target in follow(lemma)]
            self._of_lemma[key] = found = {key: names for key, names in found.items() if names}
        return found


@pytest.fixture(scope="module")
def expected(nltk_side: AllOfNltk) -> Expected:
    return Expected(nltk_side)


def unique_synsets(synsets: list[Any]) -> list[Any]:
    return list({synset.name(): synset for synset in synsets}.values())


def agrees(ours: list[str], groups: list[list[str]]) -> bool:
    """Whether `ours` has each name of the groups once, in the order of the groups.

    Names of one group have no order to compare, because NLTK keeps pointers in sets.
    """
    if not ours:
        return not any(groups)
    first_group: dict[str, int] = {}
    for number, group in enumerate(groups):
        for name in group:
            first_group.setdefault(name, number)
    numbers = [first_group.get(name, -1) for name in ours]
    return (
        len(ours) == len(first_group) == len(set(ours)) and -1 not in numbers and numbers == sorted(numbers)
    )


def test_this_table_has_every_relation() -> None:
    assert METHODS.keys() == RELATIONS.keys() == FUNCTIONS.keys()


def test_every_lemma_name_gets_nltks_answer(
    lexicon: Lexicon, nltk_side: AllOfNltk, expected: Expected
) -> None:
    for name in nltk_side.names:
        term = Term(lexicon, name)
        groups = expected.groups(name)
        for relation in METHODS:
            ours = related_words(term, relation)

            assert agrees(ours, groups[relation]), (name, relation, ours, groups[relation])


def test_relations_of_one_sense_are_those_of_the_commands(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    for name in nltk_side.sampled(40):
        term = Term(lexicon, name)
        by_sense = [relations_of(term, synset) for synset in term.synsets]
        for relation in RELATIONS:
            together = unique(word for found in by_sense for word in found.get(relation, ()))

            assert set(together) == set(related_words(term, relation))


def test_direct_antonyms_come_before_those_of_a_satellites_head(lexicon: Lexicon) -> None:
    assert look_up(lexicon, "antonyms", "hot")[:2] == ["cold", "nonviolent"]
    assert look_up(lexicon, "antonyms", "scorching") == ["cold"]


def test_pos_narrows_a_relation(lexicon: Lexicon) -> None:
    assert "canine" in look_up(lexicon, "hypernyms", "dog", "n")
    assert "canine" not in look_up(lexicon, "hypernyms", "dog", "v")


def test_the_same_order_every_time(lexicon: Lexicon) -> None:
    assert look_up(lexicon, "hypernyms", "dog")[:4] == [
        "canine",
        "canid",
        "domestic_animal",
        "domesticated_animal",
    ]


def test_lexical_pointers_are_followed_from_the_word_itself(lexicon: Lexicon) -> None:
    assert look_up(lexicon, "pertainyms", "lunar") == ["Moon"]
    assert look_up(lexicon, "participles", "oxidized") == ["oxidize"]
