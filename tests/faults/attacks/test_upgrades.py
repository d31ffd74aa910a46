"""Attack and odd networks: websockets that are opened to upgrade, and upgrades that a proxy swallows."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from typing import Self

import pytest

from tests.clients.frames import FrameParser, client_frame, upgrade_request
from tests.clients.raw import RawClient
from tests.faults.attacks.bystander import Bystander
from tests.faults.attacks.conftest import Guarding
from tests.stack import GatewayProcess, Stack, wait_until
from tests.stack.waiting import patience

MAX_CONNECTIONS = 60
CLOSED_WITHIN_SECONDS = 10.0
HERD = 50
SEPARATOR = "\x1e"
QUESTION = {"command": "lemmatizer", "word": "geese"}


@pytest.fixture(scope="module")
def few(guarding: Guarding) -> Iterator[Stack]:
    """Start a gateway that accepts few connections."""
    with guarding(MAX_CONNECTIONS=str(MAX_CONNECTIONS)) as stack:
        yield stack


class PollingClient:
    """A client that has joined by long-polling, on one connection kept alive."""

    def __init__(self, gateway: GatewayProcess) -> None:
        self._http = HTTPConnection("127.0.0.1", gateway.port, timeout=60)
        self._path = "/socket.io/?EIO=4&transport=polling"
        self.sid: str = json.loads(self.poll()[0][1:])["sid"]
        self._path += f"&sid={self.sid}"
        self.post("40")
        self.poll()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        with contextlib.suppress(AssertionError):  # it may have ended, or have become a websocket
            self.post("1")
        self._http.close()

    def poll(self) -> list[str]:
        """Return the packets of one poll."""
        return self._request("GET").split(SEPARATOR)

    def post(self, *packets: str) -> None:
        """Send packets in one request."""
        self._request("POST", SEPARATOR.join(packets))

    def ask(self, number: int) -> None:
        """Ask one question, and poll until its reply has come."""
        self.post(f"42{json.dumps(['my_message', QUESTION | {'id': number}])}")
        while not any(f'"id":{number}' in packet and "reply" in packet for packet in self.poll()):
            pass

    def _request(self, method: str, body: str | None = None) -> str:
        try:
            self._http.request(method, self._path, body)
            response = self._http.getresponse()
        except ConnectionError:  # it was idle for too long
            self._http.close()
            self._http.request(method, self._path, body)
            response = self._http.getresponse()
        text = response.read().decode()
        assert response.status == 200, text
        return text


def open_websocket(gateway: GatewayProcess, sid: str) -> tuple[socket.socket, str]:
    """Ask for a websocket for a session; return the socket and the status line of the answer."""
    opened = socket.create_connection(("127.0.0.1", gateway.port), timeout=5)
    opened.sendall(upgrade_request("127.0.0.1", gateway.port, f"&sid={sid}"))
    return opened, opened.recv(4096).split(b"\r\n", 1)[0].decode()


def is_closed(opened: socket.socket) -> bool:
    opened.settimeout(0.01)
    try:
        while opened.recv(4096):
            pass
    except TimeoutError:
        return False
    except OSError:
        return True
    return True


def test_a_session_cannot_collect_websockets(few: Stack, figures: Callable[[str], None]) -> None:
    gateway = few.gateway
    with (
        Bystander(gateway.url) as bystander,
        PollingClient(gateway) as client,
        contextlib.ExitStack() as opened,
    ):
        quiet = bystander.quiet_p99()
        files = gateway.open_files()
        answers = []
        for _ in range(100):
            websocket, answer = open_websocket(gateway, client.sid)
            opened.callback(websocket.close)
            answers.append(answer)
            if " 101 " in answer:
                first = websocket
        assert sum(" 101 " in answer for answer in answers) == 1

        wait_until(lambda: is_closed(first), "the websocket to be closed", CLOSED_WITHIN_SECONDS)
        wait_until(lambda: gateway.open_files() <= files + 3, "the files to be closed", CLOSED_WITHIN_SECONDS)
        figures(bystander.check(quiet))
        client.ask(1)


@pytest.mark.waits
def test_a_websocket_ends_with_its_session(few: Stack) -> None:
    with PollingClient(few.gateway) as client:
        websocket, answer = open_websocket(few.gateway, client.sid)
        assert " 101 " in answer

        client.post("1")

        wait_until(lambda: is_closed(websocket), "the websocket to be closed", within=2)


@pytest.mark.waits
@pytest.mark.parametrize("probe", [b"", client_frame(b"2probe")], ids=["no frame passes", "no answer passes"])
def test_long_polling_goes_on_while_an_upgrade_stalls(few: Stack, probe: bytes) -> None:
    with PollingClient(few.gateway) as client:
        websocket, _ = open_websocket(few.gateway, client.sid)
        websocket.sendall(probe)
        began = time.monotonic()

        for number in range(20):
            client.ask(number)

        assert time.monotonic() - began < 5.0 * patience()
        websocket.close()


def upgrade(gateway: GatewayProcess, begin: threading.Barrier, answered: list[str]) -> None:
    """Behave as a stock client: join by long-polling, upgrade at once, and ask by websocket."""
    with PollingClient(gateway) as client:
        begin.wait(30)
        websocket, answer = open_websocket(gateway, client.sid)
        assert " 101 " in answer, answer
        parser = FrameParser()
        texts: list[str] = []

        def receive_until(wanted: str) -> None:
            while not any(wanted in text for text in texts):
                received = websocket.recv(4096)
                assert received, f"closed before {wanted}"
                texts.extend(payload.decode() for _, payload in parser.feed(received))

        websocket.sendall(client_frame(b"2probe"))
        receive_until("3probe")
        websocket.sendall(client_frame(b"5"))
        websocket.sendall(client_frame(f"42{json.dumps(['my_message', QUESTION])}".encode()))
        receive_until("goose")
        answered.append(client.sid)
        websocket.close()


def test_many_stock_clients_may_upgrade_at_once(few: Stack, figures: Callable[[str], None]) -> None:
    gateway = few.gateway
    wait_until(lambda: gateway.metric("wordwire_connections") == 0, "an empty gateway", within=15)
    answered: list[str] = []
    with Bystander(gateway.url) as bystander:
        quiet = bystander.quiet_p99()
        begin = threading.Barrier(HERD)
        threads = [threading.Thread(target=upgrade, args=(gateway, begin, answered)) for _ in range(HERD)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert not bystander.errors
        figures(
            f"{len(answered)} of {HERD} upgraded; {bystander.p99() * 1000:.0f} ms, quiet {quiet * 1000:.0f}"
        )

    assert len(answered) == HERD


@pytest.mark.waits
def test_segments_that_end_in_the_middle_of_a_frame_end_no_connection(few: Stack) -> None:
    with RawClient(few.gateway.port) as client:
        client.join()
        rest, answered, began = b"", 0, time.monotonic()
        for number in range(240):  # longer than a message may take
            frame = client_frame(f"42{json.dumps(['my_message', QUESTION | {'id': number}])}".encode())
            client.send(rest + frame[: len(frame) // 2])
            rest = frame[len(frame) // 2 :]
            time.sleep(0.05)
            with contextlib.suppress(TimeoutError):
                while client.next_reply(0.001):
                    answered += 1

        assert time.monotonic() - began > 10.0
        assert answered > 200


@pytest.mark.waits
def test_four_hundred_messages_in_one_request_end_no_session(few: Stack) -> None:
    with PollingClient(few.gateway) as client:
        client.post(*[f"42{json.dumps(['my_message', QUESTION | {'id': number}])}" for number in range(400)])
        replies = 0
        while replies < 400:
            replies += sum('"reply"' in packet for packet in client.poll())

        client.ask(1000)
