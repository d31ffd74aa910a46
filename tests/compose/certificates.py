"""Certificates for tests: an authority's root, and a certificate of it that is due for renewal in seconds."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LIFETIME = timedelta(days=90)
NEW_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
# `openssl ca` is the only command of every version of OpenSSL that sets both dates, and reads the rest here.
AUTHORITY = """[ca]
default_ca = ours
[ours]
database = index.txt
new_certs_dir = .
policy = any
copy_extensions = copy
default_md = sha256
rand_serial = yes
[any]
commonName = supplied
"""


def make_root(folder: Path) -> None:
    """Write the authority's own certificate, and a key that any user may read."""
    named = ("-days", "2", "-subj", "/CN=a root for tests", "-addext", "basicConstraints=critical,CA:TRUE")
    use = ("-addext", "keyUsage=critical,keyCertSign,cRLSign")
    openssl(folder, "req", "-x509", *NEW_KEY, *named, *use, "-keyout", "root.key", "-out", "root.pem")
    (folder / "root.key").chmod(0o644)


def make_due(folder: Path, host: str, seconds: float) -> tuple[str, str]:
    """Return a certificate for `host` and its key, as PEM; it has a third of its life left in `seconds`."""
    ends = datetime.now(UTC) + timedelta(seconds=seconds) + LIFETIME / 3
    dates = ("-startdate", f"{ends - LIFETIME:%Y%m%d%H%M%SZ}", "-enddate", f"{ends:%Y%m%d%H%M%SZ}")
    named = ("-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}")
    (folder / "ca.conf").write_text(AUTHORITY)
    (folder / "index.txt").write_text("")
    openssl(folder, "req", "-new", *NEW_KEY, *named, "-keyout", "due.key", "-out", "due.csr")
    root = ("-cert", "root.pem", "-keyfile", "root.key", "-config", "ca.conf")
    openssl(folder, "ca", "-batch", "-notext", *root, *dates, "-in", "due.csr", "-out", "due.pem")
    return (folder / "due.pem").read_text(), (folder / "due.key").read_text()


def openssl(folder: Path, *arguments: str) -> None:
    """Run `openssl` in `folder`; fail with its error message."""
    done = subprocess.run(
        ("openssl", *arguments), cwd=folder, capture_output=True, text=True, timeout=30, check=False
    )
    assert done.returncode == 0, done.stderr
