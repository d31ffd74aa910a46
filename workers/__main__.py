"""A worker's process: settings, WordNet, processes. `python -m workers`, configured by the environment."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from shared import logs
from shared.errors import SettingsError, WordNetMissing
from shared.settings import masked, read_settings
from workers.app import run
from workers.snapshot import open_lexicon

log = logging.getLogger("workers")

HELP = """usage: python -m workers

Answers lookups from the queue, with all of WordNet in memory. Every setting is an environment
variable; docs/settings.md lists them. Gateways (python -m gateway) put the lookups there.
"""


def main(arguments: list[str]) -> int:
    """Run the worker until it is told to stop; returns the exit code."""
    if arguments:
        print(HELP)
        return 0 if arguments[0] in {"-h", "--help"} else 2
    try:
        settings = read_settings()
        logs.configure(settings.log_level, settings.log_format)
        log.info("starting", extra=masked(settings))
        lexicon = open_lexicon(Path(settings.data_dir))
    except (SettingsError, WordNetMissing) as error:
        print(error, file=sys.stderr)
        return 2
    return run(settings, lexicon)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
