"""All parts of a gateway, built as its process does: a lookup finds its way to the broker and back."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from redis import Redis

from shared.messages import LookupBatch, decode_batch
from shared.names import LOOKUP_QUEUE
from shared.version import VERSION
from tests.gateway.green_gateway import GEESE, GreenGateway, wait_green
from tests.stack.ports import free_port
from tests.stack.redis_process import RedisProcess

METRICS_PAGE = Path(__file__).resolve().parents[2] / "docs" / "metrics.md"

MakeGateway = Callable[..., GreenGateway]


@pytest.fixture
def make_gateway() -> Iterator[MakeGateway]:
    """Return a function that builds a gateway, by default without a Redis."""
    made: list[GreenGateway] = []

    def make(**environ: str) -> GreenGateway:
        nowhere = f"redis://127.0.0.1:{free_port()}/0"
        made.append(GreenGateway(**({"REDIS_URL": nowhere} | environ)))
        return made[-1]

    yield make
    for each in made:
        each.stop()


@pytest.fixture
def broker(redis_server: RedisProcess) -> Iterator[Redis]:
    with redis_server.client() as client:
        client.delete(LOOKUP_QUEUE)
        yield client
        client.delete(LOOKUP_QUEUE)


def status(gateway: GreenGateway) -> dict[str, Any]:
    body = gateway.app({"PATH_INFO": "/status.json", "REQUEST_METHOD": "GET"}, lambda *_: None)
    found: dict[str, Any] = json.loads(b"".join(body))
    return found


def take_batch(broker: Redis) -> LookupBatch:
    """Take the next batch off the queue, as a worker does."""
    message = json.loads(broker.rpop(LOOKUP_QUEUE))
    return decode_batch(json.loads(base64.b64decode(message["body"]))[0][0])


def test_a_lookup_goes_to_the_broker_and_its_reply_to_the_client(
    make_gateway: MakeGateway, redis_server: RedisProcess, broker: Redis
) -> None:
    gateway = make_gateway(REDIS_URL=redis_server.url)
    gateway.start("publish lookups")
    client = gateway.client()
    for number in (1, 2):
        assert client.ask("my_message", GEESE | {"id": number}) == {"id": number, "status": "queued"}
    wait_green(lambda: broker.llen(LOOKUP_QUEUE), "the batch")
    batch = take_batch(broker)
    for lookup in batch.lookups:
        gateway.reply(lookup, '["goose"]')

    assert batch.channel == gateway.gateway.listener.channel
    assert [reply["id"] for reply in client.events("reply")][:2] == [1, 2]
    assert status(gateway)["commands"]["lemmatizer"]["count"] == 2
    assert status(gateway)["pending"] == 0


def test_the_status_and_a_metric_name_the_version_and_the_commit(make_gateway: MakeGateway) -> None:
    gateway = make_gateway(WORDWIRE_COMMIT="abc1234")

    assert (status(gateway)["version"], status(gateway)["commit"]) == (VERSION, "abc1234")
    exposed = gateway.gateway.metrics.expose().decode()
    assert f'wordwire_build_info{{commit="abc1234",version="{VERSION}"}} 1.0' in exposed


def test_without_redis_a_gateway_starts_and_says_what_is_missing(make_gateway: MakeGateway) -> None:
    gateway = make_gateway()
    gateway.client().ask("my_message", GEESE)
    found = status(gateway)

    assert (found["ready"], found["draining"]) == (False, False)
    assert [reason.split(" (")[0] for reason in found["reasons"]] == [
        "the broker",
        "nothing arrives on the reply channel",
    ]
    assert (found["connections"], found["pending"], found["queued_batches"], found["workers"]) == (1, 1, 0, 0)
    assert found["queued"] == {"lookups": 0, "questions": 0}


def test_both_namespaces_are_served(make_gateway: MakeGateway) -> None:
    gateway = make_gateway()

    assert gateway.client("/").sid
    assert gateway.client("/chat").sid


def test_each_gateway_has_its_own_reply_channel(make_gateway: MakeGateway) -> None:
    channels = {make_gateway().gateway.listener.channel for _ in range(3)}

    assert len(channels) == 3


def test_an_unreadable_packet_is_refused_by_the_lookup_events(make_gateway: MakeGateway) -> None:
    gateway = make_gateway()
    client = gateway.client()
    client.request("POST", "42{}")

    assert client.events("reply")[0]["error"]["code"] == "bad_request"
    assert gateway.gateway.metrics.malformed == 1


def test_a_client_may_send_many_messages_at_once(make_gateway: MakeGateway) -> None:
    gateway = make_gateway(RATE_LIMIT="0")
    client = gateway.client()
    message = f"42{json.dumps(['my_message', GEESE])}"
    client.request("POST", "\x1e".join([message] * 64))

    assert gateway.gateway.queues.pending() == 64


def test_after_a_reconnect_published_lookups_are_retried(
    make_gateway: MakeGateway, redis_server: RedisProcess, broker: Redis
) -> None:
    gateway = make_gateway(REDIS_URL=redis_server.url, RETRY_AFTER="60", LOOKUP_DEADLINE="60")
    for loop in ("publish lookups", "watch lookups"):
        gateway.start(loop)
    gateway.client().ask("my_message", GEESE)
    wait_green(lambda: broker.llen(LOOKUP_QUEUE), "the batch")
    first = take_batch(broker)

    gateway.subscribers.on_reconnect()
    wait_green(lambda: broker.llen(LOOKUP_QUEUE), "the second attempt")

    assert [lookup.key for lookup in take_batch(broker).lookups] == [lookup.key for lookup in first.lookups]


def test_every_documented_gauge_is_read_from_its_part(make_gateway: MakeGateway) -> None:
    gateway = make_gateway()
    client = gateway.client()
    client.ask("my_message", GEESE)
    room = gateway.client("/chat")
    documented = re.findall(r"^\| `(wordwire_\w+)` \| gauge", METRICS_PAGE.read_text(), re.MULTILINE)
    values = {name: read() for name, (_, _, read) in gateway.gateway.metrics.gauges.items()}

    assert room.sid
    assert set(values) == set(documented)
    assert (values["wordwire_connections"], values["wordwire_pending"], values["wordwire_ready"]) == (2, 1, 0)
    assert 0 < values["wordwire_oldest_waiting_seconds"] < 10
