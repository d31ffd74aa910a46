"""Draws the figures of a run of the bench as one SVG; uses no other module of Wordwire.

$ python tests/bench/chart.py bench-results/bench.json bench-results/bench.svg
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import matplotlib as mpl

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Medians = dict[str, dict[str, dict[str, Any]]]  # contender, case, figure

COLOURS = {"gateway": "#2f6f9f", "worker": "#d98c2b", "redis": "#8a4f7d"}
FULL_LOAD = "100x4"
OURS, OTHERS = "#2f6f9f", "#b8c4cc"


def draw(results: Medians, path: Path) -> None:
    """Write three panels to `path`: lookups/s and CPU time at full load, and latency under open load."""
    mpl.use("svg")
    # Text stays text, and the same figures always produce the same file.
    mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "wordwire", "font.size": 9})
    import matplotlib.pyplot as plt  # noqa: PLC0415 (after choosing the backend)

    figure, (speed, cpu, latency) = plt.subplots(1, 3, figsize=(12, 3.6), layout="constrained")
    _draw_speed(speed, results)
    _draw_cpu(cpu, results)
    _draw_latency(latency, results)
    for axes in (speed, cpu, latency):
        axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)


def _draw_speed(axes: Axes, results: Medians) -> None:
    names = [name for name, cases in results.items() if FULL_LOAD in cases]
    values = [results[name][FULL_LOAD]["lookups_per_s"] for name in names]
    colours = [OURS if name == "wordwire" else OTHERS for name in names]
    bars = axes.barh(names, values, color=colours)
    axes.bar_label(bars, [f" {value:,.0f}" for value in values])
    axes.invert_yaxis()
    axes.set_title("lookups/s, 100 clients with 4 in flight")
    axes.margins(x=0.2)


def _draw_cpu(axes: Axes, results: Medians) -> None:
    names = [name for name, cases in results.items() if FULL_LOAD in cases]
    left = [0.0] * len(names)
    for part, colour in COLOURS.items():
        values = [results[name][FULL_LOAD]["cpu_s_per_1000"].get(part, 0.0) for name in names]
        bars = axes.barh(names, values, left=left, color=colour, label=part)
        left = [before + value for before, value in zip(left, values, strict=True)]
    axes.bar_label(bars, [f" {value:.2f}" for value in left])
    axes.margins(x=0.15)
    axes.invert_yaxis()
    axes.set_title("CPU seconds per 1,000 lookups, same load")
    axes.legend(frameon=False, loc="upper right")


def _draw_latency(axes: Axes, results: Medians) -> None:
    for name, cases in results.items():
        loads = [figures for case, figures in cases.items() if case.startswith("open")]
        if not loads:
            continue
        rates = [figures["lookups_per_s"] for figures in loads]
        line = axes.plot(rates, [figures["p50_ms"] for figures in loads], marker="o", label=name)
        axes.plot(
            rates, [figures["p99_ms"] for figures in loads], marker="^", ls=":", color=line[0].get_color()
        )
    axes.set_yscale("log")
    axes.set_xlabel("lookups/s, at 30, 60 and 90 % of each design's capacity")
    axes.set_title("latency in ms: p50 (solid), p99 (dotted)")
    axes.legend(frameon=False)


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    draw(json.loads(source.read_text())["results"], target)
