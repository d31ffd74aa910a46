"""Websocket frames: what is read is what was sent, and what may not be is refused."""

import os
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway import frames
from gateway.frames import FrameError, FrameReader

MASK = b"\x12\x34\x56\x78"


def client_frame(payload: bytes, opcode: int = frames.TEXT, *, final: bool = True) -> bytes:
    """Return `payload` as a client sends it; masked byte by byte, to check our way of doing it."""
    length = len(payload)
    if length < 126:
        head = bytes(((frames.FIN if final else 0) | opcode, frames.MASKED | length))
    elif length < 1 << 16:
        head = struct.pack("!BBH", (frames.FIN if final else 0) | opcode, frames.MASKED | 126, length)
    else:
        head = struct.pack("!BBQ", (frames.FIN if final else 0) | opcode, frames.MASKED | 127, length)
    return head + MASK + bytes(byte ^ MASK[at % 4] for at, byte in enumerate(payload))


def read_all(reader: FrameReader, received: bytes, chunk: int) -> list[tuple[int, bytes]]:
    messages = []
    for at in range(0, len(received), chunk):
        reader.feed(received[at : at + chunk])
        while (message := reader.read()) is not None:
            messages.append(message)
    return messages


@given(
    payloads=st.lists(st.binary(max_size=400), max_size=5),
    chunk=st.integers(min_value=1, max_value=500),
    size=st.sampled_from([0, 70_000]),
)
def test_messages_come_out_whole_however_they_arrive(payloads: list[bytes], chunk: int, size: int) -> None:
    payloads = [*payloads, os.urandom(size)]
    sent = b"".join(client_frame(payload) for payload in payloads)
    reader = FrameReader(max_bytes=100_000)

    assert read_all(reader, sent, chunk if size == 0 else 4096) == [(frames.TEXT, p) for p in payloads]
    assert not reader.is_amid_message


@given(parts=st.lists(st.binary(max_size=50), min_size=2, max_size=6), chunk=st.integers(1, 60))
def test_fragments_become_one_message_with_control_frames_between(parts: list[bytes], chunk: int) -> None:
    sent = client_frame(parts[0], final=False)
    for part in parts[1:-1]:
        sent += client_frame(part, frames.CONTINUATION, final=False)
    sent += client_frame(b"still there?", frames.PING)
    sent += client_frame(parts[-1], frames.CONTINUATION)

    messages = read_all(FrameReader(1000), sent, chunk)

    assert messages == [(frames.PING, b"still there?"), (frames.TEXT, b"".join(parts))]


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        pytest.param(client_frame(b"x" * 1001), frames.TOO_BIG, id="one frame over the limit"),
        pytest.param(
            client_frame(b"x" * 600, final=False) + client_frame(b"x" * 600, frames.CONTINUATION),
            frames.TOO_BIG,
            id="fragments over the limit together",
        ),
        pytest.param(
            client_frame(b"", final=False) + client_frame(b"", frames.CONTINUATION, final=False) * 300,
            frames.TOO_BIG,
            id="endless empty fragments",
        ),
        pytest.param(b"\x81\x05hello", frames.PROTOCOL_ERROR, id="not masked"),
        pytest.param(b"\xc1\x80" + MASK, frames.PROTOCOL_ERROR, id="compressed"),
        pytest.param(b"\x83\x80" + MASK, frames.PROTOCOL_ERROR, id="unknown opcode"),
        pytest.param(
            client_frame(b"", frames.PING, final=False), frames.PROTOCOL_ERROR, id="fragmented ping"
        ),
        pytest.param(client_frame(b"x" * 126, frames.PING), frames.PROTOCOL_ERROR, id="long ping"),
        pytest.param(client_frame(b"x", frames.CONTINUATION), frames.PROTOCOL_ERROR, id="continues nothing"),
        pytest.param(
            client_frame(b"x", final=False) + client_frame(b"y"),
            frames.PROTOCOL_ERROR,
            id="message amid fragments",
        ),
    ],
)
def test_what_may_not_be_is_refused(sent: bytes, status: int) -> None:
    with pytest.raises(FrameError) as refused:
        read_all(FrameReader(1000), sent, 4096)

    assert refused.value.status == status


def test_a_frame_that_is_too_long_is_refused_before_it_is_received() -> None:
    reader = FrameReader(1000)
    reader.feed(struct.pack("!BBQ", frames.FIN | frames.TEXT, frames.MASKED | 127, 1 << 40))

    with pytest.raises(FrameError):
        reader.read()


def test_a_message_that_has_begun_is_told_apart_from_silence() -> None:
    reader = FrameReader(1000)
    assert not reader.is_amid_message
    reader.feed(b"\x81")
    assert reader.read() is None
    assert reader.is_amid_message


@given(st.binary(max_size=70_000))
def test_our_frames_have_the_length_they_say(payload: bytes) -> None:
    framed = frames.frame(payload)

    assert framed.endswith(payload)
    assert len(framed) - len(payload) in {2, 4, 10}
    assert framed[0] == frames.FIN | frames.TEXT
