"""Runs one half of a queue's bench: its worker, or the process that asks.

$ REDIS_URL=... BENCH_SECONDS=... python -m tests.bench.queue_layer.run rq work|ask
"""

from __future__ import annotations

import importlib
import sys


def main(queue: str, half: str) -> None:
    """Run one half of the bench of `queue`."""
    module = importlib.import_module(f"tests.bench.queue_layer.on_{queue}")
    getattr(module, half)()


if __name__ == "__main__":
    main(*sys.argv[1:])
