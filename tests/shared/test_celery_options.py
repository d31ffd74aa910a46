"""The Celery options of both sides: JSON only, nothing on disk, and the right extras for each broker."""

from __future__ import annotations

import json
from typing import Any

import pytest
from celery import Celery

from shared.celery_options import celery_options
from shared.names import LOOKUP_QUEUE

SENTINELS = "redis+sentinel://gateway:s3cret@one:26379,two:26380/2/words"


def app_for(broker_url: str) -> Celery:
    """Return an app that reads no configuration but ours, and connects only when it publishes."""
    app = Celery("test", set_as_current=False)
    app.conf.update(celery_options(broker_url))
    return app


def test_a_task_is_published_as_transient_json_on_the_lookup_queue() -> None:
    """Through kombu's broker in memory, which keeps messages as they are."""
    app = app_for("memory://")
    app.send_task("any.task", kwargs={"word": "geese"})

    with app.connection_for_read() as connection:
        message = connection.SimpleQueue(LOOKUP_QUEUE).get(timeout=1)

    assert message.content_type == "application/json"
    assert json.loads(message.body)[1] == {"word": "geese"}
    assert message.properties["delivery_mode"] == 1


@pytest.mark.parametrize(
    "url", ["redis://localhost:1/0", "rediss://localhost:1/0", "redis+socket:///run/redis.sock"]
)
def test_redis_has_timeouts_one_list_and_no_emulated_acknowledgement(url: str) -> None:
    options = app_for(url).connection_for_write().transport_options

    assert options["socket_timeout"] > options["socket_connect_timeout"] > 0
    assert options["priority_steps"] == [0]
    assert options["ack_emulation"] is False


def test_kombu_gets_every_sentinel_with_credentials_database_and_name() -> None:
    options = celery_options(SENTINELS)

    assert options["broker_url"] == (
        "sentinel://gateway:s3cret@one:26379/2;sentinel://gateway:s3cret@two:26380/2"
    )
    assert options["broker_transport_options"]["master_name"] == "words"
    assert options["broker_transport_options"]["ack_emulation"] is False


@pytest.mark.parametrize(
    ("url", "options"),
    [("amqp://localhost//", {"confirm_publish": True}), ("memory://", {})],
)
def test_other_brokers_get_no_option_of_redis(url: str, options: dict[str, Any]) -> None:
    """RabbitMQ confirms each publication instead."""
    assert app_for(url).conf.broker_transport_options == options
