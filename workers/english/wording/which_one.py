"""Which of two words a question means by its other words: "the noun", "for hens", "the more formal one"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from workers.commands.comparison.choice import CLEAR_LEAD, fitting_word, hint_in, pos_hinted
from workers.commands.comparison.offered import offered
from workers.commands.comparison.prominence import FEW_USES, SHARE
from workers.commands.term import Term
from workers.commands.word_facts.named_sense import sense_by_words
from workers.english.wording.gaps_asked import gap_in, on_gap
from workers.english.wording.quantifiers_asked import on_quantifiers
from workers.english.wording.sentences import say, sentence
from workers.wordnet.names.spelled import readable
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Said
    from workers.english.term_finder import AskedTerm
    from workers.english.understood import Understood
    from workers.wordnet.lexicon import Lexicon

OR: Final = re.compile(r"\b(?:or|vs|versus|which)\b|/", re.IGNORECASE)
PARTS: Final = {"noun": "n", "verb": "v", "adjective": "a", "adverb": "r"}
_POS: Final = re.compile(rf"\b({'|'.join(PARTS)})\b", re.IGNORECASE)
ASKS_POS: Final = re.compile(rf"\bwhich\b.*{_POS.pattern}", re.IGNORECASE)
# "Which is bigger", "is hate stronger than dislike".
_DEGREE: Final = re.compile(
    r"\b(?:which|what)\b[^?]*?\b(?P<which>(?:more|less|most) [a-z]+|[a-z]+(?:er|est)|worse|worst)\b"
    r"(?! (?:for|to|in)\b)|\b(?P<than>(?:more|less) [a-z]+|[a-z]+er|worse) than\b",
    re.IGNORECASE,
)
_FREQUENT: Final = re.compile(r"\b(?:more|less|most|least) frequent", re.IGNORECASE)
# "Which one for a landing?", "should I use it with people?"
_ASKS_USE: Final = re.compile(
    r"\bwhich (?:one |word )?(?:for|is (?:right|correct|better|best)|do i|should i|fits?|goes)\b"
    r"|\bshould i (?:use|say|write)\b|· for an? ",
    re.IGNORECASE,
)
_SHORT: Final = 3  # words of a hint
_JOINTS: Final = word_set("a an the and or vs versus")
# Between the two uses of "which is for hens and which for people".
_USES: Final = re.compile(r"\b(?:and|but) (?:which|what|the other|one)\b|\bwhich\b", re.IGNORECASE)


def which_one(lexicon: Lexicon, understood: Understood, entry: dict[str, Any], text: str) -> list[Said]:
    """Return which of two words is meant, or that WordNet does not tell, if the question asks for one."""
    terms = [term for term in (understood.term, understood.term2) if term and term.name]
    if not terms[1:]:
        return []
    own = "|".join(re.escape(term.typed or term.shown) for term in terms)
    around = re.sub(rf"\b(?:{own})\b", "·", text, flags=re.IGNORECASE)
    if _FREQUENT.search(around):
        return _counts(lexicon, terms)
    names, gap = [term.name for term in terms], gap_in(text)
    said = _degree(lexicon, around) or on_quantifiers(lexicon, names, around)
    if said := said or (on_gap(lexicon, names, gap) if gap else []):
        return said
    if not OR.search(text) or any(" " in each for each in offered(text) or ()):
        return []  # two phrases differ in use, rather than in meaning: "make a decision or take a decision"
    if ASKS_POS.search(around):
        found = [Term(lexicon, term.name, for_reader=True) for term in terms]
        return [_as_pos(found, part) for part in dict.fromkeys(map(str.lower, _POS.findall(around)))]
    return _fitting(lexicon, names, entry, around)


def _as_pos(terms: Sequence[Term], part: str) -> Said:
    """Return which of two words is a noun, or another part of speech, or is mostly used as such."""
    pos = PARTS[part]
    uses = {
        readable(term.form): sum(own.uses for own in term.own.values() if own.pos == pos)
        for term in terms
        if any(own.pos == pos for own in term.own.values())
    }
    rarer, *commoner = sorted(uses, key=uses.__getitem__) or [""]
    if not commoner:
        return sentence("verdict.as_pos" if rarer else "verdict.as_pos_none", word=rarer, part=part)
    mostly = {
        readable(term.form)
        for term in terms
        if term.main_pos == pos and uses[readable(term.form)] >= FEW_USES
    }
    if mostly == {commoner[0]}:
        return sentence("verdict.as_pos_mostly", word=commoner[0], other=rarer, part=part)
    is_clear = uses[commoner[0]] >= FEW_USES and uses[commoner[0]] > SHARE * uses[rarer]
    return sentence("verdict.as_pos_both", word=commoner[0] if is_clear else "", part=part)


def _counts(lexicon: Lexicon, terms: Sequence[AskedTerm]) -> list[Said]:
    """Return how often texts have each of two words in what both mean, or at all if they share nothing."""
    found = [Term(lexicon, term.name, for_reader=True) for term in terms]
    shared = set.intersection(*(set(each.meanings) for each in found))
    times = [
        say(
            "note.times",
            phrase=term.shown,
            count=sum(each.uses(synset) for synset in each.meanings if synset in shared or not shared),
        )
        for term, each in zip(terms, found, strict=True)
    ]
    return [sentence("verdict.counts_shared" if shared else "verdict.counts", times=times)]


def _degree(lexicon: Lexicon, text: str) -> list[Said]:
    """Return that WordNet does not say which word is the bigger or the more formal one, if that is asked."""
    found = _DEGREE.search(text)
    degree = (found["which"] or found["than"]).lower() if found else ""
    if not (" " in degree or degree in ("worse", "worst") or _is_degree(lexicon, degree)):
        return []
    return [sentence("verdict.degree", degree=degree)]


def _is_degree(lexicon: Lexicon, word: str) -> bool:
    """Whether a word is a comparative or a superlative: no letter."""
    return any(name != word for name in lexicon.dictionary_forms(word, "a"))


def _fitting(lexicon: Lexicon, names: Sequence[str], entry: dict[str, Any], around: str) -> list[Said]:
    """Return which of the words fits each of the uses that a question names, if that is clear."""
    pieces = re.split(r"·|\b(?:do|should|can) (?:you|i|we)\b|[^\w' ·-]| - ", around, flags=re.IGNORECASE)
    is_of_each = len(_USES.findall(around)) > 1
    uses = [use for piece in pieces for use in _USES.split(piece)] if is_of_each else pieces
    # A word alone is another one of a list, rather than a use.
    parts = [use for use in uses if len([word for word in use.lower().split() if word not in _JOINTS]) > 1]
    hints = {hint: pos_hinted(part) for part in parts if (hint := hint_in(part))}
    if not is_of_each:
        hints = {hint: hints[hint] for hint in sorted(hints, key=len)[-1:]}
    fits = [found for hint, pos in hints.items() if (found := fitting_word(lexicon, names, hint, pos))]
    if hints and not fits:
        open_ = [sentence("verdict.gap_open")] if _ASKS_USE.search(around) else []
        return _by_words(lexicon, names, next(iter(hints))) or open_
    clearest = {found.word: found for found in sorted(fits, key=lambda each: each.lead)}
    fits = [found for found in fits if found in clearest.values()]
    shown = [sense["definition"] for word in entry["words"] for sense in word["senses"]]
    return [
        sentence(
            "verdict.fits" if found.lead >= CLEAR_LEAD else "verdict.fits_probably",
            hint=found.hint,
            word=found.word,
            definition=found.definition if found.definition not in shown else "",
        )
        for found in fits
    ]


def _by_words(lexicon: Lexicon, names: Sequence[str], hint: str) -> list[Said]:
    """Return the one word of which a definition or an example has a word of a short hint: a hen lays."""
    if len(hint.split()) > _SHORT:
        return []
    numbers = {name: number for name in names if (number := sense_by_words(lexicon, name, hint))}
    if len(numbers) != 1:
        return []
    [(name, number)] = numbers.items()
    term = Term(lexicon, name, for_reader=True)
    definition = term.definition(term.meanings[number - 1])
    return [sentence("verdict.fits_probably", hint=hint, word=readable(name), definition=definition)]
