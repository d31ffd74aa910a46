"""Whether an infinitive or an -ing form stands behind a verb: "does enjoy take an infinitive or -ing?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workers.commands.word_facts.verb_complements import INFINITIVE, complements
from workers.english.wording.sentences import if_any, say, sentence
from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from shared.messages import Said
    from workers.commands.term import Term

_FORM: Final = r"(?:infinitives?|to-infinitives?|gerunds?|(?<![a-z])-?ing(?: forms?)?)"
_NAMED: Final = re.compile(r"\b(?:infinitive|gerund)s?\b|(?<![a-z])-?ing\b", re.IGNORECASE)
_VERB: Final = r"(?:the (?:verb|word) )?[\"“']?(?P<verb>[a-z]+)[\"”']?"
_RULES: Final = tuple(
    re.compile(rule)
    for rule in (
        rf"\b(?:does|do|can|must|should|is) {_VERB} "
        r"(?:(?:usually|normally|always|be) )?(?:takes?|needs?|gets?|goes?|wants?|requires?|followed|used)\b",
        rf"\b(?:after|behind|follows?|with) {_VERB}(?:[ ?.!]*$|[:,])",
        rf"^{_VERB}(?: takes?| needs?|[:,]| \+) .*?{_FORM}",
    )
)
_TO_DO: Final = {True: "to do something", False: "doing something"}


def verb_before_form(line: str) -> str:
    """Return the verb of which a question, in lower case, asks for the form behind it; "" if for none.

    >>> verb_before_form("does dread take the infinitive or -ing?"), verb_before_form("gerund of run")
    ('dread', '')
    >>> verb_before_form("should i use a gerund after mind?")
    'mind'
    """
    found = (rule.search(line) for rule in _RULES) if _NAMED.search(line) else ()
    return next((match["verb"] for match in found if match), "")


def on_infinitives(term: Term, verb: str) -> list[Said]:
    """Return which form stands behind a verb, and how often in WordNet's texts, or that they do not tell."""
    found, is_clear = complements(term, verb)
    shown = [each.shown or f"{readable(verb)} {_TO_DO[each.form == INFINITIVE]}" for each in found]
    times = [
        say(
            "note.times",
            phrase=f"{verb} {'to + verb' if each.form == INFINITIVE else '+ -ing'}",
            count=each.times,
        )
        for each in found
        if each.times
    ]
    key = ("both" if found[1:] else found[0].form) if is_clear else "form_open"
    values = {"patterns": shown} if is_clear else {"word": readable(verb)}
    return [sentence(f"pattern.{key}", **values), *if_any("note.written", times=times)]
