"""Several terms in one question: "ice cream hot dog" in one piece of text, or one command for each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from shared.catalog import BY_NAME
from workers.commands.term import Term
from workers.commands.word_facts.existence import right_forms
from workers.commands.word_facts.usage_marks import MARKED_WORDS
from workers.english.term_finder import literal
from workers.english.term_runs import FRAME
from workers.english.understood import Understood

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workers.english.reader import Reading
    from workers.english.term_finder import AskedTerm, TermFinder

# Between two terms of which the same is asked: "plural of sheep and deer", "does there sound like their?"
_JOINT: Final = re.compile(
    r"\W+(?:(?:and|or|also|plus)\W+|(?:sounds?|pronounced)\W+(?:(?:the|same|just|exactly)\W+)*(?:like|as)\W+)?",
    re.IGNORECASE,
)
# A further term of an enumeration: “"thief", "wolf" and "roof"”.
_NEXT: Final = re.compile(
    r"[\"'”]?(?:,? and |, ?)(?:[\"'“](?P<quoted>[^\"'”]+)(?=[\"'”])|(?P<word>[\w'-]{2,}))"
)
_MOST_LISTED: Final = 5  # terms of one question
# A question with two words alone.
_EITHER: Final = re.compile(
    r"(?:(?:is it|is the|which (?:one )?is|do (?:you|i)|should i|correct|right|spell|spelled|spelt|spelling"
    r"|write)[,:]? )*[\"'“]?([\w'-]+?)[\"'”]?,? or [\"'“]?([\w'-]+?)[\"'”]?[ ?.!]*",
    re.IGNORECASE,
)
_COMMA: Final = re.compile(r" ?, ?")
_AND: Final = re.compile(r" and ", re.IGNORECASE)


def parts(text: str) -> Iterator[list[str]]:
    """Yield the two sides of each comma, then of each "and"."""
    for match in (*_COMMA.finditer(text), *_AND.finditer(text)):
        sides = [text[: match.start()], text[match.end() :]]
        if all(sides):
            yield sides


def halves(text: str) -> Iterator[list[str]]:
    """Yield pairs of halves, the most even first: "ice cream hot dog" does not start with "ice" alone."""
    words = text.split()
    for at in sorted(range(1, len(words)), key=lambda at: abs(2 * at - len(words))):
        yield [" ".join(words[:at]), " ".join(words[at:])]


def pair_in(finder: TermFinder, text: str) -> tuple[AskedTerm, AskedTerm] | None:
    """Return two known terms that are together the whole of `text`, or None."""
    for one, other in (*parts(text), *halves(text)):
        first, second = finder.term(one), finder.term(other)
        if first and second:
            return first, second
    return None


def one_or_other(finder: TermFinder, text: str) -> Understood | None:
    """Return the question of "lose or loose?": both are words, which differ, or only one is spelt right.

    Two little words, as in "who or whom?", make a question of grammar.
    """
    match = _EITHER.fullmatch(text)
    terms = [term for word in match.groups() if (term := finder.term(word))] if match else []
    right = _right(finder, terms)
    if len(right) == 1:
        return Understood("spelling", right[0])
    shown = {term.shown for term in right}
    is_of_grammar = all(term.note for term in right) and "'" not in "".join(shown)
    return Understood("difference", right[0], right[1]) if len(shown) > 1 and not is_of_grammar else None


def _right(finder: TermFinder, terms: Sequence[AskedTerm]) -> list[AskedTerm]:
    """Return those of `terms` that are no wrong forms, as sheeps is."""
    return [term for term in terms if not (term.name and right_forms(Term(finder.lexicon, term.name)))]


def fitting(
    finder: TermFinder, command: str, term: AskedTerm | None, term2: AskedTerm | None
) -> tuple[str, AskedTerm | None, AskedTerm | None]:
    """Return the command that two terms are rather meant for, and the terms as it takes them."""
    term, term2 = _as_taken(finder, command, term, term2)
    if command == "is_a" and term2 and term2.shown in MARKED_WORDS:  # "is queer a slur?"
        return "usage", term, None
    if command == "usage" and term and term.name and right_forms(Term(finder.lexicon, term.name)):
        return "is_word", term, term2  # "can I say sheeps?"
    if command not in ("is_a", "difference", "spelling") or not (term and term2):
        return command, term, term2
    right = _right(finder, (term, term2))
    if len(right) == 1:
        return "spelling", right[0], None  # "which is right, sheafs or sheaves?"
    if term.shown == term2.shown and command != "is_a":
        is_typo = term.typed or term2.typed
        return ("spelling" if is_typo else "pronunciation"), term2 if term.typed else term, None
    return command, term, term2


def _as_taken(
    finder: TermFinder, command: str, term: AskedTerm | None, term2: AskedTerm | None
) -> tuple[AskedTerm | None, AskedTerm | None]:
    """Return the terms as a command takes them: as typed, or both from one piece of text."""
    row = BY_NAME.get(command)
    if command == "spelling" and term2 and not (term and term.name):  # "wierd or weird?"
        return term2, None
    if row and term and row.needs_second_word and not (term.name or term.note):
        return pair_in(finder, term.shown) or (term, term2)
    if row and term and row.is_literal and row.is_about_form and command != "spelling":
        return literal(term), term2
    return term, term2


def questions_on(finder: TermFinder, reading: Reading, understood: Understood, text: str) -> list[Understood]:
    """Return the question on each of joint terms, as in "plural of sheep, deer and ox"."""
    row, one, other = BY_NAME.get(understood.command), reading.span("term"), reading.span("term2")
    takes_one = (
        row and row.needs_word and not (row.needs_second_word or row.needs_model or row.name == "rhymes")
    )
    if not (takes_one and one and understood.term):
        return [understood]
    terms, end = [understood.term], one.end
    if other and understood.term2 and _JOINT.fullmatch(text[one.end : other.start]):
        terms, end = [*terms, understood.term2], other.end
    terms += _enumerated(finder, text, end)
    if len(terms) == 1:
        return [understood]
    return [msgspec.structs.replace(understood, term=term, term2=None) for term in terms[:_MOST_LISTED]]


def _enumerated(finder: TermFinder, text: str, end: int) -> list[AskedTerm]:
    """Return the terms of an enumeration that goes on at `end`: all in quotes, or at least two.

    Without quotes, they are the last words of the text: "plural of mouse, please" has one term.
    """
    found: list[re.Match[str]] = []
    while (match := _NEXT.match(text, end)) and (match["quoted"] or not (found and found[0]["quoted"])):
        found.append(match)
        end = match.end()
    words = [match["word"] for match in found if match["word"]]
    is_last = len(found) > 1 and not text[end:].strip(" ?!.") and FRAME.isdisjoint(words)
    if words and not is_last:
        return []
    spans = [match.span("word" if match["word"] else "quoted") for match in found]
    return [term for span in spans if (term := finder.in_span(text, *span))]
