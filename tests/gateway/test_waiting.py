"""Who is published next."""

from gateway.pending import PendingLookup, State
from gateway.waiting import WaitingLines
from shared.messages import Lookup


def entry(key: str, sid: str = "sid", attempts: int = 0) -> PendingLookup:
    return PendingLookup(Lookup(key, "/", sid, "pos", "run"), key, 0.0, 10.0, attempts=attempts)


def keys(entries: list[PendingLookup]) -> list[str]:
    return [waiting.lookup.key for waiting in entries]


def test_a_batch_takes_all_that_waits_up_to_its_limit() -> None:
    lines = WaitingLines(batch_max=3)
    for number in range(5):
        lines.add(entry(str(number)))

    assert keys(lines.take()) == ["0", "1", "2"]
    assert keys(lines.take()) == ["3", "4"]
    assert lines.take() == []
    assert not lines


def test_connections_take_turns_of_a_few_lookups() -> None:
    lines = WaitingLines(batch_max=4 + 1 + 3)
    for number in range(9):
        lines.add(entry(f"many{number}", "many"))
    lines.add(entry("one", "single"))

    assert keys(lines.take()) == ["many0", "many1", "many2", "many3", "one", "many4", "many5", "many6"]


def test_who_was_cut_off_by_the_limit_is_first_in_the_next_batch() -> None:
    lines = WaitingLines(batch_max=2)
    for sid in "abc":
        lines.add(entry(f"{sid}1", sid))
        lines.add(entry(f"{sid}2", sid))

    assert keys(lines.take()) == ["a1", "a2"]
    assert keys(lines.take()) == ["b1", "b2"]
    assert keys(lines.take()) == ["c1", "c2"]


def test_second_attempts_go_together_and_third_ones_alone() -> None:
    lines = WaitingLines(batch_max=8)
    for key, attempts in (("first", 0), ("again1", 1), ("again2", 1), ("last1", 2), ("last2", 2)):
        lines.add(entry(key, attempts=attempts))
    batches = []
    while lines:
        batches.append(keys(lines.take()))

    assert sorted(batches) == [["again1", "again2"], ["first"], ["last1"], ["last2"]]


def test_a_storm_of_retries_does_not_hold_up_new_lookups() -> None:
    lines = WaitingLines(batch_max=8)
    for number in range(100):
        lines.add(entry(f"last{number}", attempts=2))
    lines.add(entry("new"))

    assert ["new"] in [keys(lines.take()) for _ in range(3)]


def test_who_left_is_not_published() -> None:
    lines = WaitingLines(batch_max=8)
    gone, here = entry("gone", "gone"), entry("here", "here")
    lines.add(gone)
    lines.add(here)
    gone.state = State.SETTLED

    assert keys(lines.take()) == ["here"]


def test_what_could_not_be_published_waits_again_unless_it_was_settled() -> None:
    lines = WaitingLines(batch_max=8)
    entries = [entry("a", "a"), entry("b", "b"), entry("c", "c")]
    for waiting in entries:
        lines.add(waiting)
    taken = lines.take()
    entries[1].state = State.SETTLED

    lines.put_back(taken)

    assert keys(lines.take()) == ["a", "c"]
