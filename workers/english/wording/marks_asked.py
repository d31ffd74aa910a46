"""The short answer to a question for a mark of usage: a country, slang, formal language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from workers.commands.term import Term
from workers.commands.word_facts.marks.usage import marks_of
from workers.commands.word_facts.marks.usage_marks import NOT_FORMAL, REGION, labels_for
from workers.english.wording.sentences import if_any, say, sentence
from workers.wordnet.names.national_spellings import by_country
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from shared.messages import Said
    from workers.wordnet.lexicon import Lexicon

# Label of a region → the country and its people. "English" is mostly the language, and "us" a pronoun.
_COUNTRIES: Final = {
    "British": r"brit(?:ain|ish|s|ons?)?|england|uk|u\.k\.",
    "American": r"americans?|america|the states|usa|(?-i:US|U\.S\.)",
    "Scottish": r"scot(?:land|s|tish)",
    "Irish": r"ireland|irish",
    "Welsh": r"wales|welsh",
    "Australian": r"australians?|australia|aussies?",
    "Canadian": r"canada|canadians?",
    "New Zealand": r"new zealand(?:ers?)?",
    "South African": r"south africa(?:ns?)?",
    "Indian": r"india|indians?",
}
_COUNTRY: Final = re.compile(
    "|".join(rf"(?P<{label.replace(' ', '_')}>\b(?:{names})(?!\w))" for label, names in _COUNTRIES.items()),
    re.IGNORECASE,
)
# What is formal, or written so.
_FORMAL: Final = re.compile(
    r"\b(?:formal(?:ly)?|professional(?:ly)?|business|academic|essays?|letters?|e-?mails?|reports?|thesis"
    r"|dissertation|r[ée]sum[ée]s?|cv|exams?|interviews?|polite(?:ly)?)\b",
    re.IGNORECASE,
)
# Questions for words, or for something else about their use.
_OPEN: Final = re.compile(
    r"(?:what|which|who|how (?:common|often)|give|list|find|tell me about)\b", re.IGNORECASE
)
# What people call words → the labels that WordNet has for that.
_CALLED: Final = {
    **dict.fromkeys(word_set("swear curse cuss swearword profanity expletive"), frozenset({"obscene"})),
    **dict.fromkeys(word_set("dated outdated outmoded"), frozenset({"archaic", "old-fashioned"})),
    **dict.fromkeys(
        word_set("insult insulting offend slur derogatory pejorative disparaging negative"),
        frozenset({"offensive", "disparaging", "ethnic slur"}),
    ),
}
_INSULTS: Final = frozenset({"offensive", "disparaging", "ethnic slur", "obscene"})
# "Is it okay to call someone a spinster?"
_CALLING: Final = re.compile(
    r"(?:(?:so|and|but),? )?"
    r"(?:is it [\w ']{2,30} to|(?:can|may|should|could) (?:i|you|we|one)(?: still)?) call ",
    re.IGNORECASE,
)
# Behind what is asked: something else that it may be. "Is it slang or standard?" is not answered by a yes.
_OR_ELSE: Final = re.compile(r"\bor (?:just |only |more )?(?!not|what|no)[a-z-]+[ ?.!]*$")
_NOW: Final = re.compile(r"\b(?:still|any ?more|nowadays|today|these days|modern)\b", re.IGNORECASE)
_SAME: Final = frozenset(["same_meaning", "variants", "kind_of"])


def on_mark(entry: dict[str, Any], word: str, line: str) -> list[Said]:
    """Return whether a word, or a meaning of it, has the marks that a question asks for."""
    if _OPEN.match(line):
        return []
    asked = _asked(line)
    own = set(entry["own"]["labels"]) if "own" in entry else set()
    if (said := _of_own(own, asked, line)) is not None:
        return said
    marks = {sense["sense"]: {mark["label"] for mark in sense["marks"]} for sense in entry["senses"]}
    is_offensive = "offensive" in entry
    if _FORMAL.search(line):
        asked = asked or {labels_for("formal"): "formal"}
        # One of many meanings says little about the word: *man* is also a lover, informally.
        most = {number for number in marks if number == 1 or 2 * len(marks) >= entry["meanings"]}
        unfit = sorted(NOT_FORMAL & {*_all(marks[number] for number in most), *["offensive"] * is_offensive})
        if unfit and NOT_FORMAL.isdisjoint(_all(asked)):
            return [sentence("verdict.not_formal", labels=unfit)]
    if is_calling := not asked and _CALLING.match(line) is not None:
        asked = {_INSULTS: "offensive"}
    wanted = _all(asked)
    having = sum(not wanted.isdisjoint(each) for each in marks.values())
    offends = is_offensive and "offensive" in wanted
    if asked and not (having or offends):
        return [sentence("verdict.not_said", word=word, asked=list(asked.values()))]
    if len(asked) != 1 or is_calling or _OR_ELSE.search(line):
        had = _all([*marks.values(), ["offensive"] * is_offensive])
        lacking = [] if " or " in line else [name for labels, name in asked.items() if labels.isdisjoint(had)]
        # The answer begins with the marks that it has.
        return if_any("verdict.not_said", word=word, asked=lacking)
    is_so = offends or having == entry["meanings"]
    return [sentence("verdict.is_so" if is_so else "verdict.in_part")]


def _of_own(own: set[str], asked: Mapping[frozenset[str], str], line: str) -> list[Said] | None:
    """Return whether our `own` labels are those asked for, or unfit for formal or modern use.

    None if they say nothing about the question.
    """
    if own & _all(asked):
        return [sentence("verdict.is_so")] if len(asked) == 1 and " or " not in line else []
    said = if_any("verdict.informal", labels=sorted(own & NOT_FORMAL)) if _FORMAL.search(line) else []
    said = said or (if_any("verdict.hardly", labels=sorted(own & {"archaic"})) if _NOW.search(line) else [])
    return said or None


def on_both(lexicon: Lexicon, entry: dict[str, Any], line: str) -> list[Said]:
    """Return which of two words has the mark that a question asks for, such as that of a country."""
    likely = [each for each in entry["relations"] if "rare" not in each]
    alike = [each for each in likely if each["relation"] in _SAME]
    countries, asked = countries_in(line), _asked(line)
    wanted = _all(asked) | (NOT_FORMAL if "formal" in _all(asked) else set())
    said: list[Said] = []
    are_one = any(each["relation"] == "variants" for each in alike)
    if are_one and countries and (known := by_country([each["word"] for each in entry["words"]])):
        return [sentence("verdict.countries", american=known["American"], british=known["British"])]
    if not asked or (countries and not alike):
        return said
    for word in (each["word"] for each in entry["words"]):
        claims = _claims(Term(lexicon, word, for_reader=True), None if countries else wanted)
        said += if_any("usage.marked", word=word, marked=claims)
    commoner = next((each["commoner"] for each in alike if "commoner" in each), "")
    return said or [sentence("verdict.neither", asked=list(asked.values()), word=commoner)]


def _claims(term: Term, wanted: set[str] | None) -> list[str]:
    """Return what to say of each meaning with a wanted label, or with any label of a region."""
    claims = []
    for synset in term.meanings:
        marks = marks_of(term, synset)
        of_region = [mark["label"] for mark in marks if mark["kind"] == REGION]
        fitting = [mark["label"] for mark in marks if mark["label"] in wanted] if wanted else of_region
        if fitting:
            claims.append(say("usage.claim", labels=fitting, definition=term.definition(synset)))
    return claims


def _asked(line: str) -> dict[frozenset[str], str]:
    """Return the labels for each kind of usage that a line asks for, and its name."""
    words = re.findall(r"[\w-]+", line.lower().replace("old fashioned", "old-fashioned"))
    asked = {labels: each for each in words if (labels := labels_for(each) or _CALLED.get(each))}
    return asked | {frozenset([country]): country for country in countries_in(line)}


def countries_in(line: str) -> list[str]:
    """Return the labels of the countries that a line names.

    >>> countries_in("do Americans say it, or only people in the UK?"), countries_in("tell us")
    (['American', 'British'], [])
    """
    found = (str(match.lastgroup).replace("_", " ") for match in _COUNTRY.finditer(line))
    return list(dict.fromkeys(found))


def _all(sets: Iterable[Iterable[str]]) -> set[str]:
    return set().union(*sets)
