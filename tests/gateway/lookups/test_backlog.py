"""The wait of the next batch for an answer to the last one."""

import pytest

from gateway.access.allowances import Allowance
from gateway.lookups.backlog import LIMIT_S, Backlog
from gateway.lookups.pending import PendingLookup, PendingTable
from tests.gateway.lookups.samples import ignore_reply, lookup


def batch(table: PendingTable, *keys: str) -> list[PendingLookup]:
    return [table.add(lookup(key), key, 0.0, ignore_reply, Allowance()) for key in keys]


def publish(table: PendingTable, backlog: Backlog, queue_length: int, now: float, *keys: str) -> None:
    entries = batch(table, *keys)
    backlog.published(entries, queue_length, now)
    for entry in entries:
        table.published(entry, now)


def answer(table: PendingTable, backlog: Backlog, key: str) -> bool:
    entry = table.settle(key, "sid", 2.0)
    assert entry is not None
    return backlog.answered(entry)


def make() -> tuple[PendingTable, Backlog]:
    return PendingTable(10.0, 2.0, 100, 100), Backlog()


def test_nothing_is_held_back_while_workers_keep_up() -> None:
    table, backlog = make()
    for number, queue_length in enumerate((0, 1, 1)):
        publish(table, backlog, queue_length, 1.0 + number, str(number))

        assert not backlog
        assert backlog.seconds_left(1.0 + number) == 0


def test_behind_others_the_next_batch_waits_for_the_first_answer_to_the_last() -> None:
    table, backlog = make()
    publish(table, backlog, 1, 0.99, "earlier")
    publish(table, backlog, 2, 1.0, "a", "b")

    assert backlog.seconds_left(1.0) == pytest.approx(LIMIT_S)
    assert not answer(table, backlog, "earlier")
    assert backlog.seconds_left(1.0) == pytest.approx(LIMIT_S)
    assert answer(table, backlog, "b")
    assert backlog.seconds_left(1.0) == 0
    assert not answer(table, backlog, "a")


def test_the_wait_has_a_limit_because_the_last_batch_may_be_lost() -> None:
    table, backlog = make()
    publish(table, backlog, 7, 1.0, "a")

    assert 0 < backlog.seconds_left(1.0 + LIMIT_S / 2) < LIMIT_S
    assert backlog.seconds_left(1.0 + LIMIT_S) == 0
    assert not backlog


def test_answers_before_the_brokers_confirmation_hold_nothing_back() -> None:
    table, backlog = make()
    entries = batch(table, "a", "b")
    table.settle("a", "sid", 1.0)
    backlog.published(entries, 2, 1.0)

    assert not backlog
