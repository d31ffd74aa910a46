"""The queue of each question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shared.catalog import COMMANDS
from shared.names import ASK_EVENT, LOOKUP_QUEUE, QUESTION_QUEUE

if TYPE_CHECKING:
    from shared.messages import Question


OF_QUESTIONS: Final = {ASK_EVENT, *(command.name for command in COMMANDS if command.needs_model)}


def queue_of(question: Question) -> str:
    """Return the queue of a question: those that need a network for milliseconds have a separate one."""
    needs_model = question.command in OF_QUESTIONS or question.sentence is not None
    return QUESTION_QUEUE if needs_model else LOOKUP_QUEUE
