"""Two phrases that a question offers to choose from: "free rein or free reign"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.commands.comparison.offered import offered, unlike
from workers.commands.comparison.standing import is_spelt_alike
from workers.commands.conditions.word_filter import name_with
from workers.commands.term import Term
from workers.commands.word_facts.forms.offered_forms import AGREEING
from workers.commands.word_facts.little_words import kind_of
from workers.english.mentions import OBJECT
from workers.english.term_finder import as_typed
from workers.english.term_runs import FRAME
from workers.english.understood import Understood

if TYPE_CHECKING:
    from workers.english.term_finder import AskedTerm, TermFinder


def phrases_offered(finder: TermFinder, line: str) -> list[Understood]:
    """Return the question on two phrases of which WordNet has one, or which differ in words that are alike.

    "Baited breath or bated breath", "whet your appetite or wet your appetite".
    """
    phrases, pairs = offered(line) or ("", ""), unlike(line)
    words = phrases[0].split()
    are_letters = bool(pairs) and all(len(word) == 1 for word in pairs[0])  # "with a g or with a j"
    if are_letters or not any(" " in each for each in phrases) or words[0] in FRAME or words[-1] == "word":
        return []  # "is it a good word or a bad word?"
    are_little = [kind_of(word) != "" for word in (pairs[0] if pairs else ())]
    if pairs and all(are_little) and phrases[0].endswith(pairs[0][0]):  # "arrive at or arrive in"
        known = [term for each in phrases if (term := finder.term(each))]
        return [] if known[1:] else [Understood("grammar", next(iter(known), None))]
    one, other = (_phrase(finder, each) for each in phrases)
    lemmas = [Term(finder.lexicon, each.name).lemmas for each in (one, other) if each]
    if one and lemmas[1:] == lemmas[:1]:  # lay low, lie low
        return [Understood("lemmatizer", one)]
    is_one_word = is_spelt_alike(*(each.replace(" ", "") for each in phrases)) and (one or other)
    if (one and " " in phrases[0]) or (other and " " in phrases[1]) or is_one_word:
        return [Understood("difference", one or as_typed(phrases[0]), other or as_typed(phrases[1]))]
    if not pairs or not AGREEING.isdisjoint(pairs[0]):
        return []
    one, other = (None if kind_of(word) else finder.term(word) for word in pairs[0])
    return [Understood("difference", one, other) if one and other else Understood("grammar")]


def _phrase(finder: TermFinder, text: str) -> AskedTerm | None:
    """Return a phrase as a name of WordNet, or the name that it is a part of: to all intents and purposes."""
    names = (text, OBJECT.sub(" ", text), name_with(finder.lexicon, text) or "")
    return next((term for name in names if (term := finder.term(name))), None)
