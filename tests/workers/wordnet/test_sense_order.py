"""Readers get the commonest sense first; a capital means a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.commands.term import Term
from workers.wordnet.lexicon import POS_ORDER
from workers.wordnet.sense_order import order_for_reader

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

COMMONEST = 3_000


def gloss(lexicon: Lexicon, typed: str, *, opens: bool = False) -> str:
    [first, *_] = order_for_reader(lexicon, typed, Term(lexicon, typed, for_reader=True).forms, opens=opens)
    return lexicon.definition(first)


def uses(lexicon: Lexicon, name: str, synsets: list[int]) -> list[int]:
    return [sum(map(lexicon.sense_count, lexicon.senses_of(synset, [name]))) for synset in synsets]


@pytest.mark.parametrize(
    ("typed", "begins"),
    [
        ("come", "move toward"),
        ("be", "have the quality of being"),
        ("see", "perceive by sight"),
        ("run", "move fast"),
        ("begin", "take the first step"),
        ("look", "perceive with attention"),
        ("thought", "the content of cognition"),  # think is commoner, but is another word
        ("left", "being or located"),
        ("men", "an adult person who is male"),  # rather than a workforce
        ("lay", "put into a certain place"),  # rather than lie
        ("sang", "deliver by singing"),  # the herb is in no tagged text
        ("held", "keep in a certain state"),  # a rare adjective
        ("worst", "(superlative of `bad')"),  # rather than bad
        ("stamina", "enduring strength"),  # rather than stamens
        ("pants", "underpants"),  # rather than a breath
        ("was", "have the quality of being"),
        ("bated", "diminished or moderated"),  # no form of bat, which makes batted
        ("seconds", "1/60 of a minute"),
        ("gray", "of an achromatic color"),
        ("dolphin", "any of various small toothed whales"),  # no dolphinfish; the texts use neither
        ("kiwi", "fuzzy brown egg-shaped fruit"),  # rather than an apteryx
        ("butterfly", "diurnal insect"),  # flutter is a common verb, but the texts use none of the two
        ("crane", "lifts and moves heavy objects"),  # the texts use only its verb, twice
    ],
)
def test_the_commonest_sense_comes_first(lexicon: Lexicon, typed: str, begins: str) -> None:
    assert gloss(lexicon, typed).startswith(begins)


@pytest.mark.parametrize(
    ("common", "name", "other"),
    [("polish", "Polish", "Poland"), ("turkey", "Turkey", "republic"), ("march", "March", "month")],
)
def test_a_capital_brings_a_name_to_the_front(lexicon: Lexicon, common: str, name: str, other: str) -> None:
    assert other not in gloss(lexicon, common)
    assert other in gloss(lexicon, name)
    assert other in gloss(lexicon, name, opens=True)


def test_the_capital_that_opens_a_message_does_not_mean_a_rare_name(lexicon: Lexicon) -> None:
    assert gloss(lexicon, "Hope") != gloss(lexicon, "hope") == gloss(lexicon, "Hope", opens=True)


def test_the_moon_needs_no_capital(lexicon: Lexicon) -> None:
    assert gloss(lexicon, "moon") == "the natural satellite of the Earth"


def test_capitals_throughout_mean_a_name_only_if_it_is_written_so(lexicon: Lexicon) -> None:
    assert gloss(lexicon, "SPEED") == gloss(lexicon, "speed")
    assert gloss(lexicon, "POLISH") == gloss(lexicon, "polish")
    assert gloss(lexicon, "WHO").startswith("a United Nations agency")


def test_the_first_sense_of_a_common_word_is_mostly_the_commonest_of_the_commonest_part_of_speech(
    lexicon: Lexicon,
) -> None:
    by_weight = sorted(range(lexicon.lemma_count), key=lexicon.lemma_weight, reverse=True)
    names = [name for name in map(lexicon.lemma_name, by_weight) if name.isalpha()][:COMMONEST]
    right = 0
    for name in names:
        lemma = lexicon.number_of(name)
        sums = {pos: sum(uses(lexicon, name, list(lexicon.entry(lemma, pos)))) for pos in "nvar"}
        parts = [pos for pos in "nvar" if sums[pos] == max(sums.values())]
        most = {pos: max(uses(lexicon, name, list(lexicon.entry(lemma, pos)))) for pos in parts}
        [first, *_] = order_for_reader(lexicon, name, Term(lexicon, name).forms)
        pos = lexicon.pos(first).replace("s", "a")
        right += pos in most and uses(lexicon, name, [first]) == [most[pos]]

    assert right / len(names) >= 0.97  # the others have nearly as many uses as another part of speech


def test_no_sense_is_lost_or_repeated(lexicon: Lexicon) -> None:
    for lemma in range(0, lexicon.lemma_count, 50):
        term = Term(lexicon, lexicon.lemma_name(lemma))

        assert sorted(term.meanings) == sorted(term.synsets)


@pytest.mark.parametrize(
    ("typed", "lemmas"),
    [
        ("pass", ["pass"]),  # NLTK: pas, too
        ("us", ["us"]),  # NLTK: u, too
        ("lest", []),  # NLTK: l
        ("was", ["be"]),  # NLTK: wa, Washington
        ("leaves", ["leave", "leaf"]),
        ("left", ["left", "leave"]),
        ("shines", ["shine", "shin"]),
        ("geese", ["goose"]),
        ("Washingtons", ["washington"]),
    ],
)
def test_lemmas_come_by_frequency_the_word_itself_first(
    lexicon: Lexicon, typed: str, lemmas: list[str]
) -> None:
    assert Term(lexicon, typed, for_reader=True).lemmas == lemmas


def test_the_snapshot_has_the_order_of_every_lemma_that_is_no_form_of_another(lexicon: Lexicon) -> None:
    alone = 0
    for lemma, name in list(enumerate(lexicon.lemma_names()))[::13]:
        forms = {pos: lexicon.dictionary_forms(name, pos) for pos in POS_ORDER}
        is_alone = all(set(names) <= {name} for names in forms.values())
        expected = order_for_reader(lexicon, name, forms) if is_alone else []

        entries, _ = lexicon.all_entries()
        assert [entries[place] for place in lexicon.places_for_reader(lemma)] == expected
        alone += is_alone
    assert alone > 10_000


@pytest.mark.parametrize("typed", ["run", "left", "Polish", "moon"])
def test_a_term_has_this_order_whether_the_snapshot_has_it_or_not(lexicon: Lexicon, typed: str) -> None:
    term = Term(lexicon, typed)

    assert term.meanings == order_for_reader(lexicon, typed, term.forms)
