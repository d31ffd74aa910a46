"""The web client's built files, read once at the start and served from memory, compressed beforehand."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Headers = list[tuple[str, str]]
Response = tuple[str, Headers, bytes]

OK = "200 OK"
NOT_MODIFIED = "304 Not Modified"
METHOD_NOT_ALLOWED = "405 Method Not Allowed"

# What a content-hashed file says can't change; everything else is asked for again, with its ETag.
FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"

# Best first; the build writes a file with each suffix beside the plain one.
ENCODINGS: Final = (("br", ".br"), ("gzip", ".gz"))

CONTENT_TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".json": "application/json",
}

# Addresses that people type, and the file behind each.
PAGES: Final = {"/": "index.html", "/rooms": "rooms.html", "/status": "status.html"}

# The page may load, run and ask nothing but its own origin, has no inline script or style, and no text of
# anybody's can become markup: lit-html's is the one policy that makes HTML, from constant templates.
CONTENT_SECURITY_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html; "
    "frame-ancestors {frame_ancestors}"
)

NOT_BUILT: Final = b"""<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Wordwire</title>
<h1>Wordwire's gateway is running</h1>
<p>Its web client has not been built: run <code>make web</code>, then start the gateway again.
Socket.IO clients connect all the same; <a href="/readyz">/readyz</a> says whether lookups are answered.</p>
"""


class WebFile(Struct, frozen=True):
    """One file in every encoding that we have of it, with the headers it is always sent with."""

    bodies: dict[str, bytes]  # by encoding; "" is the plain file
    etag: str
    headers: tuple[tuple[str, str], ...]


class WebFiles:
    """Answers for every built file of `dist_dir`; where nothing was built, `/` says so.

    `frame_ancestors` names the origins whose pages may show ours in a frame, comma-separated; empty is none
    but our own. The widget needs no frame: it is allowed by CORS_ALLOWED_ORIGINS.
    """

    def __init__(self, dist_dir: Path, frame_ancestors: str = "") -> None:
        ancestors = " ".join(
            ["'self'", *(part.strip() for part in frame_ancestors.split(",") if part.strip())]
        )
        self._policy = CONTENT_SECURITY_POLICY.format(frame_ancestors=ancestors)
        self._files = dict(self._read(dist_dir))
        for address, name in PAGES.items():
            if f"/{name}" in self._files:
                self._files[address] = self._files[f"/{name}"]
        if "/" not in self._files:
            self._files["/"] = self._web_file("index.html", {"": NOT_BUILT})

    def response(self, path: str, environ: dict[str, Any]) -> Response | None:
        """Return status, headers and body for `path`, or None when there is no such file."""
        file = self._files.get(path)
        if file is None:
            return None
        method = environ.get("REQUEST_METHOD", "GET")
        if method not in {"GET", "HEAD"}:
            return METHOD_NOT_ALLOWED, [("Allow", "GET, HEAD"), ("Content-Length", "0")], b""
        headers = [*file.headers, ("ETag", file.etag)]
        if file.etag in environ.get("HTTP_IF_NONE_MATCH", ""):
            return NOT_MODIFIED, headers, b""
        encoding = _best_encoding(environ.get("HTTP_ACCEPT_ENCODING", ""), file)
        body = file.bodies[encoding]
        headers.append(("Content-Length", str(len(body))))
        if encoding:
            headers.append(("Content-Encoding", encoding))
        return OK, headers, b"" if method == "HEAD" else body

    def _read(self, dist_dir: Path) -> Iterator[tuple[str, WebFile]]:
        for path in sorted(dist_dir.rglob("*")):
            if path.suffix not in CONTENT_TYPES:
                continue
            bodies = {"": path.read_bytes()}
            for encoding, suffix in ENCODINGS:
                compressed = path.with_name(path.name + suffix)
                if compressed.exists():
                    bodies[encoding] = compressed.read_bytes()
            name = path.relative_to(dist_dir).as_posix()
            yield f"/{name}", self._web_file(name, bodies)

    def _web_file(self, name: str, bodies: dict[str, bytes]) -> WebFile:
        suffix = name[name.rindex(".") :]
        headers = [
            ("Content-Type", CONTENT_TYPES[suffix]),
            ("Cache-Control", FOREVER if name.startswith("assets/") else ASK_AGAIN),
            ("Vary", "Accept-Encoding"),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "same-origin"),
        ]
        if suffix == ".html":
            headers.append(("Content-Security-Policy", self._policy))
            headers.append(("Cross-Origin-Opener-Policy", "same-origin"))
        else:
            # Module scripts of the widget are read by pages of other origins, and hold no secret.
            headers.append(("Access-Control-Allow-Origin", "*"))
            headers.append(("Cross-Origin-Resource-Policy", "cross-origin"))
        digest = hashlib.sha256(bodies[""]).hexdigest()[:24]
        return WebFile(bodies=bodies, etag=f'W/"{digest}"', headers=tuple(headers))


def _best_encoding(accepted: str, file: WebFile) -> str:
    """Return the best encoding of `file` that the Accept-Encoding header `accepted` allows.

    A quality of zero is a refusal; other qualities do not matter, as smaller is always better here.
    """
    wanted = set()
    for part in accepted.split(","):
        name, _, parameters = part.partition(";")
        if parameters.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}:
            wanted.add(name.strip().lower())
    return next((encoding for encoding, _ in ENCODINGS if encoding in wanted and encoding in file.bodies), "")
