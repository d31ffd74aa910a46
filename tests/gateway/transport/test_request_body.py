"""Bodies of HTTP requests: whole, by length or in chunks, and never longer than allowed."""

from __future__ import annotations

from email.message import Message
from io import BytesIO

import pytest

from gateway.transport.request_body import MAX_LINE_BYTES, BadBody, read_body

LIMIT = 20


def headers(*lines: str) -> Message:
    """Return a request's headers."""
    message = Message()
    for line in lines:
        name, _, value = line.partition(": ")
        message[name] = value
    return message


CHUNKED = headers("Transfer-Encoding: chunked")


def read(sent: bytes, given: Message) -> bytes:
    """Return the body, and check that the next request stays in the source."""
    source = BytesIO(sent + b"NEXT")
    asked: list[bool] = []
    body = read_body(source, given, LIMIT, lambda: asked.append(True))
    assert len(asked) == bool(body)
    assert source.read() == b"NEXT"
    return body


def test_a_body_has_its_length() -> None:
    assert read(b"hello", headers("Content-Length: 5")) == b"hello"
    assert read(b"", headers()) == b""


@pytest.mark.parametrize(
    "sent",
    [
        b"5\r\nhello\r\n0\r\n\r\n",
        b"2\r\nhe\r\n3;name=value\r\nllo\r\n000\r\n\r\n",
        b"5 \r\nhello\r\n0\r\nX-Trailer: 1\r\n\r\n",
    ],
    ids=["one chunk", "two and an extension", "a trailer"],
)
def test_chunks_become_one_body(sent: bytes) -> None:
    assert read(sent, CHUNKED) == b"hello"


@pytest.mark.parametrize(
    ("sent", "given", "status"),
    [
        (b"", headers("Content-Length: 21"), 413),
        (b"15\r\n", CHUNKED, 413),
        (b"a\r\n0123456789\r\nb\r\n", CHUNKED, 413),
        (b"", headers("Content-Length: +5"), 400),
        (b"", headers("Content-Length: 5", "Content-Length: 6"), 400),
        (b"", headers("Content-Length: 5", "Transfer-Encoding: chunked"), 400),
        (b"", headers("Transfer-Encoding: gzip"), 501),
        (b"", headers("Transfer-Encoding: chunked", "Transfer-Encoding: chunked"), 501),
        (b"-5\r\n", CHUNKED, 400),
        (b"5\nhello\n0\n\n", CHUNKED, 400),
        (b"", headers("Transfer-Encoding : chunked", "Content-Length: 5"), 400),
        (b"zz\r\n", CHUNKED, 400),
        (b"F" * 16 + b"\r\n", CHUNKED, 400),
        (b"0" * MAX_LINE_BYTES, CHUNKED, 400),
        (b"2\r\nhello\r\n", CHUNKED, 400),
        (b"0\r\n" + b"X: y\r\n" * 40, CHUNKED, 400),
    ],
)
def test_a_body_that_breaks_a_rule_is_refused(sent: bytes, given: Message, status: int) -> None:
    with pytest.raises(BadBody) as refused:
        read_body(BytesIO(sent), given, LIMIT, lambda: None)

    assert refused.value.status.startswith(str(status))


@pytest.mark.parametrize(
    ("sent", "given"),
    [(b"hel", headers("Content-Length: 5")), (b"5\r\nhel", CHUNKED), (b"5\r\nhello\r\n", CHUNKED)],
)
def test_a_client_that_leaves_in_the_middle_is_noticed(sent: bytes, given: Message) -> None:
    with pytest.raises(EOFError):
        read_body(BytesIO(sent), given, LIMIT, lambda: None)


def test_a_body_that_is_too_long_is_not_asked_for() -> None:
    asked: list[bool] = []
    with pytest.raises(BadBody):
        read_body(BytesIO(), headers("Content-Length: 21"), LIMIT, lambda: asked.append(True))

    assert not asked
