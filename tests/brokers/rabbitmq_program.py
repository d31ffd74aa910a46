"""Fetches and unpacks Debian's RabbitMQ, without root and without installing it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from tests.stack.process import CHECKOUT
from workers.wordnet.debian_packages import unpack_packages

CACHE: Final = CHECKOUT / ".cache" / "rabbitmq"
_ERLANG: Final = (
    "base", "asn1", "crypto", "eldap", "inets", "mnesia", "os-mon", "parsetools", "public-key",
    "runtime-tools", "ssl", "syntax-tools", "tools", "xmerl",
)  # fmt: skip
PACKAGES: Final = ("rabbitmq-server", *(f"erlang-{name}" for name in _ERLANG))

# Debian's `erl` expects Erlang in its installed place.
_ERL: Final = """#!/bin/sh
export ROOTDIR="{root}" BINDIR="{binaries}" EMU=beam PROGNAME=erl
exec "$BINDIR/erlexec" "$@"
"""


class RabbitMQProgram:
    """The paths of the unpacked parts, and the environment in which they find each other."""

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
        """The variables that every process of this RabbitMQ needs."""
        path = [str(self._launchers), str(self._binaries), os.environ["PATH"]]
        return {"PATH": os.pathsep.join(path), "LD_LIBRARY_PATH": os.pathsep.join(self._libraries)}


def find_rabbitmq() -> RabbitMQProgram:
    """Return the RabbitMQ that an earlier call unpacked, or fetch it now; raises PackagesUnavailable."""
    if not CACHE.exists():
        print("Fetching Debian's rabbitmq-server (no root needed) ...", file=sys.stderr, flush=True)
        unpack_packages(PACKAGES, CACHE)
    return RabbitMQProgram(CACHE)
