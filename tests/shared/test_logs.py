"""Each event is one line, whatever text of a user is in it."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Iterator

import pytest

from shared.logs import LINES_A_SECOND, LINES_AT_ONCE, configure

FORGED = "happy\r\n2026-01-01 ERROR forged \x1b[31m\ud800"


@pytest.fixture(autouse=True)
def _root_logger_restored() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def fail() -> None:
    raise RuntimeError(FORGED)


def test_json_lines_hold_event_fields_and_trace(capsys: pytest.CaptureFixture[str]) -> None:
    configure("info", "json")
    try:
        fail()
    except RuntimeError:
        logging.getLogger("wordwire.test").exception("a lookup failed", extra={"word": FORGED})

    [line] = capsys.readouterr().out.splitlines()
    event = json.loads(line)
    assert (event["level"], event["logger"], event["event"]) == ("error", "wordwire.test", "a lookup failed")
    assert event["word"] == FORGED
    assert "RuntimeError" in event["trace"]


def test_console_lines_are_escaped(capsys: pytest.CaptureFixture[str]) -> None:
    configure("info", "console")
    logging.getLogger("wordwire.test").info("heard %s", FORGED, extra={"word": FORGED})

    [line] = capsys.readouterr().out.splitlines()
    assert line.isprintable()
    assert r"heard happy\r\n2026-01-01 ERROR forged \x1b[31m\ud800 word=happy\r\n" in line


def test_a_trace_on_the_console_is_indented(capsys: pytest.CaptureFixture[str]) -> None:
    """So that no line of it can pass for an event."""
    configure("info", "console")
    try:
        fail()
    except RuntimeError:
        logging.getLogger("wordwire.test").exception("a lookup failed")

    first, *trace = capsys.readouterr().out.splitlines()
    assert first.endswith("a lookup failed")
    assert trace
    assert all(line.startswith("    ") for line in trace)


def test_time_is_utc_with_milliseconds(capsys: pytest.CaptureFixture[str]) -> None:
    configure("info", "json")
    record = logging.makeLogRecord({"msg": "started", "levelno": logging.INFO, "levelname": "INFO"})
    record.created = 86_400.0625
    logging.getLogger().handle(record)

    assert json.loads(capsys.readouterr().out)["time"] == "1970-01-02T00:00:00.062Z"


@pytest.mark.parametrize(("level", "shown"), [("debug", ["ours"]), ("error", [])])
def test_libraries_are_logged_from_warning_on_or_from_the_given_level(
    capsys: pytest.CaptureFixture[str], level: str, shown: list[str]
) -> None:
    configure(level, "json")
    logging.getLogger("wordwire.test").debug("ours")
    logging.getLogger("kombu").info("a library's")
    logging.getLogger("redis").warning("a library's")

    events = [json.loads(line)["event"] for line in capsys.readouterr().out.splitlines()]
    assert events == shown + (["a library's"] if level == "debug" else [])


def test_a_flood_from_one_place_does_not_drop_the_lines_of_another(
    capsys: pytest.CaptureFixture[str],
) -> None:
    configure("info", "json")
    for _ in range(3 * LINES_AT_ONCE):
        logging.getLogger("wordwire.test").info("refused")
    logging.getLogger("wordwire.test").info("stopped")

    events = [json.loads(line)["event"] for line in capsys.readouterr().out.splitlines()]
    assert LINES_AT_ONCE <= events.count("refused") < 2 * LINES_AT_ONCE
    assert events[-1] == "stopped"


def test_the_next_line_says_how_many_were_dropped(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    configure("info", "json")
    clock = [1_000.0]
    monkeypatch.setattr(time, "time", lambda: clock[0])
    monkeypatch.setattr(time, "time_ns", lambda: int(clock[0] * 1e9))  # logging's clock since Python 3.13
    for second in (0.0, 1.0):
        clock[0] += second
        for _ in range(LINES_AT_ONCE + 50):
            logging.getLogger("wordwire.test").info("refused")

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(lines) == LINES_AT_ONCE + LINES_A_SECOND
    assert [line["dropped"] for line in lines if "dropped" in line] == [50]


def test_at_level_debug_every_line_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    configure("debug", "json")
    for _ in range(3 * LINES_AT_ONCE):
        logging.getLogger("wordwire.test").debug("reply")

    lines = capsys.readouterr().out.splitlines()
    own = [line for line in lines if "wordwire.test" in line]  # threads of other tests' clients may log, too
    assert len(own) == 3 * LINES_AT_ONCE
