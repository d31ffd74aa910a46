"""Lookups that can't be answered end in an error in time, and repeated lookups join the open one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from shared.names import LOOKUP_QUEUE
from tests.clients.http import Answer, HttpClient
from tests.clients.reference import ReferenceClient
from tests.conftest import STACKS
from tests.stack import Stack, wait_until

pytestmark = pytest.mark.waits

DEADLINE_S = 1.5


@pytest.fixture(scope="module")
def impatient(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Stack]:
    """Start a stack with a short deadline and low caps."""
    settings = {"LOOKUP_DEADLINE": str(DEADLINE_S), "RETRY_AFTER": "0.5", "RATE_LIMIT": "10"}
    caps = {"MAX_PENDING": "15", "MAX_PENDING_PER_CLIENT": "10", "LOG_LEVEL": "info"}
    with Stack(tmp_path_factory.mktemp("impatient"), **settings, **caps) as stack:
        pytestconfig.stash[STACKS].append(stack)
        yield stack.start()


@pytest.fixture
def client(impatient: Stack) -> Iterator[ReferenceClient]:
    """Return a client of the impatient gateway, once that has no open lookups."""
    wait_until(lambda: impatient.gateway.metric("wordwire_pending") == 0, "open lookups to be settled")
    with ReferenceClient(impatient.gateway.url) as connected:
        yield connected


@pytest.fixture
def frozen_worker(impatient: Stack) -> Iterator[None]:
    """Freeze the worker, so that no lookup is answered during the test."""
    impatient.worker.freeze()
    yield
    impatient.worker.thaw()
    with impatient.redis.client() as redis:
        wait_until(lambda: redis.llen(LOOKUP_QUEUE) == 0, "the worker to catch up")
    impatient.gateway.wait_until_ready()


@pytest.mark.usefixtures("frozen_worker")
def test_without_an_answer_by_the_deadline_the_client_hears_timeout(client: ReferenceClient) -> None:
    began = time.monotonic()
    reply = client.ask(command="pos", word="happy", id=1).reply.result(5)

    assert reply["error"]["code"] == "timeout"
    assert (reply["id"], reply["option"], reply["word"], reply["response"]) == (1, "pos", "happy", "[]")
    assert DEADLINE_S <= time.monotonic() - began < DEADLINE_S + 1.0


def test_a_late_reply_is_dropped_and_counted(impatient: Stack, client: ReferenceClient) -> None:
    dropped = impatient.gateway.metric("wordwire_replies_dropped_total")
    impatient.worker.freeze()
    try:
        assert client.ask(command="pos", word="happy").reply.result(5)["error"]["code"] == "timeout"
    finally:
        impatient.worker.thaw()

    wait_until(lambda: impatient.gateway.metric("wordwire_replies_dropped_total") > dropped, "the late reply")
    assert client.ask(command="pos", word="happy").answer() == ["a", "s"]
    assert client.stray_replies == []


def test_with_redis_down_until_the_deadline_the_client_hears_unavailable(
    impatient: Stack, client: ReferenceClient
) -> None:
    impatient.redis.kill()
    try:
        began = time.monotonic()
        reply = client.ask(command="pos", word="happy").reply.result(5)

        assert reply["error"]["code"] == "unavailable"
        assert time.monotonic() - began < DEADLINE_S + 1.0
    finally:
        impatient.redis.start()
    impatient.wait_until_ready()
    assert client.ask(command="pos", word="happy").answer() == ["a", "s"]


@pytest.mark.usefixtures("frozen_worker")
def test_the_same_id_joins_the_lookup_that_is_pending(impatient: Stack, client: ReferenceClient) -> None:
    joined = impatient.gateway.metric("wordwire_joined_total")
    message = {"command": "pos", "word": "happy", "id": "same"}
    first = client.ask(**message)
    ack = client.emit("my_message", message).result(5)

    assert ack == {"id": "same", "status": "queued"}
    assert first.reply.result(5)["error"]["code"] == "timeout"
    time.sleep(0.5)  # a second reply would follow at once
    assert client.stray_replies == []
    assert impatient.gateway.metric("wordwire_joined_total") == joined + 1


@pytest.mark.usefixtures("frozen_worker")
def test_caps_refuse_at_once_per_client_and_in_all(impatient: Stack, client: ReferenceClient) -> None:
    with ReferenceClient(impatient.gateway.url) as other:
        mine = [client.ask(command="pos", word="happy") for _ in range(11)]
        assert mine[10].reply.result(1)["error"]["code"] == "rate_limited"
        theirs = [other.ask(command="pos", word="happy") for _ in range(6)]

        assert theirs[5].reply.result(1)["error"]["code"] == "busy"
        open_lookups = mine[:10] + theirs[:5]
        assert not any(lookup.reply.done() for lookup in open_lookups)
        codes = {lookup.reply.result(5)["error"]["code"] for lookup in open_lookups}
        assert codes == {"timeout"}


@pytest.mark.usefixtures("frozen_worker")
def test_over_http_caps_and_deadlines_are_problems_that_say_when_to_come_back(impatient: Stack) -> None:
    def ask(_number: int) -> Answer:
        with HttpClient(impatient.gateway.url) as client:
            return client.look_up("pos", word="happy")

    began = time.monotonic()
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(ask, range(20)))

    seconds = time.monotonic() - began
    assert sorted((answer.status, answer.json()["code"]) for answer in answers) == [
        *[(503, "busy")] * 5,
        *[(504, "timeout")] * 15,
    ]
    assert {answer.headers.get("retry-after") for answer in answers if answer.status == 503} == {"1"}
    assert DEADLINE_S <= seconds < DEADLINE_S + 1.0


def test_a_connection_that_asks_too_fast_hears_how_long_to_wait(client: ReferenceClient) -> None:
    answered = 0
    for _ in range(40):
        reply = client.ask(command="pos", word="happy").reply.result(5)
        if "error" in reply:
            break
        answered += 1

    assert 20 <= answered < 30  # a burst of two seconds' worth, plus the refill during the loop
    assert reply["error"]["code"] == "rate_limited"
    assert "Try again in" in reply["error"]["message"]


def test_over_http_a_client_that_asks_too_fast_hears_how_long_to_wait(impatient: Stack) -> None:
    """An address keeps what a connection used of its rate, so the test above comes first."""
    with HttpClient(impatient.gateway.url) as client:
        answers = [client.look_up("pos", word="happy") for _ in range(40)]

    refused = next(answer for answer in answers if answer.status != 200)
    assert refused.status == 429
    assert refused.headers["retry-after"] == "1"
    assert 0 < refused.json()["retry_after"] <= 1


@pytest.mark.usefixtures("frozen_worker")
def test_a_disconnect_forgets_the_clients_lookups(impatient: Stack) -> None:
    with ReferenceClient(impatient.gateway.url) as leaving:
        # The client before used up the rate of this address.
        question = {"command": "pos", "word": "happy"}
        wait_until(lambda: "error" not in leaving.emit("my_message", question).result(5), "an open lookup")
        wait_until(lambda: impatient.gateway.metric("wordwire_pending") == 1, "one open lookup")

    wait_until(lambda: impatient.gateway.metric("wordwire_pending") == 0, "none open", within=1.0)
