"""The command `wordwire` as people and scripts run it: its output, its exit status, its errors."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from wordwire.command_line import main
from wordwire.completion import OPTIONS

from shared.catalog import COMMANDS
from tests.clients.python.wordwire.conftest import url_of
from tests.stack import Stack
from tests.stack.ports import free_port
from tests.stack.process import CHECKOUT
from tests.stack.waiting import DEADLINE_S

PROGRAM = [sys.executable, "-m", "wordwire"]

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Return a function that returns the exit status, the output and the errors of a command."""
    handler = signal.getsignal(signal.SIGINT)

    def run(url: str, *arguments: str) -> tuple[int, str, str]:
        monkeypatch.setenv("WORDWIRE_URL", url)
        try:
            status = main(arguments)
        except SystemExit as end:
            status = int(end.code or 0)
        return status, *capsys.readouterr()

    yield run
    signal.signal(signal.SIGINT, handler)


def environ(url: str) -> dict[str, str]:
    """Return the environment of a separate process for a server."""
    return os.environ | {"PYTHONPATH": str(CHECKOUT / "clients" / "python"), "WORDWIRE_URL": url}


@pytest.mark.parametrize(
    ("arguments", "output"),
    [
        (("define", "serendipity"), "good luck in making unexpected and fortunate discoveries\n"),
        (("lemmatizer", "geese", "--pos", "n"), "goose\n"),
        (("synonyms", "ice", "cream"), "ice_cream\nicecream\n"),
        (("synonyms", "big", "--where", "letters=5", "--where", "starts=l"), "large\n"),
        (("pronunciation", "colonel"), "ipa: ˈkɝnəl\n"),
        (("similarity", "cat", "dog"), "path: 0.2\n"),
        (("ask", "what's", "the opposite of hot?"), "The opposite of hot: cold."),
    ],
)
def test_an_answer_is_printed(run: Run, stack: Stack, arguments: tuple[str, ...], output: str) -> None:
    status, out, err = run(stack.gateway.url, *arguments)

    assert (status, err) == (0, "")
    assert out.startswith(output)


def test_fields_stand_below_the_one_that_holds_them(run: Run, stack: Stack) -> None:
    _, difference, _ = run(stack.gateway.url, "difference", "affect", "effect")
    _, similarity, _ = run(stack.gateway.url, "similarity", "cat", "dog")

    assert difference.startswith("words:\n  - word: affect\n    senses:\n      - sense: 1\n        pos: v\n")
    assert difference.endswith("\nrelations:\n  - relation: homophones\n  - relation: spelling\n")
    assert "\n    synonyms: cat, true_cat\n" in similarity
    assert "\nhypernym:\n  words: carnivore\n" in similarity


def test_json_is_the_whole_reply_before_or_after_the_command(run: Run, stack: Stack) -> None:
    before, out, _ = run(stack.gateway.url, "--json", "lemmatizer", "geese")
    after, same, _ = run(stack.gateway.url, "lemmatizer", "geese", "--json")

    assert before == after == 0
    reply = json.loads(out)
    assert (reply["option"], reply["response"]) == ("lemmatizer", '["goose"]')
    assert reply | {"id": ""} == json.loads(same) | {"id": ""}


def test_nothing_found_is_a_status_with_guesses(run: Run, stack: Stack) -> None:
    status, out, err = run(stack.gateway.url, "synonyms", "happpy")

    assert (status, out) == (1, "")
    assert err.startswith("Nothing found. Did you mean happy, ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("difference", "affect"), "wordwire: `word2` is missing or empty.\n"),
        (("define", "x", "--url", "example.com"), "wordwire: The URL must look like http://HOST:PORT, "),
        (("synonyms", "big", "--where", "letters"), "usage: "),
        (("no_such_command",), "usage: "),
    ],
)
def test_a_wrong_question_has_a_status(
    run: Run, stack: Stack, arguments: tuple[str, ...], message: str
) -> None:
    status, out, err = run(stack.gateway.url, *arguments)

    assert (status, out) == (2, "")
    assert err.startswith(message)


def test_a_server_that_is_not_there_has_a_status(run: Run) -> None:
    url = f"http://127.0.0.1:{free_port()}"
    message = f"{url} can't be reached: nothing listens there."

    assert run(url, "define", "word") == (3, "", f"wordwire: {message}\n")
    status, out, err = run("http://127.0.0.1:1", "define", "word", "--json", "--url", url)
    assert (status, err) == (3, "")
    assert json.loads(out) == {"error": {"code": "unreachable", "message": message, "retry_after": None}}


def test_ctrl_c_ends_a_waiting_command_without_a_traceback(silent: socket.socket) -> None:
    command = subprocess.Popen(
        [*PROGRAM, "define", "word"], env=environ(url_of(silent)), stdout=-1, stderr=-1, text=True
    )
    with command:
        connection, _ = silent.accept()
        command.send_signal(signal.SIGINT)
        out, err = command.communicate(timeout=DEADLINE_S)
        connection.close()

    assert (command.returncode, out, err) == (-signal.SIGINT, "", "")


def test_a_reader_that_has_read_enough_is_no_error(stack: Stack) -> None:
    program = f"{sys.executable} -m wordwire hyponyms person | true"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", program],
        env=environ(stack.gateway.url),
        capture_output=True,
        text=True,
        timeout=DEADLINE_S,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_help_names_every_command_and_option_and_completion_completes_them(run: Run) -> None:
    _, out, _ = run("", "--help")
    _, script, _ = run("", "completion")
    _, options, _ = run("", "define", "--help")

    for command in (*(command.name for command in COMMANDS), "ask", "completion"):
        assert re.search(rf"^    {command}\b", out, re.MULTILINE), command
        assert re.search(rf"[\" ]{command}[\" ]", script), command
    assert set(re.findall(r"--[a-z]+", options)) == set(OPTIONS)
