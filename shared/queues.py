"""The queue of each question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.catalog import BY_NAME
from shared.names import ASK_EVENT, LOOKUP_QUEUE, QUESTION_QUEUE

if TYPE_CHECKING:
    from shared.messages import Question


def queue_of(question: Question) -> str:
    """Return the queue of a question: those that need a network for milliseconds have a separate one."""
    command = BY_NAME.get(question.command)
    is_sentence = question.command == ASK_EVENT or question.sentence is not None
    needs_model = is_sentence or (command is not None and command.needs_model)
    return QUESTION_QUEUE if needs_model else LOOKUP_QUEUE
