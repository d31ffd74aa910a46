"""TLS in front of a Redis that speaks none, with a certificate of a private authority."""

from __future__ import annotations

import socket
import ssl
import subprocess
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pathlib import Path

READ_BYTES = 65_536
CERTIFICATE = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2")


class TlsProxy:
    """Decrypts the bytes of clients and forwards them to `port`; use it in a `with` statement.

    `ca_file` holds the authority's certificate, which is for the host `localhost` only.
    """

    def __init__(self, folder: Path, port: int) -> None:
        self._to_port = port
        self.ca_file = folder / "certificate.pem"
        key = folder / "key.pem"
        names = ("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost")
        files = ("-keyout", str(key), "-out", str(self.ca_file))
        subprocess.run([*CERTIFICATE, *names, *files], check=True, capture_output=True)
        self._context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self._context.load_cert_chain(self.ca_file, key)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):  # `__exit__` has closed the listener
            while True:
                client, _ = self._listener.accept()
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        try:
            secure = self._context.wrap_socket(client, server_side=True)
        except OSError:  # the client refuses the certificate
            client.close()
            return
        with secure, socket.create_connection(("127.0.0.1", self._to_port)) as redis:
            back = threading.Thread(target=_pass_on, args=(redis, secure), daemon=True)
            back.start()
            _pass_on(secure, redis)
            back.join()


def _pass_on(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while received := one.recv(READ_BYTES):
            other.sendall(received)
    for end in (one, other):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
