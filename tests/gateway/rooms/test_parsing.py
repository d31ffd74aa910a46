"""The events of clients in rooms are cleaned or refused."""

from typing import Any

import pytest

from gateway.rooms.parsing import (
    question_in,
    read_create,
    read_history,
    read_in_room,
    read_join,
    read_name,
    read_say,
)
from shared.errors import BadRequest, NoSuchRoom, TooLong

ROOM = "A" * 22


def test_text_is_cleaned_of_control_characters_but_keeps_its_lines() -> None:
    said = read_say({"room": ROOM, "text": "  one\x00\r\ntwo\x1b[31m\u202e  ", "id": 1})

    assert said.text == "one\ntwo[31m"


def test_a_name_is_one_line() -> None:
    assert read_name(" Ann \n\x07 of\tYork ") == "Ann of York"


@pytest.mark.parametrize("name", ["", " \n", "\u200b", "word", "Word", "\u202eword", "w\u200bord", "ｗord"])  # noqa: RUF001 (a wide letter is meant)
def test_a_name_is_needed_and_is_not_the_bot_s(name: str) -> None:
    with pytest.raises(BadRequest):
        read_name(name)


def test_lengths_are_limited() -> None:
    assert read_name("é" * 40)
    with pytest.raises(TooLong, match="40"):
        read_name("é" * 41)
    assert read_say({"room": ROOM, "text": "x" * 2000, "id": "a"})
    with pytest.raises(TooLong, match="2000"):
        read_say({"room": ROOM, "text": "x" * 2001, "id": "a"})
    with pytest.raises(TooLong, match="100"):
        read_create({"title": "x" * 101})


def test_the_number_of_removed_characters_is_limited_too() -> None:
    assert read_say({"room": ROOM, "text": "x" + "\0" * 7999, "id": "a"}).text == "x"
    with pytest.raises(TooLong):
        read_say({"room": ROOM, "text": "x" + "\0" * 8000, "id": "a"})
    with pytest.raises(TooLong):
        read_name("x" + " " * 160)


@pytest.mark.parametrize(
    "room", ["", "x", "wordwire:replies:1", "A" * 21, "A" * 23, "A" * 21 + "\n", "AAAA:" * 4]
)
def test_an_id_of_another_form_is_no_room(room: str) -> None:
    with pytest.raises(NoSuchRoom):
        read_in_room({"room": room})


@pytest.mark.parametrize(
    "sent",
    [
        None,
        [],
        {},
        {"room": 7},
        {"room": ROOM, "since": -1},
        {"room": ROOM, "since": 10**13},
        {"room": ROOM, "since": "1"},
        {"room": ROOM, "key": "guess"},
    ],
)
def test_a_malformed_join_is_refused(sent: Any) -> None:
    with pytest.raises(BadRequest):
        read_join(sent)


@pytest.mark.parametrize(
    "more", [{"before": 0}, {"limit": 0}, {"limit": 101}, {"limit": "50"}, {"before": 1.5}]
)
def test_a_malformed_history_is_refused(more: dict[str, Any]) -> None:
    with pytest.raises(BadRequest):
        read_history({"room": ROOM, **more})


@pytest.mark.parametrize("more", [{}, {"id": None}, {"id": True}, {"id": 2**60}, {"id": 1, "text": " \x00 "}])
def test_a_message_needs_an_id_and_a_text(more: dict[str, Any]) -> None:
    with pytest.raises(BadRequest):
        read_say({"room": ROOM, "text": "hello", **more})


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("@word what is a dog?", "what is a dog?"),
        ("@Word, define dog", "define dog"),
        ("@word", ""),
        ("/synonyms happy", "/synonyms happy"),
        ("/help", "/help"),
        ("hello @word", None),
        ("@wordsmith hello", None),
        ("@words", None),
        ("/etc/hosts is a file", None),
        ("/ happy", None),
        ("// a comment", None),
        ("1/2", None),
    ],
)
def test_a_mention_or_a_command_at_the_start_is_a_question_to_the_bot(
    text: str, question: str | None
) -> None:
    assert question_in(text) == question
