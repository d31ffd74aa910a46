"""Help on the commands themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shared.catalog import BY_NAME, COMMANDS

if TYPE_CHECKING:
    from workers.commands.term import Functions, Term


def help_on_commands(term: Term) -> list[dict[str, str]]:
    """Return name, summary and example of the command that `term` names, or else of every command."""
    named = [BY_NAME[term.form]] if term.form in BY_NAME else COMMANDS
    return [
        {"command": command.name, "summary": command.summary, "example": command.example} for command in named
    ]


FUNCTIONS: Final[Functions] = {"help": help_on_commands}
