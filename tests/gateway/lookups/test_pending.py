"""The pending table: caps, deadlines, and signs of loss."""

import pytest

from gateway.access.allowances import Allowance
from gateway.lookups.pending import MAX_ATTEMPTS, PendingLookup, PendingTable, State
from shared.errors import Busy, RateLimited
from tests.gateway.lookups.samples import ignore_reply, lookup


@pytest.fixture
def table() -> PendingTable:
    return PendingTable(deadline=10.0, retry_after=2.0, max_pending=4, max_per_client=2)


def add(table: PendingTable, key: str, sid: str = "sid", now: float = 0.0) -> PendingLookup:
    return table.add(lookup(key, sid), key, now, ignore_reply, Allowance())


def publish(table: PendingTable, entry: PendingLookup, now: float) -> PendingLookup:
    table.published(entry, now)
    return entry


def test_a_reply_settles_its_lookup_once(table: PendingTable) -> None:
    entry = add(table, "a")

    assert table.settle("a", "sid", now=1.0) is entry
    assert table.settle("a", "sid", now=1.0) is None
    assert len(table) == 0


def test_a_reply_for_another_room_settles_nothing(table: PendingTable) -> None:
    add(table, "a")

    assert table.settle("a", "somebody else", now=1.0) is None
    assert len(table) == 1


def test_two_clients_may_use_the_same_id(table: PendingTable) -> None:
    lookups = [lookup("k1", "one"), lookup("k2", "two")]
    entries = [table.add(each, 7, 0.0, ignore_reply, Allowance()) for each in lookups]

    assert [table.find(sid, 7) for sid in ("one", "two")] == entries
    assert table.settle("k1", "one", now=1.0) is entries[0]
    assert table.find("one", 7) is None
    assert table.find("two", 7) is entries[1]


def test_ids_of_different_types_are_different_ids(table: PendingTable) -> None:
    table.add(lookup("k1"), 1, 0.0, ignore_reply, Allowance())

    assert table.find("sid", "1") is None


def test_caps_per_client_and_in_all(table: PendingTable) -> None:
    for key in ("a", "b"):
        add(table, key, "greedy")
    with pytest.raises(RateLimited, match="2 lookups open"):
        table.check_caps("greedy", Allowance())
    table.check_caps("modest", Allowance())
    for key in ("c", "d"):
        add(table, key, "other")
    with pytest.raises(Busy):
        table.check_caps("modest", Allowance())


def test_a_lookup_expires_at_its_deadline_and_not_before(table: PendingTable) -> None:
    first, second = add(table, "a", now=0.0), add(table, "b", now=1.0)

    assert table.expired(9.9) == []
    assert table.expired(10.0) == [first]
    assert table.expired(11.0) == [second]
    assert first.state is State.SETTLED


def test_the_lookups_of_a_closed_connection_are_forgotten(table: PendingTable) -> None:
    entry = add(table, "a", "closed")
    kept = add(table, "b", "open")

    table.forget("closed")

    assert entry.state is State.SETTLED
    assert table.settle("a", "closed", now=1.0) is None
    assert table.find("open", "b") is kept


def test_nothing_is_lost_before_retry_after(table: PendingTable) -> None:
    publish(table, add(table, "a"), now=0.0)

    assert list(table.lost(1.9)) == []


def test_a_lookup_is_lost_if_nothing_was_answered_since(table: PendingTable) -> None:
    entry = publish(table, add(table, "a"), now=0.0)

    assert list(table.lost(2.0)) == [entry]
    assert entry.state is State.WAITING


def test_the_last_lookup_is_lost_although_an_earlier_one_was_answered_after_it(table: PendingTable) -> None:
    publish(table, add(table, "early"), now=0.0)
    entry = publish(table, add(table, "last"), now=0.1)
    table.settle("early", "sid", now=0.5)
    assert list(table.lost(2.4)) == []

    assert list(table.lost(2.5)) == [entry]


def test_silence_is_no_sign_of_loss_while_the_queue_is_not_empty(table: PendingTable) -> None:
    entry = publish(table, add(table, "a"), now=0.0)
    assert list(table.lost(5.0, queue_is_empty=False)) == []

    assert list(table.lost(5.0)) == [entry]


def test_slow_is_not_lost(table: PendingTable) -> None:
    """The worker answered an earlier lookup meanwhile, so it is alive and has yet to reach this one."""
    publish(table, add(table, "early"), now=0.0)
    publish(table, add(table, "slow"), now=1.0)
    table.settle("early", "sid", now=2.5)

    assert list(table.lost(3.5)) == []


def test_an_answer_to_a_later_lookup_is_a_sign_of_loss(table: PendingTable) -> None:
    entry = publish(table, add(table, "overtaken"), now=0.0)
    publish(table, add(table, "later"), now=0.5)
    table.settle("later", "sid", now=1.0)

    assert list(table.lost(2.0)) == [entry]


def test_a_reconnect_is_a_sign_of_loss(table: PendingTable) -> None:
    publish(table, add(table, "early"), now=0.0)
    entry = publish(table, add(table, "a"), now=0.5)
    table.settle("early", "sid", now=1.0)
    assert list(table.lost(2.5)) == []

    table.reconnected(2.6)

    assert list(table.lost(2.7)) == [entry]


def test_lookups_published_before_a_reconnect_are_retried_soon_after_it(table: PendingTable) -> None:
    entry = publish(table, add(table, "a"), now=0.0)
    publish(table, add(table, "b"), now=0.2)
    table.reconnected(0.1)
    assert list(table.lost(0.5)) == []

    assert list(table.lost(0.7)) == [entry]

    publish(table, entry, now=0.7)
    assert list(table.lost(1.2)) == []


def test_a_lookup_has_three_attempts_and_then_waits_for_its_deadline(table: PendingTable) -> None:
    entry = add(table, "a")
    publish(table, entry, now=0.0)
    assert list(table.lost(2.0)) == [entry]
    publish(table, entry, now=2.0)
    assert list(table.lost(4.9)) == []
    assert list(table.lost(5.0)) == [entry]
    publish(table, entry, now=5.0)

    assert entry.attempts == MAX_ATTEMPTS
    assert list(table.lost(9.9)) == []
    assert table.expired(10.0) == [entry]
