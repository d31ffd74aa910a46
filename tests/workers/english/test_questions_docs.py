"""Every example of docs/asking.md is understood as the page promises."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.workers.questions import Chat

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

PAGE = Path(__file__).parents[3] / "docs" / "asking.md"


def test_every_line_of_the_table_is_true(lexicon: Lexicon) -> None:
    """A line with "then:" continues the chat; any other line starts a new one."""
    rows = PAGE.read_text().split("| typed | option | word |")[1].split("\n\n")[0].strip().split("\n")[1:]
    chat = Chat(lexicon)
    heard = []
    for row in rows:
        typed = row.split("|")[1].strip()
        if not typed.startswith("then: "):
            chat = Chat(lexicon)
        reply = chat.ask(typed.removeprefix("then: "))
        heard.append(f"| {typed} | {reply.option} | {reply.word} |".replace("|  |", "| |"))

    assert heard == rows
    assert len(rows) > 30
