"""Somebody else's web site: the example page of the docs, served from an origin of its own."""

from __future__ import annotations

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

from tests.stack.process import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLE = CHECKOUT / "docs" / "examples" / "embed.html"
PLACEHOLDER = "https://words.example.org"


class Site:
    """The site's origin, and the gateway whose widget its page embeds; the latter may be set later."""

    def __init__(self, port: int) -> None:
        self.origin = f"http://127.0.0.1:{port}"
        self.gateway_url = PLACEHOLDER


@contextmanager
def other_site() -> Iterator[Site]:
    """Serve the example page on a free port."""

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = EXAMPLE.read_text().replace(PLACEHOLDER, site.gateway_url).encode()
            self.send_response(200 if self.path == "/" else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page if self.path == "/" else b"")

        def log_message(self, *_: object) -> None:
            """Keep the test's output clean."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        site = Site(server.server_address[1])
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()
