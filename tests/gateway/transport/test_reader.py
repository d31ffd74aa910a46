"""Reading from one websocket: whole messages, in turns, and an end for a client that breaks the rules."""

from __future__ import annotations

import pytest

from gateway.transport import frames
from gateway.transport.reader import FRAMES_A_TURN
from tests.clients.frames import client_frame
from tests.gateway.transport.websocket import MAX_BYTES, WebSocket, wait_until


def test_a_flood_takes_several_turns(websocket: WebSocket) -> None:
    numbers = [str(number) for number in range(40)]
    websocket.client.send(*numbers)

    turns = []
    while websocket.reader.read():
        turns.append(len(websocket.messages))

    assert 0 < turns[0] <= FRAMES_A_TURN
    assert websocket.messages == numbers


def test_half_a_frame_waits_for_the_other_half(websocket: WebSocket) -> None:
    frame = client_frame(b"whole")
    websocket.client.socket.sendall(frame[:5])
    assert not websocket.reader.read()
    assert websocket.reader.incomplete_since is not None

    websocket.client.socket.sendall(frame[5:])
    websocket.reader.read()

    assert websocket.messages == ["whole"]
    assert websocket.reader.incomplete_since is None


def test_binary_messages_stay_bytes(websocket: WebSocket) -> None:
    websocket.client.send(b"\xff", opcode=frames.BINARY)

    websocket.reader.read()

    assert websocket.messages == [b"\xff"]


def test_a_ping_is_answered_with_its_payload(websocket: WebSocket) -> None:
    websocket.client.send("still there?", opcode=frames.PING)

    websocket.reader.read()

    wait_until(websocket.client.frames)
    assert websocket.client.frames() == [(frames.PONG, b"still there?")]
    assert websocket.messages == []


def test_the_receiver_of_a_message_can_hand_the_next_one_to_another(websocket: WebSocket) -> None:
    first: list[str | bytes] = []

    def take_first(message: str | bytes) -> None:
        first.append(message)
        websocket.reader.hand_to(websocket.messages.append)

    websocket.reader.hand_to(take_first)
    websocket.client.send("one", "two", "three")

    websocket.reader.read()

    assert first == ["one"]
    assert websocket.messages == ["two", "three"]


def test_a_close_frame_and_a_disconnection_are_the_end(websocket: WebSocket) -> None:
    websocket.client.send(b"", opcode=frames.CLOSE)
    with pytest.raises(EOFError):
        websocket.reader.read()

    websocket.client.socket.close()
    with pytest.raises(EOFError):
        websocket.reader.read()


def test_text_must_be_utf_8(websocket: WebSocket) -> None:
    websocket.client.send(b"\xff")

    with pytest.raises(frames.FrameError, match="UTF-8") as broken:
        websocket.reader.read()
    assert broken.value.status == frames.INVALID_PAYLOAD


def test_frames_that_end_in_the_middle_of_a_segment_are_no_endless_message(websocket: WebSocket) -> None:
    first, second, third = (client_frame(text) for text in (b"one", b"two", b"three"))
    websocket.client.socket.sendall(first[:4])
    websocket.reader.read()
    began = websocket.reader.incomplete_since
    websocket.client.socket.sendall(first[4:] + second[:4])
    websocket.reader.read()
    restarted = websocket.reader.incomplete_since
    websocket.client.socket.sendall(second[4:] + third[:4])
    websocket.reader.read()

    assert websocket.messages == ["one", "two"]
    assert began is not None
    assert restarted is not None
    assert websocket.reader.incomplete_since is not None
    assert began < restarted < websocket.reader.incomplete_since


def test_pings_among_its_fragments_do_not_prolong_a_message(websocket: WebSocket) -> None:
    websocket.client.socket.sendall(client_frame(b"begun", final=False))
    websocket.reader.read()
    began = websocket.reader.incomplete_since
    websocket.client.send(b"", opcode=frames.PING)
    websocket.reader.read()

    assert began is not None
    assert websocket.reader.incomplete_since == began


@pytest.mark.parametrize("status", [None, 1000, 3000])
def test_a_close_frame_is_answered_with_its_status(websocket: WebSocket, status: int | None) -> None:
    sent = b"" if status is None else status.to_bytes(2, "big")
    websocket.client.send(sent, opcode=frames.CLOSE)
    with pytest.raises(frames.ClientClosed) as closed:
        websocket.reader.read()

    websocket.reader.ended(closed.value)

    assert websocket.client.frames() == [(frames.CLOSE, sent)]
    assert websocket.client.is_ended


def test_a_client_that_breaks_a_limit_hears_which(websocket: WebSocket) -> None:
    websocket.client.send("x" * (MAX_BYTES + 1))
    with pytest.raises(frames.FrameError) as broken:
        websocket.reader.read()

    websocket.reader.ended(broken.value)

    status = frames.TOO_BIG.to_bytes(2, "big")
    reason = f"a message of more than {MAX_BYTES} bytes".encode()
    assert websocket.client.frames() == [(frames.CLOSE, status + reason)]
    assert websocket.client.is_ended
    assert websocket.ends == 1
    assert websocket.sock.fileno() == -1
