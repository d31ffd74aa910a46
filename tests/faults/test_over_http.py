"""Requests over plain HTTP get one answer, or an honest error by their deadline, whatever breaks.

The other tests of this folder ask over plain HTTP, too, as far as their fault concerns it: half of the
clients of their loads do, and some tests have a case for each door.
"""

from __future__ import annotations

import signal
import time
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from http.client import HTTPException
from typing import TYPE_CHECKING

import pytest

from tests.clients.http import HttpClient
from tests.faults.silent_link import SilentLink
from tests.stack import Stack, wait_until
from tests.words import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.waits

CLIENTS = 8
DEADLINE_S = 10.0
SLACK_SECONDS = 5.0  # of a busy machine
PLACE_LOST_SECONDS = 12.0  # the limit of a wait, and the pauses of the sweep


class Crowd:
    """Clients that ask one lookup after another until they are stopped."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._is_over = False
        self._pool = ThreadPoolExecutor(CLIENTS)
        self._asking: list[Future[None]] = []
        self.statuses: list[int] = []

    def start(self) -> None:
        self._asking = [self._pool.submit(self._ask) for _ in range(CLIENTS)]

    def stop(self) -> None:
        self._is_over = True
        for each in self._asking:
            each.result(DEADLINE_S + SLACK_SECONDS)
        self._pool.shutdown()

    def wait_for_answers(self) -> None:
        """Return once every client can have had another answer."""
        enough = len(self.statuses) + 10 * CLIENTS
        wait_until(lambda: len(self.statuses) >= enough, "more answers", DEADLINE_S + SLACK_SECONDS)

    def _ask(self) -> None:
        with HttpClient(self._url, DEADLINE_S + SLACK_SECONDS) as client:
            while not self._is_over:
                for question in QUESTIONS:
                    answer = client.look_up(**question.message)
                    self.statuses.append(answer.status)
                    assert answer.status != 200 or answer.json()["response"] == question.answer


@contextmanager
def crowd(stack: Stack) -> Iterator[Crowd]:
    """Let a crowd ask."""
    asking = Crowd(stack.gateway.url)
    asking.start()
    asking.wait_for_answers()
    yield asking
    asking.wait_for_answers()
    asking.stop()


def test_a_killed_worker_costs_no_request_its_answer(mended: Stack) -> None:
    with crowd(mended) as asking:
        mended.worker.kill()

    assert set(asking.statuses) == {200}


def test_a_restarted_redis_costs_no_request_its_answer(mended: Stack) -> None:
    with crowd(mended) as asking:
        mended.redis.kill()
        mended.redis.start()

    assert set(asking.statuses) == {200}


def test_without_redis_a_request_ends_at_its_deadline(mended: Stack) -> None:
    gateway = mended.add_gateway("impatient", RATE_LIMIT="0", LOOKUP_DEADLINE="1")
    try:
        gateway.wait_until_ready()
        mended.redis.kill()
        started = time.monotonic()
        with HttpClient(gateway.url) as client:
            one = client.look_up("pos", word="well")
            [other] = client.batch({"command": "pos", "word": "well"}).json()["replies"]
        seconds = time.monotonic() - started
    finally:
        gateway.end()
        del mended.gateways["impatient"]

    assert one.status in {503, 504}
    assert one.json()["code"] in {"unavailable", "timeout"}
    assert other["error"]["code"] in {"unavailable", "timeout"}
    assert 2.0 <= seconds < DEADLINE_S


def test_clients_that_fall_silent_before_their_answer_lose_their_places(mended: Stack) -> None:
    gateway = mended.gateway
    with (
        ThreadPoolExecutor(CLIENTS) as pool,
        SilentLink(gateway.port) as link,
        HttpClient(gateway.url) as other,
    ):
        assert other.look_up("lemmatizer", word="geese").status == 200
        files = gateway.open_files()
        for worker in mended.workers.values():
            worker.freeze()
        for _ in range(CLIENTS):
            pool.submit(ask_once, f"http://127.0.0.1:{link.port}")
        wait_until(lambda: gateway.metric("wordwire_pending") == CLIENTS, "the lookups")
        assert link.silence() == CLIENTS
        for worker in mended.workers.values():
            worker.thaw()

        wait_until(lambda: gateway.open_files() <= files, "their files to be closed", PLACE_LOST_SECONDS)
        assert gateway.metric("wordwire_pending") == 0


def ask_once(url: str) -> None:
    """Ask a lookup whose answer never comes; its connection breaks at last."""
    with HttpClient(url) as client, suppress(OSError, HTTPException):
        client.look_up("lemmatizer", word="geese")


def test_a_stopping_gateway_answers_the_requests_that_it_has(mended: Stack) -> None:
    gateway = mended.add_gateway("stopping", RATE_LIMIT="0")
    gateway.wait_until_ready()
    for worker in mended.workers.values():
        worker.freeze()
    with ThreadPoolExecutor(CLIENTS) as pool, HttpClient(gateway.url) as client:
        asked = pool.submit(client.look_up, "lemmatizer", word="geese")
        wait_until(lambda: gateway.metric("wordwire_pending") == 1, "the lookup")
        gateway.signal(signal.SIGTERM)
        wait_until(lambda: gateway.status("/servez") == 404, "the drain")
        for worker in mended.workers.values():
            worker.thaw()

        answer = asked.result(DEADLINE_S + SLACK_SECONDS)
    del mended.gateways["stopping"]

    assert answer.json()["response"] == ["goose"]
    assert answer.headers["connection"] == "close"  # the next request reaches another gateway
    assert gateway.wait_for_end(SLACK_SECONDS + DEADLINE_S) == 0
