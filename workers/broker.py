"""kombu's Redis transports for a process that consumes: nothing on the queue, or its loss, upsets it."""

from __future__ import annotations

import logging
from typing import Any

from kombu.transport import TRANSPORT_ALIASES, redis, virtual

log = logging.getLogger(__name__)


class QuietQoS(virtual.QoS):
    """Keeps track of what is reserved in memory only, and returns it to the queue when the worker stops.

    Where the broker is gone the library dumps what it can't return, users' words included, to a temporary
    file that nobody reads. The gateways publish it again (docs/reliability.md).
    """

    def restore_unacked_once(self, stderr: Any = None) -> None:  # noqa: ARG002 (the library's signature)
        """Return what is reserved and was not begun to the queue, if the broker is there."""
        self._on_collect.cancel()
        self._flush()
        if self._delivered and not self._delivered.restored:
            errors = self.restore_unacked()
            self._delivered.restored = True
            if errors:
                log.info("could not return batches to the queue", extra={"count": len(errors)})


class QuietChannel(redis.Channel):
    """A channel whose reservations are kept by QuietQoS, and that no message on the queue can upset."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.QoS = QuietQoS

    def _brpop_read(self, **options: Any) -> Any:
        try:
            return super()._brpop_read(**options)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            # Not JSON, or not a message of kombu's: the library would let it end the worker.
            log.warning("dropped a malformed message from the queue", extra={"reason": repr(error)})
            return True


class QuietTransport(redis.Transport):
    """The transport whose channels are QuietChannels."""

    Channel = QuietChannel


class QuietSentinelChannel(QuietChannel, redis.SentinelChannel):
    """The same, for a Redis that Sentinels watch."""


class QuietSentinelTransport(redis.SentinelTransport):
    """The transport whose channels are QuietSentinelChannels."""

    Channel = QuietSentinelChannel


def use_our_transports() -> None:
    """Let kombu use these transports for the URLs of Redis.

    By name of the scheme, since kombu asks again by that name when it goes to another Sentinel.
    """
    for scheme in ("redis", "rediss"):
        TRANSPORT_ALIASES[scheme] = f"{__name__}:{QuietTransport.__name__}"
    TRANSPORT_ALIASES["sentinel"] = f"{__name__}:{QuietSentinelTransport.__name__}"
