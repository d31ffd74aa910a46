"""Measures how much questions delay the lookups beside them: the p99 at 60 % of capacity, with and without.

$ python -m tests.bench.beside

As many plain lookups by the same client show how much of that is the cost of a client and of lone messages.
Loads with and without questions alternate, and a machine that does other work delays both.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.contenders import start_wordwire
from tests.bench.load import FULL_LOAD, Figures, open_case, run_load
from tests.bench.processes import Processes
from tests.bench.report import SUMMED

if TYPE_CHECKING:
    from tests.bench.contenders import Running

SHARE = 0.6  # of the lookups a second that the machine carries
GROWTH_LIMIT = 1.2  # of the p99
WORDS = ("boat", "heights", "shoes", "bees", "rain", "a long walk", "old books")


@dataclass(frozen=True)
class Questions:
    """One kind of questions: an event and its message, with {word} and a new {number} for each."""

    name: str
    event: str
    message: dict[str, str]
    per_second: float


KINDS = (
    Questions("reverse", "my_message", {"command": "reverse", "word": "fond of {word}, number {number}"}, 20),
    Questions("ask", "ask", {"text": "it is my question number {number}: what does {word} mean?"}, 50),
    Questions("definition", "my_message", {"command": "definition", "word": "{word}"}, 50),
)


def main() -> None:
    """Measure in several rounds, and print the p99 beside each kind of questions and beside none."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.beside", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="rounds for the medians")
    parser.add_argument("--seconds", type=float, default=4.0, help="measured time of each load")
    options = parser.parse_args()
    p99: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder, Processes(Path(folder)) as processes:
        running = start_wordwire(processes)
        capacity = run_load(running, FULL_LOAD, seconds=options.seconds)["lookups_per_s"]
        for number in range(1, options.rounds + 1):
            for kind in (None, *KINDS):
                figures = measure(running, kind, capacity, options.seconds)
                name = f"{kind.per_second:g} {kind.name} a second" if kind else "none"
                p99.setdefault(name, []).append(figures["p99_ms"])
                print(f"round {number}: {name}: {figures}", file=sys.stderr, flush=True)
    print(as_markdown({name: statistics.median(each) for name, each in p99.items()}))


def measure(running: Running, kind: Questions | None, capacity: float, seconds: float) -> Figures:
    """Return the figures of lookups beside questions of a kind, if any."""
    beside = kind and {"event": kind.event, "message": kind.message, "words": WORDS, "rate": kind.per_second}
    figures = run_load(running, open_case(SHARE, capacity), seconds=seconds, beside=beside)
    failed = sum(figures[name] for name in SUMMED)
    names = ("lookups_per_s", "p50_ms", "p99_ms", "others_cores", "answered_beside")
    return {name: figures[name] for name in names} | {"failed": failed}


def as_markdown(p99: dict[str, float]) -> str:
    """Return the medians as a Markdown table; the first is that without questions."""
    alone = next(iter(p99.values()))
    rows = [f"| {name} | {ms:.2f} | {ms / alone:.2f}x |" for name, ms in p99.items()]
    head = ["| questions | p99 of lookups, ms | ratio |", "|---|--:|--:|"]
    return "\n".join([*head, *rows, "", f"The ratio must be at most {GROWTH_LIMIT}x."])


if __name__ == "__main__":
    main()
