"""Parsing of clients' messages, and the refusals of invalid ones."""

import contextlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.lookups.parsing import read_ask, read_id, read_my_message, shown_field
from shared.errors import BadRequest, LookupRefused, TooLong, UnknownCommand
from shared.messages import Context, Question, Where

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
FIELDS = st.sampled_from(
    ["command", "word", "pos", "word2", "form", "id", "text", "context", "where", "sentence"]
)


def test_the_original_client_s_message_is_understood() -> None:
    question = read_my_message({"command": "lemmatizer", "word": "geese", "pos": "n"})

    assert question == Question("lemmatizer", "geese", "n")


@pytest.mark.parametrize("pos", [None, ""])
def test_an_empty_pos_is_not_given(pos: str | None) -> None:
    assert read_my_message({"command": "lemmatizer", "word": "geese", "pos": pos}).pos is None


def test_a_form_is_asked_for_by_its_name() -> None:
    message = {"command": "inflect", "word": "go", "form": "past"}

    assert read_my_message(message) == Question("inflect", "go", form="past")
    assert read_my_message({**message, "form": ""}).form is None


@pytest.mark.parametrize("word", ["  ice cream ", "ice   cream", "ice\tcream", "ice\u00a0cream\n"])
def test_white_space_is_collapsed(word: str) -> None:
    assert read_my_message({"command": "pos", "word": word}).word == "ice cream"


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
        ({"command": "pattern", "where": {"shape": "round"}}, BadRequest),
        ({"command": "inflect", "word": "go", "form": "future"}, BadRequest),
        ({"command": "inflect", "word": "go", "form": 1}, BadRequest),
        ({"command": "Synonyms", "word": "happy"}, UnknownCommand),
        ({"command": "", "word": "happy"}, UnknownCommand),
        ({"command": "synonyms", "word": "x" * 101}, TooLong),
    ],
)
def test_an_invalid_message_is_refused(message: Any, error: type[LookupRefused]) -> None:
    with pytest.raises(error):
        read_my_message(message)


def test_a_word_may_have_a_hundred_characters() -> None:
    assert read_my_message({"command": "pos", "word": " " + "x" * 100 + " "}).word == "x" * 100


def test_the_refusal_of_an_unknown_command_lists_the_known_ones() -> None:
    with pytest.raises(UnknownCommand, match="synonyms, examples, definition, pos, lemmatizer"):
        read_my_message({"command": "nonsense", "word": "happy"})


def read_where(**conditions: Any) -> Where | None:
    return read_my_message({"command": "synonyms", "word": "big", "where": conditions}).where


def test_conditions_are_read() -> None:
    assert read_where(starts="l", letters=5) == Where(starts="l", letters=5)
    assert read_where(contains=["a", "ge"], syllables=[1, 2]) == Where(contains=("a", "ge"), syllables=(1, 2))
    assert read_where(pattern="  ice   c* ", common=True) == Where(pattern="ice c*", common=True)


def test_conditions_that_say_nothing_are_none() -> None:
    assert read_where() is None
    assert read_where(starts="", contains=["", " "], pos="") is None


@pytest.mark.parametrize(
    ("where", "error"),
    [
        ("five letters", BadRequest),
        ({"begins": "l"}, BadRequest),
        ({"starts": 5}, BadRequest),
        ({"starts": "l\x00"}, BadRequest),
        ({"starts": "l" * 101}, TooLong),
        ({"contains": ["l" * 101]}, TooLong),
        ({"contains": ["l"] * 11}, BadRequest),
        ({"letters": "5"}, BadRequest),
        ({"letters": True}, BadRequest),
        ({"letters": -1}, BadRequest),
        ({"letters": 101}, BadRequest),
        ({"letters": [5]}, BadRequest),
        ({"syllables": [3, 2]}, BadRequest),
        ({"pos": "noun"}, BadRequest),
        ({"common": "yes"}, BadRequest),
    ],
)
def test_invalid_conditions_are_refused(where: Any, error: type[LookupRefused]) -> None:
    with pytest.raises(error):
        read_my_message({"command": "synonyms", "word": "big", "where": where})


def test_a_command_without_a_list_of_words_refuses_conditions() -> None:
    with pytest.raises(BadRequest, match="`definition` takes no `where`"):
        read_my_message({"command": "definition", "word": "big", "where": {"starts": "l"}})


def test_conditions_can_take_the_place_of_a_pattern_only() -> None:
    assert read_my_message({"command": "pattern", "where": {"ends": "ology"}}).where == Where(ends="ology")
    for message in ({"command": "pattern", "where": {}}, {"command": "suggest", "where": {"ends": "ology"}}):
        with pytest.raises(BadRequest, match="`word` is missing"):
            read_my_message(message)


