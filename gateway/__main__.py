"""Starts a gateway: monkey patch, settings, serve. Run `python -m gateway`; the environment configures it."""

# ruff: noqa: E402  # patch before any other import, or hiredis and locks block the loop
import warnings

# We know; that is why only this file and gateway/serving.py import it.
warnings.filterwarnings("ignore", message="\nEventlet is deprecated")
from selectors import DefaultSelector  # the real one, which eventlet replaces

import eventlet
from eventlet.support import greendns

eventlet.monkey_patch()

import gc
import logging
import sys

from gateway.app import build
from gateway.serving import serve
from shared import logs
from shared.errors import SettingsError
from shared.settings import masked, read_settings
from shared.version import VERSION

log = logging.getLogger("gateway")

HELP = """usage: python -m gateway

Serves Wordwire's Socket.IO clients on HOST:PORT. Every setting is an environment variable;
docs/settings.md lists them. Workers (python -m workers) answer the lookups, Redis carries them.
"""


def main(arguments: list[str]) -> int:
    """Run the gateway until a signal stops it; return the exit code."""
    if arguments:
        print(HELP)
        return 0 if arguments[0] in {"-h", "--help"} else 2
    try:
        settings = read_settings()
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    _disable_dns_cache()
    logs.configure(settings.log_level, settings.log_format)
    log.info("starting", extra={"version": VERSION, **masked(settings)})
    if not settings.auth_secret:
        log.warning("anybody may connect; set AUTH_SECRET to require tokens")
    gateway = build(settings, DefaultSelector())
    # Everything made so far lives as long as the process. Without the freeze, each garbage collection would
    # search it again and stop every client for 40 ms.
    gc.collect()
    gc.freeze()
    try:
        serve(settings, gateway)
    except OSError as error:
        log.error("can't serve; is HOST right and PORT free?", extra={"reason": str(error)})
        return 1
    return 0


class _UncachedResolver(greendns.ResolverProxy):
    """eventlet's resolver without its cache, so that each new connection asks DNS again.

    The cache would keep an address for as long as DNS allows, which is ten minutes in Docker, but a Redis
    that moves to another host has a new address at once.
    """

    def clear(self) -> None:
        """Reset the resolver, as eventlet does before its first query, and remove the cache."""
        super().clear()
        self._resolver.cache = None


def _disable_dns_cache() -> None:
    greendns.resolver = _UncachedResolver(hosts_resolver=greendns.HostsResolver())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
