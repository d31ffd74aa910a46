"""Load at a steady rate over a few connections, from a separate thread, and its outcome."""

from __future__ import annotations

import asyncio
import threading
import time
from collections import Counter
from dataclasses import dataclass
from itertools import cycle
from typing import TYPE_CHECKING, Any, Self

from tests.clients.light import LightClient
from tests.clients.light_http import LightHttpClient
from tests.words import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.clients.asked import Asked
    from tests.words import Question

TICK_SECONDS = 0.005
CONNECT_SECONDS = 10.0


class Load:
    """Sends `rate` lookups a second, without waiting for answers (an open loop), until `finish`.

    The clients use sockets; of so many of them as `http_every` tells, one asks over plain HTTP instead.
    Meanwhile the test's own thread can break things in the `with` block.
    """

    def __init__(
        self,
        urls: Sequence[str],
        rate: float,
        clients: int = 10,
        *,
        questions: Sequence[Question] = QUESTIONS,
        ack_every: int = 1,
        http_every: int = 0,
    ) -> None:
        self._urls = list(urls)
        self._rate = rate
        self._clients_wanted = clients
        self._questions = questions
        self._ack_every = ack_every
        self._http_every = http_every
        self._clients: list[LightClient | LightHttpClient] = []
        self._is_connected = threading.Event()
        self._stop = threading.Event()
        self._patience = 0.0
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="load")

    def __enter__(self) -> Self:
        """Start asking, and return once every client is connected."""
        self._thread.start()
        self._is_connected.wait()
        if self._error:
            self._thread.join()
            raise AssertionError("The clients could not connect.") from self._error
        return self

    def __exit__(self, *_error: object) -> None:
        """Stop asking at once if the test failed before `finish`."""
        self._stop.set()
        self._thread.join()

    def finish(self, patience: float = 14.0) -> Outcome:
        """Stop asking, wait at most `patience` seconds for open lookups, and return the outcome."""
        self._patience = patience
        self._stop.set()
        self._thread.join()
        if self._error is not None:
            raise AssertionError("The load generator failed.") from self._error
        asked = [asked for client in self._clients for asked in client.asked]
        strays = [stray for client in self._clients for stray in client.strays]
        return Outcome(asked, strays, sum(client.connections for client in self._clients))

    def answered(self) -> int:
        """Return the number of lookups that have their reply."""
        return sum(len(client.asked) - client.open for client in self._clients)

    def _run(self) -> None:
        try:
            asyncio.run(self._drive())
        except BaseException as error:  # noqa: BLE001 - the waiting thread raises it
            self._error = error
        finally:
            self._is_connected.set()

    async def _drive(self) -> None:
        first = self._urls
        for number in range(self._clients_wanted):
            # Clients start at different gateways, so that these share the load.
            turn = number % len(first)
            self._clients.append(self._client(number, first[turn:] + first[:turn]))
        for client in self._clients:
            client.start()
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                for client in self._clients:
                    await client.joined.wait()
            self._is_connected.set()
            await self._ask_at_rate()
            await self._wait_for_replies()
        finally:
            await asyncio.gather(*(client.stop() for client in self._clients))

    def _client(self, number: int, urls: Sequence[str]) -> LightClient | LightHttpClient:
        # Both kinds start at each of the gateways.
        turn = number // len(self._urls) + 1
        if self._http_every and turn % self._http_every == 0:
            return LightHttpClient(f"http{number}", urls)
        return LightClient(f"client{number}", urls, ack_every=self._ack_every)

    async def _ask_at_rate(self) -> None:
        turns, questions = cycle(self._clients), cycle(self._questions)
        began = time.monotonic()
        asked = 0
        while not self._stop.is_set():
            due = int((time.monotonic() - began) * self._rate)
            for _ in range(due - asked):
                next(turns).ask(next(questions))
            asked = max(asked, due)
            await asyncio.sleep(TICK_SECONDS)

    async def _wait_for_replies(self) -> None:
        until = time.monotonic() + self._patience
        while any(client.open for client in self._clients) and time.monotonic() < until:
            await asyncio.sleep(TICK_SECONDS)
        await asyncio.sleep(0.2)  # long enough for a second reply to the last lookups


@dataclass
class Outcome:
    """The fate of every lookup of a load; `connections` are those of its sockets."""

    asked: list[Asked]
    strays: list[dict[str, Any]]
    connections: int

    def check(self) -> None:
        """Assert the promise: each lookup got exactly one reply, correct and sent to the right client."""
        lost = [asked.id for asked in self.asked if not asked.replies]
        doubled = [asked.id for asked in self.asked if len(asked.replies) > 1]
        wrong = [
            (asked.question, asked.replies[0])
            for asked in self.asked
            if asked.outcome == "ok" and not asked.question.is_answered_by(asked.replies[0])
        ]
        refused = [asked.replies[0] for asked in self.asked if asked.outcome not in {"ok", "lost"}]

        assert not lost, f"{len(lost)} of {len(self.asked)} got no answer: {lost[:10]}"
        assert not doubled, f"{len(doubled)} got more than one answer: {doubled[:10]}"
        assert not self.strays, f"replies to another client's lookups: {self.strays[:10]}"
        assert not wrong, f"{len(wrong)} answers were wrong: {wrong[:3]}"
        assert all(reply["response"] == "[]" for reply in refused), "an error with an answer"
        assert len(self.of("ok")) + len(refused) == len(self.asked)

    def of(self, *outcomes: str) -> list[Asked]:
        """Return the lookups with one of these outcomes (`ok` or an error code)."""
        return [asked for asked in self.asked if asked.outcome in outcomes]

    def counts(self) -> dict[str, int]:
        """Return the number of lookups by outcome."""
        return dict(Counter(asked.outcome for asked in self.asked))

    def between(self, begin: float, end: float) -> Outcome:
        """Return the outcome of the lookups asked between two times of time.monotonic()."""
        return Outcome([asked for asked in self.asked if begin <= asked.asked_at < end], self.strays, 0)

    def percentile(self, share: float, of: Callable[[Asked], float] = lambda asked: asked.seconds) -> float:
        """Return the seconds within which a `share` of the answers (0.99, for example) came."""
        times = sorted(of(asked) for asked in self.of("ok"))
        assert times, "no lookup was answered"
        return times[min(len(times) - 1, int(share * len(times)))]

    def slowest(self) -> float:
        """Return the seconds of the slowest answer."""
        return self.percentile(1.0)

    def __str__(self) -> str:
        counts = ", ".join(f"{number} {outcome}" for outcome, number in sorted(self.counts().items()))
        if not self.of("ok"):
            return f"{len(self.asked)} asked: {counts}"
        return (
            f"{len(self.asked)} asked: {counts}; answered in {self.percentile(0.5) * 1000:.1f} ms (median), "
            f"{self.percentile(0.99) * 1000:.0f} ms (p99), {self.slowest() * 1000:.0f} ms (slowest)"
        )
