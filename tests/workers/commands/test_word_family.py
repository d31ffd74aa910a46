"""The family of a word, by part of speech, with the adverbs that point to an adjective."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.commands.term import Term
from workers.commands.word_family import word_family
from workers.wordnet.relations import CODES

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("word", "pos", "first"),
    [
        ("quick", "r", "quickly"),
        ("quick", "n", "quickness"),
        ("decision", "v", "decide"),
        ("decision", "a", "decisive"),  # through decide
        ("beauty", "a", "beautiful"),  # an attribute, not a derivation
        ("beauty", "r", "beautifully"),  # through beautiful
        ("sun", "a", "solar"),
        ("astutely", "a", "astute"),
        ("quickly", "n", "quickness"),
        ("cheerful", "r", "cheerfully"),  # which WordNet does not connect
        ("true", "r", "truly"),
        ("care", "a", "careful"),
        ("nature", "a", "natural"),
        ("wide", "v", "widen"),
        ("wide", "n", "width"),
        ("courage", "v", "encourage"),
        ("geese", "v", None),
        ("xyzzy", "n", None),
    ],
)
def test_the_commonest_relative_of_a_part_of_speech(
    lexicon: Lexicon, word: str, pos: str, first: str | None
) -> None:
    found = word_family(Term(lexicon, word), pos)

    assert (found[0] if found else None) == first


def test_an_adjective_has_a_gloss_with_the_word_that_it_is_made_of(lexicon: Lexicon) -> None:
    assert "tiny" not in word_family(Term(lexicon, "tin"), "a")
    assert "busy" not in word_family(Term(lexicon, "bus"), "a")
    assert "hopeful" in word_family(Term(lexicon, "hopes"), "a")


def test_without_a_part_of_speech_derivations_come_first(lexicon: Lexicon) -> None:
    assert word_family(Term(lexicon, "quick"))[:2] == ["quickness", "quickly"]
    assert word_family(Term(lexicon, "astutely")) == ["astute"]


def test_every_adverb_is_found_from_its_adjective(lexicon: Lexicon) -> None:
    pairs = [
        (adverb, word)
        for adverb, word in lexicon.sense_pointers.pairs(CODES["\\"])
        if _pos(lexicon, adverb) == "r"
    ]

    assert len(pairs) > 3_000
    for adverb, word in pairs[::10]:
        name = lexicon.sense_word(word)

        assert lexicon.sense_word(adverb) in word_family(Term(lexicon, name), "r"), name


def test_only_the_wanted_part_of_speech_comes(lexicon: Lexicon) -> None:
    for name in ("create", "run", "leaves", "happy", "nation"):
        for pos in "nvar":
            for relative in word_family(Term(lexicon, name), pos):
                assert len(lexicon.entry(lexicon.number_of(relative.lower()), pos))


def _pos(lexicon: Lexicon, sense: int) -> str:
    return lexicon.pos(lexicon.sense_synset(sense))
