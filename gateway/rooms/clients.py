"""A client of `/chat`: what its token says about rooms, and on whose account its rooms are. Pure."""

from __future__ import annotations

import hashlib
from typing import Any

from msgspec import Struct

from gateway.access.addresses import network_of
from gateway.rooms.parsing import read_name
from shared.errors import Unauthorized, WordwireError

OWNER_CHARACTERS = 16  # of a hash, because Redis need not know addresses


class Client(Struct, frozen=True):
    """One connection; `rooms` and `name` are its token's claims, None for a claim that it does not make.

    The same `owner` has the rooms that its connections create: the token's subject, or a network address.
    """

    owner: str
    rooms: frozenset[str] | None = None
    name: str | None = None


def read_client(token: dict[str, Any], address: str) -> Client:
    """Return the client at `address` with these claims; raises Unauthorized if one is malformed.

    A malformed claim must not count as a missing one: a token without `rooms` is for all rooms.
    """
    rooms, name = token.get("rooms"), token.get("name")
    if "rooms" in token and not (isinstance(rooms, list) and all(isinstance(each, str) for each in rooms)):
        raise Unauthorized("The token's claim `rooms` must be a list of strings.")
    if "name" in token:
        if not isinstance(name, str):
            raise Unauthorized("The token's claim `name` must be a string.")
        try:
            name = read_name(name)
        except WordwireError as error:
            raise Unauthorized(f"The token's claim `name` is not allowed: {error}") from error
    subject = token.get("sub")
    owner = f"subject {subject}" if subject else f"address {network_of(address)}"
    return Client(
        hashlib.sha256(owner.encode()).hexdigest()[:OWNER_CHARACTERS],
        None if rooms is None else frozenset(rooms),
        name,
    )
