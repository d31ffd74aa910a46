"""The Celery options that gateway and workers share: one broker, one kind of JSON, no unused extras."""

from __future__ import annotations

from typing import Any

from shared.names import LOOKUP_QUEUE
from shared.redis_client import TCP_OPTIONS
from shared.sentinel import is_sentinel, parse_sentinel
from shared.urls import is_redis, parse_redis

CONNECT_TIMEOUT_S = 2.0
HEALTH_CHECK_INTERVAL_S = 1
SOCKET_TIMEOUT_S = 5.0  # without it, a command to a frozen broker blocks for ever


def celery_options(broker_url: str, socket_timeout: float = SOCKET_TIMEOUT_S) -> dict[str, Any]:
    """Return the Celery configuration that gateway and workers share.

    `socket_timeout` is the longest wait for Redis's answer to one command, in seconds.
    """
    options: dict[str, Any] = {
        "broker_url": broker_url,
        "task_default_queue": LOOKUP_QUEUE,
        "task_serializer": "json",
        "accept_content": ["json"],
        "task_ignore_result": True,
        "task_store_errors_even_if_ignored": False,
        # Writing messages to disk would be useless, because the gateways retry lost lookups.
        "task_default_delivery_mode": "transient",
        "broker_connection_timeout": CONNECT_TIMEOUT_S,
        "broker_connection_max_retries": None,
        "broker_connection_retry_on_startup": True,
        "broker_transport_options": {},
        "worker_send_task_events": False,
        "enable_utc": True,
    }
    if is_sentinel(broker_url):
        sentinels = parse_sentinel(broker_url)
        options["broker_url"] = sentinels.for_kombu()
        options["broker_transport_options"] = {
            **_redis_options(socket_timeout),
            "master_name": sentinels.name,
        }
    elif broker_url.startswith(("redis", "sentinel", "unix")):
        options["broker_url"] = ";".join(
            parse_redis(url).for_kombu() if is_redis(url) else url for url in broker_url.split(";")
        )
        options["broker_transport_options"] = _redis_options(socket_timeout)
    elif broker_url.startswith(("amqp", "pyamqp")):
        # A batch counts as published when the broker has confirmed it, not when the socket has taken it.
        options["broker_transport_options"] = {"confirm_publish": True}
    return options


def _redis_options(socket_timeout: float) -> dict[str, Any]:
    return {
        "socket_connect_timeout": min(CONNECT_TIMEOUT_S, socket_timeout),
        "socket_timeout": socket_timeout,
        **TCP_OPTIONS,
        # A worker notices a silently closed connection when its BRPOP is overdue by this long; by default,
        # after 51 s.
        "health_check_interval": HEALTH_CHECK_INTERVAL_S,
        "priority_steps": [0],  # one Redis list instead of one for each of four priorities
        # Emulated acknowledgements cost four more Redis commands per task, two of them with a wait. The
        # gateways' own retry replaces their redelivery: it is faster and more reliable (docs/reliability.md).
        "ack_emulation": False,
    }
