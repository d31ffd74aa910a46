"""The completion of the command `wordwire` in bash, and in zsh by its `bashcompinit`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

OPTIONS = ("--url", "--json", "--pos", "--form", "--sentence", "--where", "--help")

SCRIPT = """\
if [ -n "${ZSH_VERSION-}" ]; then autoload -U +X compinit bashcompinit && compinit && bashcompinit; fi
_wordwire() {
    local current=${COMP_WORDS[COMP_CWORD]} words=""
    if [ "$COMP_CWORD" = 1 ]; then
        words="%(commands)s"
    elif [ "${current#-}" != "$current" ]; then
        words="%(options)s"
    fi
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -F _wordwire wordwire"""


def bash_completion(commands: Iterable[str]) -> str:
    """Return the script that a shell evaluates."""
    return SCRIPT % {"commands": " ".join(commands), "options": " ".join(OPTIONS)}
