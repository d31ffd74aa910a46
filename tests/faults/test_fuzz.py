"""Fault 9: malformed messages of every kind over real sockets; FUZZ_MESSAGES sets their number."""

from __future__ import annotations

import http.client
import json
import os
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from shared.errors import wire_codes
from tests.clients.raw import RawClient
from tests.conftest import STACKS
from tests.faults.fuzz_messages import Sent, ending, survived
from tests.stack import Stack

pytestmark = pytest.mark.waits

MESSAGES = int(os.environ.get("FUZZ_MESSAGES", "5000"))
A_CONNECTION = 25
LAST = "the last one"
KNOWN_CODES = wire_codes() - {"internal"}

fuzzing = settings(
    max_examples=MESSAGES // A_CONNECTION,
    deadline=None,
    database=None,
    # CI sends the same messages each time, so that failures have a cause; `make test-fuzz` sends new ones.
    derandomize="FUZZ_MESSAGES" not in os.environ,
    # No shrinking: every attempt opens a connection that may wait for a packet that never comes.
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Stack]:
    """Start a stack without a rate limit."""
    folder = tmp_path_factory.mktemp("fuzzed")
    limits = {"RATE_LIMIT": "0", "MAX_PENDING_PER_CLIENT": "1000"}
    with Stack(folder, LOG_LEVEL="info", **limits) as stack:
        pytestconfig.stash[STACKS].append(stack)
        yield stack.start()


@pytest.fixture
def unharmed(fuzzed: Stack) -> Iterator[Stack]:
    """Return the stack; afterwards, its processes must be the same and their logs without tracebacks."""
    children = sorted(fuzzed.worker.children())
    yield fuzzed
    for process in (fuzzed.gateway, fuzzed.worker):
        assert process.is_running
        assert "Traceback" not in process.log(), process.name
    assert sorted(fuzzed.worker.children()) == children


@pytest.mark.filterwarnings("ignore:Generating overly large repr")  # of a failure: that is what we want
def test_every_message_that_is_well_formed_enough_is_answered(
    unharmed: Stack, figures: Callable[[str], None]
) -> None:
    counts: Counter[str] = Counter()

    @fuzzing
    @given(st.lists(survived, min_size=A_CONNECTION, max_size=A_CONNECTION), ending)
    def send_all(batch: list[Sent], last: Sent) -> None:
        exchange(unharmed.gateway.port, batch, last, counts)

    send_all()

    figures(f"{counts.total()} messages: {dict(counts.most_common())}")
    assert counts.total() >= MESSAGES * 0.95
    assert not counts["internal"]


def exchange(port: int, batch: list[Sent], last: Sent, counts: Counter[str]) -> None:
    """Send messages over one connection, and check that every required answer comes."""
    with RawClient(port) as client:
        client.join()
        for number, sent in enumerate(batch):
            client.send(sent.frame(number))
        expected = {number for number, sent in enumerate(batch) if sent.is_answered}
        client.emit("my_message", {"command": "pos", "word": "happy", "id": LAST})
        hear(client, expected, counts)
        client.send(last.frame(len(batch)))
        counts["need no answer"] += len(batch) - len(expected)
        counts["may end their connection"] += 1


def hear(client: RawClient, expected: set[int], counts: Counter[str]) -> None:
    """Read until all expected messages and the last lookup are acknowledged and answered."""
    acknowledged: dict[int, object] = {}
    replied: Counter[str] = Counter()
    while True:
        wanted = Counter(json.dumps(ack["id"]) for ack in acknowledged.values())
        if (
            expected <= acknowledged.keys()
            and replied[json.dumps(LAST)]
            and not wanted.keys() - replied.keys()
        ):
            break
        packet = client.next_packet()
        if packet.startswith('42["reply"'):
            reply = json.loads(packet[2:])[1]
            check_reply(reply)
            replied[json.dumps(reply["id"])] += 1
        elif packet.startswith("43"):
            number, _, rest = packet[2:].partition("[")
            ack = json.loads("[" + rest)[0]
            acknowledged[int(number)] = ack
            counts[ack["error"]["code"] if "error" in ack else ack["status"]] += 1
    # Two messages with the same id are one lookup or two, so they get at most one reply each.
    assert all(replied[each] <= wanted[each] for each in wanted if each != json.dumps(LAST))


def check_reply(reply: dict[str, object]) -> None:
    """Assert that a reply has the shape that docs/protocol.md promises."""
    assert isinstance(reply["option"], str)
    assert isinstance(reply["word"], str)
    assert isinstance(json.loads(str(reply["response"])), list)
    if "error" in reply:
        assert reply["error"]["code"] in KNOWN_CODES, reply
        assert reply["response"] == "[]"


POLLED = st.one_of(
    st.binary(max_size=300),
    st.lists(st.text(max_size=20), max_size=20).map(
        lambda texts: "\x1e".join(texts).encode(errors="replace")
    ),
    st.sampled_from([b"b", b"bAAA", b"b!!!", b"\x1e" * 1000, b"4" * 70_000, b"2", b"6", b"\xff", b"d=%31"]),
)


def test_the_gateway_survives_every_body_of_a_long_polling_client(unharmed: Stack) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", unharmed.gateway.port, timeout=5)

    def status(method: str, query: str, body: bytes | None = None) -> tuple[int, bytes]:
        connection.request(method, f"/socket.io/?EIO=4&transport=polling{query}", body)
        response = connection.getresponse()
        return response.status, response.read()

    @settings(fuzzing, max_examples=max(100, MESSAGES // 20))
    @given(POLLED)
    def post(body: bytes) -> None:
        _, opened = status("GET", "")
        sid = json.loads(opened[1:])["sid"]
        assert status("POST", f"&sid={sid}", b"40")[0] == 200
        assert status("POST", f"&sid={sid}", body)[0] in {200, 400, 413}
        assert status("POST", f"&sid={sid}", b"41")[0] in {200, 400}

    try:
        post()
        assert status("GET", "&sid=nobody")[0] == 400
        assert status("PUT", "")[0] in {400, 405}
    finally:
        connection.close()
    assert unharmed.gateway.status("/readyz") == 200
