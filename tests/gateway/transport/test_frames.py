"""Websocket frames: messages arrive whole, and frames that break the protocol are refused."""

import os
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.transport import frames
from gateway.transport.frames import FrameError, FrameReader

MASK = b"\x12\x34\x56\x78"


def client_frame(payload: bytes, opcode: int = frames.TEXT, *, final: bool = True) -> bytes:
    """Return `payload` as a client's frame, masked byte by byte to check our faster way."""
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


@settings(deadline=None)  # a busy machine is no failure
@given(
    payloads=st.lists(st.binary(max_size=400), max_size=5),
    chunk=st.integers(min_value=1, max_value=500),
    size=st.sampled_from([0, 70_000]),
)
def test_messages_come_out_whole_however_they_arrive(payloads: list[bytes], chunk: int, size: int) -> None:
    payloads = [*payloads, os.urandom(size)]
    sent = b"".join(client_frame(payload, frames.BINARY) for payload in payloads)
    reader = FrameReader(max_bytes=100_000)

    assert read_all(reader, sent, chunk if size == 0 else 4096) == [(frames.BINARY, p) for p in payloads]
    assert not reader.is_amid_message


@settings(deadline=None)  # a busy machine is no failure
@given(parts=st.lists(st.binary(max_size=50), min_size=2, max_size=6), chunk=st.integers(1, 60))
def test_fragments_become_one_message_with_control_frames_between(parts: list[bytes], chunk: int) -> None:
    sent = client_frame(parts[0], frames.BINARY, final=False)
    for part in parts[1:-1]:
        sent += client_frame(part, frames.CONTINUATION, final=False)
    sent += client_frame(b"still there?", frames.PING)
    sent += client_frame(parts[-1], frames.CONTINUATION)

    messages = read_all(FrameReader(1000), sent, chunk)

    assert messages == [(frames.PING, b"still there?"), (frames.BINARY, b"".join(parts))]


@settings(deadline=None)  # a busy machine is no failure
@given(
    texts=st.lists(st.text(max_size=50), min_size=1, max_size=4),
    chunk=st.integers(1, 60),
    cut=st.integers(0, 200),
)
def test_text_arrives_however_its_frames_and_segments_cut_it(texts: list[str], chunk: int, cut: int) -> None:
    encoded = [text.encode() for text in texts]
    sent = b"".join(
        client_frame(text[:cut], final=False)
        + client_frame(text[cut:], frames.CONTINUATION)
        + client_frame(text)
        for text in encoded
    )

    messages = read_all(FrameReader(1000), sent, chunk)

    assert messages == [(frames.TEXT, text) for text in encoded for _ in range(2)]


@pytest.mark.parametrize("wrong", [b"\xff", b"\xed\xa0\x80", b"\xf4\x90", b"\xc0\xaf"])
def test_text_that_is_not_utf_8_is_refused_before_its_message_ends(wrong: bytes) -> None:
    for sent in (client_frame(b"good" + wrong, final=False), client_frame(b"good" + wrong + b"more")[:-4]):
        with pytest.raises(FrameError) as refused:
            read_all(FrameReader(1000), sent, 3)

        assert refused.value.status == frames.INVALID_PAYLOAD


def test_a_close_frame_has_a_status_that_may_be_sent_and_a_reason_in_utf_8() -> None:
    assert frames.close_status(b"") is None
    assert frames.close_status(b"\x03\xe8bye") == frames.NORMAL
    for payload, status in ((b"\x03", frames.PROTOCOL_ERROR), (b"\x03\xe8\xff", frames.INVALID_PAYLOAD)):
        with pytest.raises(FrameError) as refused:
            frames.close_status(payload)
        assert refused.value.status == status


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
            id="message among fragments",
        ),
    ],
)
def test_a_frame_that_breaks_the_protocol_or_a_limit_is_refused(sent: bytes, status: int) -> None:
    with pytest.raises(FrameError) as refused:
        read_all(FrameReader(1000), sent, 4096)

    assert refused.value.status == status


def test_a_frame_that_is_too_long_is_refused_before_it_is_received() -> None:
    reader = FrameReader(1000)
    reader.feed(struct.pack("!BBQ", frames.FIN | frames.TEXT, frames.MASKED | 127, 1 << 40))

    with pytest.raises(FrameError):
        reader.read()


def test_an_incomplete_message_differs_from_silence() -> None:
    reader = FrameReader(1000)
    assert not reader.is_amid_message
    reader.feed(b"\x81")
    assert reader.read() is None
    assert reader.is_amid_message


@settings(deadline=None)  # a busy machine is no failure
@given(st.binary(max_size=70_000))
def test_our_frames_have_the_length_they_say(payload: bytes) -> None:
    framed = frames.frame(payload)

    assert framed.endswith(payload)
    assert len(framed) - len(payload) in {2, 4, 10}
    assert framed[0] == frames.FIN | frames.TEXT
