"""Two words that a question joins by a fixed phrase: "gaol or jail, are both right?".

The model sees only one of the words there, or takes the words between them for another question.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from shared.messages import Where
from workers.commands.comparison.ancestors import Ways
from workers.commands.comparison.choice import are_alike
from workers.commands.comparison.common_ground import common_kind
from workers.commands.sounds import pronunciation
from workers.commands.term import Term
from workers.english.pieces import plain
from workers.english.several.classes_offered import classes_offered
from workers.english.several.enumerations import alone
from workers.english.several.offered_phrases import phrases_offered
from workers.english.several.term_pairs import fitting
from workers.english.several.word_forms import next_in_row
from workers.english.term_finder import as_typed, literal
from workers.english.understood import Understood
from workers.english.wording.sentences import sentence
from workers.wordnet.names.spelled import readable
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.english.term_finder import AskedTerm, TermFinder

_ARTICLE: Final = r"(?:(?:the (?:word|spelling)s?|an?|the|to|being) )?"
_AS_POS: Final = r"(?: \((?:the |an? )?\w+\))?"
_WORD: Final = rf"{_ARTICLE}[\"'“]?([\w'-]+)[\"'”]?{_AS_POS}"
_TERM: Final = rf"{_ARTICLE}[\"'“]?([\w'-]+(?: [\w'-]+)??)[\"'”]?{_AS_POS}"
_LIST: Final = rf"{_WORD}(?:, {_WORD})?,? and {_WORD}"
_QUOTED: Final = r"[\"“]([\w'-]+)[\"”]"
_IN_BRACKETS: Final = r"\([\w. ]+\)"
# "As in 'wind a clock'", "(the injury)", ", the metal,".
_IN_SENSE: Final = (
    r"(?:,? (?:\([^()]{2,40}\)|(?:as|in the sense of|meaning|when|for) [^?()]{2,40}?),?|, [^?,()]{2,40},)?"
)
_HARDLY: Final = r"(?:(?:really|actually|strictly|technically|also|usually|even|just|still|ever|often) )*"
_EXACTLY: Final = r"(?:(?:exactly|precisely|just|quite|really|the (?:exact )?same(?: thing)?) )*"
_CONFUSE: Final = r"(?:confus\w+|mix(?:ed|ing)? up|muddl\w+(?: up)?|mistak\w+|mistook|swapp\w+)"
# "A nautical word": not "a real word", which asks whether it is one.
_LABELLED: Final = (
    r"(?:nautical|naval|sailing|military|legal|medical|musical|poetic|literary|technical|scientific|religious"
    r"|biblical|regional|dialect\w*|colloquial|scottish|irish|british|american|australian|slang|rude|formal"
    r"|informal|archaic|dated|old-fashioned|offensive) (?:word|term|expression)"
)
_FANCY: Final = r"(?:fanc(?:y|ier)|posh(?:er)?|formal|clever|big(?:ger)?|pretentious|literary|old|polite)"
_COUNTRY: Final = r"(?:british|american|australian|scottish|canadian|irish)"
_RHYMES_OF_BOTH, _COMMON_KIND, _BESIDE, _CAN_BE, _SAID = (
    "rhymes of both",
    "common kind",
    "beside",
    "can be",
    "said",
)
_MORE: Final = r"(?:(?!other|rather)\w{2,}er|(?:more|less) \w+)"
_MORE_THAN: Final = re.compile(rf"\b{_MORE} than\b", re.IGNORECASE)
_ELSE: Final = re.compile(r"\b(?:else|others?)\b[^,]*$", re.IGNORECASE)
_OF_FORM: Final = (
    r".*\b(?:accent|letter|pronounc|rhym|sound|spel|stress|syllab|vowel)"  # of words: no meaning
)
# Asks about both words behind a sentence that has them.
_OF_BOTH: Final = r".*\b(?:they|each|both|which|diff\w*|distinction)\b.*"
_RULES: Final = tuple(
    (command, re.compile(rf"(?:(?:so|and|but|ok|hey|hi|well),? ){{0,4}}{rule}[ ?.!]*", re.IGNORECASE))
    for command, rule in (
        ("difference", rf".*\b{_CONFUSE} {_WORD} (?:with|for|and) {_WORD}[,;.?!]{_OF_BOTH}"),
        (
            "difference",
            rf".*\bcan (?:be )?{_WORD}[;,.?] (?:and |but |so )?can (?:it|he|she|they|one|you) "
            rf"(?:also |too )?(?:be )?{_WORD}\b[^,;.?!]*[,;.?!]{_OF_BOTH}",
        ),
        (
            "difference",
            rf"{_TERM}(?:,| and| or|/| vs\.?) {_TERM}[.,;:?!]+ (?:so )?"
            r"(?:which (?:one )?(?:is|of|do|should)\b|what(?:'s| is) the (?:go|deal|diff\w*|distinction)\b"
            r"|how (?:do|are) they diff\w+|are they (?:the )?(?:same|different)\b).*",
        ),
        (
            "difference",
            rf"(?:does|do|did) {_TERM} means? {_EXACTLY}(?:what|that|as) {_TERM} (?:means?|does|do)",
        ),
        (
            "difference",
            rf"is {_WORD} (?:just|only|simply|merely|basically) (?:an?|the|another) (?:\w+ )?{_FANCY} "
            rf"(?:(?:word|term|name|synonym|version|form|way) (?:for|of) (?:saying )?)?{_WORD}",
        ),
        ("difference", rf"is {_WORD} {_COUNTRY} and (?:is )?{_WORD} (?:the )?{_COUNTRY}\b.*"),
        ("difference", rf"how (?:do|does|can|would|could) \w+ (?:best )?tell {_TERM} from {_TERM}"),
        ("difference", rf"(?:is|are) {_TERM} (?:\w+ly )?{_MORE} than {_TERM}"),
        ("difference", rf"which (?:do|does|would|should|can) (?:i|you|we|one) [^,]*, {_TERM} or {_TERM}"),
        (
            "difference",
            rf"{_WORD} {_IN_BRACKETS}(?:(?:,|/| and| or| vs\.?| versus) {_WORD}(?: {_IN_BRACKETS}.*)?"
            rf"| {_WORD} {_IN_BRACKETS}.*)",
        ),
        (
            "difference",
            rf"(?:do|should|would|can|shall) (?:i|you|we|one) (?:use|say|write) {_TERM} or {_TERM}"
            r"(?: (?:with|for|about|before|of|in|to|when|if|here)\b.*)?",
        ),
        (
            "difference",
            rf"(?!{_OF_FORM})(?:is|are|was|were|do|does|did) [^\"“]*{_QUOTED} [^\"“]*\bor {_QUOTED}[^\"“]*",
        ),
        (
            "rhymes",
            rf"(?:does|do|would|can) {_TERM}{_IN_SENSE} {_HARDLY}rhyme with (?:both )?{_WORD}"
            r"(?: (?:fr|tho|though|for real|at all))?"
            rf"(?:,? (?:or|and) (?:(?:is|are|does|do|just|not|only|am|no)\b.*|(?:with )?{_WORD}))?",
        ),
        (
            _RHYMES_OF_BOTH,
            r"(?!(?:do|does|did|is|are|can|would|will)\b)[^\"“]*\brhym\w* (?:with|for|of) (?:both )?"
            rf"{_WORD} and (?:also )?(?:with )?{_WORD}",
        ),
        (
            _COMMON_KIND,
            r".*\b(?:general|umbrella|common|collective|broader|single|one) (?:word|term|name|noun|category)"
            rf"\b[\w ]*? (?:covers?|covering|for|of) (?:both |all )?{_LIST}"
            r"(?:,? (?:and )?(?:what|which|are|is) .*\b(?:else|others?)\b.*)?",
        ),
        (
            _COMMON_KIND,
            rf"what (?:\w+ )?(?:do|are) {_LIST} (?:all |both )?(?:kinds of|belong to|have in common)",
        ),
        (
            _BESIDE,
            rf"(?:which|what|name|list) ((?!words?\b)\w+(?: \w+){{0,2}}) (?:are|is) {_MORE} than {_WORD}\b.*",
        ),
        (
            _CAN_BE,
            r"can (?:you|one|i|we|they|people|a person|some(?:one|body)|any(?:one|body)) "
            rf"(?:ever |actually |really |also )?be (?:just )?{_WORD}",
        ),
        (
            _SAID,
            rf"{_WORD}(?: -|[:,]) .*\b(?:or|and|vs|versus)\b.*"
            r"\b(?:pronounc\w+|pronunciations?|sounds?|said|stress\w*)\b.*",
        ),
        (
            "usage",
            r"(?:can|may|should|could) (?:i|you|we|one) (?:still )?call "
            r"(?:some(?:one|body)|people|them|him|her|(?:an?|the|my|your) \w+) "
            r"an? [\"'“]?([\w-]+)[\"'”]?",
        ),
        ("usage", rf"{_TERM},? (?:is|are) (?:that|it|this) {_HARDLY}(?:an? )?{_HARDLY}{_LABELLED}"),
    )
)
_OTHERWISE: Final = re.compile(
    r"\b(?:rhym|pronounc|sound|spell|spelt|opposite|synonym|means? [\"“])", re.IGNORECASE
)
_NO_TERMS: Final = word_set(
    "it this that these those they them he she we you i one what which who why how anything something nothing"
    " everything"
)
_MOST_ALIKE: Final = 4  # words alone
_LONGEST: Final = 200  # characters; a longer text asks for more than two words
_SENTENCE_END: Final = re.compile(r"[.!?…]+[\"”]? +")


def joined(finder: TermFinder, text: str, *, opens: bool = True) -> list[Understood]:
    """Return the questions that the text, or a last part of its sentences, asks about two words, or none.

    Words alone ask for their difference where they open a conversation; else they repeat the question before.
    """
    line = plain(text)
    if len(line) > _LONGEST:
        return []
    found = (
        next_in_row(finder, line)
        or _alike(finder, line.strip(" ?.!").split())
        or (alone(finder, line) if opens else [])
    )
    if found := found or classes_offered(finder, line) or phrases_offered(finder, line):
        return found
    for start in (0, *(match.end() for match in _SENTENCE_END.finditer(line))):
        for command, rule in _RULES:
            match = rule.fullmatch(line, start)
            found = _questions(finder, command, match) if match else []
            if found:
                return found
    return []


def _alike(finder: TermFinder, words: Sequence[str]) -> list[Understood]:
    """Return the questions on words alone that are alike, or with "difference": "palate palette pallet"."""
    single = [word for word in words if word.lower() not in ("difference", "differences")]
    known = [term for word in single[:_MOST_ALIKE] if (term := _term(finder, word)) and term.name]
    pairs = list(pairwise(known if len(known) == len(single) else ()))
    are_phrases = any(finder.find(f"{one.shown} {other.shown}") for one, other in pairs)
    is_asked = len(single) < len(words) and pairs[1:] and not are_phrases
    alike = is_asked or all(are_alike(finder.lexicon, one.shown, other.shown) for one, other in pairs)
    return [Understood("difference", one, other) for one, other in pairs if alike]


def _questions(finder: TermFinder, command: str, match: re.Match[str]) -> list[Understood]:
    words = list(filter(None, match.groups()))
    terms = [term for word in words if (term := _term(finder, word))]
    if len(terms) < len(words) or len({term.shown for term in terms}) < len(terms):
        return []
    one, *others = terms
    if command in _BY_RULE:
        return _BY_RULE[command](finder, terms, match[0])
    if command == _RHYMES_OF_BOTH:
        return [Understood("rhymes", one, where=Where(rhymes_with=others[0].shown))]
    if command == "usage":
        return [Understood(command, one)]
    if command == "rhymes":
        return [Understood(command, one, other) for other in others]
    can_differ = _can_differ(terms, match)
    return [Understood(*fitting(finder, command, one, other, match[0])) for other in others if can_differ]


def _existence(finder: TermFinder, terms: Sequence[AskedTerm], _: str) -> list[Understood]:
    """Return whether a rare word is one, and its meaning: gruntled, but not quiet."""
    [term] = terms
    word = Term(finder.lexicon, term.name, for_reader=True)
    if not word.meanings or any(map(word.uses, word.meanings)):
        return []
    return [Understood("is_word", literal(term)), Understood("definition", term)]


def _heteronym(finder: TermFinder, terms: Sequence[AskedTerm], _: str) -> list[Understood]:
    """Return how a word is said whose meanings follow it: "bass: fish or guitar, are they said the same"."""
    ways = pronunciation(Term(finder.lexicon, terms[0].shown))
    differ = any(way.keys() & {"pos", "meant"} for way in ways)
    return [Understood("pronunciation", terms[0])] if differ else []


def _in_common(finder: TermFinder, terms: Sequence[AskedTerm], text: str) -> list[Understood]:
    """Return the question for the nearest kind of which all are kinds, and for what else is: furniture."""
    kind, sense = common_kind([Term(finder.lexicon, term.name, for_reader=True) for term in terms])
    if not kind:
        return []
    number = "all" if terms[2:] else "both"
    note = sentence("note.common", words=[term.shown for term in terms], number=number, kind=kind)
    asked = Understood("definition", replace(as_typed(readable(kind)), note=note), sense=sense)
    others = replace(asked, command="hyponyms", term=as_typed(readable(kind)))
    return [asked, others] if _ELSE.search(text) else [asked]


def _beside(finder: TermFinder, terms: Sequence[AskedTerm], text: str) -> list[Understood]:
    """Return the question for the kinds of the class above the second term, among those of the first."""
    lexicon, more = finder.lexicon, _MORE_THAN.search(text)
    group, meant = (Term(lexicon, term.name, "n", for_reader=True) for term in terms)
    among, ways = set(group.meanings), Ways(lexicon)
    below = [synset for synset in meant.meanings if synset not in among and ways.leads_to(synset, among)]
    if not (below and more):
        return []
    above = lexicon.parents(below[0])[0]
    kind = lexicon.words(above)[0]
    number = Term(lexicon, kind, for_reader=True).sense_number(above)
    note = sentence("note.beside", more=more[0], word=terms[1].shown, kind=kind)
    asked = replace(as_typed(readable(kind)), note=note)
    return [Understood("hyponyms", asked, sense=number if number > 1 else 0)]


_BY_RULE: Final = {_COMMON_KIND: _in_common, _BESIDE: _beside, _CAN_BE: _existence, _SAID: _heteronym}


def _can_differ(terms: Sequence[AskedTerm], match: re.Match[str]) -> bool:
    """Whether the matched question is about the meanings of its terms: "who" or "whom" is one of grammar."""
    around = match[0]
    for word in filter(None, match.groups()):
        around = around.replace(word, "")
    return not (_OTHERWISE.search(around) or all(term.note for term in terms))


def _term(finder: TermFinder, word: str) -> AskedTerm | None:
    return None if word.lower() in _NO_TERMS else finder.term(word)
