"""What a client may send, and what it hears when it sends something else."""

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.reading import read_ask, read_id, read_my_message, shown_field
from shared.errors import BadRequest, LookupRefused, TooLong, UnknownCommand
from shared.messages import Context

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
FIELDS = st.sampled_from(["command", "word", "pos", "word2", "id", "text", "context"])


def test_the_original_client_s_message_is_understood() -> None:
    question = read_my_message({"command": "lemmatizer", "word": "geese", "pos": "n"})

    assert question == ("lemmatizer", "geese", "n", None, None, None)


@pytest.mark.parametrize("pos", [None, ""])
def test_an_empty_pos_is_not_given(pos: str | None) -> None:
    assert read_my_message({"command": "lemmatizer", "word": "geese", "pos": pos})[2] is None


@pytest.mark.parametrize("word", ["  ice cream ", "ice   cream", "ice\tcream", "ice\u00a0cream\n"])
def test_white_space_is_collapsed(word: str) -> None:
    assert read_my_message({"command": "pos", "word": word})[1] == "ice cream"


@pytest.mark.parametrize(
    ("message", "error"),
    [
        (None, BadRequest),
        ("synonyms", BadRequest),
        ([], BadRequest),
        ({}, BadRequest),
        ({"command": "synonyms"}, BadRequest),
        ({"word": "happy"}, BadRequest),
        ({"command": "synonyms", "word": ""}, BadRequest),
        ({"command": "synonyms", "word": " \t "}, BadRequest),
        ({"command": "synonyms", "word": 7}, BadRequest),
        ({"command": "synonyms", "word": None}, BadRequest),
        ({"command": 7, "word": "happy"}, BadRequest),
        ({"command": "synonyms", "word": "hap\x00py"}, BadRequest),
        ({"command": "synonyms", "word": "hap\x1bpy"}, BadRequest),
        ({"command": "lemmatizer", "word": "geese", "pos": "x"}, BadRequest),
        ({"command": "lemmatizer", "word": "geese", "pos": 1}, BadRequest),
        ({"command": "lemmatizer", "word": "geese", "pos": "noun"}, BadRequest),
        ({"command": "Synonyms", "word": "happy"}, UnknownCommand),
        ({"command": "", "word": "happy"}, UnknownCommand),
        ({"command": "synonyms", "word": "x" * 101}, TooLong),
    ],
)
def test_what_can_t_be_taken_is_refused(message: Any, error: type[LookupRefused]) -> None:
    with pytest.raises(error):
        read_my_message(message)


def test_a_word_may_have_a_hundred_characters() -> None:
    assert read_my_message({"command": "pos", "word": " " + "x" * 100 + " "})[1] == "x" * 100


def test_an_unknown_command_hears_which_exist() -> None:
    with pytest.raises(UnknownCommand, match="synonyms, examples, definition, pos, lemmatizer"):
        read_my_message({"command": "nonsense", "word": "happy"})


@pytest.mark.parametrize("client_id", ["", "a" * 128, 0, -5, 2**53 - 1])
def test_an_id_is_a_string_or_an_integer(client_id: Any) -> None:
    assert read_id({"id": client_id}) == client_id


@pytest.mark.parametrize("client_id", [True, 1.5, [], {}, 2**53, b"x"])
def test_any_other_id_is_refused(client_id: Any) -> None:
    with pytest.raises(BadRequest):
        read_id({"id": client_id})


def test_the_client_s_context_beats_what_we_remember() -> None:
    remembered = Context("synonyms", "happy")
    sent = {"text": "and as a verb?", "context": {"command": "definition", "word": "run"}}

    assert read_ask(sent, remembered)[5] == Context("definition", "run")
    assert read_ask({"text": "the opposite?"}, remembered)[5] == remembered


def test_a_sentence_has_at_most_300_characters() -> None:
    assert read_ask({"text": "x" * 300}, None)[4] == "x" * 300
    with pytest.raises(TooLong):
        read_ask({"text": "x" * 301}, None)


@given(st.dictionaries(FIELDS, ANYTHING) | ANYTHING)
def test_nothing_that_a_client_sends_raises_anything_else(message: Any) -> None:
    for read in (read_id, read_my_message, lambda sent: read_ask(sent, None)):
        with contextlib.suppress(LookupRefused):
            read(message)
    assert isinstance(shown_field(message, "word"), str)
