"""One frozen, typed Settings read from the environment, every problem reported at once."""

from __future__ import annotations

import os
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import TYPE_CHECKING, Annotated, Any, Literal
from urllib.parse import urlsplit, urlunsplit

import msgspec
from msgspec import Meta, Struct

from shared.errors import SettingsError
from shared.sentinel import FORM, is_sentinel, parse_sentinel

if TYPE_CHECKING:
    from collections.abc import Mapping

Port = Annotated[int, Meta(ge=0, le=65535)]
PositiveInt = Annotated[int, Meta(ge=1)]
NotNegativeInt = Annotated[int, Meta(ge=0)]
PositiveSeconds = Annotated[float, Meta(gt=0)]
NotNegativeRate = Annotated[float, Meta(ge=0)]


class Settings(Struct, frozen=True, kw_only=True, rename="upper"):
    """Every setting of the gateway and the workers; each is the environment variable of the same name.

    Times are in seconds, sizes in bytes. docs/settings.md says what each is for; a test holds both together.
    """

    # Where Redis is. The second and third default to the first.
    redis_url: str = "redis://127.0.0.1:6379/0"
    broker_url: str = ""
    socketio_queue_url: str = ""

    # Gateway: whom it listens to.
    host: str = "127.0.0.1"
    port: Port = 5000
    cors_allowed_origins: str = ""
    auth_secret: str = ""
    trusted_proxies: str = ""
    frame_ancestors: str = ""

    # Gateway: the promise it gives for a lookup.
    lookup_deadline: PositiveSeconds = 10.0
    retry_after: PositiveSeconds = 2.0
    batch_max: PositiveInt = 128
    shutdown_grace: PositiveSeconds = 10.0

    # Gateway: what one client, and all of them together, may take.
    max_pending: PositiveInt = 1000
    max_pending_per_client: PositiveInt = 64
    rate_limit: NotNegativeRate = 50.0
    max_connections: PositiveInt = 10_000
    max_connections_per_address: NotNegativeInt = 0
    max_message_bytes: PositiveInt = 65_536
    max_unsent_bytes: PositiveInt = 1_048_576

    # Gateway: rooms.
    room_history: PositiveInt = 500
    room_ttl: PositiveInt = 604_800
    room_rate_limit: NotNegativeRate = 5.0
    max_room_members: PositiveInt = 200
    max_rooms_per_client: PositiveInt = 20

    # Workers. The number of processes is one a core unless given; data_dir holds WordNet and its snapshot.
    data_dir: str = "data"
    worker_processes: NotNegativeInt = 0
    lookup_time_limit: PositiveSeconds = 1.0
    heartbeat_file: str = ""

    # Logs.
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["console", "json"] = "console"

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in masked(self).items())
        return f"Settings({shown})"

    @property
    def origins(self) -> list[str] | str | None:
        """What python-socketio takes as `cors_allowed_origins`; None means the same origin only."""
        origins = _comma_separated(self.cors_allowed_origins)
        if "*" in origins:
            return "*"
        return origins or None

    @property
    def proxies(self) -> tuple[IPv4Network | IPv6Network, ...]:
        """The addresses whose X-Forwarded-For is believed."""
        return tuple(ip_network(text) for text in _comma_separated(self.trusted_proxies))


_URLS = ("redis_url", "broker_url", "socketio_queue_url")
_SECRETS = ("auth_secret",)
_WORDS = ("log_level", "log_format")
_QUEUE_URL_SCHEMES = ("redis", "rediss", "unix", "redis+sentinel")


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Return the Settings that `environ` (default: the process's environment) describes.

    A variable that is unset or empty takes its default. Raises SettingsError that lists every problem, by
    name and value.
    """
    environ = os.environ if environ is None else environ
    given: dict[str, Any] = {}
    problems: list[str] = []
    for field in msgspec.structs.fields(Settings):
        text = environ.get(field.encode_name, "").strip()
        if not text:
            continue
        if field.name in _WORDS:
            text = text.lower()
        try:
            given[field.encode_name] = msgspec.convert(text, field.type, strict=False)
        except msgspec.ValidationError as error:
            shown = mask_url(text) if field.name in _URLS else "***" if field.name in _SECRETS else text
            problems.append(f"{field.encode_name}={shown}: {error}. The default is {field.default!r}.")
    given.setdefault("REDIS_URL", Settings().redis_url)
    given.setdefault("BROKER_URL", given["REDIS_URL"])
    given.setdefault("SOCKETIO_QUEUE_URL", given["REDIS_URL"])
    problems += _url_problems(given)
    problems += _proxy_problems(given)
    if problems:
        raise SettingsError("These settings can't be used:\n" + "\n".join(f"  {line}" for line in problems))
    return msgspec.convert(given, Settings)


def masked(settings: Settings) -> dict[str, Any]:
    """Return the settings by name, with passwords and secrets replaced by `***`."""
    values = msgspec.structs.asdict(settings)
    for name in _URLS:
        values[name] = mask_url(values[name])
    for name in _SECRETS:
        values[name] = "***" if values[name] else ""
    return values


def mask_url(url: str) -> str:
    """Return `url` with its password replaced; Celery takes many brokers, separated by semicolons.

    >>> mask_url("redis://worker:hunter2@redis:6379/0")
    'redis://worker:***@redis:6379/0'
    >>> mask_url("amqp://worker:hunter2@one//;amqp://worker:hunter2@two//")
    'amqp://worker:***@one//;amqp://worker:***@two//'
    """
    return ";".join(_mask_one(each) for each in url.split(";"))


def _mask_one(url: str) -> str:
    parts = urlsplit(url)
    if "@" not in parts.netloc:
        return url
    credentials, _, host = parts.netloc.rpartition("@")
    user = credentials.partition(":")[0]
    return urlunsplit(parts._replace(netloc=f"{user}:***@{host}"))


def _url_problems(given: Mapping[str, Any]) -> list[str]:
    problems = []
    for name in ("REDIS_URL", "SOCKETIO_QUEUE_URL"):
        scheme = given[name].partition("://")[0]
        if scheme not in _QUEUE_URL_SCHEMES:
            problems.append(
                f"{name}={mask_url(given[name])}: not a Redis URL. Write it as redis://HOST:PORT/DATABASE."
            )
    if "://" not in given["BROKER_URL"]:
        problems.append(
            f"BROKER_URL={mask_url(given['BROKER_URL'])}: not a URL. Write it as redis://HOST:PORT/DATABASE."
        )
    problems += [
        f"{name}={mask_url(given[name])}: Sentinels are written as {FORM}."
        for name in ("REDIS_URL", "SOCKETIO_QUEUE_URL", "BROKER_URL")
        if is_sentinel(given[name]) and not _is_understood(given[name])
    ]
    return problems


def _is_understood(sentinel_url: str) -> bool:
    try:
        parse_sentinel(sentinel_url)
    except ValueError:
        return False
    return True


def _proxy_problems(given: Mapping[str, Any]) -> list[str]:
    problems = []
    for text in _comma_separated(given.get("TRUSTED_PROXIES", "")):
        try:
            ip_network(text)
        except ValueError as error:
            problems.append(f"TRUSTED_PROXIES={text}: {error}. Write addresses or networks like 10.0.0.0/8.")
    return problems


def _comma_separated(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
