"""Shutdown: a gateway drains and a worker finishes, so every acknowledged lookup gets its answer."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.clients.http import HttpClient
from tests.clients.load import Load
from tests.clients.reference import ReferenceClient
from tests.faults.conftest import Report
from tests.stack import GatewayProcess, Stack, wait_until
from tests.stack.waiting import patience

pytestmark = pytest.mark.waits

GRACE_SECONDS = 10.0  # SHUTDOWN_GRACE


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_a_draining_gateway_serves_its_sessions_and_accepts_no_new_one(mended: Stack, transport: str) -> None:
    gateway = mended.gateway
    client = ReferenceClient(gateway.url, transports=(transport,))
    with client:
        for worker in mended.workers.values():
            worker.freeze()
        lookups = [client.ask(command="lemmatizer", word="geese") for _ in range(5)]
        assert lookups[-1].ack.result(5)["status"] == "queued"
        gateway.signal(signal.SIGTERM)
        wait_until(lambda: gateway.status("/servez") == 404, "the gateway to drain")

        assert gateway.status("/socket.io/?EIO=4&transport=polling") == 503
        lookups.append(client.ask(command="lemmatizer", word="geese"))
        assert lookups[-1].ack.result(5)["status"] == "queued"
        assert client.connections == 1
        for worker in mended.workers.values():
            worker.thaw()
        assert [lookup.answer() for lookup in lookups] == [["goose"]] * 6
        assert gateway.wait_for_end(GRACE_SECONDS) == 0
        assert client.connections == 1


def test_an_idle_gateway_ends_at_once(mended: Stack) -> None:
    with ReferenceClient(mended.gateway.url), ReferenceClient(mended.gateway.url, transports=("polling",)):
        began = time.monotonic()

        assert mended.gateway.stop() == 0
        assert time.monotonic() - began < 2.0 * patience()


@pytest.fixture
def impatient(mended: Stack) -> Iterator[GatewayProcess]:
    """Start another gateway, which has two seconds for its end, and freeze the workers."""
    gateway = mended.add_gateway("impatient", SHUTDOWN_GRACE="2")
    gateway.wait_until_ready()
    for worker in mended.workers.values():
        worker.freeze()
    yield gateway
    mended.gateways.pop("impatient").end()


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_a_drain_ends_within_its_grace_even_with_open_lookups(
    impatient: GatewayProcess, transport: str
) -> None:
    with ReferenceClient(impatient.url, transports=(transport,)) as client:
        assert client.ask(command="lemmatizer", word="geese").ack.result(5)["status"] == "queued"
        began = time.monotonic()

        assert impatient.stop() == 0
        assert 2.0 <= time.monotonic() - began < 3.0 * patience()


def test_a_drain_ends_within_its_grace_with_an_error_for_requests_over_http(
    impatient: GatewayProcess,
) -> None:
    question = {"command": "lemmatizer", "word": "geese"}
    with (
        HttpClient(impatient.url) as one,
        HttpClient(impatient.url) as other,
        ThreadPoolExecutor(2) as pool,
    ):
        asked, batch = pool.submit(one.look_up, **question), pool.submit(other.batch, question)
        wait_until(lambda: impatient.metric("wordwire_pending") == 2, "both lookups")
        began = time.monotonic()

        assert impatient.stop() == 0
        assert 2.0 <= time.monotonic() - began < 3.0 * patience()
        assert (asked.result(5).status, asked.result().json()["code"]) == (504, "timeout")
        assert batch.result(5).json()["replies"][0]["error"]["code"] == "timeout"


def test_a_worker_finishes_its_lookups_after_sigterm_to_its_whole_process_group(
    mended: Stack, report: Report
) -> None:
    with Load([mended.gateway.url], rate=200, http_every=2) as load:
        time.sleep(1.0)
        os.killpg(mended.worker.pid, signal.SIGTERM)
        assert mended.worker.wait_for_end(GRACE_SECONDS) == 0
        time.sleep(1.0)
        outcome = load.finish()

    report(outcome)
    assert set(outcome.counts()) == {"ok"}
    assert mended.worker.members() == []
