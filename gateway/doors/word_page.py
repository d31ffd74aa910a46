"""The page of a word as HTML: the built page, with the title and the entry that a worker made."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from shared.messages import encode
from shared.pages import address_of, in_script

if TYPE_CHECKING:
    from shared.messages import Reply

HEAD, ENTRY, DATA = "<!--head-->", "<!--entry-->", "<!--data-->"
# During an update, by a worker of the last version; then only the client shows the entry.
UNMADE: Final = "<title>Wordwire</title>", "<h1>Wordwire</h1>"


class Template:
    """A page with places for a head, an entry, and the reply for the client."""

    def __init__(self, html: str, public_origin: str = "") -> None:
        self._place = f"{escape(public_origin)}/word/" if public_origin else ""
        self._before, rest = _parted(html.encode(), HEAD)
        self._between, rest = _parted(rest, ENTRY)
        self._after, self._end = _parted(rest, DATA)

    def entry(self, reply: Reply) -> bytes:
        """Return the page of a reply, and remove the HTML from the reply: the client makes its own."""
        head, entry = reply.page or UNMADE
        reply.page = None
        if self._place:  # the only whole address in the page, because Open Graph takes no other
            head += f'<meta property="og:url" content="{self._place}{address_of(reply)}">'
        told = in_script(encode(reply))
        return self._filled(head, entry, b'<script type="application/json" id="reply">', told, b"</script>")

    def apology(self, message: str) -> bytes:
        """Return the page of a refused or failed lookup, which its client asks again."""
        return self._filled("<title>Wordwire</title>", f"<h1>Wordwire</h1><p>{escape(message)}</p>")

    def _filled(self, head: str, entry: str, *data: bytes) -> bytes:
        parts = self._before, head.encode(), self._between, entry.encode(), self._after, *data, self._end
        return b"".join(parts)


def _parted(html: bytes, place: str) -> tuple[bytes, bytes]:
    before, _, after = html.partition(place.encode())
    return before, after
