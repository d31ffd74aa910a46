"""An answer, with all that its sentence needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from workers.english.wording.sentences import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Sense
    from workers.english.understood import Understood


class Answer(NamedTuple):
    """The answer to `asked`: the list that the command found, and its senses.

    `word` and `other` are the terms as typed.
    """

    asked: Understood
    word: str
    found: Sequence[Any]
    senses: Sequence[Sense] = ()
    other: str = ""

    def say(self, key: str, **values: Any) -> str:
        """Return a sentence with the terms and these values in its places."""
        return say(key, **{"word": self.word, "other": self.other, **values})
