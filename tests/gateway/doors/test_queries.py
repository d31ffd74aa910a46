"""Query strings become the messages of the socket, and every mistake is named."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest

from gateway.doors.queries import OF_LOOKUPS, OF_QUESTIONS, read_query
from gateway.lookups.parsing import read_ask, read_my_message
from shared.errors import BadRequest


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("word=light", {"word": "light"}),
        ("word=ice%20cream&pos=n", {"word": "ice cream", "pos": "n"}),
        ("word=caf%C3%A9", {"word": "café"}),
        ("word=caf\xc3\xa9", {"word": "café"}),  # unescaped, as WSGI gives it
        ("word=a&where[letters]=5", {"word": "a", "where": {"letters": (5, 5)}}),
        ("word=a&where%5Bsyllables%5D=3-2", {"word": "a", "where": {"syllables": (2, 3)}}),
        ("word=a&where[contains]=x&where[contains]=y", {"word": "a", "where": {"contains": ["x", "y"]}}),
        (
            "word=a&where[common]=false&where[starts]=",
            {"word": "a", "where": {"common": False, "starts": ""}},
        ),
    ],
)
def test_a_query_is_the_message_of_the_socket(query: str, message: dict[str, Any]) -> None:
    read = read_query(query, OF_LOOKUPS)

    assert read == message
    assert read_my_message({"command": "rhymes"} | read).word == message["word"]


@pytest.mark.parametrize(
    ("query", "mistake"),
    [
        ("word=a&word=b", "`word` is given twice"),
        ("word=a&where[starts]=a&where[starts]=b", r"`where\[starts\]` is given twice"),
        ("word=a&pso=n", r"no parameter `pso`. There are word, pos, word2, form, sentence, where\[starts\]"),
        ("word=a&where=x", "no parameter `where`"),
        ("word=a&where[weight]=5", r"no parameter `where\[weight\]`"),
        ("word=a&id=7", "no parameter `id`"),
        ("word=a&command=pos", "no parameter `command`"),
        ("word=a&where[letters]=five", "must be a number up to 100, or two"),
        ("word=a&where[letters]=101", "must be a number up to 100"),
        ("word=a&where[letters]=5%0A", "must be a number up to 100"),
        ("word=a&where[common]=yes", "must be true or false"),
        ("word=%ff", "not UTF-8"),
        ("word=\xff", "not UTF-8"),
    ],
)
def test_a_mistake_is_named(query: str, mistake: str) -> None:
    with pytest.raises(BadRequest, match=mistake):
        read_query(query, OF_LOOKUPS)


def test_a_question_is_a_text_with_its_context() -> None:
    query = urlencode({"text": "and as a verb?", "context": '{"command": "definition", "word": "light"}'})
    question = read_ask(read_query(query, OF_QUESTIONS), None)

    assert question.text == "and as a verb?"
    assert question.context is not None
    assert question.context.word == "light"


@pytest.mark.parametrize(
    ("query", "mistake"),
    [("text=a&context={", "not JSON"), ("text=a&word=b", "no parameter `word`"), ("text=a&text=b", "twice")],
)
def test_a_mistake_in_a_question_is_named(query: str, mistake: str) -> None:
    with pytest.raises(BadRequest, match=mistake):
        read_query(query, OF_QUESTIONS)
