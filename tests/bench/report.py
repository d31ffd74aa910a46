"""Summarizes the rounds: medians, the ratios that the project promises, tables and a JSON file."""

from __future__ import annotations

import json
import os
import platform
import statistics
from pathlib import Path
from typing import Any

from tests.bench.load import FULL_LOAD, Figures

# contender → case → the figures of each round, and later their medians
Rounds = dict[str, dict[str, list[Figures]]]
Medians = dict[str, dict[str, Figures]]

SUMMED = ("lost", "duplicated", "wrong", "errors", "disconnects")  # over all rounds: even one is too many
GENERATOR_LIMIT_CORES = 0.5
OTHERS_LIMIT_CORES = 0.2  # used by processes outside the bench


def medians(rounds: Rounds) -> Medians:
    """Return one set of figures for each contender and case: sums of failures, medians of everything else.

    The medians leave out rounds that other processes disturbed, unless they disturbed all.
    """
    return {
        contender: {case: _median_of(figures) for case, figures in cases.items()}
        for contender, cases in rounds.items()
    }


def _median_of(rounds: list[Figures]) -> Figures:
    result: Figures = {name: sum(one[name] for one in rounds) for name in SUMMED if name in rounds[0]}
    quiet = [one for one in rounds if one.get("others_cores", 0.0) <= OTHERS_LIMIT_CORES]
    figures = quiet or rounds
    for name, value in figures[0].items():
        values = [one[name] for one in figures]
        if name in SUMMED:
            continue
        if isinstance(value, dict):
            result[name] = {key: statistics.median(one[key] for one in values) for key in value}
        elif isinstance(value, (int, float)):
            result[name] = statistics.median(values)
    return result


def ratios(results: Medians) -> list[dict[str, Any]]:
    """Return the promises that these results can judge: name, value, limit and aim of each."""

    def at(contender: str, case: str, figure: str) -> float | None:
        value = results.get(contender, {}).get(case, {}).get(figure)
        return None if value is None else float(value)

    speed, alone = at("wordwire", FULL_LOAD.name, "lookups_per_s"), at("wordwire", "1x1", "p50_ms")
    rows = [
        _row(f"lookups/s at {FULL_LOAD.name}, against {other}", _divided(speed, peer), must, aim, "x")
        for other, must, aim in (
            ("in-process", 1.4, 1.8),
            ("in-process, tuned", 0.65, 0.9),
            ("task per lookup", 20, 25),
            ("Node in process", 0.75, 1),
            ("BullMQ", 4, 6),
            ("floor", 0.7, 0.8),
        )
        for peer in [at(other, FULL_LOAD.name, "lookups_per_s")]
    ]
    rows.append(_row("p50, one client alone", alone, 1.8, 1.2, " ms", less_is_better=True))
    for other, must, aim in (("in-process", 4, 4), ("BullMQ", 0.95, 0.7)):
        name = f"p50, one client alone, against {other}"
        value = _divided(alone, at(other, "1x1", "p50_ms"))
        rows.append(_row(name, value, must, aim, "x", less_is_better=True))
    http = at("wordwire, HTTP", FULL_LOAD.name, "lookups_per_s")
    name = f"lookups/s at {FULL_LOAD.name}, HTTP against a socket"
    rows.append(_row(name, _divided(http, speed), 0.6, 0.8, "x"))
    for contender, begin, must, aim in (("wordwire", "", 10, 6), ("wordwire, HTTP", "HTTP: ", 25, 12)):
        p99 = at(contender, "open 60%", "p99_ms")
        rows.append(_row(f"{begin}p99 at 60% of capacity", p99, must, aim, " ms", less_is_better=True))
    return [row for row in rows if row["value"] is not None]


def _divided(over: float | None, under: float | None) -> float | None:
    return over / under if over is not None and under else None


def _row(
    name: str, value: float | None, must: float, aim: float, unit: str, *, less_is_better: bool = False
) -> dict[str, Any]:
    reached = value is not None and (value <= must if less_is_better else value >= must)
    limit = "≤" if less_is_better else "≥"
    return {
        "name": name,
        "value": value,
        "unit": unit,
        "must": f"{limit} {must:g}{unit}",
        "aim": f"{limit} {aim:g}{unit}",
        "reached": reached,
    }


def machine() -> dict[str, Any]:
    """Return a description of this machine."""
    return {"cpu": _cpu_model(), "cores": os.cpu_count(), "python": platform.python_version()} | {
        "system": f"{platform.system()} {platform.release()}"
    }


def _cpu_model() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def as_markdown(results: Medians) -> str:
    """Return the results as Markdown tables."""
    columns = [
        "lookups/s",
        "p50 ms",
        "p95 ms",
        "p99 ms",
        "gateway",
        "worker",
        "redis",
        "lost",
        "twice",
        "wrong",
        "refused",
    ]
    lines = [f"| design | load | {' | '.join(columns)} |", "|---|---|" + "--:|" * len(columns)]
    for contender, cases in results.items():
        for case, figures in cases.items():
            cpu = figures["cpu_s_per_1000"]
            cells = [contender, case, f"{figures['lookups_per_s']:,.0f}"]
            cells += [_milliseconds(figures.get(name)) for name in ("p50_ms", "p95_ms", "p99_ms")]
            cells += [f"{cpu[part]:.3f}" if part in cpu else "-" for part in ("gateway", "worker", "redis")]
            cells += [str(figures["lost"]), str(figures["duplicated"])]
            cells += [str(figures["wrong"]), str(figures["errors"])]
            lines.append(f"| {' | '.join(cells)} |")
    lines += ["", "gateway, worker, redis: CPU seconds per 1,000 lookups.", ""]
    rows = ratios(results)
    if rows:
        lines += ["| promise | measured | must | aim |", "|---|--:|--:|--:|"]
        for row in rows:
            mark = "" if row["reached"] else " ✗"
            lines.append(
                f"| {row['name']} | {row['value']:.2f}{row['unit']}{mark} | {row['must']} | {row['aim']} |"
            )
    return "\n".join(lines) + "\n"


def _milliseconds(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def write_json(path: Path, rounds: Rounds, results: Medians) -> None:
    """Write all results: the machine, each round, the medians and the ratios."""
    content = {"machine": machine(), "results": results, "ratios": ratios(results), "rounds": rounds}
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n")
