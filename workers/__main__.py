"""Starts a worker: `python -m workers`, configured by environment variables."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from shared import logs
from shared.errors import SettingsError, WordNetMissing
from shared.redis_client import is_of_cluster
from shared.settings import masked, read_settings
from shared.version import build_of
from workers.app import run
from workers.processes import Damaged
from workers.wordnet.snapshot import open_lexicon

log = logging.getLogger("workers")

HELP = """usage: python -m workers

Answers lookups from the queue, with all of WordNet in memory. Every setting is an environment
variable; docs/settings.md lists them. Gateways (python -m gateway) put the lookups there.
"""

# Its commands with the keys of several queues would fail, one by one.
OF_A_CLUSTER = "Redis is part of a cluster, which Wordwire does not support; use one Redis, or Sentinels."


def main(arguments: list[str]) -> int:
    """Run the worker until a signal stops it; returns the exit code."""
    if arguments:
        print(HELP)
        return 0 if arguments[0] in {"-h", "--help"} else 2
    try:
        settings = read_settings()
        logs.configure(settings.log_level, settings.log_format)
        log.info("starting", extra=masked(settings))
        if any(map(is_of_cluster, {settings.broker_url, settings.socketio_queue_url})):
            print(OF_A_CLUSTER, file=sys.stderr)
            return 2
        lexicon = open_lexicon(Path(settings.data_dir))
        log.info("loaded the lexicon", extra=build_of(settings))
    except (SettingsError, WordNetMissing) as error:
        print(error, file=sys.stderr)
        return 2
    try:
        return run(settings, lexicon)
    except Damaged:
        # As the same process, which nobody needs to watch and start.
        return os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 (this program)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
