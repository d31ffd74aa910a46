"""The listening socket on real addresses."""

from __future__ import annotations

import socket
from contextlib import closing

import pytest

from gateway.transport.listener import listen
from tests.gateway.transport.websocket import PATIENCE_S


@pytest.mark.parametrize(
    ("host", "client"), [("::", "127.0.0.1"), ("::", "::1"), ("::1", "::1"), ("[::1]", "::1")]
)
def test_clients_come_by_both_versions_of_ip(host: str, client: str) -> None:
    if not socket.has_dualstack_ipv6():
        pytest.skip("this machine has no IPv6")
    with closing(listen(host, 0)) as listener:
        port = listener.getsockname()[1]
        with socket.create_connection((client, port), timeout=PATIENCE_S):
            accepted, address = listener.accept()

    accepted.close()
    assert address[0].endswith(client)


def test_several_segments_fit_into_the_buffers_of_a_socket() -> None:
    """Otherwise each buffer would wait for the client's delayed acknowledgement, for 40 ms."""
    with closing(listen("127.0.0.1", 0)) as listener:
        with socket.create_connection(listener.getsockname(), timeout=PATIENCE_S) as client:
            accepted, _address = listener.accept()
            for sock in (accepted, client):
                segment = sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG)
                assert 4 * segment <= accepted.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF)
        accepted.close()
