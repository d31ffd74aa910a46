"""One structured line per event on standard output; text from users is always escaped."""

from __future__ import annotations

import json
import logging
import sys
import time
from typing import Any

_STANDARD_ATTRIBUTES = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


LINES_AT_ONCE = 100  # from one place in the code
LINES_A_SECOND = 10


def configure(level: str, log_format: str) -> None:
    """Write every log record of this process to standard output, in `log_format`, one line each.

    Above level debug, each place in the code may write LINES_A_SECOND only.
    """
    handler = logging.StreamHandler(sys.stdout)
    if level.upper() != "DEBUG":
        handler.addFilter(LineLimit())
    handler.setFormatter(JsonFormatter() if log_format == "json" else ConsoleFormatter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for noisy in ("kombu", "celery", "engineio", "socketio", "amqp", "redis"):
        logging.getLogger(noisy).setLevel(max(logging.WARNING, root.level))


def fields_of(record: logging.LogRecord) -> dict[str, Any]:
    """Return the fields of the event, which the caller passed as `extra=`."""
    return {name: value for name, value in vars(record).items() if name not in _STANDARD_ATTRIBUTES}


class LineLimit(logging.Filter):
    """Drops the lines of a flood, and adds their number to the next line from the same place as `dropped`.

    A client could otherwise make thousands of lines a second, which take the disk and the others' time.
    """

    def __init__(self) -> None:
        super().__init__()
        self._places: dict[tuple[str, int], _Place] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether `record` is written."""
        place = self._places.setdefault((record.pathname, record.lineno), _Place(record.created))
        refilled = max(0.0, record.created - place.last) * LINES_A_SECOND
        place.lines_left = min(LINES_AT_ONCE, place.lines_left + refilled)
        place.last = record.created
        if place.lines_left < 1:
            place.dropped += 1
            return False
        place.lines_left -= 1
        if place.dropped:
            record.dropped, place.dropped = place.dropped, 0
        return True


class _Place:
    """One place in the code that writes lines."""

    def __init__(self, now: float) -> None:
        self.last = now  # Unix seconds
        self.lines_left = float(LINES_AT_ONCE)
        self.dropped = 0


class JsonFormatter(logging.Formatter):
    """One JSON object per line: time, level, logger, event, then the event's fields."""

    def format(self, record: logging.LogRecord) -> str:
        """Return `record` as one line of JSON, in ASCII, so that no value can end the line."""
        line = {
            "time": _timestamp(record.created),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
            **fields_of(record),
        }
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, default=str)


class ConsoleFormatter(logging.Formatter):
    """Lines for people: time, level, event, then name=value pairs; a trace follows on indented lines."""

    def format(self, record: logging.LogRecord) -> str:
        """Return `record` as one line, with escaped values; only a trace adds lines."""
        event = record.getMessage()
        text = f"{_timestamp(record.created)} {record.levelname:<7} {_escaped(event)}"
        for name, value in fields_of(record).items():
            text += f" {name}={_escaped(str(value))}"
        if record.exc_info:
            text += "\n" + "\n".join(
                f"    {_escaped(line)}" for line in self.formatException(record.exc_info).splitlines()
            )
        return text


def _timestamp(seconds: float) -> str:
    milliseconds = int(seconds % 1 * 1000)
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds)) + f".{milliseconds:03}Z"


def _escaped(text: str) -> str:
    """Return `text` with escapes for all characters that are not printable.

    >>> _escaped("happy\\r\\nERROR forged")
    'happy\\\\r\\\\nERROR forged'
    """
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in text
    )
