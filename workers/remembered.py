"""The answers that a worker keeps, because people ask the same words again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from shared.messages import Reply

MAX_BYTES: Final = 4 * 1024 * 1024  # some 5,000 ordinary answers; a child should stay below 20 MB of its own
BYTES_EACH: Final = 600  # what keeping an answer takes besides its text: reply, key and places in the table
MAX_ANSWER_BYTES: Final = 64 * 1024  # one overview of a rich word is about 40 KB

Asked = tuple[str, str, str | None, str | None]


class Remembered:
    """Replies by command, word, pos and second word; the oldest go when there are too many bytes of them."""

    def __init__(self, max_bytes: int = MAX_BYTES) -> None:
        self._max_bytes = max_bytes
        self._bytes = 0
        self._replies: dict[Asked, Reply] = {}

    def get(self, asked: Asked) -> Reply | None:
        """Return the reply to `asked`, without a key, or None."""
        return self._replies.get(asked)

    def keep(self, asked: Asked, reply: Reply) -> None:
        """Keep `reply`; as the oldest go first, a word asked often comes back soon."""
        size = _size(reply)
        if size > MAX_ANSWER_BYTES or asked in self._replies:
            return
        self._replies[asked] = reply
        self._bytes += size
        while self._bytes > self._max_bytes:
            oldest = next(iter(self._replies))
            self._bytes -= _size(self._replies.pop(oldest))


def _size(reply: Reply) -> int:
    return BYTES_EACH + len(reply.response)
