"""Serves the web client's built files from memory, already compressed; it reads them once, at the start."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from gateway.transport.responses import NO_GUESSES, REVALIDATE, STATUS_LINES, Environ, Response

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# A file with a content hash in its name never changes; browsers revalidate all others by ETag.
FOREVER: Final = "Cache-Control: public, max-age=31536000, immutable\r\n"

# Smallest first; for each of these suffixes the build writes a compressed copy next to the plain file.
ENCODINGS: Final = (("br", ".br"), ("gzip", ".gz"))

CONTENT_TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".json": "application/json",
}

# Addresses that people type → file.
PAGES: Final = {"/": "index.html", "/rooms": "rooms.html", "/status": "status.html", "/api": "api.html"}

# The page may load from, run from and connect to its own origin only, and has no inline script or style. No
# user's text can become markup, because lit-html's is the only policy that makes HTML, and it does so from
# constant templates.
CONTENT_SECURITY_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types lit-html; "
    "frame-ancestors {frame_ancestors}"
)

NOT_BUILT: Final = b"""<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Wordwire</title>
<h1>Wordwire's gateway is running</h1>
<p>Its web client is not built yet: run <code>make web</code>, then restart the gateway.
Other Socket.IO clients can connect already; <a href="/readyz">/readyz</a> shows whether it can answer.</p>
"""


class WebFile(Struct, frozen=True):
    """One file in all its encodings, with the headers of every response."""

    bodies: dict[str, bytes]  # by encoding; "" is the plain file
    etag: str
    headers: str


class WebFiles:
    """Serves every built file of `dist_dir`; without a build, `/` explains how to make one.

    `frame_ancestors` lists the origins whose pages may show ours in a frame, separated by commas; if it is
    empty, only our own may. The widget needs no frame: CORS_ALLOWED_ORIGINS decides where it works.
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

    def file(self, path: str) -> WebFile | None:
        """Return a file by its path, if the build has it."""
        return self._files.get(path)

    def response(self, path: str, environ: Environ) -> Response | None:
        """Return status, headers and body for `path`, or None when there is no such file."""
        file = self._files.get(path)
        if file is None:
            return None
        method = environ.get("REQUEST_METHOD", "GET")
        if method not in {"GET", "HEAD"}:
            return STATUS_LINES[405], "Allow: GET, HEAD\r\nContent-Length: 0\r\n", b""
        headers = f"{file.headers}ETag: {file.etag}\r\n"
        if file.etag in environ.get("HTTP_IF_NONE_MATCH", ""):
            return STATUS_LINES[304], headers, b""
        encoding = _best_encoding(environ.get("HTTP_ACCEPT_ENCODING", ""), file)
        body = file.bodies[encoding]
        headers += f"Content-Length: {len(body)}\r\n"
        if encoding:
            headers += f"Content-Encoding: {encoding}\r\n"
        return STATUS_LINES[200], headers, b"" if method == "HEAD" else body

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
        headers = f"Content-Type: {CONTENT_TYPES[suffix]}\r\nVary: Accept-Encoding\r\n{NO_GUESSES}"
        headers += FOREVER if name.startswith("assets/") else REVALIDATE
        headers += "Referrer-Policy: same-origin\r\n"
        if suffix == ".html":
            headers += f"Content-Security-Policy: {self._policy}\r\n"
            headers += "Cross-Origin-Opener-Policy: same-origin\r\n"
        else:
            # Pages of other origins load the widget's module scripts, which hold no secret.
            headers += "Access-Control-Allow-Origin: *\r\nCross-Origin-Resource-Policy: cross-origin\r\n"
        digest = hashlib.sha256(bodies[""]).hexdigest()[:24]
        return WebFile(bodies=bodies, etag=f'W/"{digest}"', headers=headers)


def _best_encoding(accepted: str, file: WebFile) -> str:
    """Return the smallest encoding of `file` that the Accept-Encoding header `accepted` allows.

    A quality of zero forbids an encoding; other qualities are ignored, because smaller is always better here.
    """
    wanted = set()
    for part in accepted.split(","):
        name, _, parameters = part.partition(";")
        if parameters.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}:
            wanted.add(name.strip().lower())
    return next((encoding for encoding, _ in ENCODINGS if encoding in wanted and encoding in file.bodies), "")
