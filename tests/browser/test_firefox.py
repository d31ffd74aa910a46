"""The core paths in Firefox, which Playwright cannot drive: firefox.mjs walks them with Puppeteer."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.other_site import other_site
from tests.clients.node import node_program
from tests.stack.missing import skip_without
from tests.stack.waiting import DEADLINE_S

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.stack import GatewayProcess, Stack

SCRIPT = Path(__file__).with_name("firefox.mjs")
PROGRAMS = ("firefox-esr", "firefox")
FIREFOX = "Firefox (Debian: apt-get install firefox-esr)"
PATHS = 8


def test_readers_with_firefox_can_do_what_matters(
    stack: Stack, add_gateway: Callable[..., GatewayProcess]
) -> None:
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        skip_without(FIREFOX)
    with other_site() as site:
        site.gateway_url = add_gateway(CORS_ALLOWED_ORIGINS=site.origin).url
        done = subprocess.run(
            [node_program(), SCRIPT, program, stack.gateway.url, site.origin],
            capture_output=True,
            text=True,
            timeout=10 * DEADLINE_S,
            check=False,
        )

    assert done.returncode == 0, done.stdout + done.stderr
    results = list(map(json.loads, done.stdout.splitlines()))
    assert [result for result in results if result.get("error")] == []
    assert len(results) == PATHS
