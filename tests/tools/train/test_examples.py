"""The parts of a sentence are found where they are meant."""

from __future__ import annotations

import pytest

from tests.tools.train.letters import WORD_PIECES
from tools.train.examples import IGNORED, number, place, shown, tag_names
from tools.train.sentences import Previous, Sentence


@pytest.mark.parametrize(
    ("text", "term", "sentence", "found"),
    [
        ("what is the meaning of meaning", "meaning", "", [(23, 30)]),
        ("bank in |we sat on the bank|", "bank", "we sat on the bank", [(0, 4), (23, 27)]),
        ("I wandered; what is 'wander'", "wander", "", [(21, 27)]),
        ("quick이랑 비슷한 단어", "quick", "", [(0, 5)]),
        ("Fine in a fine: fine?", "Fine", "", [(0, 4), (10, 14), (16, 20)]),
    ],
)
def test_a_term_is_found_at_each_mention(
    text: str, term: str, sentence: str, found: list[tuple[int, int]]
) -> None:
    placed = place(Sentence(text=text, command="definition", term=term, sentence=sentence))

    assert sorted((start, end) for start, end, label in placed.spans if label == "term") == found


def test_a_span_begins_once_and_goes_on() -> None:
    sentence = Sentence(text="define ice cream now", command="definition", term="ice cream")

    numbers = number(place(sentence), WORD_PIECES)

    tags = [tag_names("words")[numbers.tags["words"][position]] for position, *_ in numbers.words]
    assert tags == ["O", "B-term", "I-term", "O"]


def test_tags_stand_on_the_first_piece_of_each_word() -> None:
    sentence = Sentence(text="define ox", command="definition", term="ox")

    numbers = number(place(sentence), WORD_PIECES)

    assert [numbers.pieces[position] for position, *_ in numbers.words] == [
        WORD_PIECES.ids["d"],
        WORD_PIECES.ids["o"],
    ]
    assert len(numbers.tags["words"]) == len(numbers.pieces) == len(numbers.segments)
    assert numbers.tags["words"].count(IGNORED) == len(numbers.pieces) - len(numbers.words)


def test_the_last_question_is_shown_in_words() -> None:
    assert shown(Previous("also_see", "big")) == "also see big"
    assert shown(None) == ""


def test_text_that_is_put_in_moves_the_spans_behind_it() -> None:
    placed = place(Sentence(text="define ox", command="definition", term="ox"))

    placed.replace(0, 6, "explain")

    assert placed.text == "explain ox"
    assert placed.spans == [(8, 10, "term")]
