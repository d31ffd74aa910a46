"""The header by which a balancer keeps a long-polling client on its gateway."""

from __future__ import annotations

import http.client
import json
from typing import TYPE_CHECKING

from tests.stack.waiting import DEADLINE_S

if TYPE_CHECKING:
    from tests.stack import Stack


def request(stack: Stack, query: str) -> tuple[http.client.HTTPResponse, str]:
    connection = http.client.HTTPConnection("127.0.0.1", stack.gateway.port, timeout=DEADLINE_S)
    try:
        connection.request("GET", f"/socket.io/?EIO=4&transport=polling{query}")
        response = connection.getresponse()
        return response, response.read().decode()
    finally:
        connection.close()


def test_the_handshake_has_its_sid_in_a_header_too(stack: Stack) -> None:
    response, body = request(stack, "")

    assert response.getheader("X-Engine-Io-Sid") == json.loads(body.removeprefix("0"))["sid"]


def test_no_other_response_has_that_header(stack: Stack) -> None:
    response, _ = request(stack, "&sid=unknown")

    assert response.status == 400
    assert response.getheader("X-Engine-Io-Sid") is None
