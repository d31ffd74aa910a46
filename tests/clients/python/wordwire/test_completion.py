"""The completion, in a real bash."""

from __future__ import annotations

import subprocess

import pytest
from wordwire.completion import OPTIONS, bash_completion

from tests.stack.waiting import DEADLINE_S

SCRIPT = bash_completion(["ask", "define", "definition", "synonyms"])


def complete(*words: str) -> list[str]:
    """Return the completions of the last word."""
    quoted = " ".join(f"'{word}'" for word in words)
    given = f"COMP_WORDS=({quoted}) COMP_CWORD={len(words) - 1}"
    program = f"{SCRIPT}\n{given}; _wordwire; echo ${{COMPREPLY[@]}}"
    done = subprocess.run(
        ["bash", "--norc", "-u", "-c", program],
        capture_output=True,
        text=True,
        timeout=DEADLINE_S,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "completions"),
    [
        (("wordwire", ""), ["ask", "define", "definition", "synonyms"]),
        (("wordwire", "def"), ["define", "definition"]),
        (("wordwire", "define", "--"), list(OPTIONS)),
        (("wordwire", "define", "--se"), ["--sentence"]),
        (("wordwire", "define", "se"), []),
    ],
)
def test_a_word_is_completed(words: tuple[str, ...], completions: list[str]) -> None:
    assert complete(*words) == completions
