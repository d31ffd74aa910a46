"""How both sides set up Celery: the same broker options, the same JSON, no extras that nothing uses."""

from __future__ import annotations

from typing import Any

from shared.names import LOOKUP_QUEUE
from shared.sentinel import is_sentinel, parse_sentinel

CONNECT_TIMEOUT_S = 2.0
HEALTH_CHECK_INTERVAL_S = 1
SOCKET_TIMEOUT_S = 5.0  # a command to a frozen broker would block for ever otherwise


def celery_options(broker_url: str) -> dict[str, Any]:
    """Return the Celery configuration that gateway and workers share."""
    options: dict[str, Any] = {
        "broker_url": broker_url,
        "task_default_queue": LOOKUP_QUEUE,
        "task_serializer": "json",
        "accept_content": ["json"],
        "task_ignore_result": True,
        "task_store_errors_even_if_ignored": False,
        # A broker that writes messages to disk would do it for nothing: what it loses is asked again.
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
        options["broker_transport_options"] = {**_redis_options(), "master_name": sentinels.name}
    elif broker_url.startswith(("redis", "sentinel", "unix")):
        options["broker_transport_options"] = _redis_options()
    elif broker_url.startswith(("amqp", "pyamqp")):
        # A batch counts as published when the broker has it, not when it is written to a socket.
        options["broker_transport_options"] = {"confirm_publish": True}
    return options


def _redis_options() -> dict[str, Any]:
    return {
        "socket_connect_timeout": CONNECT_TIMEOUT_S,
        "socket_timeout": SOCKET_TIMEOUT_S,
        "socket_keepalive": True,
        # A worker's connection that died in silence is found when its BRPOP is overdue by this; by
        # default after 51 s.
        "health_check_interval": HEALTH_CHECK_INTERVAL_S,
        "priority_steps": [0],  # one Redis list, not one for each of four priorities
        # Without it each task costs four more commands to Redis, two of them waited for, and redelivery
        # is left to the gateways' own retry, which is faster and surer (docs/reliability.md).
        "ack_emulation": False,
    }
