"""A message in plain English → one reply to all the questions in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from shared.catalog import BY_NAME
from shared.messages import Context, Question, Reply
from workers.english.questions import Answering
from workers.english.readings import read
from workers.english.several.joined_words import joined as joins
from workers.english.several.parts import parts
from workers.english.talk import UNKNOWN, adding, joined, said
from workers.english.term_finder import term_finder
from workers.english.understanding import UNSURE, plain, understand, usable, without_model
from workers.english.wording.sentences import SENTENCES, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.english.term_finder import AskedTerm, TermFinder
    from workers.english.understood import Understood
    from workers.wordnet.lexicon import Lexicon

_WHY: Final = re.compile(r"(?:^|[.,;?!][\"”]? |\band )why\b(?! not\b)", re.IGNORECASE)
_DECLINED: Final = UNKNOWN | {"grammar"}
_OF_CLAIMS: Final = frozenset(SENTENCES["claim"])
# Answers that give no reason.
_OF_FORMS: Final = frozenset(["inflect", "is_word", "lemmatizer", "pos", "pronunciation", "spelling"])


def answer_question(lexicon: Lexicon, question: Question) -> Reply:
    """Return the reply to the sentence `question.text`; several questions in it get one reply."""
    text, context = plain(question.text or ""), usable(question.context or Context())
    if not text:
        return replace(said("greeting", context), option="unknown")
    finder = term_finder(lexicon)
    if replies := _to_parts(finder, text, context):
        return joined(replies)
    found = understand(finder, read, text, context)
    meant = {"yes": next(iter(context.offers), ""), "complaint": context.other}.get(found[0].command)
    if meant:
        found = understand(finder, read, meant, context)
    reply = joined(_replies(finder, found, context, text))
    tells_why = reply.option not in _OF_FORMS or any(each.key == "article" for each in reply.said or ())
    return adding(reply, sentence("note.why")) if _WHY.search(text) and not tells_why else reply


def _replies(finder: TermFinder, found: Sequence[Understood], before: Context, text: str) -> list[Reply]:
    return [Answering(finder, asked, before, text).reply() for asked in found]


def _to_parts(finder: TermFinder, text: str, before: Context) -> list[Reply]:
    """Return the replies to the parts of a text, each of which knows the reply before it.

    There are none if the first part says nothing alone, or another asks the same and claims no meaning.
    """
    split = parts(text)
    if not split or without_model(finder, text, before) or joins(finder, text, opens=not before.word):
        return []
    known: set[tuple[str, ...]] = set()
    replies: list[Reply] = []
    first: AskedTerm | None = None
    for part in split:
        found = understand(finder, read, part, before)
        asked = set(map(_key, found))
        if replies and _names_list(found[0].term) and not _names_list(first):
            return []  # "what's an antonym?" asks for one of the word before
        first = first or found[0].term
        is_unclear = bool(replies) and (found[0].command in _DECLINED or found[0].confidence < UNSURE)
        if is_unclear:
            replies[-1] = adding(replies[-1], sentence("note.unanswered", part=part.rstrip("?!. ")))
            continue
        if not all(map(_is_clear, found)):
            return []
        answers = _replies(finder, found, before, part)
        if asked & known and not any(map(_claims, answers)):
            return []
        known |= asked
        shown = {reply.text for reply in replies}
        replies += [each for each in answers if each.text not in shown]
        before = replies[-1].context or before
    return replies


def _claims(reply: Reply) -> bool:
    """Whether a reply says if a word has a meaning: "does it mean neat?" asks more than its meaning."""
    return any(said.key in _OF_CLAIMS for said in reply.said or ())


def _names_list(term: AskedTerm | None) -> bool:
    return term is not None and f"{term.name}s" in BY_NAME


def _is_clear(understood: Understood) -> bool:
    row, term = BY_NAME.get(understood.command), understood.term
    if understood.command == "reverse":
        return term is not None and " " in term.shown and understood.confidence >= UNSURE
    is_whole = understood.term2 is not None or (row is not None and not row.needs_second_word)
    is_known = term is not None and bool(term.name or term.note) and understood.command != "grammar"
    return is_whole and is_known and understood.confidence >= UNSURE


def _key(understood: Understood) -> tuple[str, ...]:
    terms = [term.name or term.shown for term in (understood.term, understood.term2) if term]
    return (understood.command, understood.form, *terms)
