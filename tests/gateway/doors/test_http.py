"""The gateway's WSGI application: its pages, and the checks before a request reaches Socket.IO."""

from __future__ import annotations

import json
from http import HTTPStatus
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import socketio

from gateway.admission import Admission
from gateway.doors.http import SID_HEADER, HttpApp
from gateway.doors.web_files import WebFiles
from gateway.metrics import Metrics
from shared.settings import read_settings
from tests.gateway.polling_client import PollingClient
from tests.gateway.threaded_server import threaded_server

HANDSHAKE = "EIO=4&transport=polling"


class Answer(NamedTuple):
    """An HTTP response."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        """Return the body's content."""
        return json.loads(self.body)


class Site:
    """An HttpApp in front of a real Socket.IO server."""

    def __init__(self, web: Path, **environ: str) -> None:
        settings = read_settings(environ)
        self.admission = Admission(settings)
        self.reasons: list[str] = []
        server = threaded_server(
            settings, self.admission, cors_allowed_origins=self.admission.is_allowed_origin
        )
        server.on("connect", lambda *_: None, namespace="/")
        self.app = HttpApp(
            socketio.WSGIApp(server),
            admission=self.admission,
            metrics=Metrics(),
            not_ready=lambda: self.reasons,
            status=lambda: {"connections": self.admission.open_connections()},
            doors=(WebFiles(web).response,),
        )

    def get(self, path: str, query: str = "", method: str = "GET", **environ: str) -> Answer:
        """Return the response to a request."""
        return self.call(
            {
                "REQUEST_METHOD": method,
                "PATH_INFO": path,
                "QUERY_STRING": query,
                "HTTP_HOST": "here",
                **environ,
            }
        )

    def call(self, environ: dict[str, Any]) -> Answer:
        """Return the response to `environ`, which the application may change."""
        started: list[tuple[str, list[tuple[str, str]]]] = []
        body = b"".join(self.app(environ, lambda status, headers: started.append((status, headers))))
        ((status, headers),) = started
        code, phrase = status.split(" ", 1)
        assert phrase == HTTPStatus(int(code)).phrase or phrase.isupper(), status
        return Answer(int(code), dict(headers), body)

    def open_session(self, **environ: str) -> Answer:
        """Return the response to a long-polling handshake."""
        return self.get("/socket.io/", HANDSHAKE, REMOTE_ADDR="127.0.0.1", **environ)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def test_a_gateway_is_alive_and_serving_until_it_drains(site: Site) -> None:
    assert (site.get("/healthz").status, site.get("/healthz").json()) == (200, {"status": "alive"})
    assert (site.get("/servez").status, site.get("/servez").json()) == (200, {"status": "serving"})

    site.admission.start_draining()

    assert site.get("/healthz").status == 200
    assert (site.get("/servez").status, site.get("/servez").json()) == (404, {"status": "draining"})


def test_readiness_lists_the_reasons_against_it(site: Site) -> None:
    assert (site.get("/readyz").status, site.get("/readyz").json()) == (200, {"status": "ready"})

    site.reasons = ["no worker"]

    answer = site.get("/readyz")
    assert answer.status == 503
    assert answer.json() == {"status": "not ready", "reasons": ["no worker"]}


def test_metrics_are_prometheus_s_text(site: Site) -> None:
    answer = site.get("/metrics")

    assert answer.status == 200
    assert answer.headers["Content-Type"].startswith("text/plain; version=")
    assert b"\nwordwire_retries_total 0.0\n" in answer.body


@pytest.mark.parametrize("path", ["/healthz", "/servez", "/readyz", "/status.json", "/metrics", "/no_such"])
def test_no_page_about_the_gateway_is_cached_and_each_has_a_length(site: Site, path: str) -> None:
    answer = site.get(path)

    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Length"] == str(len(answer.body))


def test_the_status_is_read_at_each_request(site: Site) -> None:
    assert site.get("/status.json").json() == {"connections": 0}

    site.open_session()

    assert site.get("/status.json").json() == {"connections": 1}


def test_other_paths_are_files_of_the_web_client_or_unknown(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html>")
    site = Site(tmp_path)

    assert site.get("/").body == b"<!doctype html>"
    assert site.get("/", method="POST").status == 405
    assert site.get("/no_such").status == 404
    assert site.get("/no_such").json()["error"]["code"] == "bad_request"


def test_a_handshake_tells_the_balancer_its_id_in_a_header(site: Site) -> None:
    answer = site.open_session()
    sid = json.loads(answer.body[1:])["sid"]

    assert answer.status == 200
    assert answer.headers[SID_HEADER] == sid
    assert SID_HEADER not in site.get("/socket.io/", "EIO=4&transport=polling&sid=unknown").headers


def test_a_client_joins_through_the_application(site: Site) -> None:
    client = PollingClient(site.app, "/")

    assert client.sid
    assert site.admission.open_connections() == 1


def test_compression_is_never_offered_to_the_server(site: Site) -> None:
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/socket.io/",
        "QUERY_STRING": HANDSHAKE,
        "HTTP_SEC_WEBSOCKET_EXTENSIONS": "permessage-deflate",
    }
    site.call(environ)

    assert "HTTP_SEC_WEBSOCKET_EXTENSIONS" not in environ


def test_a_page_of_another_origin_is_refused_by_every_kind_of_request(site: Site) -> None:
    stranger = {"HTTP_ORIGIN": "http://stranger"}

    for answer in (
        site.open_session(**stranger),
        site.get("/socket.io/", "EIO=4&transport=websocket", **stranger),
        site.get("/socket.io/", "EIO=4&transport=polling&sid=any", "POST", **stranger),
        site.get("/socket.io/", HANDSHAKE, "OPTIONS", **stranger),
    ):
        assert answer.status == 403
        assert answer.json()["error"]["code"] == "unauthorized"
        assert "CORS_ALLOWED_ORIGINS" in answer.json()["error"]["message"]
    assert site.open_session(HTTP_ORIGIN="http://here").status == 200


def test_a_full_gateway_refuses_new_sessions_and_serves_the_open_ones(tmp_path: Path) -> None:
    site = Site(tmp_path, MAX_CONNECTIONS="1")
    sid = json.loads(site.open_session().body[1:])["sid"]
    refused = site.open_session()
    polled = site.get("/socket.io/", f"EIO=4&transport=polling&sid={sid}", "OPTIONS")

    assert refused.status == 503
    assert refused.json()["error"] == {"code": "busy", "message": "This gateway is full. Try again later."}
    assert polled.status == 200


def test_a_draining_gateway_refuses_new_sessions_but_no_preflight(site: Site) -> None:
    site.admission.start_draining()

    assert site.open_session().json()["error"]["code"] == "unavailable"
    assert site.get("/socket.io/", HANDSHAKE, "OPTIONS").status == 200


@pytest.mark.parametrize("parameter", ["j=0", "j=", "j=alert(1)", "j=0&j=1"])
def test_there_is_no_jsonp(site: Site, parameter: str) -> None:
    refused = site.get("/socket.io/", f"{HANDSHAKE}&{parameter}", REMOTE_ADDR="127.0.0.1")

    assert refused.status == 400
    assert refused.json()["error"]["code"] == "bad_request"
    assert site.admission.open_connections() == 0
