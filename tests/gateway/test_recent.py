"""Latencies of the last minutes."""

from gateway.recent import MINUTES, RecentLatencies


def test_quantiles_are_those_of_what_was_observed() -> None:
    recent = RecentLatencies()
    for milliseconds in range(1, 101):
        recent.observe("synonyms", milliseconds / 1000, now=0.0)

    summary = recent.summary(now=1.0)["synonyms"]

    assert summary["count"] == 100
    assert 50 <= summary["p50_ms"] <= 50 * 1.25
    assert 99 <= summary["p99_ms"] <= 99 * 1.25


def test_what_is_older_than_some_minutes_is_dropped() -> None:
    recent = RecentLatencies()
    recent.observe("pos", 0.001, now=0.0)
    recent.observe("pos", 0.001, now=60.0)

    assert recent.summary(now=60.0 * MINUTES - 1)["pos"]["count"] == 2
    assert recent.summary(now=60.0 * MINUTES)["pos"]["count"] == 1
    assert recent.summary(now=60.0 * (MINUTES + 1)) == {}


def test_what_takes_for_ever_is_counted_too() -> None:
    recent = RecentLatencies()
    recent.observe("pos", 1000.0, now=0.0)

    assert recent.summary(now=0.0)["pos"]["count"] == 1
