"""A worker's cache of encoded replies: people ask about the same words again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from msgspec import Raw

# The fields of a question that are the same for every asker.
Asked = tuple[object, ...]

MAX_BYTES: Final = 6 * 1024 * 1024  # about 10,000 ordinary answers
OVERHEAD_BYTES: Final = 300  # memory that one entry takes in addition to its text
MAX_ANSWER_BYTES: Final = 64 * 1024  # one overview of a rich word is about 40 KB


class AnswerCache:
    """Encoded replies by question, up to a limit in bytes; the oldest entries make room for new ones."""

    def __init__(self, max_bytes: int = MAX_BYTES) -> None:
        self._max_bytes = max_bytes
        self._bytes = 0
        self._replies: dict[Asked, Raw] = {}
        # The reply to a question, or None. The dict's own method saves a call: a tenth of a remembered reply.
        self.get: Final = self._replies.get

    def __len__(self) -> int:
        return len(self._replies)

    def put(self, asked: Asked, reply: Raw) -> None:
        """Keep `reply`, unless it is very large.

        Entries leave by age, not by use, because a word that is asked often comes back soon.
        """
        size = _size(reply)
        if size > MAX_ANSWER_BYTES or asked in self._replies:
            return
        self._replies[asked] = reply
        self._bytes += size
        while self._bytes > self._max_bytes:
            oldest = next(iter(self._replies))
            self._bytes -= _size(self._replies.pop(oldest))


def _size(reply: Raw) -> int:
    return OVERHEAD_BYTES + len(reply)
