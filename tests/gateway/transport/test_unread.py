"""Unread bytes: a bound for each client, a bound for all, and the order in which clients are given up."""

from __future__ import annotations

from pathlib import Path

import pytest

from gateway.transport import unread
from gateway.transport.unread import SHARE_OF_MEMORY, SYSTEM_BUFFER_BYTES, UnreadBytes, usable_memory

EACH = 100_000


class Client:
    """A client whose unread bytes somebody holds."""

    def __init__(self) -> None:
        self.given_up: list[int] = []

    def give_up(self, unread_bytes: int) -> None:
        """Note how many bytes the client has left unread."""
        self.given_up.append(unread_bytes)


def room_for(number: int) -> UnreadBytes:
    """Return a count that has room for this many clients with EACH bytes."""
    return UnreadBytes(EACH, number * (EACH + SYSTEM_BUFFER_BYTES))


def test_a_client_beyond_its_own_bound_is_given_up() -> None:
    count, client = room_for(10), Client()

    count.grew(client, EACH)
    assert client.given_up == []
    count.grew(client, EACH + 1)

    assert client.given_up == [EACH + 1]
    assert count.total == 0


def test_beyond_the_common_bound_those_who_read_least_recently_go_first() -> None:
    count = room_for(3)
    never_reads, reads, newest, another = clients = [Client() for _ in range(4)]
    for client in clients[:3]:
        count.grew(client, EACH)
    count.shrank(reads, EACH - 1)
    count.grew(reads, EACH)

    count.grew(another, EACH)
    count.grew(Client(), EACH)

    assert never_reads.given_up == [EACH]
    assert newest.given_up == [EACH]
    assert reads.given_up == another.given_up == []
    assert count.total <= count.max_total


def test_a_client_that_has_read_everything_counts_nothing() -> None:
    count, client = room_for(2), Client()
    count.grew(client, EACH)

    count.shrank(client, 0)

    assert count.total == 0


def test_the_default_is_a_share_of_the_container_s_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit = tmp_path / "memory.max"
    monkeypatch.setattr(unread, "CONTROL_GROUP_LIMITS", (tmp_path / "missing", limit))
    limit.write_text("512000000\n")

    assert usable_memory() == 512_000_000
    assert UnreadBytes(EACH, 0).max_total == 512_000_000 // SHARE_OF_MEMORY


@pytest.mark.parametrize("text", ["max\n", "9223372036854771712\n"])
def test_without_a_limit_it_is_a_share_of_the_machine_s_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    limit = tmp_path / "memory.max"
    limit.write_text(text)
    monkeypatch.setattr(unread, "CONTROL_GROUP_LIMITS", ())
    machine = usable_memory()

    monkeypatch.setattr(unread, "CONTROL_GROUP_LIMITS", (limit,))

    assert usable_memory() == machine
