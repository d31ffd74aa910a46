"""A description finds the words whose meaning is nearest."""

from __future__ import annotations

import pytest

from workers.meaning import word_search as word_search_module
from workers.meaning.word_search import Found, WordSearch, likelihoods, word_search
from workers.wordnet.lexicon import Lexicon
from workers.wordnet.offensive import offensive_lemmas


@pytest.fixture(scope="module")
def search(lexicon: Lexicon) -> WordSearch:
    return word_search(lexicon)


def names(lexicon: Lexicon, search: WordSearch, description: str, most: int = 10) -> list[str]:
    return [lexicon.lemma_name(found.lemma) for found in search.find(description, most)]


def test_a_gloss_finds_its_word_and_the_synset(lexicon: Lexicon, search: WordSearch) -> None:
    first = search.find("a morbid fear of great heights", 1)[0]

    assert lexicon.lemma_name(first.lemma) == "acrophobia"
    assert first.synset in lexicon.synsets("acrophobia")
    assert first.score > 0.8


@pytest.mark.parametrize(
    ("description", "word"),
    [
        ("a doctor who treats children", "pediatrician"),
        ("a large sea animal with eight arms", "octopus"),
        ("the day after today", "tomorrow"),
        ("to make something longer", "lengthen"),
        ("a fear of heights", "acrophobia"),  # not "phobia", which people describe like that
    ],
)
def test_a_plain_description_finds_its_word(
    lexicon: Lexicon, search: WordSearch, description: str, word: str
) -> None:
    assert word in names(lexicon, search, description)


def test_the_likeliest_come_first_and_each_once(search: WordSearch) -> None:
    found = search.find("a small boat", 100)

    scores = [each.score for each in found]
    assert scores == sorted(scores, reverse=True)
    assert len({each.lemma for each in found}) == 100


def test_only_the_given_lemmas_are_found(lexicon: Lexicon, search: WordSearch) -> None:
    boats = [lexicon.number_of(name) for name in ("canoe", "yacht", "table")]

    found = search.find("a small boat", 100, boats)

    assert {each.lemma for each in found} == set(boats)
    assert found[-1].lemma == boats[-1]


def test_no_offensive_word_is_found(lexicon: Lexicon, search: WordSearch) -> None:
    offensive = offensive_lemmas(lexicon)

    for lemma in sorted(offensive)[::7]:
        gloss = lexicon.definition(lexicon.synsets(lexicon.lemma_name(lemma))[0])
        assert offensive.isdisjoint(found.lemma for found in search.find(gloss, 100))
    assert search.find("anything", 10, offensive) == []


def test_no_word_of_the_description_is_found(lexicon: Lexicon, search: WordSearch) -> None:
    found = names(lexicon, search, "small boats that are rowed", 100)

    assert {"boat", "small", "row"}.isdisjoint(found)
    assert "rowboat" in found


@pytest.mark.parametrize(("description", "pos"), [("fear of dark places", "n"), ("to walk slowly", "v")])
def test_a_phrase_that_begins_like_a_noun_or_verb_finds_more_of_them(
    lexicon: Lexicon, search: WordSearch, monkeypatch: pytest.MonkeyPatch, description: str, pos: str
) -> None:
    def count() -> int:
        return sum(lexicon.pos(found.synset) == pos for found in search.find(description, 20))

    more = count()
    monkeypatch.setattr(word_search_module, "SAME_PART", 0.0)

    assert more > count()


def test_only_meanings_of_the_given_part_of_speech_fit(lexicon: Lexicon, search: WordSearch) -> None:
    scores = search.scores("without being paid for it", "s")
    unpaid = [lexicon.number_of(name) for name in ("unpaid", "volunteer")]

    found = search.best(scores, 100, unpaid)

    assert {lexicon.pos(each.synset) for each in found} <= {"a", "s"}
    assert {each.lemma for each in found} == set(unpaid)


def test_likelihoods_are_those_of_meanings_and_leave_room_for_none_of_them() -> None:
    found = [Found(1, 7, 0.9), Found(2, 7, 0.9), Found(3, 8, 0.85)]

    shares = likelihoods(found)

    assert list(shares) == [7, 8]
    assert 0.9 < sum(shares.values()) < 1
    assert shares[7] > 2 * shares[8]
    assert likelihoods([Found(1, 7, 0.6)])[7] < 0.1
    assert likelihoods([]) == {}
