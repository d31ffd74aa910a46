"""The model's file gives a reading of each sentence: a command, spans, and a confidence."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from workers.english.reader import LONGEST, LONGEST_BEFORE, Reader, encode, spans_of
from workers.english.readings import MODEL, reader
from workers.english.understanding import UNSURE
from workers.meaning.word_pieces import WordPieces

NAMES = ["O", "B-term", "I-term", "B-term2", "I-term2"]


@pytest.fixture(scope="module")
def model() -> Reader:
    return reader()


def tags(*likeliest: str) -> np.ndarray:
    """Return the probabilities of tags of which these are the likeliest, one a word."""
    rows = np.full((len(likeliest), len(NAMES)), 0.05, np.float32)
    for row, name in enumerate(likeliest):
        rows[row, NAMES.index(name)] = 0.8
    return rows


@pytest.mark.parametrize(
    ("likeliest", "spans"),
    [
        (("O", "B-term", "I-term", "O"), [("term", 1, 2)]),
        (("B-term", "O", "B-term2"), [("term", 0, 0), ("term2", 2, 2)]),
        (("B-term", "B-term"), [("term", 0, 0)]),
        (("I-term", "O"), [("term", 0, 0)]),
        ((), []),
    ],
)
def test_a_span_begins_with_b_and_goes_on_with_i(
    likeliest: tuple[str, ...], spans: list[tuple[str, int, int]]
) -> None:
    assert spans_of(tags(*likeliest) if likeliest else np.empty((0, 5)), NAMES) == spans


def test_two_labels_share_no_word() -> None:
    """The word that is likely both goes to the likelier label, and the other takes its next best."""
    both = tags("O", "B-term2")
    both[0, NAMES.index("B-term")] = 0.6
    both[1, NAMES.index("B-term")] = 0.75

    assert sorted(spans_of(both, NAMES)) == [("term", 0, 0), ("term2", 1, 1)]


def test_the_last_question_comes_before_the_sentence() -> None:
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "happy", "and", "sad"]

    numbers, segments, words = encode("and sad", "happy", WordPieces(vocabulary))

    assert numbers == [2, 4, 3, 5, 6, 3]
    assert segments == [0, 0, 0, 1, 1, 1]
    assert words == [(3, 0, 3), (4, 4, 7)]


def test_a_long_text_and_a_long_context_are_cut() -> None:
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "a"]

    numbers, _, words = encode("a " * 1000, "a " * 1000, WordPieces(vocabulary))

    assert len(numbers) == LONGEST
    assert words[0][0] == LONGEST_BEFORE + 1


@pytest.mark.parametrize(
    ("text", "command", "term"),
    [
        ("what does serendipity mean", "definition", "serendipity"),
        ("give me another word for happy", "synonyms", "happy"),
        ("what's the opposite of hot", "antonyms", "hot"),
        ("happy 뜻", "definition", "happy"),
        ("thank you so much", "thanks", None),
        ("will it rain in Berlin tomorrow", "out_of_scope", None),
    ],
)
def test_plain_questions_are_read(model: Reader, text: str, command: str, term: str | None) -> None:
    reading = model.read(text)

    span = reading.span("term")
    assert reading.command == command
    assert (span and span.text) == term
    assert UNSURE < reading.confidence <= 1


def test_the_last_question_changes_the_reading(model: Reader) -> None:
    assert model.read("and sad?", "synonyms happy").command == "synonyms"
    assert model.read("and sad?", "antonyms happy").command == "antonyms"


def test_sentences_are_read_together_as_they_are_alone(model: Reader) -> None:
    sentences = [
        ("define happy", ""),
        ("what is the plural of ox, please", ""),
        ("and sad?", "synonyms happy"),
    ]

    together = model.read_all(sentences)

    assert [(one.command, one.spans) for one in together] == [
        (alone.command, alone.spans) for alone in (model.read(*sentence) for sentence in sentences)
    ]


def test_a_model_of_another_version_is_refused(tmp_path: Path) -> None:
    content = MODEL.read_bytes()
    (tmp_path / "reader.onnx").write_bytes(content.replace(b"\x07version\x12\x011", b"\x07version\x12\x012"))

    with pytest.raises(ValueError, match="has version 2, not 1"):
        Reader(tmp_path / "reader.onnx")
