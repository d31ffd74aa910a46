"""What a worker remembers: each answer for what was asked, and nothing that changes."""

from __future__ import annotations

import msgspec

from shared.messages import Context, Lookup, Reply
from workers.commands import encoded_answer
from workers.lexicon import Lexicon
from workers.remembered import Remembered


def reply(lexicon: Lexicon, remembered: Remembered, **asked: object) -> Reply:
    lookup = Lookup("key", "/", "sid", **asked)
    return msgspec.json.decode(encoded_answer(lexicon, lookup, remembered), type=Reply)


def test_what_was_asked_before_is_not_looked_up_again(lexicon: Lexicon) -> None:
    remembered = Remembered()
    asked = [Lookup(key, "/", sid, "definition", "dog") for key, sid in (("1", "ann"), ("2", "bob"))]

    first, second = [encoded_answer(lexicon, lookup, remembered) for lookup in asked]

    assert first is second
    assert len(remembered) == 1


def test_what_differs_in_anything_is_remembered_apart(lexicon: Lexicon) -> None:
    remembered = Remembered()
    asked = [
        {"command": "definition", "word": "dog"},
        {"command": "definition", "word": "dog", "pos": "v"},
        {"command": "similarity", "word": "dog", "word2": "cat"},
        {"command": "similarity", "word": "dog", "word2": "car"},
        {"command": "ask", "text": "and as a verb?", "context": Context("definition", "light")},
        {"command": "ask", "text": "and as a verb?", "context": Context("definition", "run")},
    ]

    replies = [reply(lexicon, remembered, **each).response for each in asked * 2]

    assert len(set(replies)) == len(remembered) == len(asked)
    assert replies[: len(asked)] == replies[len(asked) :]


def test_what_is_ever_new_is_not_remembered(lexicon: Lexicon) -> None:
    remembered = Remembered()
    found = {reply(lexicon, remembered, command="random").response for _ in range(10)}
    found |= {reply(lexicon, remembered, command="ask", text="a random word").response for _ in range(10)}

    assert len(found) > 15
    assert len(remembered) == 0


def test_what_is_remembered_is_bounded(lexicon: Lexicon) -> None:
    remembered = Remembered(max_bytes=10_000)
    for name in list(lexicon.lemma_names())[:2000]:
        reply(lexicon, remembered, command="definition", word=name)

    assert 5 < len(remembered) < 40
