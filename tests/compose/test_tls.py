"""deploy/tls: lookups over HTTPS with the operator's certificate; plain HTTP only redirects there."""

from __future__ import annotations

import http.client
import json
import os
import re
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.compose.project import PASSWORDS, ComposeProject, http_get
from tests.stack.ports import free_port
from tests.stack.waiting import wait_until

POLLING = "/socket.io/?EIO=4&transport=polling"
CONNECTION_BYTES = 36 * 1024  # docs/scaling.md


class TlsProject(ComposeProject):
    """The project with both compose files, by its environment file; it starts from existing images."""

    files = ()

    def __init__(self, certificates: Path, env_file: Path) -> None:
        self.https_port = free_port()
        super().__init__(
            f"wordwire-tls-{os.getpid()}",
            env_file,
            HTTP_PORT=str(free_port()),
            HTTPS_PORT=str(self.https_port),
            COMPOSE_FILE="docker-compose.yml:deploy/tls/compose.yml",
            TLS_CERTIFICATES=str(certificates),
            **PASSWORDS,
        )


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a self-signed certificate for localhost and its key, in the form that HAProxy reads."""
    folder = tmp_path_factory.mktemp("certificates")
    (folder / "served").mkdir()
    make_certificate(folder)
    for path in (folder, *folder.parents[:2]):
        path.chmod(0o755)  # the balancer's user needs access
    return folder / "certificate.pem"


def make_certificate(folder: Path) -> None:
    """Write a new certificate for localhost, and the combined file that HAProxy serves."""
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
    ]
    command += ["-addext", "subjectAltName=DNS:localhost", "-keyout", "key.pem", "-out", "certificate.pem"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    both = (folder / "certificate.pem").read_text() + (folder / "key.pem").read_text()
    (folder / "served" / "wordwire.pem").write_text(both)


@pytest.fixture(scope="module")
def tls(
    project: ComposeProject, certificate: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TlsProject]:
    """Start the project behind TLS, next to the plain one whose images it uses."""
    assert project.containers("gateway")
    ours = TlsProject(certificate.parent / "served", tmp_path_factory.mktemp("tls") / "env")
    try:
        ours.run("up", "--detach", "--no-build", "--wait")
        yield ours
    finally:
        ours.down()


def ask(
    tls: TlsProject, certificate: Path, path: str, body: str | None = None, **headers: str
) -> tuple[int, str]:
    """Trusting the certificate, send a GET, or a POST of `body`, and return the status and the body."""
    context = ssl.create_default_context(cafile=str(certificate))
    connection = http.client.HTTPSConnection("localhost", tls.https_port, timeout=10, context=context)
    try:
        connection.request("POST" if body else "GET", path, body, headers)
        response = connection.getresponse()
        return response.status, response.read().decode()
    finally:
        connection.close()


def test_a_page_of_the_https_origin_connects_and_asks(tls: TlsProject, certificate: Path) -> None:
    origin = f"https://localhost:{tls.https_port}"
    status, body = ask(tls, certificate, POLLING, Origin=origin)
    assert status == 200
    path = f"{POLLING}&sid={json.loads(body[1:])['sid']}"
    question = json.dumps(["my_message", {"command": "lemmatizer", "word": "geese", "id": 1}])

    for packet in ("40", "42" + question):
        assert ask(tls, certificate, path, packet, Origin=origin) == (200, "ok")
    heard = ""
    while '"reply"' not in heard:
        status, body = ask(tls, certificate, path, Origin=origin)
        assert status == 200
        heard += body
    assert '[\\"goose\\"]' in heard


def test_a_page_of_another_origin_does_not(tls: TlsProject, certificate: Path) -> None:
    assert ask(tls, certificate, POLLING, Origin="https://stranger.example")[0] == 403


def test_metrics_stay_inside(tls: TlsProject, certificate: Path) -> None:
    assert ask(tls, certificate, "/metrics")[0] == 404


def test_plain_http_leads_to_https_and_nothing_else(tls: TlsProject) -> None:
    connection = http.client.HTTPConnection("localhost", tls.port, timeout=10)
    connection.request("GET", "/status")
    response = connection.getresponse()

    assert response.status == 308
    assert str(response.getheader("Location")).startswith("https://")
    connection.close()


def test_https_outlives_the_commands_of_make(tls: TlsProject, certificate: Path) -> None:
    """None of them names the second compose file."""
    before = tls.ids("balancer")

    code, said = tls.script("make", "scale", "gateway=1")

    assert code == 0, said
    assert tls.ids("balancer") == before
    assert ask(tls, certificate, "/")[0] == 200


def test_a_signal_loads_a_new_certificate(tls: TlsProject, certificate: Path) -> None:
    def served() -> str:
        return ssl.get_server_certificate(("localhost", tls.https_port)).strip()

    assert served() == certificate.read_text().strip()
    make_certificate(certificate.parent)

    tls.run("kill", "--signal", "USR2", "balancer")

    wait_until(lambda: served() == certificate.read_text().strip(), "the new certificate")
    assert ask(tls, certificate, "/")[0] == 200


def test_the_balancer_takes_as_many_connections_as_its_memory_holds(tls: TlsProject) -> None:
    [balancer] = tls.containers("balancer")
    metrics = http_get(balancer["Id"], "/metrics", port=8405)
    [most] = re.findall(r'\nhaproxy_frontend_limit_sessions\{proxy="clients-tls"\} (\d+)\n', metrics)

    assert 12_000 < int(most) < balancer["HostConfig"]["Memory"] / CONNECTION_BYTES
