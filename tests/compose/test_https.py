"""The profile `https`: Caddy fetches a certificate by ACME, and the site works behind it.

Debian's Caddy runs in place of the image, and a second one is the certificate authority. The networks, the
user, the limits and the configuration are those of the service in docker-compose.yml; only, Caddy checks the
age of its certificate each second instead of every ten minutes.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import socket
import ssl
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.compose.certificates import make_due, make_root
from tests.compose.project import CHECKOUT, GATEWAY_IMAGE, ComposeProject, in_container
from tests.stack.ports import free_port
from tests.stack.waiting import patience, wait_until
from workers.wordnet.debian_packages import unpack_packages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOST = "words.example"
CERTIFIED_WITHIN_SECONDS = 90.0  # Caddy's second try comes after a minute
DUE_WITHIN_SECONDS = 6.0  # longer than a restart
SESSION = "/socket.io/?EIO=4&transport=polling"
UNPACKED = CHECKOUT / ".cache" / "caddy"
CADDY = UNPACKED / "usr/bin/caddy"
OURS = CHECKOUT / "deploy" / "Caddyfile"
STORED = f"/certificates/certificates/authority-acme-local-directory/{HOST}/{HOST}"
LOOKUP = "/v1/lemmatizer?word=geese"
AUTHORITY = """{
	admin off
	skip_install_trust
	storage file_system /certificates
	pki {
		ca local {
			root {
				cert /root.pem
				key /root.key
			}
		}
	}
}
https://authority {
	tls internal
	acme_server
}
"""


class HttpsProject(ComposeProject):
    """The project with the profile, and a compose file with the stand-ins."""

    def __init__(self, folder: Path) -> None:
        self.files = ("docker-compose.yml", str(folder / "stand-ins.json"))
        self.https_port, self.redirect_port = free_port(), free_port()
        super().__init__(
            f"wordwire-https-{os.getpid()}",
            folder / "env",
            HTTP_PORT=str(free_port()),
            HTTPS_PORT=str(self.https_port),
            HTTP_REDIRECT_PORT=str(self.redirect_port),
            PUBLIC_ORIGIN=f"https://{HOST}",
            ACME_CA="https://authority/acme/local/directory",
            COMPOSE_PROFILES="https",
        )
        self.folder = folder
        self._root = ssl.create_default_context(cafile=str(folder / "root.pem"))

    def connect(self) -> ssl.SSLSocket:
        """Return a connection over verified HTTPS."""
        plain = socket.create_connection(("127.0.0.1", self.https_port), timeout=10)
        return self._root.wrap_socket(plain, server_hostname=HOST)

    def get(self, path: str, **headers: str) -> str:
        """Return the whole response to a GET over verified HTTPS; "" if there is no certificate yet."""
        lines = "".join(f"{name}: {value}\r\n" for name, value in {"Host": HOST, **headers}.items())
        try:
            with self.connect() as secure:
                secure.sendall(f"GET {path} HTTP/1.1\r\n{lines}Connection: close\r\n\r\n".encode())
                return b"".join(iter(lambda: secure.recv(65536), b"")).decode()
        except OSError:
            return ""


def stand_ins(folder: Path) -> dict[str, object]:
    """Return the compose file that puts Debian's Caddy in the image's place, and adds an authority."""
    caddy = f"{CADDY}:/usr/bin/caddy:ro"
    own_folder = {"type": "tmpfs", "target": "/certificates", "tmpfs": {"mode": 0o1777}}
    root = f"{folder}/root.pem:/root.pem:ro"
    return {
        "services": {
            "https": {
                "image": GATEWAY_IMAGE,
                "healthcheck": {"disable": True},
                "environment": {"SSL_CERT_FILE": "/root.pem"},
                "volumes": [
                    caddy,
                    root,
                    f"{folder}/ours:/etc/caddy/Caddyfile:ro",
                    f"{folder}/certificates:/certificates",
                ],
                "networks": {"edge": {"aliases": [HOST]}},
                "depends_on": {"authority": {"condition": "service_healthy"}},
            },
            "authority": {
                "image": GATEWAY_IMAGE,
                "healthcheck": {"test": ["CMD", "bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/443"]},
                "command": ["caddy", "run", "--config", "/Caddyfile"],
                "environment": {"XDG_CONFIG_HOME": "/certificates", "XDG_DATA_HOME": "/certificates"},
                "volumes": [
                    caddy,
                    own_folder,
                    root,
                    f"{folder}/root.key:/root.key:ro",
                    f"{folder}/Caddyfile:/Caddyfile:ro",
                ],
                "networks": ["edge"],
            },
        }
    }


@pytest.fixture(scope="module")
def secure(project: ComposeProject, tmp_path_factory: pytest.TempPathFactory) -> Iterator[HttpsProject]:
    """Start the project behind Caddy, and return once it has its certificate."""
    assert project.containers("gateway")
    if not CADDY.exists():
        unpack_packages(["caddy"], UNPACKED)
    folder = tmp_path_factory.mktemp("https")
    make_root(folder)
    (folder / "Caddyfile").write_text(AUTHORITY)
    (folder / "ours").write_text(OURS.read_text().replace("admin off", "admin off\n\trenew_interval 1s"))
    (folder / "certificates").mkdir()
    (folder / "certificates").chmod(0o777)
    for path in (folder, *folder.parents[:2]):
        path.chmod(0o755)  # the containers' user needs access
    (folder / "stand-ins.json").write_text(json.dumps(stand_ins(folder)))
    ours = HttpsProject(folder)
    try:
        ours.run("up", "--detach", "--no-build", "https", "worker")
        wait_until(lambda: ours.get("/healthz"), "a certificate", CERTIFIED_WITHIN_SECONDS)
        yield ours
    except AssertionError as error:
        error.add_note(ours.logs("https", "authority"))
        raise
    finally:
        ours.down()


def test_a_page_of_the_public_origin_connects_over_https(secure: HttpsProject) -> None:
    assert secure.get("/").startswith("HTTP/1.1 200")
    assert "Strict-Transport-Security: max-age=31536000" in secure.get("/")
    assert '"sid"' in secure.get(SESSION, Origin=f"https://{HOST}")
    assert secure.get(SESSION, Origin="https://stranger.example").startswith("HTTP/1.1 403")


def test_metrics_stay_inside(secure: HttpsProject) -> None:
    assert secure.get("/metrics").startswith("HTTP/1.1 404")


def test_plain_http_leads_to_https(secure: HttpsProject) -> None:
    with socket.create_connection(("127.0.0.1", secure.redirect_port), timeout=10) as plain:
        plain.sendall(f"GET /rooms HTTP/1.0\r\nHost: {HOST}\r\n\r\n".encode())
        answer = plain.recv(4096).decode()

    assert re.match(r"HTTP/1\.\d 308", answer)
    assert f"Location: https://{HOST}/rooms" in answer


def test_it_is_locked_down(secure: HttpsProject) -> None:
    [container] = secure.containers("https")

    assert container["Config"]["User"] == "10001:10001"
    assert container["HostConfig"]["ReadonlyRootfs"] is True
    assert container["HostConfig"]["CapDrop"] == ["ALL"]
    assert [name.removeprefix("CAP_") for name in container["HostConfig"]["CapAdd"]] == ["NET_BIND_SERVICE"]


@pytest.mark.parametrize(("origin", "believed"), [("https://words.example", True), ("", False)])
def test_the_balancer_believes_a_proxy_only_with_a_public_origin(
    secure: HttpsProject, project: ComposeProject, origin: str, *, believed: bool
) -> None:
    """The host, where a proxy of one's own runs, has a private address on the balancer's network."""
    asked = secure if origin else project
    address = "203.0.113.7" if believed else "203.0.113.8"
    port = int(asked.containers("balancer")[0]["NetworkSettings"]["Ports"]["8080/tcp"][0]["HostPort"])
    with socket.create_connection(("127.0.0.1", port), timeout=10) as plain:
        plain.sendall(
            f"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            f"Sec-WebSocket-Version: 13\r\nX-Forwarded-For: {address}\r\n\r\n".encode()
        )
        assert b" 101 " in plain.recv(4096)
        plain.sendall(bytes([0x81, 0x82, 0, 0, 0, 0]) + b"40")  # joins the namespace
        wait_until(lambda: '"event": "connect"' in asked.logs("gateway"), "the gateway to note it")

    assert (f'"address": "{address}"' in asked.logs("gateway")) is believed


def test_without_a_public_origin_it_says_so(secure: HttpsProject, tmp_path: Path) -> None:
    ours = ComposeProject("never", tmp_path / "env", HTTP_PORT="0")
    service = json.loads(ours.run("--profile", "*", "config", "--format", "json"))["services"]["https"]
    script = service["entrypoint"][-1].replace("$$", "$")

    done = subprocess.run(["sh", "-c", script], env={}, capture_output=True, text=True, check=False)

    assert secure.get("/healthz")
    assert (done.returncode, done.stderr) == (1, "Set PUBLIC_ORIGIN in .env to https:// and your host.\n")


def test_a_renewal_interrupts_no_lookup(secure: HttpsProject) -> None:
    """The certificate of 90 days becomes due while it is served: with a third of its life left."""
    wait_until(lambda: '["goose"]' in secure.get(LOOKUP), "the worker", 60.0)
    [container] = secure.ids("https")
    due, key = make_due(secure.folder, HOST, DUE_WITHIN_SECONDS * patience())
    code, output = in_container(container, f"echo '{due}' >{STORED}.crt && echo '{key}' >{STORED}.key")
    assert code == 0, output
    secure.run("restart", "https")
    wait_until(lambda: '["goose"]' in secure.get(LOOKUP), "an answer under the old certificate", 60.0)

    with secure.connect() as kept:
        assert certificate(kept) == ssl.PEM_cert_to_DER_cert(due)

        def is_renewed() -> bool:
            answer(kept)
            with secure.connect() as new:
                answer(new)
                return certificate(new) != certificate(kept)

        wait_until(is_renewed, "another certificate", CERTIFIED_WITHIN_SECONDS)
        answer(kept)


def answer(connection: ssl.SSLSocket) -> None:
    """Ask a lookup on the connection, and fail unless its answer comes."""
    connection.sendall(f"GET {LOOKUP} HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())
    response = http.client.HTTPResponse(connection)
    response.begin()
    assert (response.status, b'["goose"]' in response.read()) == (200, True)


def certificate(connection: ssl.SSLSocket) -> bytes | None:
    """Return the certificate that the connection has verified."""
    return connection.getpeercert(binary_form=True)
