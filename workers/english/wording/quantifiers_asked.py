"""Which of two quantifiers goes with a noun: "less or fewer with mistakes", "much or many chairs"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workers.commands.term import Term
from workers.commands.word_facts.little_words import kind_of
from workers.english.wording.sentences import sentence
from workers.wordnet.inflection.inflections import inflect
from workers.wordnet.inflection.plurals import singulars
from workers.wordnet.names.spelled import spelled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Said
    from workers.wordnet.lexicon import Lexicon

# WordNet's definitions of quantifiers say with which nouns they stand.
_WITH: Final = re.compile(r"\bused with (count|mass) nouns\b")
_QUOTE: Final = r"[\"'“”]?"
_NOUN: Final = rf"{_QUOTE}(?= {_QUOTE}(?:the |than [\w-]+ )?{_QUOTE}([a-z]+))"
_BEHIND: Final = re.compile(rf"\b(?:with|before|for|about|of){_NOUN}")
_DIRECTLY_BEHIND: Final = re.compile(f"·{_NOUN}")


def on_quantifiers(lexicon: Lexicon, words: Sequence[str], around: str) -> list[Said]:
    """Return which of two quantifiers a noun takes, as a list of one; none if the two take the same nouns.

    `around` is the question with · in place of the words. A noun in the singular without an article stands
    for a mass: "less water".
    """
    kinds = {word: _kinds(lexicon, word) for word in words}
    if sorted(map(sorted, kinds.values())) != [["count"], ["mass"]]:
        return []
    line = around.lower()
    for noun in [*_BEHIND.findall(line), *_DIRECTLY_BEHIND.findall(line)]:  # "does less go with mistakes?"
        kind = _kind_of_noun(lexicon, noun)
        fitting = [word for word in words if kinds[word] == {kind}]
        if fitting:
            return [sentence("verdict.quantifier", word=fitting[0], noun=noun, kind=kind)]
    return []


def _kinds(lexicon: Lexicon, word: str) -> set[str]:
    term = Term(lexicon, spelled(word))
    return {kind for synset in term.meanings for kind in _WITH.findall(term.definition(synset))}


def _kind_of_noun(lexicon: Lexicon, noun: str) -> str:
    """Return whether a noun as it is written is one of a "count" or of a "mass"; "" if that is unclear.

    A plural without an -s that is a noun itself is unclear (*data*), unless its definition says "(plural)".
    """
    names = singulars(lexicon, noun) if not kind_of(noun) else []
    own = list(map(lexicon.definition, lexicon.synsets(noun, "n") if noun in lexicon else ()))
    if any(name != noun for name in names):
        is_plural = noun.endswith("s") or not own or any("(plural)" in definition for definition in own)
        return "count" if is_plural else ""
    is_own_plural = not names or noun in inflect(lexicon, noun, "plural", "n")
    return "" if is_own_plural else "mass"
