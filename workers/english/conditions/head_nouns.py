"""The head noun of an unknown phrase whose kinds or parts are asked for: "colour" of "horse colour"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from workers.commands.hierarchy import RELATIONS_DOWN

if TYPE_CHECKING:
    from workers.english.term_finder import TermFinder
    from workers.english.understood import Understood

_LISTS: Final = frozenset(["hyponyms", "instances", "meronyms"])


def with_head(finder: TermFinder, asked: Understood) -> Understood:
    """Return the question for the kinds or parts of the head noun, if WordNet lacks the phrase.

    Of its kinds, those come first that come nearest to the words before it.
    """
    term = asked.term
    if asked.command not in _LISTS or asked.typed_command or not term or term.name or term.note:
        return asked
    before, _, last = term.shown.rpartition(" ")
    head = finder.term(last) if before else None
    if not (head and head.name and not head.corrected and finder.lexicon.dictionary_forms(head.name, "n")):
        return asked
    is_class = asked.command in RELATIONS_DOWN
    unread = (*asked.unread, before) if is_class else asked.unread
    command = "hyponyms" if is_class else asked.command
    return replace(asked, command=command, term=replace(head, part_of=term.shown), pos="n", unread=unread)
