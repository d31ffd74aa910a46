"""Questions for a word written by its sound: "how do you spell the bird that sounds like fezzant?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from workers.english.pieces import plain
from workers.english.understood import Understood
from workers.english.wording.sentences import sentence
from workers.meaning.word_search import word_search
from workers.wordnet.correction.respelling import sounding_like

if TYPE_CHECKING:
    from workers.english.term_finder import AskedTerm, TermFinder

_SOUNDS: Final = (
    r"(?:(?:that|which|it|is|are|it's|and) )*"
    r"(?:sounds?(?: (?:a bit|something|exactly|just|kind of|sort of))? like|sounding like"
    r"|(?:pronounced|said|spoken)(?: (?:like|as))?)"
)
# "The word pronounced “kernel” that means an army officer", "a group of singers, pronounced kwire".
_RESPELT: Final = re.compile(
    rf"\b(?:the|an?|which|what) (?P<thing>[\w' -]{{1,60}}?),? {_SOUNDS} "
    r"[\"'“]?(?P<written>(?!(?:an?|it|my|the|they|this|that|what|you)\b)[\w-]{2,})[\"'”]?"
    r"(?P<behind>(?=[ ?.!]*$|,| (?:and|but|describ\w+|for|is|like|mean\w*|spel\w+|that|which|written)\b)"
    r"[^\"“]*)$",
    re.IGNORECASE,
)
_WORD: Final = re.compile(
    r"^(?:(?:word|name|term|noun|verb|adjective|spelling)s?\b(?: (?:of|for)\b)? ?)?(?:(?:an?|the) )?"
)
_MEANING: Final = re.compile(
    r"^,? ?(?:(?:and|that|which|it|but) )*"
    r"(?:means?|meaning|for|describ(?:es|ing)|(?:is|as in|like)(?= (?:an?|the)\b)) (?P<meaning>[^?!;]+)",
    re.IGNORECASE,
)
_SPELT: Final = re.compile(r",? ?(?:actually |really |correctly )?(?:spel(?:t|led)|written)\b.*$|[ ?.!]+$")
_NEAR: Final = 1.3  # of sounds; farther words are others …
_NEAR_ALONE: Final = 0.9  # … and these are without a description
_SAME: Final = 0  # … and what sounds like another word sounds the same
_FITTING: Final = 0.4  # the least score of a word that may be described
_BY_SOUND: Final = 0.2  # of the score of a description that a distance of 1 weighs


def respelt(finder: TermFinder, text: str) -> list[Understood]:
    """Return the questions for the meaning and the spelling of a word that a text writes by its sound.

    There are none if the text names a word of WordNet, without what the other word is or means.
    """
    found = _RESPELT.search(plain(text))
    if not found:
        return []
    meaning, described = _MEANING.match(found["behind"]), _WORD.sub("", (found["thing"] or "").lower())
    described = " ".join(filter(None, (described, meaning and _SPELT.sub("", meaning["meaning"]))))
    is_word = finder.term(found["written"]) is not None
    if is_word and not described:
        return []  # "which word sounds like flour?"
    word = _word(finder, found["written"], described, _SAME if is_word and not meaning else _NEAR)
    if word is None:
        return []
    note = sentence("note.heard", typed=found["written"], word=word.shown)
    asked = Understood("definition", replace(word, note=note))
    return [asked, replace(asked, command="spelling", term=word)]


def _word(finder: TermFinder, written: str, described: str, most: float) -> AskedTerm | None:
    """Return the word that sounds as it is written, and fits the description best, if there is one."""
    heard = sounding_like(finder.lexicon, written)
    near = [each for each in heard if each.distance <= (most if described else _NEAR_ALONE)]
    if described and near:
        scores = word_search(finder.lexicon).scores(described).of_lemmas
        fits = {each: float(scores[finder.lexicon.number_of(each.name)]) for each in near}
        near = [each for each in near if fits[each] >= _FITTING]
        near.sort(key=lambda each: fits[each] - _BY_SOUND * each.distance, reverse=True)
    return finder.term(near[0].name) if near else None
