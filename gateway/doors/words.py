"""Words as pages: /word/bright, complete without JavaScript; and the documents that lead to them."""

from __future__ import annotations

from html import escape
from string import ascii_lowercase
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from msgspec.structs import replace

from gateway.doors.guard import Door, Steps, problem
from gateway.doors.word_page import Template
from gateway.lookups.parsing import read_my_message
from gateway.transport.responses import REVALIDATE, Environ, Response, respond, unless_known
from shared import json_codec
from shared.errors import BadRequest
from shared.messages import NOTHING
from shared.pages import named, readable

if TYPE_CHECKING:
    from collections.abc import Callable

    from gateway.doors.web_files import WebFile
    from shared.messages import ReplyError

PREFIX: Final = "/word/"
PAGE: Final = "/word/index.html"  # in the build: the page without its entry
SITEMAP, OPENSEARCH, ROBOTS = "/sitemap.xml", "/opensearch.xml", "/robots.txt"
NAME: Final = "word"  # in the metrics
TEXT: Final = "text/plain; charset=utf-8"
HTML, XML = "text/html; charset=utf-8", "application/xml; charset=utf-8"
OF_A_BODY: Final = {"Content-Type", "Content-Length"}
PASSED_ON: Final = {"Content-Security-Policy", "Cross-Origin-Opener-Policy", "Referrer-Policy"}

# What the sitemap lists: for each letter the commonest words that begin with it. (WordNet has more names
# than a sitemap may, and the rest is linked from these.)
COMMON: Final = tuple(
    {"command": "pattern", "where": {"starts": letter, "common": True}} for letter in ascii_lowercase
)


class Words:
    """Serves the page of each word, in the built page `file`; without a build there is none."""

    def __init__(self, file: WebFile | None, public_origin: str) -> None:
        self._template = Template(file.bodies[""].decode() if file else "", public_origin)
        self._headers = _chosen(file.headers if file else "", lambda name: name in PASSED_ON)
        self._public_origin = public_origin
        self._common: list[str] = []  # the words of the sitemap, once asked

    def doors(self) -> dict[str, Door]:
        """Return the doors by their paths."""
        return {
            PREFIX: Door(NAME, self._page, problem=self._apology),
            SITEMAP: Door(NAME, self._sitemap),
            OPENSEARCH: Door(NAME, self._opensearch),
            ROBOTS: Door(NAME, self._robots),
        }

    def _page(self, environ: Environ) -> Steps:
        try:
            word = environ["PATH_INFO"][len(PREFIX) :].encode("latin-1").decode()  # as WSGI gives bytes
        except ValueError:
            raise BadRequest("The address is not UTF-8.") from None
        overview = read_my_message({"command": "overview", "word": readable(word)})
        reply = yield replace(overview, page=True)
        if reply.error is not None:
            return self._apology(reply.error)
        page = self._template.entry(reply)
        # Like every page it names files of this build, which the next one may lack.
        headers = REVALIDATE + self._headers
        if reply.response == NOTHING:
            return respond(404, page, HTML, headers)
        return unless_known(environ, page, HTML, headers)

    def _apology(self, error: ReplyError, status: int | None = None) -> Response:
        """Return a problem as a page, whose client asks again."""
        line, headers, _ = problem(error, status)
        page = self._template.apology(error.message)
        own = f"Content-Type: {HTML}\r\nContent-Length: {len(page)}\r\n{self._headers}"
        return line, own + _chosen(headers, lambda name: name not in OF_A_BODY), page

    def _sitemap(self, environ: Environ) -> Steps:
        replies = yield () if self._common else COMMON
        for reply in replies:
            if reply.error is not None:
                return problem(reply.error)
        self._common = self._common or [
            name for reply in replies for name in json_codec.loads(reply.response)
        ]
        place = escape(self._origin(environ)) + PREFIX
        urls = "".join(f"<url><loc>{place}{quote(named(name), safe='')}</loc></url>" for name in self._common)
        xml = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'
        return unless_known(environ, _document(xml), XML, REVALIDATE)

    def _opensearch(self, environ: Environ) -> Steps:
        yield ()
        template = f"{escape(self._origin(environ))}/?ask={{searchTerms}}"
        xml = f"""<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>Wordwire</ShortName><Description>A dictionary you can talk to</Description>
<InputEncoding>UTF-8</InputEncoding><Url type="text/html" template="{template}"/>
</OpenSearchDescription>"""
        return unless_known(environ, _document(xml), XML, REVALIDATE)

    def _robots(self, environ: Environ) -> Steps:
        yield ()
        text = f"User-agent: *\nAllow: /\n\nSitemap: {self._origin(environ)}{SITEMAP}\n"
        return unless_known(environ, text.encode(), TEXT, REVALIDATE)

    def _origin(self, environ: Environ) -> str:
        """Return the origin that the reader sees. (These documents need whole addresses.)"""
        scheme = environ.get("HTTP_X_FORWARDED_PROTO", "")
        known = scheme if scheme == "https" else environ.get("wsgi.url_scheme", "http")
        return self._public_origin or f"{known}://{environ.get('HTTP_HOST', '')}"


def _chosen(headers: str, is_chosen: Callable[[str], bool]) -> str:
    """Return the lines of the headers whose name is chosen."""
    return "".join(line for line in headers.splitlines(keepends=True) if is_chosen(line.partition(":")[0]))


def _document(xml: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{xml}'.encode()
