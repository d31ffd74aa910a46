"""A Socket.IO server that sends a Celery task for each lookup; the worker answers through RedisManager.

$ REDIS_URL=... python -m tests.bench.servers.task_gateway PORT
"""

# ruff: noqa: E402 (eventlet must patch before every other import)
from __future__ import annotations

import eventlet

eventlet.monkey_patch()

import os
import sys
from typing import Any

import eventlet.wsgi
import socketio
from celery import Celery


def serve(port: int) -> None:
    """Serve on `port` until killed."""
    redis_url = os.environ["REDIS_URL"]
    celery = Celery(broker=redis_url)
    server = socketio.Server(
        async_mode="eventlet", client_manager=socketio.RedisManager(redis_url), cors_allowed_origins="*"
    )

    @server.on("my_message")
    def my_message(sid: str, lookup: dict[str, Any]) -> None:
        celery.send_task("look_up", (sid, lookup), ignore_result=True)

    eventlet.wsgi.server(eventlet.listen(("127.0.0.1", port)), socketio.WSGIApp(server), log_output=False)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
