"""Who may connect: origins, tokens, and how many connections there may be."""

from __future__ import annotations

import logging
import time
from collections import Counter, deque
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

import jwt
from socketio import exceptions

from shared.errors import Unauthorized

if TYPE_CHECKING:
    from gateway.connection import Connection
    from gateway.server import Server
    from shared.settings import Settings

log = logging.getLogger(__name__)

JOIN_WITHIN_S = 8.0  # a connection that joins no namespace is closed; it is looked at each second
SWEEP_INTERVAL_S = 1.0
TOKEN_ALGORITHMS = ["HS256"]


class Admission:
    """Counts connections, checks tokens and origins, and closes who has no business here any more."""

    def __init__(self, settings: Settings) -> None:
        self._origins = settings.origins
        self._secret = settings.auth_secret
        self._proxies = settings.proxies
        self._max_connections = settings.max_connections
        self._max_per_address = settings.max_connections_per_address
        self._addresses: dict[str, str] = {}  # eio sid → address
        self._per_address: Counter[str] = Counter()
        self._not_joined: deque[tuple[float, str]] = deque()  # until when, eio sid
        self._token_ends: dict[str, float] = {}  # eio sid → Unix seconds
        self.is_draining = False
        self.server: Server

    def open_connections(self) -> int:
        """Return how many Engine.IO connections there are."""
        return len(self._addresses)

    def refusal(self, environ: dict[str, Any]) -> tuple[str, str] | None:
        """Return (code, message) when a new connection must be refused."""
        if self.is_draining:
            return "unavailable", "This gateway is shutting down. Connect again to reach another."
        if len(self._addresses) >= self._max_connections:
            return "busy", "This gateway has as many connections as it takes. Try again later."
        if self._max_per_address and self._per_address[self.address(environ)] >= self._max_per_address:
            return "busy", "There are too many connections from your address."
        return None

    def is_allowed_origin(self, origin: str | None, environ: dict[str, Any]) -> bool:
        """Return whether a page of `origin` may talk to us: by default only one that we served."""
        if origin is None or self._origins == "*":
            return True
        if self._origins is not None:
            return origin in self._origins
        return origin in _own_origins(environ)

    def address(self, environ: dict[str, Any]) -> str:
        """Return the client's address; a proxy is believed only if TRUSTED_PROXIES names it."""
        address = str(environ.get("REMOTE_ADDR", ""))
        forwarded = str(environ.get("HTTP_X_FORWARDED_FOR", "")).split(",")
        while forwarded and self._is_proxy(address):
            address = forwarded.pop().strip() or address
        return address

    def _is_proxy(self, address: str) -> bool:
        try:
            parsed = ip_address(address)
        except ValueError:  # whatever a proxy was told
            return False
        return any(parsed in network for network in self._proxies)

    def opened(self, eio_sid: str, environ: dict[str, Any]) -> None:
        """Count a new connection."""
        address = self.address(environ)
        self._addresses[eio_sid] = address
        self._per_address[address] += 1
        self._not_joined.append((time.monotonic() + JOIN_WITHIN_S, eio_sid))

    def closed(self, eio_sid: str) -> None:
        """Forget a connection that is gone."""
        self._token_ends.pop(eio_sid, None)
        address = self._addresses.pop(eio_sid, None)
        if address is not None:
            self._per_address[address] -= 1
            if not self._per_address[address]:
                del self._per_address[address]

    def join(self, sid: str, namespace: str, auth: Any) -> dict[str, Any]:
        """Let a connection join `namespace`, and return what its token claims (nothing where none is asked).

        Raises ConnectionRefusedError when its token does not hold.
        """
        eio_sid = self.server.manager.eio_sid_from_sid(sid, namespace)
        claims: dict[str, Any] = {}
        if self._secret:
            try:
                claims = self._check_token(auth)
            except Unauthorized as error:
                log.info("connection refused", extra={"sid": sid, "reason": str(error)})
                # `message` is what a client's connect_error shows.
                raise exceptions.ConnectionRefusedError(
                    error.code, {"code": error.code, "message": str(error)}
                ) from None
            if "exp" in claims:
                self._token_ends[eio_sid] = float(claims["exp"])
        connection = self.server.eio.sockets.get(eio_sid)
        if connection is not None:
            connection.namespaces += 1
        return claims

    def leave(self, sid: str, namespace: str) -> None:
        """Note that a connection left `namespace`; one that stays in none is closed."""
        eio_sid = self.server.manager.eio_sid_from_sid(sid, namespace)
        connection = self.server.eio.sockets.get(eio_sid)
        if connection is not None:
            connection.namespaces -= 1
            self._not_joined.append((time.monotonic() + JOIN_WITHIN_S, eio_sid))

    def sweep_forever(self) -> None:
        """Close, each second, connections that never joined and those whose token has expired."""
        while True:
            self.server.sleep(SWEEP_INTERVAL_S)
            self.sweep()

    def sweep(self) -> None:
        """Close connections that never joined and those whose token has expired."""
        now = time.monotonic()
        while self._not_joined and self._not_joined[0][0] <= now:
            connection = self._connection(self._not_joined.popleft()[1])
            if connection is not None and not connection.namespaces:
                log.info("closing a connection", extra={"eio_sid": connection.sid, "reason": "never joined"})
                connection.abort("never joined a namespace")
        unix_now = time.time()
        for eio_sid in [sid for sid, ends in self._token_ends.items() if ends <= unix_now]:
            self._token_ends.pop(eio_sid)
            connection = self._connection(eio_sid)
            if connection is not None:
                log.info("closing a connection", extra={"eio_sid": eio_sid, "reason": "token expired"})
                connection.close(wait=False, reason="token expired")

    def _connection(self, eio_sid: str) -> Connection | None:
        connection: Connection | None = self.server.eio.sockets.get(eio_sid)
        return connection

    def _check_token(self, auth: Any) -> dict[str, Any]:
        """Return what the token in a handshake's `auth` claims; raises Unauthorized."""
        token = auth.get("token") if isinstance(auth, dict) else None
        if not isinstance(token, str):
            raise Unauthorized("Connect with auth: {token}, a signed token.")
        try:
            claims: dict[str, Any] = jwt.decode(token, self._secret, algorithms=TOKEN_ALGORITHMS)
        except jwt.ExpiredSignatureError:
            raise Unauthorized("The token has expired.") from None
        except jwt.InvalidTokenError:
            raise Unauthorized("The token does not hold.") from None
        return claims


def _own_origins(environ: dict[str, Any]) -> set[str]:
    """Return the origins of pages that came from this server, as the browser or a proxy names it."""
    scheme, host = environ.get("wsgi.url_scheme", "http"), environ.get("HTTP_HOST", "")
    forwarded_scheme = environ.get("HTTP_X_FORWARDED_PROTO", scheme).split(",")[0].strip()
    forwarded_host = environ.get("HTTP_X_FORWARDED_HOST", host).split(",")[0].strip()
    return {f"{scheme}://{host}", f"{forwarded_scheme}://{forwarded_host}"}
