"""A reading counts as right if a person would call it right."""

from __future__ import annotations

import numpy as np
import pytest

from tests.tools.train.letters import WORD_PIECES
from tools.train.examples import CHOICES, LAYERS, Numbers, number, place, tag_names
from tools.train.score import Reading, plain, print_misses, print_scores, read_all, same
from tools.train.sentences import Previous, Sentence


def reading(sentence: Sentence, command: str, **parts: str) -> Reading:
    """Return a reading of a sentence as this command and these parts."""
    return Reading(sentence, {"command": command}, 0.9, parts, np.zeros(1))


def truth(sentences: list[Sentence]) -> dict[int, Numbers]:
    """Return the right numbers of sentences, by the number of their pieces."""
    numbers = [number(place(sentence), WORD_PIECES) for sentence in sentences]
    return {len(each.pieces): each for each in numbers}


def all_knowing(sentences: list[Sentence], batches: list[int]) -> object:
    """Return logits that give each sentence its own labels; sentences must differ in length."""
    known = truth(sentences)

    def logits(batch: list[Numbers]) -> dict[str, np.ndarray]:
        batches.append(len(batch))
        longest = max(len(each.pieces) for each in batch)
        found = {name: np.zeros((len(batch), len(values))) for name, values in CHOICES.items()}
        found |= {name: np.zeros((len(batch), longest, len(tag_names(name)))) for name in LAYERS}
        for row, each in enumerate(batch):
            right = known[len(each.pieces)]
            for name in CHOICES:
                found[name][row, right.choices[name]] = 9
            for name in LAYERS:
                for position, *_ in each.words:
                    found[name][row, position, right.tags[name][position]] = 9
        return found

    return logits


@pytest.mark.parametrize(
    ("wanted", "got", "is_same"),
    [
        ("ox", "Ox", True),
        ("the ox", "ox", True),
        ("ice cream", "ice-cream", True),
        ("to run", "run!", True),
        ("ox", "", False),
        ("hot dog", "dog", False),
    ],
)
def test_case_marks_and_articles_do_not_matter(wanted: str, got: str, is_same: bool) -> None:
    assert same(wanted, got) is is_same


def test_a_pattern_keeps_its_signs_for_unknown_letters() -> None:
    assert plain("C?T") != plain("CT")


def test_a_reading_is_right_if_command_and_words_are() -> None:
    sentence = Sentence("is a cat like a dog", "similarity", term="cat", term2="dog")

    assert reading(sentence, "similarity", term="a cat", term2="dog").is_right
    assert reading(sentence, "difference", term="cat", term2="dog").is_right
    assert not reading(sentence, "synonyms", term="cat", term2="dog").is_right
    assert not reading(sentence, "similarity", term="cat").is_right


def test_the_words_of_small_talk_do_not_matter() -> None:
    assert reading(Sentence("help me out", "help"), "help", term="out").is_right


def test_sentences_come_back_in_their_order_with_their_parts() -> None:
    """They are read by length, 32 at a time."""
    sentences = [Sentence(f"define {'x' * n}", "definition", term="x" * n) for n in range(40, 0, -1)]
    sentences[5] = Sentence(f"is {'y' * 50} a z", "is_a", term="y" * 50, term2="z")
    batches: list[int] = []

    readings = read_all(all_knowing(sentences, batches), sentences, WORD_PIECES)

    assert [each.sentence for each in readings] == sentences
    assert all(each.is_right for each in readings)
    assert readings[5].parts == {"term": "y" * 50, "term2": "z"}
    assert batches == [32, 8]


def test_the_scores_are_shares_of_each_command(capsys: pytest.CaptureFixture[str]) -> None:
    ox = Sentence("define ox", "definition", term="ox")
    thanks = Sentence("thank you", "thanks")
    readings = [
        reading(ox, "definition", term="ox"),
        reading(ox, "definition"),
        reading(ox, "synonyms"),
        reading(thanks, "thanks"),
    ]

    print_scores("pen", readings, by_command=True)

    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["pen", "4", "75.0%", "50.0%"],
        ["definition", "3", "66.7%", "33.3%"],
        ["thanks", "1", "100.0%", "100.0%"],
    ]


def test_only_wrong_readings_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    ox = Sentence("and ox?", "definition", term="ox", previous=Previous("definition", "cow"))

    print_misses([reading(ox, "definition", term="ox"), reading(ox, "synonyms", term="and")])

    printed = capsys.readouterr().out
    assert printed.count("and ox?") == 1
    assert "after definition 'cow'" in printed
    assert "meant definition ['ox']; read synonyms (0.90) {'term': 'and'}" in printed
