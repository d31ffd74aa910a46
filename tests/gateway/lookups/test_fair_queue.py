"""The order in which connections and attempts get into batches."""

from gateway.access.allowances import Allowance
from gateway.lookups.fair_queue import FairQueue
from gateway.lookups.pending import PendingLookup, State
from tests.gateway.lookups.samples import ignore_reply, lookup


def entry(key: str, sid: str = "sid", attempts: int = 0) -> PendingLookup:
    return PendingLookup(lookup(key, sid), key, 0.0, 10.0, ignore_reply, Allowance(), attempts=attempts)


def keys(entries: list[PendingLookup]) -> list[str]:
    return [waiting.lookup.key for waiting in entries]


def test_a_batch_takes_all_waiting_lookups_up_to_its_limit() -> None:
    queue = FairQueue()
    for number in range(5):
        queue.add(entry(str(number)))

    assert keys(queue.take(3)) == ["0", "1", "2"]
    assert keys(queue.take(3)) == ["3", "4"]
    assert queue.take(3) == []
    assert not queue


def test_connections_take_turns_of_a_few_lookups() -> None:
    queue = FairQueue()
    for number in range(9):
        queue.add(entry(f"many{number}", "many"))
    queue.add(entry("one", "single"))

    assert keys(queue.take(4 + 1 + 3)) == [
        "many0",
        "many1",
        "many2",
        "many3",
        "one",
        "many4",
        "many5",
        "many6",
    ]


def test_a_connection_cut_off_by_the_limit_comes_first_in_the_next_batch() -> None:
    queue = FairQueue()
    for sid in "abc":
        queue.add(entry(f"{sid}1", sid))
        queue.add(entry(f"{sid}2", sid))

    assert keys(queue.take(2)) == ["a1", "a2"]
    assert keys(queue.take(2)) == ["b1", "b2"]
    assert keys(queue.take(2)) == ["c1", "c2"]


def test_second_attempts_go_together_and_third_ones_alone() -> None:
    queue = FairQueue()
    for key, attempts in (("first", 0), ("again1", 1), ("again2", 1), ("last1", 2), ("last2", 2)):
        queue.add(entry(key, attempts=attempts))
    batches = []
    while queue:
        batches.append(keys(queue.take(8)))

    assert sorted(batches) == [["again1", "again2"], ["first"], ["last1"], ["last2"]]


def test_a_storm_of_retries_does_not_hold_up_new_lookups() -> None:
    queue = FairQueue()
    for number in range(100):
        queue.add(entry(f"last{number}", attempts=2))
    queue.add(entry("new"))

    assert ["new"] in [keys(queue.take(8)) for _ in range(3)]


def test_settled_lookups_are_not_taken() -> None:
    queue = FairQueue()
    settled, waiting = entry("settled", "one"), entry("waiting", "two")
    queue.add(settled)
    queue.add(waiting)
    settled.state = State.SETTLED

    assert keys(queue.take(8)) == ["waiting"]


def test_entries_put_back_wait_again_unless_they_are_settled() -> None:
    queue = FairQueue()
    entries = [entry("a", "a"), entry("b", "b"), entry("c", "c")]
    for waiting in entries:
        queue.add(waiting)
    taken = queue.take(8)
    entries[1].state = State.SETTLED

    queue.put_back(taken)

    assert keys(queue.take(8)) == ["a", "c"]
