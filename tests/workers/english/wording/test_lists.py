"""Lists of names keep the senses of a word apart."""

from __future__ import annotations

import pytest

from shared.messages import Sense, Where
from workers.english.term_finder import as_typed
from workers.english.understood import Understood
from workers.english.wording.answers import listing, sentence_on
from workers.english.wording.sentences import Answer

ASKED = Understood("hypernyms")
FIRST = Sense(1, "n", "a groove", words=["track"])


@pytest.mark.parametrize(
    ("names", "senses", "sentence"),
    [
        (["track"], [], "Rut is a kind of track."),
        (["track"], [FIRST], "Rut is a kind of track, in the meaning “a groove”."),
        (
            ["track", "heat"],
            [FIRST],
            "Rut is a kind of track, in the meaning “a groove”. In other meanings: heat.",
        ),
        (
            ["ice_cream"],
            [Sense(2, "n", "a cone etc.", synonyms=["ice_cream"])],
            "Rut is a kind of ice cream. That is meaning 2: a cone etc.",
        ),
        (["other", "order"], [FIRST], "Rut is a kind of other or order."),
    ],
)
def test_the_names_of_the_first_sense_come_first(
    names: list[str], senses: list[Sense], sentence: str
) -> None:
    assert listing(Answer(ASKED, "rut", names, senses)) == sentence


@pytest.mark.parametrize(
    ("own", "rest", "end"),
    [
        (4, 5, "w3. In other meanings: w4, w5 and 3 more."),
        (8, 5, "w5 and 2 more. Other meanings have 5 more."),
        (8, 0, "w5 and 2 more."),
    ],
)
def test_no_more_names_are_listed_than_in_any_list(own: int, rest: int, end: str) -> None:
    names = [f"w{number}" for number in range(own + rest)]

    assert listing(Answer(ASKED, "rut", names, [Sense(1, "n", "", antonyms=names[:own])])).endswith(end)


def test_the_rest_of_a_list_follows_without_the_senses() -> None:
    names, asked = [f"w{number}" for number in range(7)], Understood("hypernyms", offset=6)

    assert listing(Answer(asked, "rut", names, [FIRST])) == "Rut is a kind of w6."
    assert listing(Answer(asked, "rut", names[:6], [FIRST])) == "That was all I have for rut."
    assert listing(Answer(asked, "", names[:6])) == "That was all I have."


def test_words_of_letters_are_listed_with_their_conditions() -> None:
    asked = Understood("pattern", where=Where(ends="gry"))

    assert listing(Answer(asked, "", ["angry", "hungry"])) == "Words that end in gry: angry and hungry."


def test_as_many_words_are_listed_as_were_wanted() -> None:
    names = [f"w{number}" for number in range(30)]
    asked, senses = Understood("synonyms", wanted=8), [Sense(1, "n", "", synonyms=names[:7])]

    assert listing(Answer(asked, "rut", names, senses)) == (
        "Other words for rut: w0, w1, w2, w3, w4, w5 and w6. In other meanings: w7."
    )
    assert listing(Answer(Understood("hyponyms", wanted=2), "rut", names)) == "Kinds of rut: w0 and w1."


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("Silent", "Yes: listen is an anagram of Silent."),
        ("tinsels", "No: listen is not an anagram of tinsels."),
    ],
)
def test_whether_it_is_an_anagram_is_a_question_of_letters(other: str, expected: str) -> None:
    asked = Understood("anagram", term2=as_typed(other))

    assert sentence_on(asked, "listen", ["silent"]) == expected
