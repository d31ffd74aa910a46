"""The capacity model agrees with the measured runs, and docs/scaling.md shows what it says."""

from __future__ import annotations

import statistics
from pathlib import Path

import msgspec
import pytest

from tools.capacity import (
    BATCH_MAX,
    CLIENTS,
    PARTS,
    Figures,
    as_markdown,
    fitted,
    natural_batch,
    need,
    read_figures,
)

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def figures() -> Figures:
    """The figures that are kept."""
    return read_figures()


def test_there_are_runs_with_one_two_and_four_gateways(figures: Figures) -> None:
    assert {run.gateways for run in figures.runs} == {1, 2, 4}


@pytest.mark.parametrize("part", PARTS)
def test_the_model_is_near_what_was_measured(figures: Figures, part: str) -> None:
    cost = fitted(figures.runs, part)
    ratios = [cost.each(run.batch) / getattr(run, part) for run in figures.runs]

    assert 0.8 < statistics.median(ratios) < 1.25
    assert all(0.5 < ratio < 2.0 for ratio in ratios), ratios


@pytest.mark.parametrize("gateways", [1, 2, 4])
def test_it_is_near_for_each_number_of_gateways(figures: Figures, gateways: int) -> None:
    cost = {part: fitted(figures.runs, part) for part in PARTS}
    runs = [run for run in figures.runs if run.gateways == gateways]
    modelled = statistics.fmean(sum(cost[part].each(run.batch) for part in PARTS) for run in runs)
    measured = statistics.fmean(sum(getattr(run, part) for part in PARTS) for run in runs)

    assert 0.7 < modelled / measured < 1.4


def test_a_gateway_with_time_to_spare_sends_each_lookup_alone_and_a_busy_one_gathers(
    figures: Figures,
) -> None:
    cost = fitted(figures.runs, "gateway")

    assert natural_batch(cost, 10, figures.use) == 1
    assert 2 < natural_batch(cost, 1000, figures.use) < natural_batch(cost, 5000, figures.use) < BATCH_MAX
    assert natural_batch(cost, 1e6, figures.use) == BATCH_MAX


def test_more_clients_never_need_less(figures: Figures) -> None:
    needs = [need(figures, clients, 1.0) for clients in (10, 1_000, 10_000, 100_000, 1_000_000)]

    for name in ("gateways", "workers", "redis", "gateway_cores", "worker_memory_mb"):
        values = [getattr(each, name) for each in needs]
        assert values == sorted(values), name
        assert values[0] > 0, name


def test_larger_gateways_spare_redis(figures: Figures) -> None:
    larger = msgspec.structs.replace(figures, connections_per_gateway=50_000)

    assert need(larger, 1_000_000, 1.0).redis_cores < need(figures, 1_000_000, 1.0).redis_cores


def test_the_documented_tables_are_what_the_model_says(figures: Figures) -> None:
    documentation = (ROOT / "docs" / "scaling.md").read_text()
    larger = msgspec.structs.replace(figures, connections_per_gateway=50_000)

    assert as_markdown([need(figures, clients, 1.0) for clients in CLIENTS]) in documentation
    assert as_markdown([need(larger, clients, 1.0) for clients in CLIENTS]) in documentation
