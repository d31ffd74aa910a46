"""A question as it was understood."""

from __future__ import annotations

from msgspec import Struct

from shared.messages import Where  # noqa: TC001 (msgspec reads the annotations)
from workers.english.term_finder import AskedTerm  # noqa: TC001 (msgspec reads the annotations)


class Understood(Struct, frozen=True):
    """One question: a command (of the catalog, or of small talk) and its parts.

    `hint` names a sense ("the animal"), and `sense` is its number. `typed_command` is the name of a slash
    command as typed: "define" of "/define happy". `offset` is the number of names of a list that the user has
    seen already. `sentence` holds the term, whose meaning there is asked for. `unread` are conditions on the
    answer that `where` lacks, because no rule reads them; `unmet` are those that no word meets, and `nearest`
    those to which the words of the answer come nearest. `hedge` is how a question puts whether something is a
    kind of something: "not", or a word such as "technically". `superlative` is "longest" or "shortest" if
    only such words are asked for.
    """

    command: str
    term: AskedTerm | None = None
    term2: AskedTerm | None = None
    pos: str | None = None
    form: str = ""
    sense: int = 0
    hint: str = ""
    where: Where | None = None
    unread: tuple[str, ...] = ()
    unmet: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
    sentence: str = ""
    typed_command: str = ""
    hedge: str = ""
    superlative: str = ""
    offset: int = 0
    wanted: int = 0  # how many words the user wants to see; 0: as many as fit in a sentence
    confidence: float = 1.0
    second: str = ""  # the second likeliest command

    def around(self, text: str) -> str:
        """Return a text without the terms: "the difference between opposite and contrary"."""
        for term in (self.term, self.term2):
            text = text.replace(term.typed or term.shown, "") if term else text
        return text
