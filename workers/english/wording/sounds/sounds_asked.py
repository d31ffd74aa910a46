"""The short answers to questions for a sound, and what CMUdict can't tell about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from workers.commands.sounds import pronunciation, rhyming_ways
from workers.commands.term import Term
from workers.english.conditions.expressions import ONE, PLACE
from workers.english.conditions.expressions import ORDINALS as ORDINALS_READ
from workers.english.several.ways_to_say import CHANGES, of_all_ways
from workers.english.wording.sentences import if_any, say, sentence
from workers.english.wording.word_facts import ORDINALS
from workers.wordnet.pronunciation.heteronyms import sound_lacking
from workers.wordnet.pronunciation.phones import encode
from workers.wordnet.pronunciation.silent_letters import is_sounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Said
    from workers.english.term_finder import AskedTerm
    from workers.wordnet.lexicon import Lexicon

# What is different elsewhere: "in the UK", "with an s or with a k", "some people say".
_ELSEWHERE: Final = re.compile(
    r"\b(?:brit\w*|uk|england|american?s?|usa?|austral\w*|scot\w*|irish|canad\w*|dialects?"
    r"|accents?(?! (?:on|is|falls?|goes)\b)|(?:starts?|begins?|ends?) with|some people|everyone|everybody"
    r"|(?:said|say|pronounc\w+)\b.* or)\b",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    r"\bphonemes?\b|\b(?:how many|number of|count)\b(?: \w+){0,2}? ?(?:(?P<kind>vowel|consonant) )?sounds\b",
    re.IGNORECASE,
)
_STRESS: Final = re.compile(
    r"\b(?:stress\w*|emphasi\w+|accented|accent (?:is|on|falls?|goes)|(?:the|same) accent)\b", re.IGNORECASE
)
_WHICH: Final = re.compile(r"\b(?:which|what|where|syllables?)\b", re.IGNORECASE)
_STRESSED_AT: Final = re.compile(rf"\b{PLACE}[ -]syllable")
# "A silent t", "the silent letters", "is the w in sword silent", "is the w pronounced".
_SILENT: Final = re.compile(
    rf"\bsilent (?:letters?\b|(?P<letter>gh\b|{ONE}))|\bletters? (?:is|are) silent\b"
    rf"|(?P<other>\bgh\b|{ONE})(?! silent [\"']?(?:[a-z]|gh|letters?)\b)"
    r"[\"' ]+(?:(?:in|of|is|are|really|always)\b[\"' ]+)*(?:[\w-]+[\"' ]+)?"
    r"(?:silent|(?P<heard>pronounced|sounded)(?! (?:\w+ly|as|like|the|with)\b))\b"
)
_ASKS_YES: Final = re.compile(
    r"(?:.*[,:;?] )?(?:so|and|but|ok)?,? ?(?:is|are|do|does|can|has|have)\b", re.IGNORECASE
)


def if_it_changes(found: Sequence[dict[str, Any]], line: str) -> list[Said]:
    """Return whether the sound changes with the part of speech or the meaning, as a list of one, if asked."""
    asked = CHANGES.search(line) if _ASKS_YES.match(line) else None
    kinds = {(*each.get("pos", ()), each.get("meant", "")) for each in found}
    if not (asked and kinds - {("",)}):
        return []
    return [sentence("verdict.no" if asked["word"] == "same" else "verdict.is_so")]


def stressed_syllable(word: str, found: Sequence[dict[str, Any]], line: str) -> list[Said]:
    """Return which syllable is stressed, as a list of one, if that is asked of a word of several."""
    is_asked = _STRESS.search(line) and _WHICH.search(line) and not of_all_ways(line)
    if not is_asked or min(each["syllables"] for each in found) == 1:
        return []
    places = [place - 1 for each in found for place in each["stressed"]]
    names = [ORDINALS[place] for place in dict.fromkeys(places) if place < len(ORDINALS)]
    return if_any("verdict.stress", word=word, places=names)


def stressed_first(lexicon: Lexicon, terms: list[AskedTerm], text: str) -> list[AskedTerm]:
    """Return the terms of a question; those first that have the stress where it asks for it."""
    asked = _STRESSED_AT.search(text.lower()) if _STRESS.search(text) else None
    if asked is None:
        return terms
    place = ORDINALS_READ[asked["place"]]

    def is_stressed_there(term: AskedTerm) -> bool:
        ways = pronunciation(Term(lexicon, term.shown))
        return any(
            (place if place > 0 else each["syllables"] + 1 + place) in each["stressed"] for each in ways
        )

    return sorted(terms, key=is_stressed_there, reverse=True)


def asks_silent(text: str) -> bool:
    """Whether a question is for silent letters: "is debt spelt with a silent b?"."""
    asked = _SILENT.search(text.lower())
    return asked is not None and not asked["heard"]


def silent_letter(word: str, found: Sequence[dict[str, Any]], line: str) -> list[Said]:
    """Return whether a letter of a word is silent, or which are, as a list of one, if that is asked."""
    asked = _SILENT.search(line.lower())
    if not asked or (asked["heard"] and not _ASKS_YES.match(line)):
        return []
    letter = (asked["letter"] or asked["other"] or "").strip("\"'")
    ways = [set(re.findall(r"\((\w+)\)", each.get("silent", ""))) for each in found]
    if not letter:
        return if_any("verdict.silent_letters", word=word, letters=sorted(set.intersection(*ways)))
    name, values = word.lower(), {"word": word, "letter": letter}
    values |= {"yes": "No", "no": "Yes"} if asked["heard"] else {"yes": "Yes", "no": "No"}
    if letter not in name:
        return [sentence("verdict.silent_lacks", **values)]
    are_silent = [any(letter in part for part in silent) for silent in ways]
    if any(are_silent):
        return [sentence("verdict.silent" if all(are_silent) else "verdict.silent_partly", **values)]
    is_known = all(is_sounded(letter, name, encode(each["arpabet"])) for each in found)
    return [sentence("verdict.not_silent", **values)] if is_known else []


def sound_count(word: str, first: dict[str, Any], line: str) -> list[Said]:
    """Return how many sounds, vowels or consonants a pronunciation has, as a list of one, if asked."""
    asked = _COUNTED.search(line)
    if not asked:
        return []
    phones, kind = re.findall("[A-Z]+", first["arpabet"]), (asked["kind"] or "").lower()
    wanted = [phone for phone in phones if not kind or (phone[0] in "AEIOU") == (kind == "vowel")]
    amount = say("verdict.sound_count", count=len(wanted), kind=kind)
    return [sentence("verdict.sounds", word=word, amount=amount, phones=" ".join(wanted))]


def sound_alike(lexicon: Lexicon, one: str, other: str, line: str) -> list[Said]:
    """Return whether two words sound the same, or have the same stress if that is asked, as a list of one.

    Nothing if CMUdict lacks one of them.
    """
    first, second = (pronunciation(Term(lexicon, each)) for each in (one, other))
    if not (first and second):
        return []
    what, name = ("stressed", "stress") if _STRESS.search(line) else ("arpabet", "sound")
    ways, ways2 = ({str(each[what]): each for each in found} for found in (first, second))
    key = "alike" if ways.keys() == ways2.keys() else "apart" if ways.keys().isdisjoint(ways2) else "for_some"
    values: dict[str, Any] = {"word": one, "other": other}
    for word, found, others in ((one, ways, ways2), (other, ways2, ways)) if key == "for_some" else ():
        shared = next(each for way, each in found.items() if way in others)
        if others.keys() <= found.keys() and shared.keys() & {"pos", "meant"}:  # the verb desert
            key = "alike_as"
            values |= {"which": word, "pos": shared.get("pos", ()), "meant": shared.get("meant", "")}
    return [sentence(f"note.{name}_{key}", **values)]


def rhymes_only_as(lexicon: Lexicon, one: str, other: str) -> list[Said]:
    """Return the part of speech or the meaning as which alone a word rhymes with another: *wind*, a verb.

    Nothing if it rhymes in every way that it is said, or if CMUdict has no such difference.
    """
    rhyming = rhyming_ways(Term(lexicon, one, word2=other))
    sounds = [each["arpabet"] for each in rhyming]
    others = [each for each in pronunciation(Term(lexicon, one)) if each["arpabet"] not in sounds]
    kinds, other_kinds = (
        {(*each.get("pos", ()), each.get("meant")) for each in ways} for ways in (rhyming, others)
    )
    if not rhyming:
        return _lacking(one)
    if not others or not kinds.isdisjoint(other_kinds):
        return []
    pos = list(dict.fromkeys(name for each in rhyming for name in each.get("pos", ())))
    return [sentence("note.rhyme_as", word=one, pos=pos, meant=rhyming[0].get("meant", ""))]


def limits(word: str, line: str) -> list[Said]:
    """Return that the sounds are American, where another may be meant, and which of them is missing."""
    return [*_lacking(word), *([sentence("note.american")] if _ELSEWHERE.search(line) else [])]


def _lacking(word: str) -> list[Said]:
    """Return which of its sounds CMUdict lacks, as a list of one."""
    meant, other = sound_lacking(word) or ("", "")
    return if_any("note.sound_lacking", word=word, meant=meant, other=other)
