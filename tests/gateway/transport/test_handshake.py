"""The opening handshake of a websocket."""

from __future__ import annotations

import pytest

from gateway.transport import handshake

# The example of RFC 6455, 1.3.
REQUEST = {
    "REQUEST_METHOD": "GET",
    "SERVER_PROTOCOL": "HTTP/1.1",
    "HTTP_CONNECTION": "keep-alive, Upgrade",
    "HTTP_UPGRADE": "WebSocket",
    "HTTP_SEC_WEBSOCKET_VERSION": "13",
    "HTTP_SEC_WEBSOCKET_KEY": "dGhlIHNhbXBsZSBub25jZQ==",
}


def test_a_good_request_gets_the_answer_of_the_standard() -> None:
    assert handshake.refusal(REQUEST) is None
    assert b"\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n" in handshake.response(REQUEST)


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"REQUEST_METHOD": "POST"}, 400),
        ({"SERVER_PROTOCOL": "HTTP/1.0"}, 400),
        ({"HTTP_CONNECTION": "keep-alive"}, 400),
        ({"HTTP_UPGRADE": "h2c"}, 400),
        ({"HTTP_SEC_WEBSOCKET_VERSION": "8"}, 426),
        ({"HTTP_SEC_WEBSOCKET_VERSION": ""}, 426),
        ({"HTTP_SEC_WEBSOCKET_KEY": ""}, 400),
        ({"HTTP_SEC_WEBSOCKET_KEY": "c2hvcnQ="}, 400),
        ({"HTTP_SEC_WEBSOCKET_KEY": "not base64!"}, 400),
        ({"HTTP_SEC_WEBSOCKET_KEY": "ü" * 16}, 400),
    ],
)
def test_a_bad_request_is_refused(changed: dict[str, str], status: int) -> None:
    refusal = handshake.refusal(REQUEST | changed)

    assert refusal is not None
    assert refusal.status.startswith(str(status))
    assert (("Sec-WebSocket-Version", "13") in refusal.headers) == (status == 426)
