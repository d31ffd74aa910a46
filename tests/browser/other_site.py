"""Another web site: the example page of the docs, served from a different origin."""

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
    """The site's origin, and its page with the gateway whose widget it embeds, which a test may set later."""

    def __init__(self, port: int) -> None:
        self.origin = f"http://127.0.0.1:{port}"
        self.gateway_url = PLACEHOLDER
        self.page = EXAMPLE.read_text()
        self.content_security_policy = ""


@contextmanager
def other_site() -> Iterator[Site]:
    """Serve the example page on a free port."""

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = site.page.replace(PLACEHOLDER, site.gateway_url).encode()
            self.send_response(200 if self.path == "/" else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            if site.content_security_policy:
                self.send_header("Content-Security-Policy", site.content_security_policy)
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
