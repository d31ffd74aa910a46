"""A record of one lookup of a test client: the question, its times and its replies."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.words import Question


@dataclass(slots=True)
class Asked:
    """One lookup as a client sees it; times are in seconds of time.monotonic()."""

    id: str
    question: Question
    asked_at: float
    sent_at: float = 0.0  # of the last send; the client asks again on a new connection
    times_sent: int = 0
    acked_at: float | None = None  # of the first acknowledgement
    ack: dict[str, Any] | None = None
    replied_at: float | None = None  # of the first reply
    replies: list[dict[str, Any]] = field(default_factory=list)

    @property
    def outcome(self) -> str:
        """`ok`, the code of the error, or `lost`."""
        if not self.replies:
            return "lost"
        error = self.replies[0].get("error")
        return error["code"] if error else "ok"

    @property
    def seconds(self) -> float:
        """Seconds from the question to the reply."""
        assert self.replied_at is not None, f"{self.id} was never answered"
        return self.replied_at - self.asked_at

    @property
    def seconds_since_sent(self) -> float:
        """Seconds from the last send to the reply: the time that the answering gateway accounts for."""
        assert self.replied_at is not None, f"{self.id} was never answered"
        return self.replied_at - self.sent_at
