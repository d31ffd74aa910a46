"""Frozen, typed settings from the environment; all problems are reported at once."""

from __future__ import annotations

import os
import re
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

import msgspec
from msgspec import Meta, Struct

from shared.errors import SettingsError
from shared.messages import MAX_BATCH
from shared.names import LOOKUP_QUEUE, QUESTION_QUEUE, QUEUES
from shared.sentinel import FORM, is_sentinel, parse_sentinel
from shared.urls import NOT_READABLE, is_redis, is_well_formed, mask_url, parse_redis, with_password

if TYPE_CHECKING:
    from collections.abc import Mapping

Port = Annotated[int, Meta(ge=0, le=65535)]
PositiveInt = Annotated[int, Meta(ge=1)]
BatchSize = Annotated[int, Meta(ge=1, le=MAX_BATCH)]
NotNegativeInt = Annotated[int, Meta(ge=0)]
PositiveSeconds = Annotated[float, Meta(gt=0)]
NotNegativeRate = Annotated[float, Meta(ge=0)]


class Settings(Struct, frozen=True, kw_only=True, rename="upper"):
    """All settings of the gateway and the workers; each is the environment variable of the same name.

    Times are in seconds, sizes in bytes. docs/settings.md explains each setting, and a test compares the two.
    """

    # The addresses of Redis and the broker. The second and third default to the first.
    redis_url: str = "redis://127.0.0.1:6379/0"
    broker_url: str = ""
    socketio_queue_url: str = ""
    redis_password_file: str = ""

    # Gateway: addresses and access.
    host: str = "127.0.0.1"
    port: Port = 5000
    public_origin: str = ""
    cors_allowed_origins: str = ""
    auth_secret: str = ""
    trusted_proxies: str = ""
    frame_ancestors: str = ""

    # Gateway: deadline and retry of lookups.
    lookup_deadline: PositiveSeconds = 10.0
    retry_after: PositiveSeconds = 2.0
    batch_max: BatchSize = 128
    shutdown_grace: PositiveSeconds = 10.0

    # Gateway: limits for one client, and for all clients together.
    max_pending: PositiveInt = 1000
    max_pending_per_client: PositiveInt = 64
    rate_limit: NotNegativeRate = 50.0
    rate_limit_per_address: NotNegativeRate = 2000.0
    max_connections: PositiveInt = 10_000
    max_connections_per_address: NotNegativeInt = 0
    max_message_bytes: PositiveInt = 65_536
    max_unsent_bytes: PositiveInt = 1_048_576
    max_unsent_total_bytes: NotNegativeInt = 0

    # Gateway: rooms.
    room_history: PositiveInt = 500
    room_ttl: PositiveInt = 604_800
    room_rate_limit: NotNegativeRate = 5.0
    max_room_members: PositiveInt = 200
    max_rooms_per_client: PositiveInt = 20

    # Workers. 0 processes means one per core; data_dir holds WordNet and its snapshot.
    data_dir: str = "data"
    worker_processes: NotNegativeInt = 0
    worker_queues: str = "lookups,questions"
    question_processes: NotNegativeInt = 0
    lookup_time_limit: PositiveSeconds = 1.0
    heartbeat_file: str = ""

    # Logs, and the commit that they name at the start.
    wordwire_commit: str = ""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["console", "json"] = "console"

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in masked(self).items())
        return f"Settings({shown})"

    @property
    def origins(self) -> list[str] | str | None:
        """The `cors_allowed_origins` for python-socketio; None allows the same origin only."""
        origins = _comma_separated(self.cors_allowed_origins)
        if "*" in origins:
            return "*"
        return origins or None

    @property
    def queues(self) -> tuple[str, ...]:
        """The queues that a worker takes from."""
        return tuple(_comma_separated(self.worker_queues))

    @property
    def processes(self) -> dict[str, int]:
        """The number of a worker's processes for each queue."""
        cores = os.cpu_count() or 1
        counts = {
            LOOKUP_QUEUE: self.worker_processes or cores,
            QUESTION_QUEUE: self.question_processes or max(1, cores // 2),
        }
        return {queue: counts[queue] for queue in self.queues}

    @property
    def proxies(self) -> tuple[IPv4Network | IPv6Network, ...]:
        """The addresses whose X-Forwarded-For header the gateway trusts."""
        return tuple(_network(text) for text in _comma_separated(self.trusted_proxies))


_URLS = ("redis_url", "broker_url", "socketio_queue_url")
_SECRETS = ("auth_secret",)
_CHOICES = ("log_level", "log_format")
IPV4_MAPPED_BITS = 96  # before the IPv4 address in an IPv6 address
_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:[0-9]+)?")
_REDIS_FORM = "redis://HOST:PORT/DATABASE"


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Return the Settings that `environ` (default: the process's environment) describes.

    A variable that is unset or empty takes its default. Raises SettingsError with all problems, each by name
    and value, with its remedy.
    """
    environ = os.environ if environ is None else environ
    given: dict[str, Any] = {}
    problems: list[str] = []
    for field in msgspec.structs.fields(Settings):
        text = environ.get(field.encode_name, "").strip()
        if not text:
            continue
        if field.name in _CHOICES:
            text = text.lower()
        try:
            given[field.encode_name] = msgspec.convert(text, field.type, strict=False)
        except msgspec.ValidationError as error:
            shown = mask_url(text) if field.name in _URLS else "***" if field.name in _SECRETS else text
            problems.append(f"{field.encode_name}={shown}: {error}. {_remedy(field)}")
    problems += _password_problems(given)
    problems += _url_problems(given)
    given.setdefault("REDIS_URL", Settings().redis_url)
    given.setdefault("BROKER_URL", given["REDIS_URL"])
    given.setdefault("SOCKETIO_QUEUE_URL", given["REDIS_URL"])
    problems += _queue_problems(given)
    problems += _proxy_problems(given)
    problems += _origin_problems(given)
    if problems:
        raise SettingsError("These settings are invalid:\n" + "\n".join(f"  {line}" for line in problems))
    return msgspec.convert(given, Settings)


def masked(settings: Settings) -> dict[str, Any]:
    """Return the settings by name, with passwords and secrets replaced by `***`."""
    values = msgspec.structs.asdict(settings)
    for name in _URLS:
        values[name] = mask_url(values[name])
    for name in _SECRETS:
        values[name] = "***" if values[name] else ""
    return values


def _remedy(field: msgspec.structs.FieldInfo) -> str:
    is_choice = field.name in _CHOICES
    wanted = f"Choose from {', '.join(get_args(field.type))}" if is_choice else "Write such a number"
    return f"{wanted}, or unset it for the default, {field.default!r}."


def _password_problems(given: dict[str, Any]) -> list[str]:
    """Add the password of REDIS_PASSWORD_FILE to a REDIS_URL that lacks one."""
    path = given.get("REDIS_PASSWORD_FILE")
    if path and "REDIS_URL" in given:
        try:
            given["REDIS_URL"] = with_password(given["REDIS_URL"], lambda: Path(path).read_text().strip())
        except OSError as error:
            return [f"REDIS_PASSWORD_FILE={path}: {error.strerror}. Or write the password into REDIS_URL."]
    return []


def _url_problems(given: Mapping[str, Any]) -> list[str]:
    problems = []
    for name in ("REDIS_URL", "SOCKETIO_QUEUE_URL", "BROKER_URL"):
        mistake = name in given and _mistake_in(given[name], is_for_redis=name != "BROKER_URL")
        if mistake:
            problems.append(f"{name}={mask_url(given[name])}: {mistake}.")
    return problems


def _mistake_in(url: str, *, is_for_redis: bool) -> str | None:
    """Return the mistake in `url`, with its remedy, or None."""
    scheme, separator, _ = url.partition("://")
    if "cluster" in scheme:
        return f"Redis Cluster is not supported. Use one Redis, as {_REDIS_FORM}, or Sentinels, as {FORM}"
    if is_sentinel(url):
        return None if _is_well_formed_sentinel(url) else f"not a Sentinel URL. Write it as {FORM}"
    if is_for_redis and not is_redis(url):
        return f"not a Redis URL. Write it as {_REDIS_FORM}"
    if not separator:
        return f"not a URL. Write it as {_REDIS_FORM}"
    # Celery accepts several brokers, separated by semicolons.
    mistakes = map(_mistake_in_one, [url] if is_for_redis else url.split(";"))
    return next((mistake for mistake in mistakes if mistake), None)


def _mistake_in_one(url: str) -> str | None:
    if is_redis(url):
        try:
            parse_redis(url)
        except ValueError as error:
            return f"{error}. Write it as {_REDIS_FORM}"
    return None if is_well_formed(url) else NOT_READABLE


def _is_well_formed_sentinel(url: str) -> bool:
    try:
        parse_sentinel(url)
    except ValueError:
        return False
    return True


def _queue_problems(given: Mapping[str, Any]) -> list[str]:
    named = _comma_separated(given.get("WORKER_QUEUES", QUEUES[0]))
    if named and set(named) <= set(QUEUES):
        return []
    return [f"WORKER_QUEUES={given['WORKER_QUEUES']}: choose from {', '.join(QUEUES)}, separated by commas."]


def _proxy_problems(given: Mapping[str, Any]) -> list[str]:
    problems = []
    for text in _comma_separated(given.get("TRUSTED_PROXIES", "")):
        try:
            _network(text)
        except ValueError as error:
            problems.append(f"TRUSTED_PROXIES={text}: {error}. Write addresses or networks like 10.0.0.0/8.")
    return problems


def _origin_problems(given: Mapping[str, Any]) -> list[str]:
    origin = given.get("PUBLIC_ORIGIN", "")
    if not origin or _ORIGIN.fullmatch(origin):
        return []
    return [
        f"PUBLIC_ORIGIN={origin}: not an origin. Write it as https://HOST, in small letters, with no path."
    ]


def _network(text: str) -> IPv4Network | IPv6Network:
    """Return a network; one of IPv4 addresses in the form of IPv6 (::ffff:10.0.0.0/104) becomes IPv4."""
    network = ip_network(text)
    mapped = network.network_address.ipv4_mapped if isinstance(network, IPv6Network) else None
    if mapped is None or network.prefixlen < IPV4_MAPPED_BITS:
        return network
    return IPv4Network((mapped, network.prefixlen - IPV4_MAPPED_BITS))


def _comma_separated(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
