"""Questions for kinds by a description: "name three birds that cannot fly", "verbs for walk like a soldier".

The model takes the whole for a description of one word, or the first word for all that is asked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from shared.messages import Where
from workers.commands.table import has_answer
from workers.commands.term import Term
from workers.english.conditions.expressions import NUMBERS, number_of
from workers.english.conditions.parser import read_conditions
from workers.english.term_finder import as_typed
from workers.wordnet.inflection.plurals import singulars
from workers.wordnet.names.spelled import spelled
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from workers.english.term_finder import AskedTerm, TermFinder
    from workers.english.understood import Understood

_NUMBER: Final = rf"(?:\d\d?|{'|'.join(NUMBERS)}) "
_LISTED: Final = re.compile(
    r"(?:(?:please|can you|could you|can|i need|i want) )*"
    rf"(?:(?:name|list|give|tell|find|suggest|which|what(?: are| kinds? of)?)(?: me)? |(?={_NUMBER}))"
    rf"(?:(?:some|a few|any|all|the) |(?P<number>{_NUMBER}))*(?P<described>\w+ \w.*)",
    re.IGNORECASE,
)
_OF_VERB: Final = re.compile(
    r"\b(?:words|verbs|synonyms?|ways|another (?:word|way))\b[^,;.?!]*?"
    r"\b(?:for|of|to|mean(?:s|ing)?) [\"'“]?(?P<verb>\w+)[\"'”]?,? (?P<described>"
    r"(?:(?:that|which) )?(?:would |might |could )?(?:suits?|fits?|describes?) .+"
    r"|(?:(?:that|which|like|as|when|while|for) )(?:an?|someone|somebody|people|you|they|he|she) .+"
    r"|in an? (?:\w+ ){1,2}(?:voice|tone|way|manner|hurry)\b.*|without \w{3,}.*)",
    re.IGNORECASE,
)
_MOST_WORDS: Final = 3  # of the name of a class
_NO_CLASSES: Final = word_set(
    "word name term noun verb adjective adverb synonym thing letter kind type meaning"
)
_COLLECTIVE: Final = re.compile(
    r"\b(?:collective|group) (?:nouns?|names?|terms?|words?) (?:for|of) (?:an? |the |some )?"
    r"(?P<members>[\w' -]+)",
    re.IGNORECASE,
)
_GROUP: Final = "animal group"
# "What do you call a word that reads the same backwards?" asks for the name of such words.
_CALLED: Final = re.compile(
    r"^(?:so |and )?what (?:do|would|does) (?:you|we|they|people) call (?P<first>(?:an? )?words? .+)"
    r"|^what(?:'?s|’s| is| are) (?P<last>(?:an? )?words? .+) called\W*$"  # noqa: RUF001 (a typographic apostrophe is meant)
    r"|^what(?:'?s|’s| is| are) (?P<mid>(?:an? )?words?) called (?P<when>(?:when|if|that|which) .+)",  # noqa: RUF001 (as above)
    re.IGNORECASE,
)
_NAMED: Final = re.compile(r"\b(?:called|named|the (?:name|word|term))\b", re.IGNORECASE)


def of_name(finder: TermFinder, understood: Understood, text: str) -> Understood | None:
    """Return the question for the name of groups, or of words with a shape, if a text asks for one."""
    if (found := _COLLECTIVE.search(text)) and (members := finder.term(found["members"].strip())):
        return _collective(finder, understood, members)
    if found := _CALLED.search(text):
        described = " ".join(part.strip(" ?.!") for part in found.groups() if part)
        where = read_conditions(described, "pattern").where
        if where is None or replace(where, shape=None) == Where():
            return replace(understood, command="reverse", term=as_typed(described), confidence=1.0)
    return None


def of_kinds(finder: TermFinder, understood: Understood, text: str) -> Understood:
    """Return the question for the kinds of a class or a verb that a text describes, or `understood`."""
    if understood.where or understood.command not in ("reverse", "synonyms"):
        return understood
    if found := _OF_VERB.search(text):
        term, described = finder.term(found["verb"]), found["described"]
        is_verb = term and Term(finder.lexicon, term.name, for_reader=True).main_pos == "v"
        return _kinds(understood, term, described, "v") if term and is_verb else understood
    listed = None if _NAMED.search(text) else _LISTED.match(text)
    if understood.command != "reverse" or listed is None:
        return understood
    number = (listed["number"] or "0").strip().lower()
    wanted = understood.wanted or number_of(number)
    for term, described in _classes(finder, listed["described"]):
        return replace(_kinds(understood, term, described, "n"), wanted=wanted)
    return understood


def _collective(finder: TermFinder, understood: Understood, members: AskedTerm) -> Understood:
    """Return the question for the groups of some animals, or for a word for a group of other things."""
    about = next(iter(singulars(finder.lexicon, members.name)), members.name)
    where, group = Where(about=about), finder.term(_GROUP)
    if group and has_answer(Term(finder.lexicon, group.name, "n", where=where), "hyponyms"):
        return replace(understood, command="hyponyms", term=group, pos="n", where=where, confidence=1.0)
    described = as_typed(f"a group of {members.shown}")
    return replace(understood, command="reverse", term=described, pos=None, where=None, confidence=1.0)


def _kinds(understood: Understood, term: AskedTerm, described: str, pos: str) -> Understood:
    described = described.strip(' ?.!"”')
    if read_conditions(described, "hyponyms").where:
        return understood
    return replace(understood, command="hyponyms", term=term, pos=pos, unread=(described,))


def _classes(finder: TermFinder, text: str) -> list[tuple[AskedTerm, str]]:
    """Return the noun in the plural that a text begins with, and the rest of the text, as a list of one."""
    words = text.split()
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        name = spelled(" ".join(words[:count]).lower())
        singular = next(iter(singulars(finder.lexicon, name)), name)
        if (
            singular != name
            and singular not in _NO_CLASSES
            and (term := finder.term(" ".join(words[:count])))
        ):
            return [(term, " ".join(words[count:]))]
    return []
