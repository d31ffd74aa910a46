"""Defines every counter and histogram of the gateway.

They are plain numbers and become Prometheus metrics only when Prometheus asks. prometheus-client's own
counters take a lock each, and a green lock costs as much as the rest of a lookup.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.registry import Collector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from prometheus_client.metrics_core import Metric

SECONDS: Final = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)
LOOKUPS: Final = (1, 2, 4, 8, 16, 32, 64, 128, 256)
MINUTES: Final = 5
GROWTH: Final = 1.25  # factor between two bounds, so a quantile is at most a quarter too high
BOUNDS_MS: Final = tuple(0.25 * GROWTH**step for step in range(50))  # up to 14 s


class Histogram:
    """Counts observations by bucket, and sums them."""

    def __init__(self, bounds: tuple[float, ...]) -> None:
        self.bounds = bounds
        self.counts = [0] * (len(bounds) + 1)
        self.sum = 0.0

    def observe(self, value: float) -> None:
        """Count `value`, given in the unit of the bounds."""
        self.counts[bisect_left(self.bounds, value)] += 1
        self.sum += value

    def family_buckets(self) -> list[tuple[str, float]]:
        """Return Prometheus's cumulative counts: (upper bound, number of observations up to it)."""
        total = 0
        buckets = []
        for bound, number in zip((*self.bounds, "+Inf"), self.counts, strict=True):
            total += number
            buckets.append((str(bound), float(total)))
        return buckets


class RecentLatencies:
    """Counts latencies by command and minute, for the last MINUTES."""

    def __init__(self) -> None:
        self._minutes: dict[int, dict[str, list[int]]] = {}

    def observe(self, command: str, seconds: float, now: float) -> None:
        """Count one lookup that took `seconds` and was answered at `now` (seconds of a monotonic clock)."""
        minute = int(now // 60)
        commands = self._minutes.get(minute)
        if commands is None:
            commands = self._minutes[minute] = {}
            self._drop_before(minute - MINUTES + 1)
        counts = commands.get(command)
        if counts is None:
            counts = commands[command] = [0] * (len(BOUNDS_MS) + 1)
        counts[bisect_left(BOUNDS_MS, seconds * 1000)] += 1

    def summary(self, now: float) -> dict[str, dict[str, float]]:
        """Return the number of lookups, the median and the 99th percentile (ms), by command."""
        self._drop_before(int(now // 60) - MINUTES + 1)
        totals: dict[str, list[int]] = {}
        for commands in self._minutes.values():
            for command, counts in commands.items():
                known = totals.setdefault(command, [0] * len(counts))
                totals[command] = [a + b for a, b in zip(known, counts, strict=True)]
        return {
            command: {
                "count": sum(counts),
                "p50_ms": _quantile(counts, 0.5),
                "p99_ms": _quantile(counts, 0.99),
            }
            for command, counts in sorted(totals.items())
        }

    def _drop_before(self, minute: int) -> None:
        for old in [known for known in self._minutes if known < minute]:
            del self._minutes[old]


class Metrics(Collector):
    """All numbers of a gateway. Gauges are functions; Prometheus's request calls them."""

    def __init__(self) -> None:
        self.lookups: dict[tuple[str, str], int] = defaultdict(int)
        self.recent = RecentLatencies()
        self.refused: dict[str, int] = defaultdict(int)
        self.requests: dict[tuple[str, str], int] = defaultdict(int)  # of each door over HTTP
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
        self.gauges: dict[str, tuple[str, dict[str, str], Callable[[], float]]] = {}

    def lookup_settled(self, command: str, outcome: str, seconds: float, now: float) -> None:
        """Count one lookup that got its reply at `now`, `seconds` after the question."""
        self.lookups[command, outcome] += 1
        self.latency.observe(seconds)
        self.recent.observe(command, seconds, now)

    def lookup_refused(self, code: str) -> None:
        """Count one refused lookup; by its error code only, because its command may be any text."""
        self.refused[code] += 1

    def gauge(self, name: str, help_text: str, read: Callable[[], float], **labels: str) -> None:
        """Add a gauge, whose value `read()` returns."""
        self.gauges[name] = (help_text, labels, read)

    def expose(self) -> bytes:
        """Return all metrics, with the system's own of this process, in Prometheus's text format."""
        registry = CollectorRegistry()
        registry.register(self)
        ProcessCollector(registry=registry)
        return generate_latest(registry)

    def collect(self) -> Iterator[Metric]:
        """Yield each metric; prometheus-client calls this."""
        yield from self._labelled_counters()
        yield from self._histograms()
        yield from self._counters()
        for name, (help_text, labels, read) in self.gauges.items():
            family = GaugeMetricFamily(name, help_text, labels=list(labels))
            family.add_metric(list(labels.values()), read())
            yield family

    def _labelled_counters(self) -> Iterator[Metric]:
        lookups = CounterMetricFamily(
            "wordwire_lookups",
            "Lookups by command and outcome (ok or an error code).",
            labels=["command", "outcome"],
        )
        for labels, number in self.lookups.items():
            lookups.add_metric(labels, number)
        yield lookups
        refused = CounterMetricFamily("wordwire_refused", "Refused lookups, by error code.", labels=["code"])
        for code, number in self.refused.items():
            refused.add_metric([code], number)
        yield refused
        requests = CounterMetricFamily(
            "wordwire_requests",
            "Requests over plain HTTP, by door (api or mcp) and status.",
            labels=["door", "status"],
        )
        for labels, number in self.requests.items():
            requests.add_metric(labels, number)
        yield requests

    def _histograms(self) -> Iterator[Metric]:
        for name, help_text, histogram in (
            ("wordwire_lookup_seconds", "Time from question to reply, through the queue.", self.latency),
            (
                "wordwire_queue_round_trip_seconds",
                "Time from the broker's last acceptance of a lookup to its reply.",
                self.round_trip,
            ),
            ("wordwire_batch_lookups", "Lookups in one Celery message.", self.batches),
        ):
            family = HistogramMetricFamily(name, help_text)
            family.add_metric([], histogram.family_buckets(), histogram.sum)
            yield family

    def _counters(self) -> Iterator[Metric]:
        for name, help_text, number in (
            ("wordwire_joined", "Lookups that joined a pending one with the same id.", self.joined),
            ("wordwire_retries", "Lookups published again because they were lost.", self.retries),
            (
                "wordwire_replies_dropped",
                "Replies that were late, repeated or not ours.",
                self.replies_dropped,
            ),
            ("wordwire_malformed", "Unreadable messages from clients or from Redis.", self.malformed),
            ("wordwire_room_messages", "Room messages, once for each member here.", self.room_messages),
            (
                "wordwire_room_catch_ups",
                "Fetches of missed messages from a room's history.",
                self.room_catch_ups,
            ),
            ("wordwire_reconnects", "Losses of the subscription to the reply channel.", self.reconnects),
        ):
            counter = CounterMetricFamily(name, help_text)
            counter.add_metric([], number)
            yield counter


def _quantile(counts: list[int], share: float) -> float:
    """Return the upper bound, in milliseconds, of the bucket that holds the quantile `share`."""
    wanted = sum(counts) * share
    reached = 0
    for bound, number in zip((*BOUNDS_MS, BOUNDS_MS[-1]), counts, strict=True):
        reached += number
        if reached >= wanted:
            return round(bound, 2)
    return BOUNDS_MS[-1]
