"""A Socket.IO server that answers from NLTK inside its handler, with every library's default settings.

$ python -m tests.bench.servers.in_process PORT
"""

# ruff: noqa: E402 (eventlet must patch before every other import)
from __future__ import annotations

import eventlet

eventlet.monkey_patch()

import sys
from typing import Any

import eventlet.wsgi
import socketio

from tests.bench.servers import nltk_answers


def serve(port: int) -> None:
    """Serve on `port` until killed."""
    server = socketio.Server(async_mode="eventlet", cors_allowed_origins="*")

    @server.on("my_message")
    def my_message(sid: str, lookup: dict[str, Any]) -> None:
        server.emit("reply", nltk_answers.reply_to(lookup), to=sid)

    nltk_answers.warm_up()
    eventlet.wsgi.server(eventlet.listen(("127.0.0.1", port)), socketio.WSGIApp(server), log_output=False)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
