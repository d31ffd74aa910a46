"""Checks the tokens that clients connect with: their signature, their times, the type of each claim."""

from __future__ import annotations

import time
from functools import lru_cache
from typing import Annotated, Any, Final

import jwt
import msgspec
from msgspec import Meta, Struct

from shared.errors import Unauthorized

ALGORITHMS: Final = ["HS256"]
LAST_SECOND: Final = 253_402_300_799  # of the year 9999, so that sums of times stay exact

UnixSeconds = Annotated[float, Meta(ge=-LAST_SECOND, le=LAST_SECOND)]


class Claims(Struct, kw_only=True):
    """The types of the claims with a meaning, which are all optional; other claims may have any type.

    A claim of a wrong type must not count as a missing one, because a token without `rooms` is for all rooms.
    """

    exp: UnixSeconds = 0
    nbf: UnixSeconds = 0
    iat: UnixSeconds = 0
    sub: str = ""
    jti: str = ""
    iss: str = ""
    name: str = ""
    rooms: list[str] = []


def check_token(auth: Any, secret: str) -> dict[str, Any]:
    """Return the claims of the token in a handshake's `auth`; raises Unauthorized with the reason."""
    token = auth.get("token") if isinstance(auth, dict) else None
    if not isinstance(token, str):
        raise Unauthorized("A signed token is required: connect with auth: {token}.")
    try:
        claims: dict[str, Any] = jwt.decode(token, secret, algorithms=ALGORITHMS)
        msgspec.convert(claims, Claims)
    except jwt.ExpiredSignatureError:
        raise Unauthorized("The token has expired.") from None
    except msgspec.ValidationError as error:
        raise Unauthorized(f"The token has a claim of the wrong type: {error}.") from None
    except (jwt.InvalidTokenError, ValueError, RecursionError):
        raise Unauthorized("The token is invalid.") from None
    return claims


def check_again(token: str, secret: str) -> None:
    """Do what `check_token` does with a token that may come with each of many requests.

    A check takes as long as all the rest of a request, and its result is the same for a whole second, as
    tokens have whole seconds.
    """
    _check_in_second(token, secret, int(time.time()))


@lru_cache(maxsize=256)
def _check_in_second(token: str, secret: str, _second: int) -> None:
    check_token({"token": token}, secret)
