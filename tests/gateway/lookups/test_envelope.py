"""Messages around other batches equal those that Celery and kombu make."""

from __future__ import annotations

import json
from typing import Any

from gateway.lookups.envelope import Envelope
from gateway.lookups.publisher import Publisher
from shared.messages import Lookup, LookupBatch
from shared.names import LOOKUP_QUEUE
from tests.stack.redis_process import RedisProcess

FIRST = LookupBatch("channel", None, [Lookup("pos", "100%", key="boot:1", namespace="/", room="sid")])
SECOND = LookupBatch(
    "channel", 1.5, [Lookup("ask", text='50 % "öff" %(id)s', key="boot:2", namespace="/", room="sid")]
)


def made_by_kombu(server: RedisProcess, batch: LookupBatch) -> dict[str, Any]:
    """Return the first message of a publisher, which kombu makes."""
    with server.client() as redis:
        redis.delete(LOOKUP_QUEUE)
        Publisher(server.url).publish(batch)
        message: dict[str, Any] = json.loads(redis.lpop(LOOKUP_QUEUE))
        return message


def test_a_message_around_another_batch_equals_kombu_s(redis_server: RedisProcess) -> None:
    envelope = Envelope(made_by_kombu(redis_server, FIRST), FIRST)
    expected = made_by_kombu(redis_server, SECOND)

    messages = [json.loads(envelope.around(SECOND)) for _ in range(2)]

    ids = [message["headers"]["id"] for message in messages]
    assert len(set(ids)) == 2
    for message, own_id in zip(messages, ids, strict=True):
        expected["headers"] |= {"id": own_id, "root_id": own_id}
        expected["properties"] |= {"correlation_id": own_id, "delivery_tag": own_id}
        assert message == expected
