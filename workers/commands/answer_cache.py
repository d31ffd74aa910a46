"""A worker's cache of encoded replies: people ask about the same words again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shared.messages import Question

if TYPE_CHECKING:
    from msgspec import Raw

MAX_BYTES: Final = 6 * 1024 * 1024  # about 10,000 ordinary answers
OVERHEAD_BYTES: Final = 300  # memory that one entry takes in addition to its text
MAX_ANSWER_BYTES: Final = 64 * 1024  # one overview of a rich word is about 40 KB


class AnswerCache:
    """Encoded replies by question, up to a limit in bytes; the oldest entries make room for new ones."""

    def __init__(self, max_bytes: int = MAX_BYTES) -> None:
        self._max_bytes = max_bytes
        self._bytes = 0
        self._replies: dict[Question, Raw] = {}

    def __len__(self) -> int:
        return len(self._replies)

    def get(self, question: Question) -> Raw | None:
        """Return the reply to `question`, or None."""
        return self._replies.get(question)

    def put(self, question: Question, reply: Raw) -> None:
        """Keep `reply`, unless it is very large.

        Entries leave by age, not by use, because a word that is asked often comes back soon.
        """
        size = _size(reply)
        if size > MAX_ANSWER_BYTES or question in self._replies:
            return
        self._replies[question] = reply
        self._bytes += size
        while self._bytes > self._max_bytes:
            oldest = next(iter(self._replies))
            self._bytes -= _size(self._replies.pop(oldest))


def question_of(lookup: Question) -> Question:
    """Return the question of a lookup, without the key and the room that differ from asker to asker."""
    return Question(
        lookup.command,
        lookup.word,
        lookup.pos,
        lookup.word2,
        lookup.text,
        lookup.context,
        lookup.form,
        lookup.where,
        lookup.sentence,
    )


def _size(reply: Raw) -> int:
    return OVERHEAD_BYTES + len(reply)
