"""A signal that comes while a process starts is delivered afterwards."""

from __future__ import annotations

import signal

import pytest

from tools.deferred_signals import deferred_signals


class Ended(Exception):
    """Raised by the handler, as `make run` leaves by an exception."""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_is_delivered_after_the_block(number: signal.Signals) -> None:
    def end(*_: object) -> None:
        raise Ended

    done = []

    def start() -> None:
        with deferred_signals():
            signal.raise_signal(number)
            done.append("started")

    previous = signal.signal(number, end)
    try:
        with pytest.raises(Ended):
            start()
        assert done == ["started"]
        assert signal.getsignal(number) is end
    finally:
        signal.signal(number, previous)


def test_without_a_signal_nothing_happens() -> None:
    with deferred_signals():
        pass
