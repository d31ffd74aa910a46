"""Counts and histograms, their form for Prometheus, and the latencies of the last minutes."""

from __future__ import annotations

import pytest
from prometheus_client.parser import text_string_to_metric_families

from gateway.metrics import MINUTES, SECONDS, Histogram, Metrics, RecentLatencies


def samples(metrics: Metrics) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    """Return the value of each exposed sample, by its name and labels."""
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(metrics.expose().decode())
        for sample in family.samples
    }


def test_a_histogram_counts_up_to_and_including_each_bound() -> None:
    histogram = Histogram((1.0, 10.0))
    for value in (0.5, 1.0, 1.5, 10.0, 99.0):
        histogram.observe(value)

    assert histogram.family_buckets() == [("1.0", 2.0), ("10.0", 4.0), ("+Inf", 5.0)]
    assert histogram.sum == 112.0


def test_an_answered_lookup_counts_by_command_and_outcome_and_in_the_histogram() -> None:
    metrics = Metrics()
    metrics.lookup_settled("pos", "ok", 0.0015, 100.0)
    metrics.lookup_settled("pos", "ok", 60.0, 100.0)
    metrics.lookup_settled("pos", "timeout", 10.0, 100.0)
    found = samples(metrics)

    assert found["wordwire_lookups_total", (("command", "pos"), ("outcome", "ok"))] == 2
    assert found["wordwire_lookups_total", (("command", "pos"), ("outcome", "timeout"))] == 1
    assert found["wordwire_lookup_seconds_bucket", (("le", str(SECONDS[0])),)] == 0
    assert found["wordwire_lookup_seconds_bucket", (("le", str(SECONDS[1])),)] == 1
    assert found["wordwire_lookup_seconds_bucket", (("le", str(SECONDS[-1])),)] == 2
    assert found["wordwire_lookup_seconds_count", ()] == 3
    assert metrics.recent.summary(now=100.0)["pos"]["count"] == 3


def test_a_refused_lookup_counts_by_its_code_only() -> None:
    metrics = Metrics()
    metrics.lookup_refused("busy")
    metrics.lookup_refused("busy")
    found = samples(metrics)

    assert found["wordwire_refused_total", (("code", "busy"),)] == 2
    assert not any(name == "wordwire_lookups_total" for name, _ in found)


def test_a_gauge_is_read_at_each_request() -> None:
    metrics = Metrics()
    values = iter((1.0, 2.0))
    metrics.gauge("wordwire_pending", "Lookups without a reply yet.", lambda: next(values))

    assert samples(metrics)["wordwire_pending", ()] == 1
    assert samples(metrics)["wordwire_pending", ()] == 2


@pytest.mark.parametrize(
    "name",
    ["joined", "retries", "replies_dropped", "malformed", "reconnects", "room_messages", "room_catch_ups"],
)
def test_every_counter_is_exposed_under_its_own_name(name: str) -> None:
    metrics = Metrics()
    setattr(metrics, name, 7)

    assert [key[0] for key, value in samples(metrics).items() if value == 7] == [f"wordwire_{name}_total"]


def test_the_process_is_exposed_too() -> None:
    assert samples(Metrics())["process_resident_memory_bytes", ()] > 1_000_000


def test_quantiles_are_at_most_a_quarter_too_high() -> None:
    recent = RecentLatencies()
    for milliseconds in range(1, 101):
        recent.observe("synonyms", milliseconds / 1000, now=0.0)

    summary = recent.summary(now=1.0)["synonyms"]

    assert summary["count"] == 100
    assert 50 <= summary["p50_ms"] <= 50 * 1.25
    assert 99 <= summary["p99_ms"] <= 99 * 1.25


def test_latencies_older_than_five_minutes_are_dropped() -> None:
    recent = RecentLatencies()
    recent.observe("pos", 0.001, now=0.0)
    recent.observe("pos", 0.001, now=60.0)

    assert recent.summary(now=60.0 * MINUTES - 1)["pos"]["count"] == 2
    assert recent.summary(now=60.0 * MINUTES)["pos"]["count"] == 1
    assert recent.summary(now=60.0 * (MINUTES + 1)) == {}


def test_a_lookup_beyond_the_last_bound_counts_too() -> None:
    recent = RecentLatencies()
    recent.observe("pos", 1000.0, now=0.0)

    assert recent.summary(now=0.0)["pos"]["count"] == 1
