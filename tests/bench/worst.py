"""Measures the worst case of every command: the slowest of many generated inputs, in a worker's code.

$ python -m tests.bench.worst --inputs 50000 pattern similarity
"""

from __future__ import annotations

import argparse
import heapq
import json
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shared.catalog import BY_NAME, COMMANDS
from shared.errors import WordwireError
from shared.messages import encode
from shared.settings import read_settings
from tests.bench.processes import REPOSITORY
from tests.bench.report import machine
from tests.bench.worst_inputs import Inputs, shown
from workers.answers import answer
from workers.commands.table import prepare
from workers.wordnet.snapshot import open_lexicon

if TYPE_CHECKING:
    from shared.command import Command
    from shared.messages import Question
    from workers.wordnet.lexicon import Lexicon

LIMIT_MS = 20.0  # of a lookup; docs/reliability.md
SUSPECT_MS = 5.0  # measured again, because another process may have had the processor's caches
TRIES = 3
KEPT = 10  # of the slowest inputs


def main() -> int:
    """Measure the commands and print one line each; return 1 if an input takes longer than the limit."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.worst", description=__doc__)
    parser.add_argument("commands", nargs="*", metavar="command", help="all by default")
    parser.add_argument("--inputs", type=int, default=50_000, help="for each command")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=REPOSITORY / "bench-results", help="folder for results")
    options = parser.parse_args()
    lexicon = open_lexicon(Path(read_settings().data_dir))
    prepare(lexicon)
    results: dict[str, Any] = {"machine": machine(), "inputs": options.inputs, "seed": options.seed}
    options.out.mkdir(parents=True, exist_ok=True)
    is_bounded = True
    for command in [BY_NAME[name] for name in options.commands] or COMMANDS:
        results[command.name] = measure(lexicon, command, options.inputs, options.seed)
        slowest_ms, question = results[command.name]["slowest"][0]
        is_bounded &= slowest_ms <= LIMIT_MS
        print(f"{command.name:<16} {slowest_ms:8.2f} ms  {question}", flush=True)
        (options.out / "worst.json").write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n")
    return 0 if is_bounded else 1


def measure(lexicon: Lexicon, command: Command, inputs: int, seed: int) -> dict[str, Any]:
    """Return the median time and the slowest inputs of a command, in milliseconds of the processor."""
    times: list[float] = []
    slowest: list[tuple[float, str]] = []
    for question in Inputs(lexicon, seed).questions(command, inputs):
        took = cpu_ms(lexicon, question)
        if took > SUSPECT_MS:
            took = min(took, *(cpu_ms(lexicon, question) for _ in range(TRIES - 1)))
        times.append(took)
        (heapq.heappushpop if len(slowest) == KEPT else heapq.heappush)(slowest, (took, shown(question)))
    return {
        "median_ms": round(sorted(times)[len(times) // 2], 4),
        "slowest": [(round(took, 2), question) for took, question in sorted(slowest, reverse=True)],
    }


def cpu_ms(lexicon: Lexicon, question: Question) -> float:
    """Return the processor's time for the answer in milliseconds, as JSON and without the answers' cache."""
    began = time.process_time()
    with suppress(WordwireError):  # a refusal is an answer, too
        encode(answer(lexicon, question))
    return (time.process_time() - began) * 1000


if __name__ == "__main__":
    sys.exit(main())
