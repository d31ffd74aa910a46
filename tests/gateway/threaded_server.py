"""The gateway's Socket.IO server on threads instead of eventlet, for tests in this process."""

from __future__ import annotations

from collections.abc import Callable
from selectors import DefaultSelector
from typing import Any

from gateway.admission import Admission
from gateway.transport.server import Server
from shared import json_codec
from shared.settings import Settings


def threaded_server(
    settings: Settings,
    admission: Admission,
    on_malformed: Callable[[str, str], None] = lambda _eio_sid, _reason: None,
    **options: Any,
) -> Server:
    """Return a server that gateway/app.py would build with these settings, but for threads."""
    return Server(
        on_opened=admission.opened,
        on_closed=admission.closed,
        on_malformed=on_malformed,
        may_join=admission.may_join,
        json=json_codec,
        async_mode="threading",
        async_handlers=False,
        ping_interval=2,  # with the timeout below, how long a poll waits for an event before it fails
        ping_timeout=3,
        max_http_buffer_size=settings.max_message_bytes,
        max_unsent_bytes=settings.max_unsent_bytes,
        max_unsent_total_bytes=settings.max_unsent_total_bytes,
        selector=DefaultSelector(),
        **options,
    )
