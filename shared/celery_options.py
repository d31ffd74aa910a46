"""How both sides set up Celery: the same broker options, the same JSON, no extras that nothing uses."""

from __future__ import annotations

from typing import Any

from shared.names import LOOKUP_QUEUE

CONNECT_TIMEOUT_S = 2.0
SOCKET_TIMEOUT_S = 5.0  # a command to a frozen Redis would block for ever otherwise


def celery_options(broker_url: str) -> dict[str, Any]:
    """Return the Celery configuration that gateway and workers share."""
    options: dict[str, Any] = {
        "broker_url": broker_url,
        "task_default_queue": LOOKUP_QUEUE,
        "task_serializer": "json",
        "accept_content": ["json"],
        "task_ignore_result": True,
        "task_store_errors_even_if_ignored": False,
        "broker_connection_timeout": CONNECT_TIMEOUT_S,
        "broker_connection_max_retries": None,
        "broker_connection_retry_on_startup": True,
        "broker_transport_options": {},
        "worker_send_task_events": False,
        "enable_utc": True,
    }
    if broker_url.startswith(("redis", "sentinel", "unix")):
        options["broker_transport_options"] = {
            "socket_connect_timeout": CONNECT_TIMEOUT_S,
            "socket_timeout": SOCKET_TIMEOUT_S,
            "socket_keepalive": True,
            "priority_steps": [0],  # one Redis list, not one for each of four priorities
            # Without it each task costs four more commands to Redis, two of them waited for, and redelivery
            # is left to the gateways' own retry, which is faster and surer (docs/reliability.md).
            "ack_emulation": False,
        }
    return options
