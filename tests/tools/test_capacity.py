"""The capacity model agrees with the measured runs, and docs/scaling.md shows its tables."""

from __future__ import annotations

import json
import statistics
from pathlib import Path

import msgspec
import pytest

from tools.capacity import (
    BATCH_MAX,
    CLIENTS,
    PARTS,
    Figures,
    Run,
    as_markdown,
    fitted,
    natural_batch,
    need,
    read_figures,
    take,
)

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def figures() -> Figures:
    """The figures of capacity.json."""
    return read_figures()


def test_there_are_runs_with_one_two_and_four_gateways(figures: Figures) -> None:
    assert {run.gateways for run in figures.runs} == {1, 2, 4}


@pytest.mark.parametrize("part", PARTS)
def test_the_model_is_near_the_measured_costs(figures: Figures, part: str) -> None:
    cost = fitted(figures.runs, part)
    ratios = [cost.each(run.batch) / getattr(run, part) for run in figures.runs]

    assert 0.8 < statistics.median(ratios) < 1.25
    assert all(0.6 < ratio < 1.6 for ratio in ratios), ratios


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
    assert 2 < natural_batch(cost, 5_000, figures.use) < natural_batch(cost, 20_000, figures.use) < BATCH_MAX
    assert natural_batch(cost, 1e6, figures.use) == BATCH_MAX


def test_more_clients_never_need_less(figures: Figures) -> None:
    needs = [need(figures, clients, 1.0) for clients in (10, 1_000, 10_000, 100_000, 1_000_000)]

    for name in ("gateways", "workers", "redis", "gateway_cores", "worker_memory_mb"):
        values = [getattr(each, name) for each in needs]
        assert values == sorted(values), name
        assert values[0] > 0, name


def test_larger_gateways_spare_redis(figures: Figures) -> None:
    larger = msgspec.structs.replace(figures, connections_per_gateway=50_000)

    assert need(larger, 1_000_000, 4.0).redis_cores < need(figures, 1_000_000, 4.0).redis_cores


def test_the_documented_tables_come_from_the_model(figures: Figures) -> None:
    documentation = (ROOT / "docs" / "scaling.md").read_text()
    larger = msgspec.structs.replace(figures, connections_per_gateway=50_000)

    assert as_markdown([need(figures, clients, 1.0) for clients in CLIENTS]) in documentation
    assert as_markdown([need(larger, clients, 1.0) for clients in CLIENTS]) in documentation


def test_new_figures_come_from_the_results_of_the_benches(figures: Figures, tmp_path: Path) -> None:
    cpu = {"gateway_cpu_s_per_1000": 0.1, "worker_cpu_s_per_1000": 0.2, "redis_cpu_s_per_1000": 0.01}
    alone = {"gateway": 1.5, "worker": 1.2, "redis": 0.2}
    results = {
        "scale": {
            "machine": {"cpu": "Fast", "cores": 4, "python": "3.13.1"},
            "rounds": {"3,000 lookups/s": {"2": [{"replies_per_message": 20.0, **cpu}]}},
        },
        "bench": {"results": {"wordwire": {"1x1": {"cpu_s_per_1000": alone}}}},
        "memory": {
            "idle client": {"KB each of 1000": 30.0, "KB each of 5000": 31.0},
            "worker": {"processes": 3, "all PSS MB": 110.0, "child USS MB": 25.0},
        },
    }
    for name, content in results.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(content))

    taken = take(tmp_path, figures)

    assert taken.machine == "Fast, 4 cores, Python 3.13.1"
    assert taken.runs == [Run(2, 20.0, 0.1, 0.2, 0.01), Run(1, 1.0, 1.5, 1.2, 0.2)]
    assert taken.memory.connection_kb == 31.0
    assert (taken.memory.worker_shared_mb, taken.memory.worker_process_mb) == (60.0, 25.0)
