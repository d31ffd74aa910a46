"""The bench itself works: every contender answers all lookups correctly, and no figure is missing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.bench import report
from tests.bench.contenders import CONTENDERS, Running, start_wordwire
from tests.bench.load import Case, open_case, run_load
from tests.bench.processes import Processes
from tests.bench.queue_layer import __main__ as queue_layer
from tests.stack.waiting import DEADLINE_S

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIGURES = {
    *("lookups_per_s", "measured", "asked", "seconds", "p50_ms", "p95_ms", "p99_ms"),
    *("generator_cores", "others_cores"),
    *("lost", "duplicated", "wrong", "errors", "first_errors", "disconnects", "cpu_s_per_1000"),
    "answered_beside",
}
PARTS = {
    "in-process": {"gateway"},
    "in-process, tuned": {"gateway"},
    "task per lookup": {"gateway", "worker", "redis"},
    "Node in process": {"gateway"},
    "BullMQ": {"gateway", "worker", "redis"},
    "wordwire": {"gateway", "worker", "redis"},
    "wordwire, HTTP": {"gateway", "worker", "redis"},
    "floor": {"gateway", "redis"},
}
LONGEST_S = 30  # a busy machine may give a shorter run no time for a lookup


def measured(running: Running, case: Case, **plan: Any) -> dict[str, Any]:
    """Return the figures of the first run with a measured lookup, each run twice as long as the last one."""
    seconds = 0.4
    while True:
        short = {"seconds": seconds, "warmUpSeconds": 0.1, "patienceSeconds": DEADLINE_S}
        figures = run_load(running, case, **plan, **short)
        if figures["measured"] or seconds > LONGEST_S:
            return figures
        seconds *= 2


@pytest.fixture
def running(name: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Running]:
    """Start the contender of this name."""
    start = CONTENDERS[name].start
    if start is start_wordwire:
        yield request.getfixturevalue("wordwire")
        return
    with Processes(tmp_path) as processes:
        yield start(processes)


@pytest.mark.parametrize("name", PARTS)
def test_a_contender_answers_every_lookup_once_and_correctly(name: str, running: Running) -> None:
    contender, case = CONTENDERS[name], Case("5x2", 5, 2)

    figures = measured(running, case, command=contender.command, overHttp=contender.over_http)

    assert figures.keys() == FIGURES
    assert figures["measured"] > 0
    assert {part: figures[part] for part in report.SUMMED} == dict.fromkeys(report.SUMMED, 0)
    assert figures["cpu_s_per_1000"].keys() == PARTS[name]


def test_an_open_loop_asks_no_more_than_its_rate(tmp_path: Path) -> None:
    with Processes(tmp_path) as processes:
        floor = CONTENDERS["floor"]
        figures = measured(floor.start(processes), open_case(0.5, capacity=4000), command=floor.command)

    # About 800 lookups come at random times: their number varies by 28, rarely by twice that. A closed loop
    # of a hundred clients would ask far more; a busy machine asks fewer.
    assert 0 < figures["lookups_per_s"] <= 2500


@pytest.mark.parametrize("name", queue_layer.IN_OUR_ENVIRONMENT)
def test_a_queue_alone_answers_every_lookup_once_and_correctly(name: str) -> None:
    """It measures nothing before the first answer, and a busy machine may give no other in the time."""
    figures = queue_layer.measure(name, sys.executable, seconds=0.3)

    del figures["lookups_per_s"]
    assert figures == {"lost": 0, "duplicated": 0, "wrong": 0}


def test_medians_leave_out_disturbed_rounds_but_failures_are_summed_over_all() -> None:
    rounds = [
        {"lookups_per_s": speed, "lost": lost, "cpu_s_per_1000": {"gateway": speed}, "others_cores": others}
        for speed, lost, others in ((10.0, 0, 0.0), (30.0, 1, 0.0), (20.0, 0, 0.1), (2.0, 1, 1.5))
    ]

    result = report.medians({"wordwire": {"1x1": rounds}})["wordwire"]["1x1"]

    assert result == {
        "lookups_per_s": 20.0,
        "lost": 2,
        "cpu_s_per_1000": {"gateway": 20.0},
        "others_cores": 0.0,
    }


def test_promises_are_judged_by_the_medians() -> None:
    def figures(speed: float, p50: float) -> dict[str, float]:
        return {"lookups_per_s": speed, "p50_ms": p50, "p99_ms": 9.0}

    results = {
        "wordwire": {"100x4": figures(9000, 40), "1x1": figures(600, 1.5), "open 60%": figures(5400, 4)},
        "in-process": {"100x4": figures(5000, 70), "1x1": figures(2000, 0.5)},
        "floor": {"100x4": figures(18_000, 20)},
    }

    rows = {row["name"]: (row["value"], row["reached"]) for row in report.ratios(results)}

    assert rows == {
        "lookups/s at 100x4, against in-process": (1.8, True),
        "lookups/s at 100x4, against floor": (0.5, False),
        "p50, one client alone": (1.5, True),
        "p50, one client alone, against in-process": (3.0, True),
        "p99 at 60% of capacity": (9.0, True),
    }
