"""A Socket.IO server that answers inside its handler, with every optimization that we found.

It uses plain websocket frames, handlers on the connection's own thread, a faster JSON, and our workers'
answers: all of WordNet in memory, repeated words remembered. Even so, it can't use a second core for words,
and one slow lookup stalls everybody.

$ DATA_DIR=... python -m tests.bench.servers.in_process_tuned PORT
"""

# ruff: noqa: E402 (eventlet must patch before every other import)
from __future__ import annotations

import eventlet

eventlet.monkey_patch()

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import eventlet.wsgi
import msgspec
import socketio

from shared import json_codec
from shared.messages import Question
from shared.settings import read_settings
from workers.answers import answer
from workers.wordnet.snapshot import open_lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def serve(port: int) -> None:
    """Serve on `port` until killed."""
    lexicon = open_lexicon(Path(read_settings().data_dir))
    remembered: dict[tuple[str, str], dict[str, Any]] = {}
    gc.collect()
    gc.freeze()
    server = socketio.Server(
        async_mode="eventlet", async_handlers=False, json=json_codec, cors_allowed_origins="*"
    )

    @server.on("my_message")
    def my_message(sid: str, sent: dict[str, Any]) -> None:
        asked = sent["command"], sent["word"]
        reply = remembered.get(asked)
        if reply is None:
            reply = remembered[asked] = msgspec.to_builtins(answer(lexicon, Question(*asked)))
        server.emit("reply", {**reply, "id": sent["id"]}, to=sid)

    app = _without_compression(socketio.WSGIApp(server))
    eventlet.wsgi.server(eventlet.listen(("127.0.0.1", port)), app, log_output=False, debug=False)


def _without_compression(app: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    def plain(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        return app(environ, start_response)

    return plain


if __name__ == "__main__":
    serve(int(sys.argv[1]))
