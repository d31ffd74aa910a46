"""The web client's files: their encodings, their caching, and a strict policy."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from gateway.doors.web_files import WebFiles
from gateway.transport.responses import Response, pairs

HASHED = "/assets/index-1a2b3c.js"


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """A small build."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<!doctype html>")
    (tmp_path / "rooms.html").write_text("<!doctype html><title>rooms")
    (tmp_path / "status.html").write_text("<!doctype html><title>status")
    (tmp_path / "widget.js").write_text("import './assets/index-1a2b3c.js'")
    (tmp_path / HASHED[1:]).write_bytes(b"let a = 1")
    (tmp_path / (HASHED[1:] + ".gz")).write_bytes(gzip.compress(b"let a = 1"))
    (tmp_path / (HASHED[1:] + ".br")).write_bytes(b"as brotli")
    (tmp_path / ".built-from").write_text("a fingerprint")
    return tmp_path


def get(files: WebFiles, path: str, **environ: str) -> tuple[str, dict[str, str], bytes]:
    """Return status, headers and body; fail when there is no such file."""
    found: Response | None = files.response(path, {"REQUEST_METHOD": "GET", **environ})
    assert found is not None, path
    status, headers, body = found
    named = dict(pairs(headers))
    assert len(named) == headers.count("\r\n")
    return status, named, body


def test_the_page_is_at_the_root_under_a_policy_that_allows_only_its_own_scripts(dist: Path) -> None:
    status, headers, body = get(WebFiles(dist), "/")

    assert (status, body) == ("200 OK", b"<!doctype html>")
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["X-Content-Type-Options"] == "nosniff"
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'; script-src 'self'; style-src 'self'" in policy
    assert "unsafe" not in policy
    assert "*" not in policy
    assert policy.endswith("frame-ancestors 'self'")


@pytest.mark.parametrize("page", ["rooms", "status"])
def test_the_other_pages_have_addresses_that_people_type(dist: Path, page: str) -> None:
    status, headers, body = get(WebFiles(dist), f"/{page}")

    assert (status, body) == ("200 OK", f"<!doctype html><title>{page}".encode())
    assert headers["Content-Security-Policy"] == get(WebFiles(dist), "/")[1]["Content-Security-Policy"]


def test_a_setting_lists_the_origins_that_may_frame_the_page(dist: Path) -> None:
    files = WebFiles(dist, "https://a.example, https://b.example")

    policy = get(files, "/")[1]["Content-Security-Policy"]
    assert policy.endswith("frame-ancestors 'self' https://a.example https://b.example")


def test_hashed_files_are_cached_for_ever_and_the_others_revalidated(dist: Path) -> None:
    files = WebFiles(dist)

    assert get(files, HASHED)[1]["Cache-Control"] == "public, max-age=31536000, immutable"
    assert get(files, "/widget.js")[1]["Cache-Control"] == "no-cache"
    assert get(files, "/")[1]["Cache-Control"] == "no-cache"


def test_an_unchanged_file_is_not_sent_again(dist: Path) -> None:
    files = WebFiles(dist)
    etag = get(files, "/widget.js")[1]["ETag"]
    status, headers, body = get(files, "/widget.js", HTTP_IF_NONE_MATCH=f'"other", {etag}')

    assert (status, body) == ("304 Not Modified", b"")
    assert headers["ETag"] == etag
    assert get(files, "/widget.js", HTTP_IF_NONE_MATCH='"other"')[0] == "200 OK"


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("", None),
        ("gzip, deflate", "gzip"),
        ("gzip, deflate, br, zstd", "br"),
        ("GZIP;q=0.5, br;q=0", "gzip"),
        ("identity", None),
    ],
)
def test_the_browser_gets_the_smallest_encoding_that_it_accepts(
    dist: Path, accepted: str, encoding: str | None
) -> None:
    _, headers, body = get(WebFiles(dist), HASHED, HTTP_ACCEPT_ENCODING=accepted)

    assert headers.get("Content-Encoding") == encoding
    assert headers["Content-Length"] == str(len(body))
    assert headers["Vary"] == "Accept-Encoding"
    assert (gzip.decompress(body) if encoding == "gzip" else body) == (
        b"as brotli" if encoding == "br" else b"let a = 1"
    )


def test_scripts_may_be_loaded_by_pages_of_other_origins_and_pages_may_not(dist: Path) -> None:
    files = WebFiles(dist)

    assert get(files, "/widget.js")[1]["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in get(files, "/")[1]


def test_only_built_files_are_served(dist: Path) -> None:
    files = WebFiles(dist)

    for path in ("/.built-from", "/../pyproject.toml", "/assets/", "/nothing.js", HASHED + ".gz", ""):
        assert files.response(path, {"REQUEST_METHOD": "GET"}) is None


def test_files_accept_get_and_head_only(dist: Path) -> None:
    files = WebFiles(dist)
    status, headers, body = get(files, "/", REQUEST_METHOD="POST")
    assert (status, headers["Allow"], body) == ("405 Method Not Allowed", "GET, HEAD", b"")

    status, headers, body = get(files, "/", REQUEST_METHOD="HEAD")
    assert (status, headers["Content-Length"], body) == ("200 OK", "15", b"")


def test_without_a_build_the_page_explains_how_to_make_one(tmp_path: Path) -> None:
    status, headers, body = get(WebFiles(tmp_path / "nowhere"), "/")

    assert status == "200 OK"
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert b"make web" in body
