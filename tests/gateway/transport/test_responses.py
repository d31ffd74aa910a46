"""Responses over plain HTTP: no browser guesses their type, and none is sent twice."""

from __future__ import annotations

from gateway.transport.responses import NEVER_KEEP, REVALIDATE, pairs, respond, unless_known


def test_no_browser_guesses_another_type() -> None:
    status, headers, body = respond(200, b"{}", "application/json", NEVER_KEEP)

    assert (status, body) == ("200 OK", b"{}")
    assert dict(pairs(headers)) == {
        "Content-Type": "application/json",
        "Content-Length": "2",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }


def test_a_body_that_the_client_has_is_not_sent() -> None:
    def ask(body: bytes, **environ: str) -> tuple[str, dict[str, str], bytes]:
        status, headers, sent = unless_known(environ, body, "text/plain", REVALIDATE)
        return status, dict(pairs(headers)), sent

    status, headers, body = ask(b"abab")
    known = {"ETag": headers["ETag"], "Cache-Control": "no-cache"}

    assert (status, body, headers["Content-Length"]) == ("200 OK", b"abab", "4")
    assert ask(b"abab", HTTP_IF_NONE_MATCH=f'"x", {headers["ETag"]}') == ("304 Not Modified", known, b"")
    assert ask(b"ab", HTTP_IF_NONE_MATCH=headers["ETag"])[0] == "200 OK"


def test_wsgi_gets_the_headers_one_by_one() -> None:
    assert pairs("Vary: Origin\r\nX-Time: 12:30: now\r\n") == [("Vary", "Origin"), ("X-Time", "12:30: now")]
    assert pairs("") == []
