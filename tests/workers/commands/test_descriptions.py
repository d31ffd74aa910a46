"""`reverse` finds words by a description, under conditions, and each with the meaning that fits."""

from __future__ import annotations

import json

import pytest

from shared.messages import Question, Where
from tests.workers.questions import look_up
from workers.answers import answer
from workers.commands import descriptions
from workers.commands.descriptions import MAX_WORDS
from workers.wordnet.lexicon import Lexicon

BOAT = "a small boat"


def test_each_word_comes_with_the_meaning_that_fits(lexicon: Lexicon) -> None:
    reply = answer(lexicon, Question("reverse", "a morbid fear of great heights"))

    words = json.loads(reply.response)
    assert words[0] == "acrophobia"
    assert len(words) == MAX_WORDS
    assert [match.word for match in reply.matches or ()] == words
    first = (reply.matches or [])[0]
    assert (first.pos, first.synset) == ("n", "acrophobia.n.01")
    assert first.definition == "a morbid fear of great heights"
    assert first.likelihood > 0.5
    assert (reply.lemma, reply.suggestions) == (None, None)


@pytest.mark.parametrize(
    ("description", "word"),
    [("a baby swan", "cygnet"), ("the young of an eel", "elver"), ("a female fox", "vixen")],
)
def test_a_definition_in_the_same_words_is_the_likeliest(
    lexicon: Lexicon, description: str, word: str
) -> None:
    assert look_up(lexicon, "reverse", description)[0] == word


def test_words_for_one_meaning_share_its_likelihood(lexicon: Lexicon) -> None:
    matches = answer(lexicon, Question("reverse", "a doctor for children")).matches or []

    shares = {match.synset: match.likelihood for match in matches}
    assert all(match.likelihood == shares[match.synset] for match in matches)
    assert 0.25 < max(shares.values()) < sum(shares.values()) < 1


def test_conditions_hold_for_every_word_and_name_what_they_remove(lexicon: Lexicon) -> None:
    reply = answer(lexicon, Question("reverse", BOAT, where=Where(letters=5, starts="c")))

    words = json.loads(reply.response)
    assert "canoe" in words[:3]
    assert all(len(word) == 5 and word[0].lower() == "c" for word in words)
    assert reply.removed
    assert not set(reply.removed) & set(words)


@pytest.mark.parametrize(
    ("description", "where", "synset"),
    [
        ("a fish", Where(letters=4, starts="c", ends="p"), "carp.n.02"),
        ("a tool", Where(letters=6, starts="h"), "hammer.n.02"),
        ("capital city", Where(letters=5, starts="p"), "paris.n.01"),
    ],
)
def test_members_of_a_class_that_conditions_narrow_come_first(
    lexicon: Lexicon, description: str, where: Where, synset: str
) -> None:
    first = (answer(lexicon, Question("reverse", description, where=where)).matches or [])[0]

    assert first.synset == synset


@pytest.mark.parametrize(
    ("description", "start", "among"),
    [
        ("young animals", "k", {"kit", "kitten", "kid"}),
        ("young animals (like cubs)", "p", {"pup", "puppy"}),
        ("musical performers", "v", {"violinist", "vocalist"}),
    ],
)
def test_kinds_of_what_a_plural_describes_come_first(
    lexicon: Lexicon, description: str, start: str, among: set[str]
) -> None:
    reply = answer(lexicon, Question("reverse", description, where=Where(starts=start)))

    assert among < set(json.loads(reply.response)[:8])


def test_close_words_come_before_the_others(lexicon: Lexicon) -> None:
    matches = answer(lexicon, Question("reverse", "very cold", "a", where=Where(starts="f"))).matches or []

    close = [match.word for match in matches if match.close]
    assert close == [match.word for match in matches[: len(close)]]
    assert {"frigid", "frosty"} < set(close)
    assert "feverish" not in close


def test_opposites_are_left_out_if_the_first_word_is_likely(lexicon: Lexicon) -> None:
    reply = answer(lexicon, Question("reverse", "very funny", "a", where=Where(starts="h")))

    assert {"hilarious"} < set(json.loads(reply.response))
    assert "humorless" not in json.loads(reply.response)


def test_words_left_out_have_the_part_of_speech(lexicon: Lexicon) -> None:
    reply = answer(lexicon, Question("reverse", "a doctor for children", "a", where=Where(starts="x")))

    assert all(lexicon.synsets(word.lower(), "a") for word in reply.removed or ())


def test_a_part_of_speech_narrows_the_words(lexicon: Lexicon) -> None:
    reply = answer(lexicon, Question("reverse", "very quickly", "r"))

    assert all(lexicon.synsets(word.lower(), "r") for word in json.loads(reply.response))


def test_rhymes_are_conditions_as_well(lexicon: Lexicon) -> None:
    coat = "you wear it over your clothes when it is cold"
    found = answer(lexicon, Question("reverse", coat, where=Where(rhymes_with="goat")))

    assert "coat" in json.loads(found.response)[:2]  # or "raincoat"


@pytest.mark.parametrize("noise", ["qzx vvk jjq", "☃ ☃ ☃", "9 9 9 9 9"])
def test_noise_finds_nothing_rather_than_anything(lexicon: Lexicon, noise: str) -> None:
    assert look_up(lexicon, "reverse", noise) == []


@pytest.mark.parametrize("where", [None, Where(without="q"), Where(syllables=(1, 9), common=True)])
def test_conditions_that_most_words_meet_are_tried_on_the_likeliest_only(
    lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch, where: Where | None
) -> None:
    asked = Question("reverse", "someone who studies insects", "n", where=where)
    tried = answer(lexicon, asked)
    monkeypatch.setattr(descriptions, "TRIED", 0)

    assert tried.response == answer(lexicon, asked).response


def test_a_group_of_animals_is_no_family_of_them(lexicon: Lexicon) -> None:
    words = look_up(lexicon, "reverse", "a group of crows")

    assert {"flock", "murder"} <= set(words[:5])
    assert not [word for word in words if not word.islower()]  # Corvidae


def test_the_second_of_two_words_can_name_a_class(lexicon: Lexicon) -> None:
    reply = answer(lexicon, Question("reverse", "hard rock", where=Where(letters=7, ends="e")))

    assert json.loads(reply.response)[0] == "granite"
