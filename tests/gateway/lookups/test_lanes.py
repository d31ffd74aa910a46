"""The classes of lookups: expensive ones in small batches and small numbers, cheap ones at once."""

from __future__ import annotations

import pytest

from gateway.access.allowances import Allowance
from gateway.lookups.lanes import LANES, SHARED_BATCH, SHARED_FOR_S, Lanes
from gateway.lookups.pending import Lane, PendingLookup, PendingTable
from shared.catalog import COMMANDS
from shared.messages import Lookup
from tests.gateway.lookups.samples import ignore_reply

BATCH_MAX = 32


class Desk:
    """The lanes, with the table of pending lookups that settles their entries."""

    def __init__(self, processes: int) -> None:
        self.processes = processes
        self.lanes = Lanes(BATCH_MAX, lambda: self.processes)
        self.table = PendingTable(10.0, 2.0, 1000, 1000)
        self._numbers = iter(range(1_000_000))

    def ask(self, command: str, times: int = 1, sid: str = "sid", now: float = 0.0) -> None:
        for _ in range(times):
            key = str(next(self._numbers))
            lookup = Lookup(command, "run", key=key, namespace="/", room=sid)
            self.lanes.add(
                self.table.add(
                    lookup, key, now, ignore_reply, Allowance(), lane=LANES.get(command, Lane.CHEAP)
                )
            )

    def publish(self, now: float = 0.0) -> list[list[PendingLookup]]:
        """Publish all batches that may go out now."""
        batches = []
        while batch := self.lanes.take(now):
            for entry in batch:
                self.table.published(entry, now)
            self.lanes.published(batch, now)
            batches.append(batch)
        return batches

    def answer(self, batch: list[PendingLookup], now: float) -> None:
        for entry in batch:
            self.table.settle(entry.lookup.key, entry.sid, now)
            self.lanes.answered(entry, now)


@pytest.fixture
def quick() -> Desk:
    """A desk whose one worker process has answered expensive lookups quickly so far."""
    desk = Desk(processes=1)
    for _ in range(60):
        for command in ("pattern", "ask"):
            desk.ask(command, BATCH_MAX, now=-10.0)
        while batches := desk.publish(-10.0):
            for batch in batches:
                desk.answer(batch, -10.0)
    return desk


def commands(batches: list[list[PendingLookup]]) -> list[set[str]]:
    return [{entry.lookup.command for entry in batch} for batch in batches]


def test_every_lookup_has_a_lane_and_a_few_commands_are_expensive() -> None:
    assert {command.name for command in COMMANDS if command.is_expensive} >= {"pattern", "similarity"}
    assert len([command for command in COMMANDS if command.is_expensive]) < len(COMMANDS) / 3


def test_a_batch_holds_one_class_only(quick: Desk) -> None:
    desk = quick
    desk.processes = 8
    for command in ("pos", "pattern", "ask", "definition", "similarity"):
        desk.ask(command)

    assert sorted(map(sorted, commands(desk.publish()))) == [
        ["ask"],
        ["definition", "pos"],
        ["pattern", "similarity"],
    ]


@pytest.mark.parametrize(("processes", "on_queue"), [(0, 1), (1, 1), (2, 1), (8, 7)])
def test_beside_cheap_lookups_one_process_stays_free(quick: Desk, processes: int, on_queue: int) -> None:
    desk, command = quick, "pattern"
    desk.processes = processes
    desk.ask("pos")
    desk.ask(command, 500)
    batches = [batch for batch in desk.publish() if batch[0].lookup.command == command]

    assert len(batches) == on_queue
    assert all(len(batch) == SHARED_BATCH for batch in batches)
    assert desk.publish(0.1) == []

    desk.ask("pos", now=0.1)
    assert commands(desk.publish(0.1)) == [{"pos"}]
    desk.answer(batches[0], 0.1)
    assert commands(desk.publish(0.1)) == [{command}]


def test_alone_expensive_lookups_use_every_process() -> None:
    desk = Desk(processes=4)
    desk.ask("ask", 500)

    assert len(desk.publish()) == 8


def test_a_batch_grows_while_its_lookups_are_quick_and_shrinks_to_one_when_they_are_slow() -> None:
    desk = Desk(processes=1)
    sizes = []
    for seconds in [0.0001] * 50 + [0.05] * 2:
        desk.ask("pattern", BATCH_MAX)
        batches = desk.publish()
        sizes.append(len(batches[0]))
        for batch in batches:
            desk.answer(batch, seconds * len(batch))

    assert sizes[0] == 1
    assert sizes[49] == BATCH_MAX
    assert sizes[-1] == 1


def test_clients_take_turns_of_one_expensive_lookup() -> None:
    desk = Desk(processes=1)
    desk.ask("pos")
    desk.ask("pattern", 100, "greedy")
    desk.ask("pattern", 1, "modest")
    turns = []
    for second in range(3):
        (batch,) = [batch for batch in desk.publish(second) if batch[0].lookup.command == "pattern"]
        turns += [entry.sid for entry in batch]
        desk.answer(batch, second)
        desk.ask("pos", now=second + 1)

    assert turns[:3] == ["greedy", "modest", "greedy"]


def test_abandoned_lookups_still_count_until_their_reply_or_their_deadline(quick: Desk) -> None:
    desk = quick
    desk.ask("pos")
    desk.ask("pattern", 4, "leaves")
    (batch,) = [batch for batch in desk.publish() if batch[0].lookup.command == "pattern"]
    desk.table.forget("leaves")
    desk.ask("pattern", 1, "comes back", now=0.5)
    assert desk.publish() == []

    desk.answer(batch[:2], 0.5)
    assert desk.publish(0.5) == []
    desk.table.expired(10.0)

    assert commands(desk.publish(10.0)) == [{"pattern"}]


def test_a_retry_leaves_its_lost_batch(quick: Desk) -> None:
    desk = quick
    desk.ask("pattern", 2)
    (batch,) = desk.publish()
    lost = list(desk.table.lost(2.5))
    desk.lanes.put_back(lost)
    (again,) = desk.publish(2.5)

    assert lost == batch == again
    desk.answer(again, 2.6)
    desk.ask("pattern", now=2.6)
    assert commands(desk.publish(2.6)) == [{"pattern"}]


def test_a_reply_before_the_confirmation_leaves_nothing_open() -> None:
    desk = Desk(processes=1)
    desk.ask("pattern", 2)
    batch = desk.lanes.take(0.0)
    desk.answer(batch, 0.0)
    desk.lanes.published(batch, 0.0)
    desk.ask("pos")
    desk.ask("pattern")

    assert len(desk.publish()) == 2


def test_a_second_after_the_last_cheap_lookup_the_expensive_ones_are_alone() -> None:
    desk = Desk(processes=1)
    desk.ask("pos")
    desk.ask("pattern", 100)
    assert len([batch for batch in desk.publish() if batch[0].lookup.command == "pattern"]) == 1

    assert len(desk.publish(SHARED_FOR_S)) == 1
