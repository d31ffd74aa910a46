"""Every counter and histogram of the gateway, named in one place.

Plain numbers while serving (prometheus-client's own counters take a lock each, and a green lock costs as
much as the rest of a lookup); they become Prometheus metrics only when somebody asks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.registry import Collector

from gateway.recent import RecentLatencies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from prometheus_client.metrics_core import Metric

SECONDS: Final = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)
LOOKUPS: Final = (1, 2, 4, 8, 16, 32, 64, 128, 256)


class Histogram:
    """How many observations fell into each bucket, and their sum."""

    def __init__(self, bounds: tuple[float, ...]) -> None:
        self.bounds = bounds
        self.counts = [0] * (len(bounds) + 1)
        self.sum = 0.0

    def observe(self, value: float) -> None:
        """Count one `value`, in the unit of the bounds."""
        self.counts[bisect_left(self.bounds, value)] += 1
        self.sum += value

    def family_buckets(self) -> list[tuple[str, float]]:
        """Return cumulative counts as Prometheus wants them: upper bound → observations up to it."""
        total = 0
        buckets = []
        for bound, number in zip((*self.bounds, "+Inf"), self.counts, strict=True):
            total += number
            buckets.append((str(bound), float(total)))
        return buckets


class Metrics(Collector):
    """The gateway's numbers. Gauges are functions, asked when somebody looks."""

    def __init__(self) -> None:
        self.lookups: dict[tuple[str, str], int] = defaultdict(int)
        self.recent = RecentLatencies()
        self.refused: dict[str, int] = defaultdict(int)
        self.latency = Histogram(SECONDS)
        self.round_trip = Histogram(SECONDS)
        self.batches = Histogram(LOOKUPS)
        self.joined = 0
        self.retries = 0
        self.replies_dropped = 0
        self.malformed = 0
        self.reconnects = 0
        self.room_messages = 0
        self.room_catch_ups = 0
        self.gauges: dict[str, tuple[str, Callable[[], float]]] = {}

    def lookup_settled(self, command: str, outcome: str, seconds: float, now: float) -> None:
        """Count one lookup that got its reply at `now`, `seconds` after it was asked."""
        self.lookups[command, outcome] += 1
        self.latency.observe(seconds)
        self.recent.observe(command, seconds, now)

    def lookup_refused(self, code: str) -> None:
        """Count one lookup that was not taken (not by its command, which may be anything)."""
        self.refused[code] += 1

    def gauge(self, name: str, help_text: str, read: Callable[[], float]) -> None:
        """Add a number that is read when somebody asks."""
        self.gauges[name] = (help_text, read)

    def expose(self) -> bytes:
        """Return all of it in Prometheus's text format, with what the system knows of this process."""
        registry = CollectorRegistry()
        registry.register(self)
        ProcessCollector(registry=registry)
        return generate_latest(registry)

    def collect(self) -> Iterator[Metric]:
        """Yield each metric, as prometheus-client asks for them."""
        lookups = CounterMetricFamily(
            "wordwire_lookups",
            "Lookups by command and outcome (ok or an error code).",
            labels=["command", "outcome"],
        )
        for labels, number in self.lookups.items():
            lookups.add_metric(labels, number)
        yield lookups
        refused = CounterMetricFamily(
            "wordwire_refused", "Lookups that were not taken, by error code.", labels=["code"]
        )
        for code, number in self.refused.items():
            refused.add_metric([code], number)
        yield refused
        for name, help_text, histogram in (
            ("wordwire_lookup_seconds", "From question to reply, through the queue.", self.latency),
            (
                "wordwire_queue_round_trip_seconds",
                "From when the broker took a lookup (the last time) to its reply.",
                self.round_trip,
            ),
            ("wordwire_batch_lookups", "Lookups that one Celery message carried.", self.batches),
        ):
            family = HistogramMetricFamily(name, help_text)
            family.add_metric([], histogram.family_buckets(), histogram.sum)
            yield family
        for name, help_text, number in (
            ("wordwire_joined", "Lookups that joined a pending one with the same id.", self.joined),
            ("wordwire_retries", "Lookups published again because they were lost.", self.retries),
            ("wordwire_replies_dropped", "Replies that were late, second or not ours.", self.replies_dropped),
            ("wordwire_malformed", "Messages of clients or of Redis that could not be read.", self.malformed),
            ("wordwire_room_messages", "Messages of rooms, once for each member here.", self.room_messages),
            (
                "wordwire_room_catch_ups",
                "Times that messages of a room were fetched, since they were not heard.",
                self.room_catch_ups,
            ),
            ("wordwire_reconnects", "Times the reply subscription was made anew.", self.reconnects),
        ):
            counter = CounterMetricFamily(name, help_text)
            counter.add_metric([], number)
            yield counter
        for name, (help_text, read) in self.gauges.items():
            yield GaugeMetricFamily(name, help_text, value=read())
