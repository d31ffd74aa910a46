"""The answers that a worker keeps, because people ask the same words again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from msgspec import Raw

    from shared.messages import Context, Lookup

MAX_BYTES: Final = 6 * 1024 * 1024  # some 10,000 ordinary answers
BYTES_EACH: Final = 300  # what keeping an answer takes besides its text
MAX_ANSWER_BYTES: Final = 64 * 1024  # one overview of a rich word is about 40 KB

# All that makes a lookup what it is: whoever asks, the answer is the same.
Asked = tuple[str, str, str | None, str | None, str | None, "Context | None"]


class Remembered:
    """Encoded replies by what was asked; the oldest go when there are too many bytes of them."""

    def __init__(self, max_bytes: int = MAX_BYTES) -> None:
        self._max_bytes = max_bytes
        self._bytes = 0
        self._replies: dict[Asked, Raw] = {}

    def __len__(self) -> int:
        return len(self._replies)

    def get(self, asked: Asked) -> Raw | None:
        """Return the reply to `asked`, or None."""
        return self._replies.get(asked)

    def keep(self, asked: Asked, reply: Raw) -> None:
        """Keep `reply`; as the oldest go first, a word asked often comes back soon."""
        size = _size(reply)
        if size > MAX_ANSWER_BYTES or asked in self._replies:
            return
        self._replies[asked] = reply
        self._bytes += size
        while self._bytes > self._max_bytes:
            oldest = next(iter(self._replies))
            self._bytes -= _size(self._replies.pop(oldest))


def asked_by(lookup: Lookup) -> Asked:
    """Return what `lookup` asks, without who asks it."""
    return lookup.command, lookup.word, lookup.pos, lookup.word2, lookup.text, lookup.context


def _size(reply: Raw) -> int:
    return BYTES_EACH + len(reply)
