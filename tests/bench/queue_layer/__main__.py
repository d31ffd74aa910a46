"""Compares Wordwire's queue layer with RQ, dramatiq, arq, huey and Celery tasks, one worker process each.

$ python -m tests.bench.queue_layer [--only wordwire,huey]
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from shared.settings import read_settings
from tests.bench.environments import python_with
from tests.bench.processes import REPOSITORY, Processes
from tests.bench.queue_layer.asking import FIRST_ANSWER_SECONDS, PATIENCE_SECONDS
from tests.bench.report import machine
from workers.wordnet.snapshot import open_lexicon

OURS = "wordwire"
IN_OUR_ENVIRONMENT = (OURS, "celery")
PEERS = ("rq", "celery", "arq", "dramatiq", "huey")
MUST, AIM = 6, 10  # times the fastest peer


def main() -> None:
    """Measure each queue in turn, several rounds, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.queue_layer", description=__doc__)
    parser.add_argument("--only", default=",".join((*PEERS, OURS)), help="names, separated by commas")
    parser.add_argument("--rounds", type=int, default=3, help="rounds for the medians")
    parser.add_argument("--seconds", type=float, default=4.0, help="measured time of each queue")
    parser.add_argument("--out", type=Path, default=REPOSITORY / "bench-results", help="folder for results")
    options = parser.parse_args()
    names = options.only.split(",")
    peers_python = python_with("queue") if set(names) - set(IN_OUR_ENVIRONMENT) else sys.executable
    open_lexicon(Path(read_settings().data_dir))  # makes the snapshot that all workers read
    rounds: dict[str, list[dict[str, Any]]] = {name: [] for name in names}
    for number in range(1, options.rounds + 1):
        for name in names:
            python = sys.executable if name in IN_OUR_ENVIRONMENT else peers_python
            figures = measure(name, python, options.seconds)
            rounds[name].append(figures)
            print(f"round {number} of {options.rounds}: {name:9} {figures}", file=sys.stderr, flush=True)
    medians = {
        name: statistics.median(one["lookups_per_s"] for one in figures) for name, figures in rounds.items()
    }
    options.out.mkdir(parents=True, exist_ok=True)
    results = {"machine": machine(), "lookups_per_s": medians, "rounds": rounds}
    (options.out / "queue.json").write_text(json.dumps(results, indent=1) + "\n")
    print(as_markdown(medians))


def measure(name: str, python: str, seconds: float) -> dict[str, Any]:
    """Start a Redis and one worker process of the queue `name`, load it for `seconds`, return the figures."""
    with tempfile.TemporaryDirectory() as folder, Processes(Path(folder)) as processes:
        _, url = processes.start_redis()
        env = {
            "REDIS_URL": url,
            "BENCH_SECONDS": str(seconds),
            "PYTHONPATH": str(REPOSITORY),
            "WORKER_PROCESSES": "1",
            "RATE_LIMIT": "0",
            "LOG_LEVEL": "warning",
        }
        half = (python, "-m", "tests.bench.queue_layer.run", name)
        processes.start("worker", *half, "work", env=env)
        ask = (*half, "ask")
        try:
            asking = subprocess.run(
                ask,
                cwd=REPOSITORY,
                env=os.environ | env,
                stdout=subprocess.PIPE,
                timeout=FIRST_ANSWER_SECONDS + seconds + PATIENCE_SECONDS,
                check=True,
            )
        except subprocess.SubprocessError:
            print((processes.folder / "worker.log").read_text(), file=sys.stderr)
            raise
        return dict(json.loads(asking.stdout))


def as_markdown(medians: dict[str, float]) -> str:
    """Return the results as a Markdown table."""
    lines = ["| queue | lookups/s |", "|---|--:|"]
    lines += [f"| {name} | {value:,.0f} |" for name, value in sorted(medians.items(), key=lambda row: row[1])]
    peers = {name: value for name, value in medians.items() if name != OURS}
    if peers and OURS in medians:
        best = max(peers, key=lambda name: peers[name])
        ratio = medians[OURS] / peers[best]
        lines += ["", f"{ratio:.1f}x the fastest other queue ({best}); must be ≥ {MUST}x, aim ≥ {AIM}x."]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
