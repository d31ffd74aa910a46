"""Finds Debian's RabbitMQ, or rather fetches and unpacks it: it needs no root, and nothing is installed."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Final

from tests.stack.process import CHECKOUT
from tools.debian import unpack_packages

CACHE: Final = CHECKOUT / ".cache" / "rabbitmq"
_ERLANG: Final = (
    "base", "asn1", "crypto", "eldap", "inets", "mnesia", "os-mon", "parsetools", "public-key",
    "runtime-tools", "ssl", "syntax-tools", "tools", "xmerl",
)  # fmt: skip
PACKAGES: Final = ("rabbitmq-server", *(f"erlang-{name}" for name in _ERLANG))

# Debian's own `erl` looks for Erlang where it would be installed.
_ERL: Final = """#!/bin/sh
export ROOTDIR="{root}" BINDIR="{binaries}" EMU=beam PROGNAME=erl
exec "$BINDIR/erlexec" "$@"
"""


class RabbitMQProgram:
    """Where the unpacked parts are, and the environment that makes them find each other."""

    def __init__(self, folder: Path) -> None:
        root = folder / "usr" / "lib" / "erlang"
        self._binaries = next(root.glob("erts-*")) / "bin"
        self.server = next(folder.glob("usr/lib/rabbitmq/lib/*/sbin/rabbitmq-server"))
        self.epmd = self._binaries / "epmd"
        self._launchers = folder / "launchers"
        self._launchers.mkdir(exist_ok=True)
        erl = self._launchers / "erl"
        erl.write_text(_ERL.format(root=root, binaries=self._binaries))
        erl.chmod(0o755)
        self._libraries = sorted({str(path.parent) for path in folder.rglob("lib*.so.*")})

    @property
    def environ(self) -> dict[str, str]:
        """What a process of this RabbitMQ must have in its environment."""
        path = [str(self._launchers), str(self._binaries), os.environ["PATH"]]
        return {"PATH": os.pathsep.join(path), "LD_LIBRARY_PATH": os.pathsep.join(self._libraries)}


def find_rabbitmq() -> RabbitMQProgram:
    """Return the RabbitMQ that an earlier call unpacked, or fetch it; raises PackagesUnavailable.

    Built in a folder of its own and moved into place, so a second process never sees half of it.
    """
    if not CACHE.exists():
        print("Fetching Debian's rabbitmq-server (no root needed) ...", file=sys.stderr, flush=True)
        unfinished = CACHE.with_name(f"rabbitmq.{os.getpid()}")
        try:
            unpack_packages(PACKAGES, unfinished)
            unfinished.rename(CACHE)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
    return RabbitMQProgram(CACHE)
