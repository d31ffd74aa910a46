"""Each question has one queue: what takes a network milliseconds never delays a lookup."""

from __future__ import annotations

from shared import names
from shared.catalog import COMMANDS
from shared.messages import Question
from shared.queues import queue_of


def test_sentences_descriptions_and_texts_wait_in_their_own_queue() -> None:
    with_questions = {row.name for row in COMMANDS if queue_of(Question(row.name)) == names.QUESTION_QUEUE}

    assert queue_of(Question(names.ASK_EVENT, text="define dog")) == names.QUESTION_QUEUE
    assert queue_of(Question("definition", "bank", sentence="the bank of a river")) == names.QUESTION_QUEUE
    assert queue_of(Question("definition", "bank")) == names.LOOKUP_QUEUE
    assert with_questions == {"reverse", "gloss"}
    assert set(names.QUEUES) == {names.LOOKUP_QUEUE, names.QUESTION_QUEUE}
