"""The gateway's process: monkey patch, settings, start. `python -m gateway`, set up by the environment."""

# ruff: noqa: E402, I001  # nothing may be imported before it is patched, or hiredis and locks block the loop
import warnings

warnings.filterwarnings("ignore", message="\nEventlet is deprecated")  # known, and behind gateway/serving.py
from selectors import DefaultSelector  # the real one, which eventlet replaces

import eventlet
from eventlet.support import greendns

eventlet.monkey_patch()

import gc
import sys

from gateway.app import build
from gateway.serving import serve
from shared import logs
from shared.errors import SettingsError
from shared.settings import masked, read_settings

import logging

log = logging.getLogger("gateway")

HELP = """usage: python -m gateway

Serves Wordwire's Socket.IO clients on HOST:PORT. Every setting is an environment variable;
docs/settings.md lists them. Workers (python -m workers) answer the lookups, Redis carries them.
"""


def main(arguments: list[str]) -> int:
    """Run the gateway until it is told to stop; returns the exit code."""
    if arguments:
        print(HELP)
        return 0 if arguments[0] in {"-h", "--help"} else 2
    try:
        settings = read_settings()
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    _forget_addresses()
    logs.configure(settings.log_level, settings.log_format)
    log.info("starting", extra=masked(settings))
    if not settings.auth_secret:
        log.warning("anybody may connect; set AUTH_SECRET to ask for tokens")
    gateway = build(settings, DefaultSelector())
    # What was made by now lives as long as this process: to look through it for garbage again and again would
    # stop every client for 40 ms each time.
    gc.collect()
    gc.freeze()
    try:
        serve(settings, gateway)
    except OSError as error:
        log.error("can't serve; is HOST right and PORT free?", extra={"reason": str(error)})
        return 1
    return 0


class _ForgetfulResolver(greendns.ResolverProxy):
    """eventlet's, but each connection asks DNS anew.

    It would keep an address for as long as DNS allows, and Docker allows ten minutes; a Redis that moved to
    another host has another one at once.
    """

    def clear(self) -> None:
        """Begin anew, as the first question does."""
        super().clear()
        self._resolver.cache = None


def _forget_addresses() -> None:
    greendns.resolver = _ForgetfulResolver(hosts_resolver=greendns.HostsResolver())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