@pytest.mark.parametrize("client_id", ["", "a" * 128, 0, -5, 2**53 - 1])
def test_an_id_is_a_string_or_an_integer(client_id: Any) -> None:
    assert read_id({"id": client_id}) == client_id


@pytest.mark.parametrize("client_id", [True, 1.5, [], {}, 2**53, b"x"])
def test_any_other_id_is_refused(client_id: Any) -> None:
    with pytest.raises(BadRequest):
        read_id({"id": client_id})


def test_the_client_s_own_context_overrides_ours() -> None:
    remembered = Context("synonyms", "happy")
    sent = {"text": "and as a verb?", "context": {"command": "definition", "word": "run"}}

    assert read_ask(sent, remembered).context == Context("definition", "run")
    assert read_ask({"text": "the opposite?"}, remembered).context == remembered


def test_the_conditions_of_a_context_are_checked_like_those_of_a_message() -> None:
    def read(command: str, where: object) -> Context | None:
        context = {"command": command, "word": "big", "where": where}
        return read_ask({"text": "more", "context": context}, None).context

    assert read("synonyms", {"starts": " l ", "ends": ""}) == Context(
        "synonyms", "big", where=Where(starts="l")
    )
    assert read("greeting", {"letters": 5}) == Context("greeting", "big")
    with pytest.raises(BadRequest, match=r"where\.letters"):
        read("synonyms", {"letters": [7, 5]})
    with pytest.raises(BadRequest, match="`definition` takes no `where`"):
        read("definition", {"letters": 5})


def test_a_sentence_has_at_most_1000_characters() -> None:
    assert read_ask({"text": "x" * 1000}, None).text == "x" * 1000
    with pytest.raises(TooLong):
        read_ask({"text": "x" * 1001}, None)


@settings(deadline=None)  # a busy machine is no failure
@given(st.dictionaries(FIELDS, ANYTHING) | ANYTHING)
def test_no_message_raises_any_other_error(message: Any) -> None:
    for read in (read_id, read_my_message, lambda sent: read_ask(sent, None)):
        with contextlib.suppress(LookupRefused):
            read(message)
    assert isinstance(shown_field(message, "word"), str)


@pytest.mark.parametrize("command", ["definition", "overview", "synonyms", "antonyms", "examples"])
def test_a_sentence_is_read(command: str) -> None:
    message = {"command": command, "word": "bank", "sentence": " the bank\n of a river "}

    assert read_my_message(message) == Question(command, "bank", sentence="the bank of a river")


@pytest.mark.parametrize("sentence", [None, "", "  \n"])
def test_an_empty_sentence_is_not_given(sentence: str | None) -> None:
    for command in ("definition", "hypernyms"):
        message = {"command": command, "word": "bank", "sentence": sentence}
        assert read_my_message(message) == Question(command, "bank")


@pytest.mark.parametrize(
    ("command", "sentence", "error"),
    [
        ("definition", "b" * 301, TooLong),
        ("definition", 5, BadRequest),
        ("definition", ["the bank"], BadRequest),
        ("definition", "the\x00bank", BadRequest),
        ("hypernyms", "the bank", BadRequest),
        ("help", "the bank", BadRequest),
    ],
)
def test_an_invalid_sentence_is_refused(command: str, sentence: Any, error: type[LookupRefused]) -> None:
    with pytest.raises(error, match="sentence"):
        read_my_message({"command": command, "word": "bank", "sentence": sentence})


def test_the_longest_sentence_is_read() -> None:
    message = {"command": "definition", "word": "bank", "sentence": "🏦" * 300}

    assert read_my_message(message).sentence == "🏦" * 300


def test_a_text_may_be_longer_than_a_word() -> None:
    assert read_my_message({"command": "gloss", "word": "b" * 2000}).word == "b" * 2000
    with pytest.raises(TooLong, match="2000"):
        read_my_message({"command": "gloss", "word": "b" * 2001})


def test_a_description_is_longer_than_a_word_and_so_is_its_context() -> None:
    description = "x" * 300

    assert read_my_message({"command": "reverse", "word": description}).word == description
    with pytest.raises(TooLong, match="300 characters"):
        read_my_message({"command": "reverse", "word": description + "x"})
    context = {"command": "reverse", "word": description}
    assert read_ask({"text": "more", "context": context}, None).context == Context("reverse", description)
    with pytest.raises(TooLong, match="100 characters"):
        read_ask({"text": "more", "context": {**context, "command": "synonyms"}}, None)
