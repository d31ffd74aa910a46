"""The client for ordinary code, in one thread or several, and the end of a program that closes nothing."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from wordwire import Wordwire

from tests.stack import Stack
from tests.stack.process import CHECKOUT
from tests.stack.waiting import DEADLINE_S, wait_until

SERENDIPITY = ["good luck in making unexpected and fortunate discoveries"]


def threads() -> list[threading.Thread]:
    """Return the running threads of clients."""
    return [thread for thread in threading.enumerate() if thread.name == "wordwire"]


def test_it_defines_looks_up_and_asks(stack: Stack) -> None:
    with Wordwire(stack.gateway.url) as wordwire:
        assert wordwire.define("serendipity") == SERENDIPITY
        assert wordwire.look_up("lemmatizer", "geese", pos="n") == ["goose"]
        assert wordwire.ask("what's the opposite of hot?")[0] == "cold"


def test_threads_share_a_client(stack: Stack) -> None:
    with Wordwire(stack.gateway.url) as wordwire, ThreadPoolExecutor(8) as pool:
        assert list(pool.map(wordwire.define, ["serendipity"] * 40)) == [SERENDIPITY] * 40


def test_a_closed_client_says_so_and_leaves_no_thread(stack: Stack) -> None:
    with Wordwire(stack.gateway.url) as wordwire:
        wordwire.define("serendipity")
    wordwire.close()

    with pytest.raises(RuntimeError, match="was closed"):
        wordwire.define("serendipity")
    wait_until(lambda: not threads(), "the client's thread to end")


def test_a_client_that_nobody_holds_closes_itself(stack: Stack) -> None:
    assert Wordwire(stack.gateway.url).define("serendipity") == SERENDIPITY
    wait_until(lambda: not threads(), "the client's thread to end")


def test_a_program_that_closes_nothing_ends_quietly(stack: Stack) -> None:
    program = "import sys, wordwire; w = wordwire.Wordwire(sys.argv[1]); print(w.define('geese')[0])"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program, stack.gateway.url],
        cwd=CHECKOUT / "clients" / "python",
        capture_output=True,
        text=True,
        timeout=DEADLINE_S,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("web-footed")
