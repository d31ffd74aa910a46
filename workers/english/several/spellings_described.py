"""Questions for the spelling of something described: "how do you spell the word for a baby swan?".

The model takes the description for the word, or leaves out that the spelling of the word is asked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from workers.commands.descriptions import hopeful, reverse
from workers.commands.term import Term
from workers.english.pieces import plain
from workers.english.reader import Span
from workers.english.term_finder import as_typed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Where
    from workers.english.reader import Reading
    from workers.english.term_finder import AskedTerm, TermFinder
    from workers.english.understood import Understood

# What the model takes such a question for.
_TAKEN_FOR: Final = frozenset(["definition", "out_of_scope", "reverse", "spelling", "unclear"])
_SPELL: Final = re.compile(
    r"\b(?:(?:spell(?:ing)?|how (?:do|does|to|should|would|can) (?:\w+ )?write) (?:of |for |out )?"
    r"(?P<after>[^?!]+)"
    r"|how (?:is|are) (?P<between>[^?!\"“]+?),? (?:spel(?:t|led)|written)\b)",
    re.IGNORECASE,
)
# The word itself behind a description: "the name of the Italian dish, “lasagne”".
_NAMED: Final = re.compile(
    r"(?=.*\b(?:spel|writ))[^\"“]*\b(?:word|name|term)s?\b[^\"“]*(?<!means)(?<!meaning)(?<!for)(?<!of)(?<!like)"
    r" [\"“](?P<word>[^\"”]+)[\"”][^\"“]*",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(
    r"(?:the )?(?:[\w-]+ )?(?:word|name|term|noun|verb|adjective) (?:for|of|meaning|(?:that|which) means) ",
    re.IGNORECASE,
)
# "The bird that …", "someone who …": a noun with more behind it than a name has.
_DESCRIBED: Final = re.compile(
    r"(?:an?|the|some(?:one|body|thing)|people|things?)\b.*"
    r" (?:of|who|that|which|with|for|where|in|when|from|used|you|people)\b",
    re.IGNORECASE,
)
# In front of a condition: "the illness *that* begins with p".
_JOINT: Final = re.compile(r"(?:(?:,| and| but| that| which| it)(?= |$))*\s*$", re.IGNORECASE)
_LIKELY: Final = 0.4  # the least likelihood of a word whose letters are worth reading
_ARTICLE: Final = re.compile(r"^(?:an?|the|to) ", re.IGNORECASE)
_LAST: Final = re.compile(r"[A-Za-z'-]{4,}$")  # it may be misspelt: "a starter, orderves"


def as_described(finder: TermFinder, reading: Reading, text: str) -> Reading:
    """Return the reading; of a question for a spelling, that for the described word and then its spelling."""
    line = plain(text)
    if reading.command in {*_TAKEN_FOR, "translate"} and (named := _NAMED.fullmatch(line)):
        span = Span(named["word"], *named.span("word"))
        return replace(reading, command="spelling", then="", confidence=1.0, spans={"term": [span]})
    found = _SPELL.search(line) if reading.command in _TAKEN_FOR else None
    if found is None or " or " in found[0]:
        return reading
    label = "after" if found["after"] else "between"
    opening = _OPENING.match(found[label])
    start = found.start(label) + (opening.end() if opening else 0)
    conditions = reading.spans.get("condition", [])
    described = _without(line, start, found.end(label), conditions)
    is_described = opening or _DESCRIBED.match(found[label]) or reading.span("description")
    if not (is_described and _is_description(finder, described)):
        return reading
    if reading.command == "out_of_scope" and not word_for(finder, as_typed(described), None):
        return reading
    spans = {"description": [Span(described, start, found.end(label))], "condition": conditions}
    return replace(reading, command="reverse", then="spelling", confidence=1.0, spans=spans, refers="")


def _is_description(finder: TermFinder, text: str) -> bool:
    """Whether a text is no name, and does not end in a word that may be misspelt."""
    is_known = finder.term(_ARTICLE.sub("", text)) is not None
    return " " in text and not is_known and all(map(finder.term, _LAST.findall(text)))


def _without(text: str, start: int, end: int, conditions: Sequence[Span]) -> str:
    """Return a part of a text without the conditions in it, and without what joins them to it."""
    part = text[start:end]
    for each in reversed(conditions):
        if start < each.start < end:
            before, behind = part[: each.start - start], part[each.end - start :]
            part = _JOINT.sub("", before) + behind
    return part.strip(' .,;"“”')


def with_words_found(finder: TermFinder, questions: list[Understood]) -> list[Understood]:
    """Return the questions; for the spelling of something described, with the word for it, or without it."""
    first, *others = questions
    if first.command != "reverse" or first.term is None:
        return questions
    if [(each.command, each.term) for each in others] != [("spelling", first.term)]:
        return questions
    word = word_for(finder, first.term, first.where)
    return [first, replace(others[0], term=word)] if word else [first]


def word_for(finder: TermFinder, described: AskedTerm, where: Where | None) -> AskedTerm | None:
    """Return the word that is likely to fit a description, None if none is."""
    term = Term(finder.lexicon, described.shown, where=where)
    words, least = reverse(term), hopeful(where) if where else _LIKELY
    return finder.term(words[0]) if words and term.matches[0].likelihood >= least else None
