"""A green thread waits for a file; the hub neither forgets it nor spins."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from gateway.transport import readable
from gateway.transport.readable import Readable
from tests.gateway.transport.websocket import eventlet, wait_until


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    ends = os.pipe()
    yield ends
    for end in ends:
        os.close(end)


def test_a_green_thread_waits_for_each_byte_while_others_run(pipe: tuple[int, int]) -> None:
    heard = []
    file = Readable(pipe[0])

    def listen() -> None:
        while True:
            file.wait()
            heard.append(os.read(pipe[0], 1))

    listener = eventlet.spawn(listen)
    for byte in (b"a", b"b", b"c"):
        eventlet.sleep(0)
        os.write(pipe[1], byte)
        wait_until(lambda byte=byte: heard[-1:] == [byte])
    listener.kill()

    assert heard == [b"a", b"b", b"c"]


def test_the_hub_stops_watching_a_file_whose_reader_is_busy_for_long(pipe: tuple[int, int]) -> None:
    file = Readable(pipe[0])
    os.write(pipe[1], b"a")
    file.wait()
    for _ in range(2 * readable.MOST_CALLS):
        eventlet.sleep(0)
    watched = eventlet.hubs.get_hub().get_readers()

    assert pipe[0] not in [listener.fileno for listener in watched]
    file.wait()  # the byte is still there


def test_the_end_of_the_green_thread_ends_the_watch(pipe: tuple[int, int]) -> None:
    waiting = eventlet.spawn(Readable(pipe[0]).wait)
    eventlet.sleep(0)
    waiting.kill()
    os.write(pipe[1], b"a")

    Readable(pipe[0]).wait()
