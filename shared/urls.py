"""URLs of Redis and of brokers: their form, their masks, and their translation for kombu.

    SCHEME://[USER:PASSWORD@]HOST[:PORT][/PATH][?NAME=VALUE&...]

Special characters in a password must be percent-encoded, because each library cuts a raw `/`, `#` or `?` at
another place, and shows the rest of the password as a host.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, quote, unquote, urlencode

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable

REDIS_SCHEMES: Final = ("redis", "rediss", "unix")
MAX_PORT: Final = 65_535

# The parameters that redis-py and kombu both understand, or that `for_kombu` translates.
TLS_PARAMETERS: Final = (
    "ssl_cert_reqs",
    "ssl_ca_certs",
    "ssl_ca_path",
    "ssl_certfile",
    "ssl_keyfile",
    "ssl_check_hostname",
)
PARAMETERS: Final = ("db", "username", "password", *TLS_PARAMETERS)
SHOWN_PARAMETERS: Final = frozenset({"db", *TLS_PARAMETERS})  # every other value may hold a secret
CERT_REQS: Final = ("required", "optional", "none")

NOT_READABLE: Final = (
    "not a readable URL. Percent-encode special characters in the user's name and the password "
    "(/ as %2F, # as %23, ? as %3F, @ as %40, ; as %3B, [ as %5B)"
)

_IN_USER = r"[!-\"$-.0-9<->A-Z\\^-~]"  # printable ASCII without # / : ; ? @ [ ]
_HOST = r"(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]*)(?::[0-9]*)?"
_URL = re.compile(
    r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://"
    rf"(?:(?P<user>{_IN_USER}*)(?::(?P<password>(?:{_IN_USER}|[:@])*))?@)?"
    rf"(?P<hosts>{_HOST}(?:,{_HOST})*)"
    r"(?P<path>/[^@?#\s]*)?"
    r"(?:\?(?P<query>[A-Za-z_]+=[^@&#\s]*(?:&[A-Za-z_]+=[^@&#\s]*)*))?"
)


class RedisUrl(Struct, frozen=True):
    """The parts of a URL of one Redis; `path` is the file of a unix socket."""

    scheme: str
    host: str
    port: str
    path: str
    user: str
    password: str
    database: int
    tls: dict[str, str]

    def for_kombu(self) -> str:
        """Return the broker URL in kombu's form, with verified certificates unless the URL says otherwise."""
        password = f":{quote(self.password, '')}" if self.password else ""
        credentials = f"{quote(self.user, '')}{password}@" if self.user or password else ""
        if self.scheme == "unix":
            return f"redis+socket://{credentials}{quote(self.path)}?virtual_host={self.database}"
        port = f":{self.port}" if self.port else ""
        # kombu's own default for rediss:// is not to verify.
        tls = {"ssl_cert_reqs": CERT_REQS[0], **self.tls} if self.scheme == "rediss" else {}
        query = f"?{urlencode(tls)}" if tls else ""
        return f"{self.scheme}://{credentials}{self.host}{port}/{self.database}{query}"


def is_redis(url: str) -> bool:
    """Return whether `url` is for one Redis, by its scheme. Sentinels have another form."""
    return url.partition("://")[0] in REDIS_SCHEMES


def is_well_formed(url: str) -> bool:
    """Return whether `url` has the form above."""
    return _URL.fullmatch(url) is not None


