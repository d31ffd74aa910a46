"""Admits connections: checks their origins and tokens, and limits their number."""

from __future__ import annotations

import logging
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

from engineio.packet import MESSAGE, Packet
from msgspec import Struct
from socketio import exceptions
from socketio.packet import EVENT

from gateway.access.addresses import client_address, is_proxy, network_of
from gateway.access.allowances import Allowance, Allowances
from gateway.access.departure import Departure
from gateway.access.refusals import Refusals
from gateway.access.tokens import check_again, check_token
from gateway.transport.handshakes import Pace, Unjoined
from shared import json_codec
from shared.errors import Unauthorized
from shared.names import ERROR_EVENT, LOOKUP_NAMESPACE, TOKEN_EXPIRES_EVENT

if TYPE_CHECKING:
    from collections.abc import Callable

    from gateway.transport.connection import Connection
    from shared.settings import Settings

log = logging.getLogger(__name__)

SWEEP_INTERVAL_S = 1.0
WARN_BEFORE_EXPIRY_S = 10.0  # so that a client has time to fetch a new token and to join again with it


class Admission:
    """Counts connections, checks tokens and origins, and closes unused and expired connections."""

    def __init__(self, settings: Settings) -> None:
        self._public_origin = settings.public_origin
        self._origins = settings.origins
        self._secret = settings.auth_secret
        self._proxies = settings.proxies
        self._max_connections = settings.max_connections
        self._max_per_address = settings.max_connections_per_address
        self._connections: dict[str, Connection] = {}  # by eio sid
        self._addresses: dict[str, str] = {}  # eio sid → address
        self._per_address: Counter[str] = Counter()
        self._unjoined = Unjoined(settings.max_connections)
        self._pace = Pace()
        self._pace_keys: dict[str, str] = {}  # eio sid → key, until the session joins
        self._tokens: dict[str, dict[str, _Token]] = {}  # eio sid → namespace → its token
        is_limited = bool(settings.rate_limit)
        per_address = max(settings.rate_limit_per_address, settings.rate_limit)
        self._allowances = Allowances(per_address if is_limited and settings.rate_limit_per_address else 0.0)
        self._allowance_of: dict[str, Allowance] = {}  # by eio sid
        self._refusals = Refusals(is_limited=is_limited)
        self.departure = Departure()
        self.is_draining = False

    def start_draining(self) -> None:
        """Refuse all new connections from now on."""
        self.is_draining = True

    def limit_connections(self, number: int) -> None:
        """Admit at most `number` connections: the system has no open files for more."""
        self._max_connections = min(self._max_connections, number)

    def open_connections(self) -> int:
        """Return the number of Engine.IO connections."""
        return len(self._addresses)

    def refusal(self, environ: dict[str, Any]) -> tuple[str, str] | None:
        """Return the (code, message) of a refusal, or None if a new connection is welcome."""
        if self.is_draining:
            return "unavailable", "This gateway is shutting down. Connect again to reach another."
        if self._is_full(len(self._addresses), self._max_connections, None):
            return "busy", "This gateway is full. Try again later."
        address = network_of(self.address(environ))
        if self._max_per_address and self._is_full(
            self._per_address[address], self._max_per_address, address
        ):
            return "busy", "There are too many connections from your address."
        return None

    def handshake_wait(self, environ: dict[str, Any]) -> float | None:
        """Return the seconds that a handshake must wait for its turn; None if it must come again later."""
        key, is_shared = self._pace_key(environ)
        return self._pace.wait(key, time.monotonic(), is_shared=is_shared)

    def _is_full(self, number: int, most: int, address: str | None) -> bool:
        """Return whether no place is left, even if a session that has joined nothing gives way."""
        if number < most:
            return False
        eio_sid = self._unjoined.yielding(time.monotonic(), address)
        if eio_sid is None:
            return True
        self._end(eio_sid, "gave way to another")
        return False

    def _pace_key(self, environ: dict[str, Any]) -> tuple[str, bool]:
        """Return the key of a handshake's pace, and whether many clients may share it.

        Clients share the TCP connections of a proxy; those of a proxy that we trust have their own addresses.
        """
        peer = str(environ.get("REMOTE_ADDR", ""))
        if is_proxy(peer, self._proxies):
            return network_of(self.address(environ)), True
        return f"{peer} {environ.get('REMOTE_PORT', '')}", False

    def is_allowed_origin(self, origin: str | None, environ: dict[str, Any]) -> bool:
        """Return whether a page from `origin` may connect: this gateway's own pages, and those listed."""
        if origin is None or origin == self._public_origin or self._origins == "*":
            return True
        return origin in _own_origins(environ) or origin in (self._origins or [])

    def address(self, environ: dict[str, Any]) -> str:
        """Return the client's address; it trusts X-Forwarded-For from TRUSTED_PROXIES only."""
        peer, forwarded = environ.get("REMOTE_ADDR", ""), environ.get("HTTP_X_FORWARDED_FOR", "")
        return client_address(peer, forwarded, self._proxies)

    def opened(self, connection: Connection, environ: dict[str, Any]) -> None:
        """Count a new connection."""
        eio_sid: str = connection.sid
        address = network_of(self.address(environ))
        self._connections[eio_sid] = connection
        self._addresses[eio_sid] = address
        self._per_address[address] += 1
        self._unjoined.add(eio_sid, address, time.monotonic())
        self._pace_keys[eio_sid] = self._pace_key(environ)[0]

    def closed(self, eio_sid: str) -> None:
        """Forget a connection that has closed."""
        self._connections.pop(eio_sid, None)
        self._tokens.pop(eio_sid, None)
        self._unjoined.remove(eio_sid)
        self._pace_keys.pop(eio_sid, None)
        allowance = self._allowance_of.pop(eio_sid, None)
        if allowance is not None:
            self._refusals.closed(allowance, eio_sid)
            self._allowances.closed(allowance, time.monotonic())
        address = self._addresses.pop(eio_sid, None)
        if address is not None:
            self._per_address[address] -= 1
            if not self._per_address[address]:
                del self._per_address[address]

    def join(self, eio_sid: str | None, auth: Any, namespace: str = LOOKUP_NAMESPACE) -> dict[str, Any]:
        """Let a connection join a namespace and return its token's claims; {} without AUTH_SECRET.

        Raises ConnectionRefusedError if the token is missing or invalid.
        """
        claims: dict[str, Any] = {}
        if self._secret:
            try:
                claims = check_token(auth, self._secret)
            except Unauthorized as error:
                self.refused(eio_sid, error.code, str(error))
                # A client's connect_error event shows `message`.
                raise exceptions.ConnectionRefusedError(error.code, _on_wire(error)) from None
            if eio_sid is not None and "exp" in claims:
                # By the monotonic clock, so that a jump of the other one ends no connection.
                expires_at = time.monotonic() + claims["exp"] - time.time()
                joined = self._tokens.setdefault(eio_sid, {})
                if namespace not in joined or expires_at < joined[namespace].expires_at:
                    joined[namespace] = _Token(expires_at)
            self._allowances.joined(self.allowance(eio_sid), auth["token"], time.monotonic())
        connection = self._connections.get(eio_sid) if eio_sid is not None else None
        if connection is not None:
            connection.namespaces += 1
            self._unjoined.remove(connection.sid)
            self._pace.give_back(self._pace_keys.pop(connection.sid, ""))
        return claims

    def may_join(self, eio_sid: str) -> bool:
        """Return whether a connection may join a namespace; cut off a client that joins without end."""
        connection = self._connections.get(eio_sid)
        if connection is None or self._refusals.may_join(self.allowance(eio_sid), eio_sid, time.monotonic()):
            return True
        connection.abort("too many joins")
        return False

    def let_in(self, environ: dict[str, Any]) -> Allowance:
        """Return the allowance of one HTTP request, until `let_out`; raises Unauthorized.

        Requests at the same time have one each, like connections, and the next request inherits one.
        """
        now = time.monotonic()
        if not self._secret:
            return self._allowances.opened(self.address(environ), now)
        scheme, _, token = environ.get("HTTP_AUTHORIZATION", "").partition(" ")
        if scheme.lower() != "bearer":
            raise Unauthorized("A signed token is required: `Authorization: Bearer TOKEN`.")
        check_again(token.strip(), self._secret)
        allowance = self._allowances.opened(self.address(environ), now)
        self._allowances.joined(allowance, token.strip(), now)
        return allowance

    def let_out(self, allowance: Allowance) -> None:
        """Take back the allowance of an answered request."""
        self._allowances.closed(allowance, time.monotonic())

    def allowance(self, eio_sid: str | None) -> Allowance:
        """Return the allowance of a connection.

        It gets one with its first message, not with its handshake, because a client that connects again may
        be quicker than the news of its old connection's end.
        """
        allowance = self._allowance_of.get(eio_sid or "")
        if allowance is None:
            address = self._addresses.get(eio_sid or "")
            if eio_sid is None or address is None:
                return Allowance()  # the connection has closed
            allowance = self._allowance_of[eio_sid] = self._allowances.opened(address, time.monotonic())
        return allowance

    def refused(self, eio_sid: str | None, code: str, reason: str) -> None:
        """Count a refused message or join of a connection, and cut off a client that goes on."""
        connection = self._connections.get(eio_sid or "")
        if connection is None or connection.closed:
            return
        allowance = self.allowance(connection.sid)
        if not self._refusals.may_go_on(allowance, code, reason, connection.sid, time.monotonic()):
            connection.abort("too many refused messages")

    def leave(self, eio_sid: str | None, namespace: str = LOOKUP_NAMESPACE) -> None:
        """Note that a connection left a namespace; if it stays in none, the sweep closes it."""
        connection = self._connections.get(eio_sid) if eio_sid is not None else None
        if connection is not None:
            self._tokens.get(connection.sid, {}).pop(namespace, None)
            connection.namespaces -= 1
            if not connection.namespaces:
                self._unjoined.add(connection.sid, self._addresses[connection.sid], time.monotonic())

    def sweep_forever(self, sleep: Callable[[float], object]) -> None:
        """Close connections without a namespace, and those with an expired token, once a second."""
        while True:
            sleep(SWEEP_INTERVAL_S)
            self.sweep()

    def sweep(self) -> None:
        """Close connections without a namespace, and those with an expired token."""
        now = time.monotonic()
        self._pace.forget_full(now)
        self._allowances.sweep(now)
        for eio_sid in self._unjoined.overdue(now):
            self._end(eio_sid, "never joined")
        for eio_sid, tokens in list(self._tokens.items()):
            connection = self._connections.get(eio_sid)
            for namespace, token in list(tokens.items()):
                if connection is not None and not connection.closed:
                    self._check_expiry(connection, namespace, token, now)

    def _end(self, eio_sid: str, reason: str) -> None:
        connection = self._connections.get(eio_sid)
        if connection is None:  # its handshake has failed
            self.closed(eio_sid)
            return
        log.debug("closing a connection", extra={"eio_sid": eio_sid, "reason": reason})
        connection.abort(reason)

    @staticmethod
    def _check_expiry(connection: Connection, namespace: str, token: _Token, now: float) -> None:
        """Warn a client whose token expires soon, and close its connection once it has expired."""
        left = token.expires_at - now
        if left <= 0:
            log.info("closing a connection", extra={"eio_sid": connection.sid, "reason": "token expired"})
            _emit(connection, namespace, ERROR_EVENT, _on_wire(Unauthorized("The token has expired.")))
            if connection.upgraded:
                connection.abort("token expired")
            else:  # a long-polling client has yet to fetch the event
                connection.close(reason="token expired")
        elif left <= WARN_BEFORE_EXPIRY_S and not token.is_announced:
            token.is_announced = True
            _emit(connection, namespace, TOKEN_EXPIRES_EVENT, {"expires_in": round(left, 1)})


class _Token(Struct):
    """The token of one namespace of a connection; `expires_at` is in seconds of the monotonic clock."""

    expires_at: float
    is_announced: bool = False


def _emit(connection: Connection, namespace: str, event: str, data: Any) -> None:
    address = "" if namespace == LOOKUP_NAMESPACE else namespace + ","
    connection.send(Packet(MESSAGE, f"{EVENT}{address}{json_codec.dumps([event, data])}"))


def _on_wire(error: Unauthorized) -> dict[str, str]:
    return {"code": error.code, "message": str(error)}


def _own_origins(environ: dict[str, Any]) -> set[str]:
    """Return this server's own origins, as seen by the client and as forwarded by a proxy."""
    scheme, host = environ.get("wsgi.url_scheme", "http"), environ.get("HTTP_HOST", "")
    forwarded_scheme = environ.get("HTTP_X_FORWARDED_PROTO", scheme).split(",")[0].strip()
    forwarded_host = environ.get("HTTP_X_FORWARDED_HOST", host).split(",")[0].strip()
    return {f"{scheme}://{host}", f"{forwarded_scheme}://{forwarded_host}"}
