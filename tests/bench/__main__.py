"""Measures Wordwire and the other designs in turn, with the same words and the same load generator.

$ python -m tests.bench [--quick] [--only wordwire,floor]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench import report
from tests.bench.contenders import CONTENDERS, Contender
from tests.bench.environments import python_with
from tests.bench.load import CLOSED_CASES, FULL_LOAD, HERE, OPEN_SHARES, Case, Figures, open_case, run_load
from tests.bench.processes import REPOSITORY, Processes

PAUSE_SECONDS = 1.0  # before repeating a load that other processes disturbed
QUICK_CASES = (CLOSED_CASES[0], FULL_LOAD)


def main() -> None:
    """Measure according to the command line, and print the tables."""
    options = _options()
    contenders = [CONTENDERS[name] for name in options.only]
    rounds: report.Rounds = {contender.name: {} for contender in contenders}
    for number in range(1, options.rounds + 1):
        for contender in contenders:
            _say(f"round {number} of {options.rounds}: {contender.name}")
            measure(contender, options, rounds[contender.name])
    results = report.medians(rounds)
    options.out.mkdir(parents=True, exist_ok=True)
    report.write_json(options.out / "bench.json", rounds, results)
    table = report.as_markdown(results)
    (options.out / "bench.md").write_text(table)
    if not options.quick:
        chart = (python_with("chart"), str(HERE / "chart.py"))
        subprocess.run((*chart, options.out / "bench.json", options.out / "bench.svg"), check=True)
    print(table)


def measure(contender: Contender, options: argparse.Namespace, cases: dict[str, list[Figures]]) -> None:
    """Start `contender`, apply each load to it, and add the figures to `cases`."""
    with tempfile.TemporaryDirectory() as folder, Processes(Path(folder)) as processes:
        running = contender.start(processes)
        first_id = 0

        def load(case: Case) -> Figures:
            nonlocal first_id
            figures = run_load(
                running,
                case,
                seconds=options.seconds,
                warmUpSeconds=options.warm_up,
                command=contender.command,
                overHttp=contender.over_http,
                firstId=first_id,
            )
            first_id += figures["asked"]
            return figures

        def load_in_quiet(case: Case) -> Figures:
            figures = load(case)
            for _ in range(options.patience):
                if figures["others_cores"] <= report.OTHERS_LIMIT_CORES:
                    break
                _say(_summary(case, figures) + "  again")
                time.sleep(PAUSE_SECONDS)
                figures = load(case)
            cases.setdefault(case.name, []).append(figures)
            _say(_summary(case, figures))
            return figures

        for case in QUICK_CASES if options.quick else CLOSED_CASES:
            capacity = load_in_quiet(case)["lookups_per_s"]
        if not options.quick and not contender.command:
            for share in OPEN_SHARES:
                load_in_quiet(open_case(share, capacity))


def _summary(case: Case, figures: Figures) -> str:
    failed = sum(figures[name] for name in report.SUMMED)
    text = f"  {case.name:9} {figures['lookups_per_s']:8,.0f}/s  p50 {figures['p50_ms'] or 0:7.2f} ms"
    text += f"  p99 {figures['p99_ms'] or 0:7.2f} ms  generator {figures['generator_cores']:.2f} cores"
    if figures["generator_cores"] > report.GENERATOR_LIMIT_CORES:
        text += " (more than half a core, so the figures are too low)"
    if figures["others_cores"] > report.OTHERS_LIMIT_CORES:
        text += f" (other processes used {figures['others_cores']:.2f} cores)"
    if failed:
        text += f"  FAILED {failed}: " + str({name: figures[name] for name in report.SUMMED})
        text += f" {figures['first_errors']}"
    return text


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one short round of two loads, for tuning")
    parser.add_argument("--only", default=",".join(CONTENDERS), help="names, separated by commas")
    parser.add_argument(
        "--patience", type=int, default=0, help="how often to repeat a load that other processes disturbed"
    )
    parser.add_argument("--rounds", type=int, help="rounds for the medians (default 3)")
    parser.add_argument("--seconds", type=float, help="measured time of each load, after its warm-up")
    parser.add_argument("--out", type=Path, default=REPOSITORY / "bench-results", help="folder for results")
    options = parser.parse_args()
    options.only = _contender_names(options.only, parser)
    options.rounds = options.rounds or (1 if options.quick else 3)
    options.seconds = options.seconds or (2.0 if options.quick else 2.5)
    options.warm_up = 0.5
    return options


def _contender_names(text: str, parser: argparse.ArgumentParser) -> list[str]:
    # Two names contain a comma, so their last word is enough.
    short = {"tuned": "in-process, tuned", "HTTP": "wordwire, HTTP"}
    names = []
    for word, full in short.items():
        text = text.replace(full, word)
    for name in (part.strip() for part in text.split(",")):
        full = short.get(name, name)
        if full not in CONTENDERS:
            parser.error(f"unknown contender {name!r}; choose from {', '.join(CONTENDERS)}")
        names.append(full)
    return names


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
