"""A client that asks steadily during an attack, and measures whether anybody harms it."""

from __future__ import annotations

import threading
import time
from typing import Self

from tests.clients.reference import PATIENCE_SECONDS, ReferenceClient
from tests.stack.waiting import patience, wait_until

PAUSE_SECONDS = 0.05  # about 20 lookups a second
MOST_SECONDS = 0.25  # the p99 that an attack may cause at most
TIMES_QUIET = 5  # on a busy machine, whose quiet p99 is already high
QUESTION = {"command": "lemmatizer", "word": "geese"}


class Bystander:
    """Asks about 20 lookups a second, one after the other, on its own connection, in a `with` statement.

    An entry of `errors` is the code of an error, or `lost` if no reply came.
    """

    def __init__(self, url: str) -> None:
        self.errors: list[str] = []
        self._client = ReferenceClient(url)
        self._stop = threading.Event()
        self._seconds: list[float] = []
        self._thread = threading.Thread(target=self._ask_steadily, daemon=True)

    def __enter__(self) -> Self:
        self._client.__enter__()
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._stop.set()
        self._thread.join(PATIENCE_SECONDS)
        self._client.__exit__()

    @property
    def refusals(self) -> int:
        """The number of lookups that were refused or failed, except timeouts."""
        return len(self.errors) - self.timeouts

    @property
    def timeouts(self) -> int:
        """The number of lookups that got no answer in time."""
        return sum(error in {"timeout", "lost"} for error in self.errors)

    def p99(self) -> float:
        """Return the 99th percentile, in seconds, of the lookups since the last call, at least one."""
        wait_until(lambda: self._seconds, "an answer to the bystander")  # an attack may take no time at all
        seconds, self._seconds = sorted(self._seconds), []
        return seconds[int(0.99 * len(seconds))]

    def quiet_p99(self, seconds: float = 1.0) -> float:
        """Return the p99 of the next `seconds`, in which the test must leave the service alone."""
        self._seconds = []
        time.sleep(seconds)
        return self.p99()

    def check(self, quiet: float) -> str:
        """Assert that nothing harmed the bystander since it measured `quiet`; return the figures."""
        p99 = self.p99()
        figures = f"bystander's p99 {p99 * 1000:.0f} ms ({quiet * 1000:.0f} ms when quiet)"
        assert not self.errors, f"{figures}; {self.errors}"
        # The figures show the ratio; asserting it would fail on a busy machine.
        assert p99 <= max(MOST_SECONDS, TIMES_QUIET * quiet) * patience(), figures
        return figures

    def _ask_steadily(self) -> None:
        while not self._stop.wait(PAUSE_SECONDS):
            began = time.monotonic()
            try:
                reply = self._client.ask(**QUESTION).reply.result(PATIENCE_SECONDS)
            except TimeoutError:
                self.errors.append("lost")
                continue
            if "error" in reply:
                self.errors.append(reply["error"]["code"])
            self._seconds.append(time.monotonic() - began)
