"""Faults 5 and 8: tests kill or replace gateways with open lookups, and replace workers under load."""

from __future__ import annotations

import time

import pytest

from tests.clients.load import Load
from tests.clients.reference import ReferenceClient
from tests.faults.conftest import Report
from tests.stack import ManagedProcess, Stack
from tests.stack.waiting import patience

pytestmark = pytest.mark.waits


def test_clients_of_a_killed_gateway_get_all_their_answers_from_the_next_one(
    mended: Stack, report: Report
) -> None:
    with Load([mended.gateway.url], rate=100, clients=20, http_every=2) as load:
        time.sleep(1.0)
        for worker in mended.workers.values():
            worker.freeze()
        time.sleep(0.5)  # so that some lookups are certainly open
        mended.gateway.kill()
        for worker in mended.workers.values():
            worker.thaw()
        mended.gateway.start()
        time.sleep(3.0)
        outcome = load.finish()

    report(outcome)
    assert set(outcome.counts()) == {"ok"}
    assert sum(asked.times_sent > 1 for asked in outcome.asked) > 0
    assert outcome.connections == 20  # each of ten sockets twice


def test_the_reference_client_sends_open_lookups_again(mended: Stack) -> None:
    with ReferenceClient(mended.gateway.url) as client:
        for worker in mended.workers.values():
            worker.freeze()
        lookups = [client.ask(command="lemmatizer", word="geese") for _ in range(20)]
        assert lookups[-1].ack.result(5)["status"] == "queued"
        mended.gateway.kill()
        lookups.append(client.ask(command="lemmatizer", word="geese"))  # while there is no gateway
        for worker in mended.workers.values():
            worker.thaw()
        mended.gateway.start()

        assert [lookup.answer(patience=20) for lookup in lookups] == [["goose"]] * 21
        assert client.stray_replies == []
        assert client.connections == 2


def test_a_rolling_restart_of_workers_and_gateways_loses_nothing(mended: Stack, report: Report) -> None:
    second = mended.add_gateway("gateway-2")
    try:
        second.wait_until_ready()
        with Load([mended.gateway.url, second.url], rate=200, clients=20, http_every=2) as load:
            time.sleep(1.0)
            for process in [*mended.workers.values(), *mended.gateways.values()]:
                restart(process)
                mended.wait_until_ready()
                time.sleep(1.0)
            outcome = load.finish()
    finally:
        second.end()
        del mended.gateways["gateway-2"]

    report(outcome)
    assert set(outcome.counts()) == {"ok"}
    assert outcome.slowest() < 5.0 * patience()


def restart(process: ManagedProcess) -> None:
    """Replace a process like a deployment: ask it to end, wait, and start a new one."""
    assert process.stop() == 0, f"{process.name} did not end cleanly"
    process.start()
