"""`python -m tools.train.measure`: models/reader.onnx's speed on one thread, and the memory of a fork."""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path

import numpy as np
import onnxruntime

from tools.train.sentences import FOLDER

SHAPES = ((1, 16), (1, 24), (8, 20), (32, 20), (1, 300))  # sentences, pieces each
ROUNDS = 50


def main(arguments: list[str]) -> int:
    """Print the table; return 0."""
    path = Path(arguments[0]) if arguments else FOLDER.parent / "reader.onnx"
    print(f"before the session: {memory()}")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    print(f"with the session: {memory()}", flush=True)
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    for sentences, pieces in SHAPES:
        numbers = np.full((sentences, pieces), 2_000, np.int64)
        given = {"numbers": numbers, "segments": np.zeros_like(numbers)}
        times_ms = []
        for _ in range(ROUNDS):
            started = time.perf_counter()
            session.run(None, given)
            times_ms.append((time.perf_counter() - started) * 1000 / sentences)
        print(
            f"{sentences:>3} x {pieces:<3} pieces: {statistics.median(times_ms):.2f} ms a sentence "
            f"(fastest {min(times_ms):.2f}); a process forked after the session: {memory()}",
            flush=True,
        )
    os._exit(0)


def memory() -> str:
    """Return the private and the whole resident memory of this process."""
    rows = Path("/proc/self/smaps_rollup").read_text().splitlines()
    kib = {row.split(":")[0]: int(row.split()[1]) for row in rows if row.endswith("kB")}
    private = kib["Private_Clean"] + kib["Private_Dirty"]
    return f"{private / 1024:.0f} MB private, {kib['Rss'] / 1024:.0f} MB resident"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
