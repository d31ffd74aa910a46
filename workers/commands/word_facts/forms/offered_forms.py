"""The word of which two words are forms, and which forms: *swam* and *swum* of swim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shared.catalog import FORMS
from workers.commands.term import Term
from workers.wordnet.inflection.inflections import inflect
from workers.wordnet.lexicon import POS_ORDER
from workers.wordnet.names.spelled import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workers.wordnet.lexicon import Lexicon

_COUNTED_IN: Final = frozenset(["words", "letters", "syllables"])
AGREEING: Final = frozenset(["am", "is", "are", "was", "were", "has", "have", "does", "do"])


def forms_offered(
    lexicon: Lexicon, pairs: Iterable[Sequence[str]], *, is_perfect: bool
) -> tuple[str, list[str]] | None:
    """Return the word of which the first possible one of `pairs` is forms, and the forms that they are.

    A form of both comes first, and the past participle if the question `is_perfect`: "I have".
    """
    for pair in pairs:
        one, other = (spelled(word.lower().strip("'-")) for word in pair)
        for base, pos in _shared(lexicon, one, other):
            forms = [form for form in FORMS if pos in FORMS[form] and form not in ("singular", "possessive")]
            words = {form: inflect(lexicon, base, form, pos) for form in forms}
            both = [form for form in forms if {one, other} <= set(words[form])]
            meant = both or [form for form in forms if {one, other} & set(words[form])]
            if words.get("past") == words.get("past_participle") and "past" in meant:
                meant = [form for form in meant if form != "past_participle"]
            if is_perfect and (words.get("past") != (participles := words.get("past_participle"))):
                meant = ["past_participle"] if {one, other} & set(participles or ()) else meant
            is_infinitive = base in (one, other) and meant == ["ing"]  # "look forward to meet or to meeting"
            if meant and not is_infinitive:
                return base, meant
    return None


def _shared(lexicon: Lexicon, one: str, other: str) -> list[tuple[str, str]]:
    """Return the words of which both can be forms, each with its part of speech: not of *lay* and *lie*.

    "The press is or the press are" is a question about the press.
    """
    if one == other or {one, other} & _COUNTED_IN or {one, other} <= AGREEING:  # "one word or two words?"
        return []
    forms = [Term(lexicon, word).forms for word in (one, other)]
    own_forms = list(zip((one, other), forms, strict=True))
    return [
        (base, pos)
        for pos in POS_ORDER
        for base in forms[0][pos]
        if base in forms[1][pos]
        and (base not in (one, other) or all(word == base or word not in own[pos] for word, own in own_forms))
    ]
