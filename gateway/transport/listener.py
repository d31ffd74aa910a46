"""The listening socket: its address, and the buffers of the sockets that it accepts."""

from __future__ import annotations

import socket
from typing import Any, Final

from eventlet.green import socket as green_socket

LISTEN_BACKLOG: Final = 1024
# The system's buffers of one socket, each way; Linux doubles the number for its own needs. By default a
# client that reads nothing, or sends without end, makes the system hold megabytes for it.
SOCKET_BUFFER_BYTES: Final = 32_768
# A segment that fills the buffer would wait for the client's delayed acknowledgement, 40 ms for each 64 KB.
# Only segments on one machine are that large: those of a network have 1.5 or 9 KB.
SEGMENT_BYTES: Final = SOCKET_BUFFER_BYTES // 4


def listen(host: str, port: int) -> Any:
    """Return a listening socket; `::` takes clients of IPv6 and of IPv4. Raises OSError."""
    host = host.strip("[]")
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    # A name may have addresses of both kinds; the older kind is reachable from everywhere.
    family, _, _, _, address = min(found, key=lambda each: each[0] != socket.AF_INET)
    listener = green_socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if family == socket.AF_INET6:
        listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
    # Accepted sockets inherit these.
    for option in (socket.SO_SNDBUF, socket.SO_RCVBUF):
        listener.setsockopt(socket.SOL_SOCKET, option, SOCKET_BUFFER_BYTES)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, SEGMENT_BYTES)
    # A reply soon after its ack would wait for the client's delayed TCP acknowledgement: 40 ms.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        listener.bind(address)
        listener.listen(LISTEN_BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener
