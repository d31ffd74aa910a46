"""Measures the worst case of every command and of sentences: the slowest of many inputs, in a worker's code.

$ python -m tests.bench.worst --inputs 50000 pattern similarity ask

Each kind begins with the inputs that were the slowest of 50,000, which are in worst_kept.jsonl; `--keep`
writes the slowest of this run there.
"""

from __future__ import annotations

import argparse
import heapq
import json
import sys
import time
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shared.errors import WordwireError
from shared.messages import encode
from shared.names import LOOKUP_QUEUE, QUESTION_QUEUE
from shared.queues import queue_of
from shared.settings import read_settings
from tests.bench.processes import REPOSITORY
from tests.bench.report import machine
from tests.bench.worst_inputs import KINDS, Inputs, read, shown
from workers.answers import answer
from workers.commands.table import prepare
from workers.wordnet.snapshot import open_lexicon

if TYPE_CHECKING:
    from shared.messages import Question
    from workers.wordnet.lexicon import Lexicon

LIMITS_MS = {LOOKUP_QUEUE: 20.0, QUESTION_QUEUE: 300.0}  # of the processor; docs/reliability.md
SUSPECT_MS = 5.0  # measured again, because another process may have had the processor's caches
TRIES = 3
KEPT = 10  # of the slowest inputs
KEPT_FILE = Path(__file__).with_name("worst_kept.jsonl")
KEPT_IN_FILE = 3  # of each kind
QUICK = 2_000  # inputs; 50,000 of each kind take two hours
SENTENCE = '{"command":"ask","text":"what is a goose?"}'


def main() -> int:
    """Measure each kind of input and print its slowest; return 1 if one takes longer than its limit."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.worst", description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="kind", help=f"of {', '.join(KINDS)}; all by default")
    parser.add_argument("--inputs", type=int, default=QUICK, help="for each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", action="store_true", help=f"write the slowest to {KEPT_FILE.name}")
    parser.add_argument("--out", type=Path, default=REPOSITORY / "bench-results", help="folder for results")
    options = parser.parse_args()
    lexicon = open_lexicon(Path(read_settings().data_dir))
    prepare(lexicon)
    results: dict[str, Any] = {"machine": machine(), "inputs": options.inputs, "seed": options.seed}
    options.out.mkdir(parents=True, exist_ok=True)
    is_bounded = True
    for kind in options.kinds or KINDS:
        results[kind] = measure(lexicon, kind, options.inputs, options.seed)
        slowest_ms, question = results[kind]["slowest"][0]
        is_bounded &= slowest_ms <= LIMITS_MS[queue_of(read(question))]
        print(f"{kind:<16} {slowest_ms:8.2f} ms  {question[:300]}", flush=True)
        (options.out / "worst.json").write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n")
        if options.keep:
            keep(kind, [each for _, each in results[kind]["slowest"][:KEPT_IN_FILE]])
    return 0 if is_bounded else 1


def measure(lexicon: Lexicon, kind: str, inputs: int, seed: int) -> dict[str, Any]:
    """Return the median time and the slowest inputs of a kind, in milliseconds of the processor."""
    times: list[float] = []
    slowest: list[tuple[float, str]] = []
    kept = [read(shown) for shown in kept_inputs().get(kind, ())]
    cpu_ms(lexicon, read(SENTENCE))  # loads the model
    for question in chain(kept, Inputs(lexicon, seed).questions(kind, inputs)):
        took = cpu_ms(lexicon, question)
        if took > SUSPECT_MS:
            took = min(took, *(cpu_ms(lexicon, question) for _ in range(TRIES - 1)))
        times.append(took)
        (heapq.heappushpop if len(slowest) == KEPT else heapq.heappush)(slowest, (took, shown(question)))
    return {
        "median_ms": round(sorted(times)[len(times) // 2], 4),
        "slowest": [(round(took, 2), question) for took, question in sorted(slowest, reverse=True)],
    }


def kept_inputs() -> dict[str, list[str]]:
    """Return the inputs that are kept, by their kind."""
    lines = KEPT_FILE.read_text(encoding="utf-8").splitlines() if KEPT_FILE.exists() else []
    return {
        entry["kind"]: [json.dumps(each) for each in entry["slowest"]] for entry in map(json.loads, lines)
    }


def keep(kind: str, slowest: list[str]) -> None:
    """Write the slowest inputs of a kind to the file of those that are kept."""
    kept = kept_inputs() | {kind: slowest}
    lines = (
        json.dumps({"kind": each, "slowest": [json.loads(one) for one in kept[each]]}, ensure_ascii=False)
        for each in KINDS
        if each in kept
    )
    KEPT_FILE.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def cpu_ms(lexicon: Lexicon, question: Question) -> float:
    """Return the processor's time for the answer in milliseconds, as JSON and without the answers' cache."""
    began = time.process_time()
    with suppress(WordwireError):  # a refusal is an answer, too
        encode(answer(lexicon, question))
    return (time.process_time() - began) * 1000


if __name__ == "__main__":
    sys.exit(main())
