"""One structured line per event on standard output; nothing that a user typed gets there unescaped."""

from __future__ import annotations

import json
import logging
import sys
import time
from typing import Any

_STANDARD_ATTRIBUTES = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


def configure(level: str, log_format: str) -> None:
    """Send every log record of this process to standard output, one line each, as `log_format` says."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(JsonFormatter() if log_format == "json" else ConsoleFormatter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for noisy in ("kombu", "celery", "engineio", "socketio", "amqp", "redis"):
        logging.getLogger(noisy).setLevel(max(logging.WARNING, root.level))


def fields_of(record: logging.LogRecord) -> dict[str, Any]:
    """Return what was passed as `extra=`: the fields of the event."""
    return {name: value for name, value in vars(record).items() if name not in _STANDARD_ATTRIBUTES}


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time, level, logger, event, then the event's fields."""

    def format(self, record: logging.LogRecord) -> str:
        """Return `record` as one line of JSON (ASCII only, so nothing in it can end the line)."""
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
    """For people: time, level, event, then name=value pairs; a trace follows on indented lines."""

    def format(self, record: logging.LogRecord) -> str:
        """Return `record` as one line; values are escaped, a trace is the only thing that adds lines."""
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
    """Return `text` with everything that is not printable escaped.

    >>> _escaped("happy\\r\\nERROR forged")
    'happy\\\\r\\\\nERROR forged'
    """
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in text
    )
