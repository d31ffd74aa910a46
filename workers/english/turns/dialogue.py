"""A question in its conversation: references to the last answer become terms, commands and senses.

`topic_after` is the other side: the topics of the next question.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace

from shared.catalog import BY_NAME
from shared.messages import Context
from workers.commands.term import Term
from workers.commands.word_facts.named_sense import sense_listed
from workers.english.conditions.expressions import ORDINALS, number_of
from workers.english.reader import Reading
from workers.english.term_finder import AskedTerm, as_typed, literal
from workers.english.understood import Understood
from workers.english.wording.offers import as_question
from workers.english.wording.sentences import MOST_LISTED, SENTENCES, sentence
from workers.wordnet.names.spelled import readable, spelled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Match
    from workers.english.term_finder import TermFinder

MOST_SHOWN: Final = 10  # names of a list that "the third one" can refer to
_ABOUT_THE_FIRST: Final = frozenset(["is_a", "rhymes", "anagram"])  # of two words
# List → the question whether a word belongs to it.
_LISTED_AS: Final = {"anagram": "anagram", "rhymes": "rhymes", "synonyms": "difference"}
_SEVERAL: Final = re.compile(r"\b(first|last) (two|three|four|[2-4])\b")
_NUMBER: Final = re.compile(r"(\d\d?)|the ([a-z]+)(?: one)?")  # "1066" is a term


def resolve(finder: TermFinder, reading: Reading, understood: Understood, context: Context) -> Understood:
    """Return `understood` with its references to the last answer resolved."""
    understood = _of_answer(finder, reading, understood, context)
    if understood.command in ("more", "repeat"):
        offset = context.more if understood.command == "more" else 0
        return _again(finder, context, offset) or understood
    if understood.sense and understood.command not in BY_NAME and context.word:  # "the second meaning"
        return Understood("definition", finder.term(context.word), pos=context.pos, sense=understood.sense)
    if understood.command in SENTENCES["small_talk"]:
        return understood
    term, term2 = _terms(finder, reading, understood, context)
    if term and understood.command == "is_word" and not understood.term:  # "really?", after "is alot a word"
        term = literal(term)
    sense = understood.sense
    if term and understood.term is None and not (sense or understood.pos or understood.hint):
        sense = _sense_kept(finder, reading, understood, term, context)
    follows = reading.refers == "question" and understood.command == context.command
    is_kept = follows or reading.refers == "sense" or (sense > 0 and term and term.shown == context.word)
    # A word that is never used so, as *heavily* after the noun *light*, is meant as it is.
    is_other = context.pos and term and term.name and not finder.lexicon.synsets(term.name, context.pos)
    is_kept = is_kept and not (is_other and context.command != "derivations")
    pos = understood.pos or (context.pos if is_kept else None)
    form = understood.form or (context.form if follows else "")
    return replace(understood, term=term, term2=term2, pos=pos, form=form, sense=sense)


def _of_answer(finder: TermFinder, reading: Reading, asked: Understood, context: Context) -> Understood:
    """Return the meaning of a turn after words for a description (yes, or other words), or after a list."""
    command, row, listed_as = asked.command, BY_NAME.get(context.command), _LISTED_AS.get(context.command)
    is_also = command == listed_as and context.word2 and reading.refers == "question"  # "with staff?"
    if listed_as and (command == "is_a" or is_also) and asked.term and not asked.term2:  # "is enlist one?"
        return replace(asked, command=listed_as, term=_topic(finder, context.word), term2=asked.term)
    one, *others = context.shown or ("",)
    if reading.refers == "sense" and command not in BY_NAME and len(others) == 1:  # "the other one"
        return Understood("definition", _topic(finder, others[0] if context.word == one else one))
    is_list = row and row.is_list and context.shown and (context.where or not context.other)
    if command == "complaint" and is_list:
        return replace(asked, command="more")
    second = BY_NAME.get(reading.second)
    is_empty = command == "reverse" and not (asked.term or asked.where or (second and second.needs_word))
    if context.command != "reverse" or not (is_empty or command in ("yes", "no", "complaint")):
        return asked
    is_yes = "yes" in (command, reading.second if is_empty else "")
    return replace(asked, command="definition" if is_yes else "more", confidence=1.0)


def _sense_kept(
    finder: TermFinder, reading: Reading, understood: Understood, term: AskedTerm, context: Context
) -> int:
    """Return the number of the sense in which the last answer was about `term`, or listed it; or else 0."""
    number = _number(reading)
    if context.command == "reverse" and term.shown == _at(context.shown, 1):
        return context.sense
    if number and context.shown:
        return _sense_in_list(finder, term.shown, context)
    return (context.sense if understood.command != "definition" else 0) or max(number, 0)


def _sense_in_list(finder: TermFinder, name: str, context: Context) -> int:
    return 0 if context.word2 else sense_listed(finder.lexicon, name, context.word)


def on_several(
    finder: TermFinder, questions: list[Understood], reading: Reading, context: Context, text: str
) -> list[Understood]:
    """Return the question about each of "the first two", or of two words that the last answer was about."""
    asked, row = questions[0], BY_NAME.get(questions[0].command)
    if row is None or row.needs_second_word or not asked.term:
        return questions
    is_of_list = _number(reading) and context.shown and not reading.part("term")
    if is_of_list and (picked := _SEVERAL.search(text.lower())):
        number = number_of(picked[2])
        names = context.shown[:number] if picked[1] == "first" else context.shown[-number:]
        each = {name: _sense_in_list(finder, name, context) for name in names}
        return [replace(asked, term=_topic(finder, name), sense=sense) for name, sense in each.items()]
    is_about_pair = context.word2 and context.command not in _ABOUT_THE_FIRST and not _number(reading)
    is_named = asked.term.shown != context.word or reading.part("term") == context.word
    if len(questions) > 1 or is_named or not is_about_pair:
        return questions
    return [asked, replace(asked, term=_topic(finder, context.word2), sense=0)]


def numbered(finder: TermFinder, text: str, context: Context) -> Understood | None:
    """Return the question that a number alone asks: about that word of the last list, or that meaning."""
    found = _NUMBER.fullmatch(text.strip(" .#?!").lower())
    number = int(found[1] or ORDINALS.get(found[2], 0)) if found else 0
    is_one = abs(number) <= (len(context.shown) or (99 if found and found[1] and context.word else 0))
    reading = Reading("definition", 1.0, "", refers=f"answer:{number}")
    return resolve(finder, reading, Understood("definition"), context) if number and is_one else None


def _terms(
    finder: TermFinder, reading: Reading, understood: Understood, context: Context
) -> tuple[AskedTerm | None, AskedTerm | None]:
    """Return both terms; the last answer supplies a missing one."""
    term, term2, row = understood.term, understood.term2, BY_NAME.get(understood.command)
    if row is not None and (not row.needs_word or (row.where_suffices and understood.where)):
        return None, None
    if understood.command == "usage" and reading.refers == "answer:all" and context.shown[1:]:
        term = term or _commonest(finder, context.shown)
    if row is None or not row.needs_second_word:
        is_again = understood.where and understood.command == context.command == "reverse"  # "starts with h"
        one = term or (as_typed(context.word) if is_again else _referred(finder, reading, context))
        return (one, term2) if one or row is None else (term2, None)
    if term and term2:
        return term, term2
    if reading.refers == "answer:all" and len(context.shown) > 1:
        first, second = (_topic(finder, word) for word in context.shown[:2])
        return first, second
    if term and understood.command == "is_a":  # "is swimming one?", "and chess?"
        return term, _topic(finder, context.word2 if context.command == "is_a" else context.word)
    other = context.word2 or next((name for name in context.shown if name != context.word), "")
    return _referred(finder, reading, context), term2 or term or _topic(finder, other)


def _commonest(finder: TermFinder, names: Sequence[str]) -> AskedTerm:
    """Return the commonest of the names that an answer listed, with a note on it and the rarest."""
    words = {name: Term(finder.lexicon, spelled(name), for_reader=True) for name in names}
    ranked = sorted(names, key=lambda name: -sum(map(words[name].uses, words[name].meanings)))
    note = sentence("usage.of_these", word=ranked[0], other=ranked[-1])
    return replace(as_typed(ranked[0]), note=note)


def _number(reading: Reading) -> int:
    """Return n of "the n-th one", negative if counted from the end, 0 for no such reference."""
    kind, _, which = reading.refers.partition(":")
    return int(which) if kind == "answer" and which.lstrip("-").isdigit() else 0


def _referred(finder: TermFinder, reading: Reading, context: Context) -> AskedTerm | None:
    """Return the term that a pronoun or "the second one" stands for."""
    is_described = context.command == "reverse"  # "it" is the word, not its description
    topic = (is_described and _at(context.shown, 1)) or context.word
    return _topic(finder, _at(context.shown, _number(reading)) or topic)


def _at(names: Sequence[str], number: int) -> str:
    """Return the name with this number, the last one for -1; nothing if there is none."""
    return next(iter(names[number - (number > 0) :]), "") if number else ""


def _again(finder: TermFinder, context: Context, offset: int = 0) -> Understood | None:
    """Return the last question again, to be answered from the name with number `offset` on."""
    row = BY_NAME.get(context.command)
    if row is None:
        return None
    if not row.needs_word:  # another random word
        return Understood(context.command, pos=context.pos, where=context.where)
    is_of_two = row.needs_second_word or row.name in _ABOUT_THE_FIRST
    term = None if context.where and row.where_suffices else _topic(finder, context.word)
    term2 = _topic(finder, context.word2) if is_of_two else None
    pos, form, where = context.pos, context.form, context.where
    return Understood(context.command, term, term2, pos=pos, form=form, where=where, offset=offset)


def _topic(finder: TermFinder, word: str) -> AskedTerm | None:
    """Return a word of the last answer as a term, also one that WordNet lacks."""
    return (finder.term(word) or AskedTerm(word)) if word else None


def topic_after(
    asked: Understood,
    term: AskedTerm | None,
    found: Sequence[Any],
    last: Context,
    matches: Sequence[Match] | None = None,
) -> Context:
    """Return the topic after a reply that found these answers about `term`, or `matches` for a description.

    A word picked from the last list leaves the list as it was, for "and the second one?".
    """
    row, is_text = BY_NAME.get(asked.command), asked.command == "gloss"
    word = term.shown if term and not is_text else ""  # a text would be too long for a context
    listed = [entry["lemma"] for entry in found] if is_text else found if row and row.gives_words else ()
    names = [readable(name)[:40] for name in listed][asked.offset :]
    if asked.term2:  # the latter
        names = [word, asked.term2.shown]
    if not names and (word in last.shown or asked.offset):
        names = list(last.shown)
    return Context(
        asked.command,
        word,
        asked.pos,
        word2=asked.term2.shown if asked.term2 else "",
        form=asked.form,
        shown=tuple(names[:MOST_SHOWN]),
        more=asked.offset + (asked.wanted or _shown(None if asked.offset else matches)),
        other=as_question(asked.second, word) if asked.second in BY_NAME and word else "",
        first=last.first,
        where=asked.where,
    )


def _shown(matches: Sequence[Match] | None) -> int:
    """Return the number of words that a sentence shows: for a description, those that fit well."""
    return min(sum(match.close for match in matches), MOST_LISTED) if matches else MOST_LISTED
