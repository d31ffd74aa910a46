"""kombu's Redis transports for a process that publishes much."""

from __future__ import annotations

from typing import Any

from kombu.transport import TRANSPORT_ALIASES, redis


class OneClientChannel(redis.Channel):
    """A channel that keeps its Redis client, with one connection of its own, and the length of its queue.

    To make a client for each message is a third of the cost of it, and to take its connection out of a pool,
    which looks whether it still stands, another tenth.
    """

    _kept: Any = None
    queue_length = 0  # after the last message that was put there

    def _create_client(self, asynchronous: bool = False) -> Any:
        if asynchronous:
            return super()._create_client(asynchronous=True)
        if self._kept is None:
            self._kept = self.Client(connection_pool=self.pool, single_connection_client=True)
            self._kept.set_response_callback("LPUSH", self._note_length)
        return self._kept

    def _note_length(self, length: int, **_options: Any) -> int:
        self.queue_length = length
        return length


class OneClientTransport(redis.Transport):
    """The transport whose channels are OneClientChannels."""

    Channel = OneClientChannel


class OneClientSentinelChannel(OneClientChannel, redis.SentinelChannel):
    """The same, for a Redis that Sentinels watch."""


class OneClientSentinelTransport(redis.SentinelTransport):
    """The transport whose channels are OneClientSentinelChannels."""

    Channel = OneClientSentinelChannel


def use_our_transports() -> None:
    """Let kombu use these transports for the URLs of Redis.

    By name of the scheme, since kombu asks again by that name when it goes to another Sentinel.
    """
    for scheme in ("redis", "rediss"):
        TRANSPORT_ALIASES[scheme] = f"{__name__}:{OneClientTransport.__name__}"
    TRANSPORT_ALIASES["sentinel"] = f"{__name__}:{OneClientSentinelTransport.__name__}"
