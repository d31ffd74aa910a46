"""Schemathesis tries to prove the OpenAPI document wrong, with good and with bad requests."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.stack import GatewayProcess

# Random requests of each kind for an operation. With EXAMPLES, 6,000 systematic ones come before them, which
# take a minute.
EXAMPLES = os.environ.get("EXAMPLES", "")
QUICK = "examples,fuzzing"
SEED = os.environ.get("SEED", "1")  # the same requests in every run, so that a failure can be repeated
WITHIN_SECONDS = 3600.0


def test_every_check_of_schemathesis_passes(
    programs: Path, unlimited: GatewayProcess, tmp_path: Path, figures: Callable[[str], None]
) -> None:
    options = ["--checks", "all", "--seed", SEED, "--no-color"]
    options += ["--max-examples", EXAMPLES] if EXAMPLES else ["--max-examples", "2", "--phases", QUICK]
    done = subprocess.run(
        [programs / "schemathesis", "run", f"{unlimited.url}/v1/openapi.json", *options],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=WITHIN_SECONDS,
        check=False,
    )
    figures(" ".join(done.stdout.split()[-40:]))

    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
    assert "Traceback" not in unlimited.log()
