"""Our reader and writer pass Autobahn's cases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.conformance.echo import Echo
from tests.conformance.websocket_cases import CLOSE, Case, cases


@pytest.fixture
def echo() -> Iterator[Echo]:
    echo = Echo()
    yield echo
    echo.close()


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.name)
def test_a_case_of_autobahn(echo: Echo, case: Case) -> None:
    for segment in case.segments:
        echo.send(segment)

    received = echo.frames()
    messages = [frame for frame in received if frame[0] != CLOSE]
    closes = [payload for opcode, payload in received if opcode == CLOSE]
    assert messages == case.back
    assert bool(closes) == (case.ends is not None)
    assert echo.client.is_ended == (case.ends is not None)
    if case.ends is not None:
        (payload,) = closes
        assert (int.from_bytes(payload[:2], "big") if payload else None) in case.ends