def parse_redis(url: str) -> RedisUrl:
    """Return the parts of a URL of one Redis; raises ValueError with the mistake as a clause."""
    found = _URL.fullmatch(url)
    if found is None:
        raise ValueError(NOT_READABLE)
    host, _, port = found["hosts"].rpartition(":") if _has_port(found["hosts"]) else (found["hosts"], "", "")
    if "," in host:
        raise ValueError("one Redis has one host; for several, use Sentinels")
    if port and int(port) > MAX_PORT:
        raise ValueError(f"a port is at most {MAX_PORT}")
    pairs = parse_qsl(found["query"] or "", keep_blank_values=True)
    given = dict(pairs)
    if len(given) < len(pairs):
        raise ValueError("a parameter is there twice")
    is_socket = found["scheme"] == "unix"
    path = unquote(found["path"] or "")
    if is_socket and (host or not path.strip("/")):
        raise ValueError("a unix socket's URL is unix:///PATH, with three slashes")
    _check_parameters(given, is_tls=found["scheme"] == "rediss")
    return RedisUrl(
        found["scheme"],
        host,
        port,
        path if is_socket else "",
        given.get("username", unquote(found["user"] or "")),
        given.get("password", unquote(found["password"] or "")),
        _database(given.get("db", "" if is_socket else path.strip("/"))),
        {name: value for name, value in given.items() if name in TLS_PARAMETERS},
    )


def with_password(url: str, read_password: Callable[[], str]) -> str:
    """Return `url` with a password, which is read only if the URL names a user without one.

    >>> with_password("redis://worker:@redis:6379/0", lambda: "hunter2")
    'redis://worker:hunter2@redis:6379/0'
    """
    found = _URL.fullmatch(url)
    if found is None or not found["user"] or found["password"]:
        return url
    end = found.end("user")
    return f"{url[:end]}:{quote(read_password(), '')}{url[url.index('@', end) :]}"


def mask_url(url: str) -> str:
    """Return `url` with secrets replaced by `***`; Celery accepts several URLs, separated by semicolons.

    Of a malformed URL only the scheme is shown, because nobody knows where its password begins and ends;
    a bare word, which has no place for one, is shown whole.

    >>> mask_url("redis://worker:hunter2@redis:6379/0?db=1&password=hunter2")
    'redis://worker:***@redis:6379/0?db=1&password=***'
    >>> mask_url("amqp://worker:hunter2@one//;amqp://worker:hunter2@two//")
    'amqp://worker:***@one//;amqp://worker:***@two//'
    >>> mask_url("redis://worker:hun/ter2@redis:6379/0")
    'redis://***'
    """
    found = [_URL.fullmatch(each) for each in url.split(";")]
    if all(found):
        return ";".join(_mask_one(each) for each in found if each)
    if re.fullmatch(r"[A-Za-z0-9._-]+", url):
        return url
    scheme, separator, _ = url.partition("://")
    return f"{scheme}://***" if separator and scheme.replace("+", "").isalnum() else "***"


def _mask_one(found: re.Match[str]) -> str:
    # A user without a password may be a password whose colon was forgotten.
    user = "" if found["user"] is None else "***@" if found["password"] is None else f"{found['user']}:***@"
    masked = f"{found['scheme']}://{user}{found['hosts']}{found['path'] or ''}"
    if found["query"]:
        pairs = (pair.partition("=") for pair in found["query"].split("&"))
        # Behind a raw & in a password comes the rest of it, which looks like a parameter.
        masked += "?" + "&".join(
            f"{name if name in PARAMETERS else '***'}={value if name in SHOWN_PARAMETERS else '***'}"
            for name, _, value in pairs
        )
    return masked


def _has_port(host: str) -> bool:
    return ":" in host.rpartition("]")[2]


def _database(text: str) -> int:
    if text and not (text.isascii() and text.isdecimal()):
        raise ValueError("the database is a number")
    return int(text or 0)


def _check_parameters(given: dict[str, str], *, is_tls: bool) -> None:
    for name, value in given.items():
        if name not in PARAMETERS:
            raise ValueError(f"its parameters are {', '.join(PARAMETERS)}")
        if name in TLS_PARAMETERS and not is_tls:
            raise ValueError(f"{name} is for rediss://")
        if name == "ssl_cert_reqs" and value not in CERT_REQS:
            raise ValueError(f"ssl_cert_reqs is {', '.join(CERT_REQS[:-1])} or {CERT_REQS[-1]}")
        if name == "ssl_check_hostname" and value not in {"true", "false"}:
            raise ValueError("ssl_check_hostname is true or false")
