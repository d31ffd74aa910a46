"""Whether the next batch waits for a worker to come to the last one."""

import pytest

from gateway.backlog import LIMIT_S, Backlog
from gateway.pending import PendingLookup, PendingTable
from shared.messages import Lookup


def batch(table: PendingTable, *keys: str) -> list[PendingLookup]:
    return [table.add(Lookup(key, "/", "sid", "pos", "run"), key, 0.0) for key in keys]


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


def test_behind_others_the_next_waits_for_the_first_answer_to_the_last() -> None:
    table, backlog = make()
    publish(table, backlog, 1, 0.99, "earlier")
    publish(table, backlog, 2, 1.0, "a", "b")

    assert backlog.seconds_left(1.0) == pytest.approx(LIMIT_S)
    assert not answer(table, backlog, "earlier")
    assert backlog.seconds_left(1.0) == pytest.approx(LIMIT_S)
    assert answer(table, backlog, "b")
    assert backlog.seconds_left(1.0) == 0
    assert not answer(table, backlog, "a")


def test_or_until_the_limit_since_the_last_may_be_lost() -> None:
    table, backlog = make()
    publish(table, backlog, 7, 1.0, "a")

    assert 0 < backlog.seconds_left(1.0 + LIMIT_S / 2) < LIMIT_S
    assert backlog.seconds_left(1.0 + LIMIT_S) == 0
    assert not backlog


def test_answers_that_were_faster_than_the_brokers_word_hold_nothing_back() -> None:
    table, backlog = make()
    entries = batch(table, "a", "b")
    table.settle("a", "sid", 1.0)
    backlog.published(entries, 2, 1.0)

    assert not backlog
