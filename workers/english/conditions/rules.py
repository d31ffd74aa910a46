"""The rules that read conditions: an expression for a part of a question, and the function that reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from workers.english.conditions.fields import MOST, put
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Callable

    from workers.english.conditions.fields import Fields

    Read = Callable[[re.Match[str], Fields], bool]  # whether it could read the match

NUMBERS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_ORDINALS: Final = {
    word: number
    for number, words in enumerate(
        ("first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th"), 1
    )
    for word in words.split()
} | {
    "last": -1, "final": -1, "second to last": -2, "second-to-last": -2, "penultimate": -2,
    "start": 1, "beginning": 1, "end": -1,
}  # fmt: skip
_VOWELS: Final = "aeiou"
# Words in the place of letters that are none.
_NO_LETTERS: Final = word_set(
    "all an any anything both capital consonant double each either every it letter letters more no not one"
    " other same silent some anything that the them these they this those two vowel vowels word words"
)
_ARTICLE: Final = re.compile(r"(?:(?<=, )|(?<=,)|(?<=and )|(?<=or ))an? (?=[\"']?[a-z]\b)")
_MORE: Final = re.compile(r"(?<!no )(?<!not )(?:(?:more|longer) than|(?<!or )over)")
_LEAST: Final = re.compile(r"at least|min|or (?:more|longer|over)|\+|not? (?:less|fewer|shorter)")
_LESS: Final = re.compile(r"(?<!no )(?<!not )(?:(?:less|fewer|shorter) than|(?<!or )under)")
_AT_MOST: Final = re.compile(r"at most|max|up to|not? (?:more|longer|over)|or (?:less|fewer|shorter|under)")

# In front of a word that a list leaves out.
EXCEPT: Final = (
    r"(?:aren'?t|isn'?t|(?:(?:are|is|but|and) )?not|except(?:ing)?(?: for)?|excluding|other than"
    r"|apart from|besides)"
)
# In front of "rhymes".
NEARLY: Final = re.compile(r"\b(?:near(?:ly)?|almost|slant|half|imperfect(?:ly)?|approximate)[ -]+(?=rhym)")

# What the words are for, which is no condition.
_PURPOSE: Final = re.compile(
    r"\bfor (?:my|our|a|the) (?:[a-z]+ ){0,2}(?:class|students?|pupils?|lesson|kids?|children|game|poem|song"
    r"|story|homework|project|school)\b"
)

_NUMBER: Final = rf"(?:\d\d?|{'|'.join(NUMBERS)})"
_PLACE: Final = f"(?P<place>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
_ONE: Final = r"[\"']?\b[a-z](?!\w|'[a-rt-z])[\"']?"  # a single letter: o, 'o', o's
_RUN: Final = r"[\"'*-]{0,2}(?P<letters>[a-z]{1,20})(?!\w|'[a-z])[\"'*-]*"
_EACH: Final = rf"{_ONE}(?=\s*(?:$|[|,/&.?!)]|(?:and|or|but|that|which)\b))"
# A further run of letters, which is no word of the question: "ing or ed", "s, ends with t".
_OTHER: Final = (
    r"[\"'*-]{0,2}(?!(?:has|have|is|are|with|that|the|not|no|end|ends|any|all|in|of|its)\b)[a-z]{1,4}"
    r"(?!\w|'[a-z]|\s+(?:as|is|at|with|letters?|syllables?)\b)[\"'*-]*"
)
_KIND: Final = r"(?:an?\s+)?(?P<kind>vowel|consonant)s?\b"
_NOT: Final = r"(?P<not>(?:\bnot|\bnever|\b\w+n't|\b(?:do|does|is|are|ca|must|should)nt)\s+)?"
_ONES: Final = rf"(?P<letters>{_ONE}(?:(?:\s*[,/&]\s*|\s+)(?:(?:and|or|nor|an?)\s+)*{_ONE})*)"
_THE: Final = (
    r"(?:(?:both|the|any|all|of|letters?|suffix|prefix|ending)\s+|an?\s+(?=[\"']?[a-z]\b|letters?\b))*"
)
_MORE_RUNS: Final = (
    rf"(?P<more>(?:\s*[,/]\s*{_THE}{_OTHER})*\s*,?\s*\bor\s+(?:(?:with|in|by)\s+)?{_THE}{_OTHER}"
    rf"|(?:\s*(?:[,/&]|,?\s*\band\b)\s*{_THE}{_EACH})+)?"
)
_MORE_ONES: Final = rf"(?P<more>(?:\s*(?:[,/]|,?\s*\bor\b)\s*{_THE}{_EACH})*)"
_TOGETHER: Final = r"(?:together|in a row|side by side|next to (?:each other|one another))\b"
_HERE: Final = (
    rf"(?:\s+(?:or\s+)?(?:(?:in (?:it|them|there|the middle)|somewhere|anywhere|inside)\b|{_TOGETHER}))*"
)
_THEN: Final = (
    r"(?=\s*(?:$|[|.,;:?!)]|(?:and|but|in|inside|that|which|with|without|ending|starting|beginning|as)\b))"
)
_COMMON: Final = (
    r"(?:(?:more|most|very)\s+)?(?:(?P<common>(?<!not )(?<!n't )(?<!nt )(?<!less )common|everyday|ordinary"
    r"|well[- ]known|familiar|simpler?|eas(?:y|ier)(?!\s+to\b)|plain)|rarer?|uncommon|unusual|obscure"
    r"|(?:not|less|least|\w+n't|(?:is|are)nt)\s+(?:(?:very|so|too|that)\s+)?common)"
)


class Rule(NamedTuple):
    """One rule. The words of a weak one have other meanings outside of conditions."""

    expression: re.Pattern[str]
    read: Read
    is_weak: bool = False


def _count(match: re.Match[str], fields: Fields) -> bool:
    field = "syllables" if match["unit"].startswith("syl") else "letters"
    if match["word"] and field == "letters":
        put(fields, "without", "_")  # a five-letter word is one word
    low, high = _number(match["number"]), _number(match["most"] or match["number"])
    how = f"{match['how'] or ''} {match['plus'] or ''} {match['after'] or ''}"
    if _MORE.search(how):
        low, high = low + 1, MOST
    elif _LEAST.search(how):
        high = MOST
    elif _LESS.search(how):
        low, high = 1, low - 1
    elif _AT_MOST.search(how):
        low = 1
    elif match["or"] and high > low + 1:  # "five or seven letters"
        return field == "letters" and put(fields, "pattern", f"{'?' * low},{'?' * high}")
    return low <= high and put(fields, field, (low, high))


def _number(word: str) -> int:
    return NUMBERS.get(word) or int(word)


def _single(letters: str) -> list[str]:
    """Return the letters of "x, y and a z", where the article is none of them."""
    return re.findall(r"\b[a-z]\b", _ARTICLE.sub("", letters.replace("'s", "")))


_BETWEEN: Final = re.compile(r"\b(?:or|and|with|in|by|the|letters?)\b|,")


def _without(match: re.Match[str], fields: Fields) -> bool:
    letters = _VOWELS if match["letters"] is None else "".join(dict.fromkeys(_single(match["letters"])))
    return put(fields, "without", letters)


def _alternatives(match: re.Match[str], form: str = "{}") -> str:
    """Return the letters of a match as in a Where: "b,c", or "!s" if they are negated; "" if they are none.

    `form` has a letter with its place: "??{}".
    """
    is_negated, kind, letters = bool(match["not"]), match["kind"], match["letters"]
    if kind:
        each, is_negated = list(_VOWELS), is_negated != (kind == "consonant")
    else:
        more = _BETWEEN.sub(" ", _ARTICLE.sub("", match["more"] or ""))
        each = [letters.strip("\"' "), *re.findall(r"[a-z]+", more)]
    return "!" * is_negated + ",".join(map(form.format, each)) if _NO_LETTERS.isdisjoint(each) else ""


def _affix(match: re.Match[str], fields: Fields) -> bool:
    return put(fields, "starts" if match["affix"] == "prefix" else "ends", _alternatives(match))


def _edge(match: re.Match[str], fields: Fields) -> bool:
    """Read "starts with", "ends in", or both in one."""
    letters, sides = _alternatives(match), ["starts", "ends"]
    if match["how"] not in ("start", "begin"):
        sides.reverse()
    return bool(letters) and all(put(fields, side, letters) for side in sides[: 2 if match["also"] else 1])


def _place(match: re.Match[str], fields: Fields) -> bool:
    at = _ORDINALS[match["place"]]
    if at > 0:
        return put(fields, "starts", _alternatives(match, "?" * (at - 1) + "{}"))
    return put(fields, "ends", _alternatives(match, "{}" + "?" * (-at - 1)))


def _contains(match: re.Match[str], fields: Fields) -> bool:
    letters = match["letters"]
    singles = _single(letters) or [letters]
    either = [",".join(singles)] if " or " in letters else singles  # "an x or a z"
    return letters not in _NO_LETTERS and put(fields, "contains", tuple(either))


def _contains_runs(match: re.Match[str], fields: Fields) -> bool:
    letters = _alternatives(match)
    return bool(letters) and put(fields, "contains", (letters,))


def _other_than(match: re.Match[str], fields: Fields) -> bool:
    return put(fields, "pattern", "!" + ",".join(_BETWEEN.sub(" ", match["words"]).split()))


def _vowels(match: re.Match[str], fields: Fields) -> bool:
    return put(fields, "contains", ("*".join(_VOWELS),) if match["ordered"] else tuple(_VOWELS))


def _repeated(match: re.Match[str], fields: Fields) -> bool:
    letter, is_double = match["letters"], match["number"] == "double"
    between = "" if is_double or match["joined"] else "*"
    count = 2 if is_double else _number(match["number"])
    return put(fields, "contains", (between.join(letter * count),))


def _rhyme(match: re.Match[str], fields: Fields) -> bool:
    return match["letters"] not in _NO_LETTERS and put(fields, "rhymes_with", match["letters"])


def _mask(match: re.Match[str], fields: Fields) -> bool:
    return put(fields, "pattern", re.sub("[_-]", "?", match[0].replace(" ", "")))


def _common(match: re.Match[str], fields: Fields) -> bool:
    return put(fields, "common", match["common"] is not None)


def _rule(source: str, read: Read, *, is_weak: bool = False) -> Rule:
    return Rule(re.compile(source), read, is_weak)


# In this order: each rule sees what those before it have left.
RULES: Final = (
    Rule(NEARLY, lambda _match, _fields: True),  # the command says it (see question.py)
    Rule(_PURPOSE, lambda _match, _fields: True),
    _rule(
        rf"\b(?:that\s+|which\s+)?(?:also\s+)?rhym(?:es?|ing)\s+with\s+(?!what\b)(?:the\s+word\s+)?{_RUN}",
        _rhyme,
    ),
    _rule(
        r"\b(?:without|with no|has no|have no|but no|but not|no|excluding|lacking|missing"
        r"|(?:do(?:es)?n'?t|do(?:es)? not|cannot|can'?t|not|never)\s+(?:contain|have|use|include)\w*)\s+"
        rf"{_THE}(?:{_ONES}|vowels?\b){_HERE}",
        _without,
    ),
    _rule(
        r"(?:\b(?P<how>at least|at most|max(?:imum)?(?: of)?|min(?:imum)?(?: of)?"
        r"|(?:not? )?(?:more|less|fewer|longer|shorter) than|(?:not )?over|under|up to|exactly)\s+)?"
        rf"\b(?P<number>{_NUMBER})(?:(?:\s+(?:to|(?P<or>or))\s+|\s*-\s*)(?P<most>{_NUMBER}))?"
        r"(?P<plus>\+)?[- ]*(?P<unit>letter(?:s|ed)?|characters?|syllables?|syllabic)\b"
        r"(?P<word>[- ]words?\b)?"
        r"(?P<after>\s+(?:or\s+(?:more|less|fewer|longer|shorter|over|under)|at (?:most|least)"
        r"|(?:max|min)(?:imum)?\b))?",
        _count,
    ),
    _rule(r"\((\d\d?)\)", lambda match, fields: put(fields, "letters", (int(match[1]), int(match[1])))),
    _rule(
        rf"\b{_PLACE}(?:\s+letters?)?(?:\s+(?:is|being|must be|of|=)|\s*[:=])?\s+(?P<not>not\s+|isn't\s+)?"
        rf"(?:{_KIND}|(?:an?\s+(?=[\"']?[a-z]\b))?(?:the letter\s+)?(?P<letters>{_ONE}){_MORE_ONES})",
        _place,
    ),
    _rule(
        rf"(?P<not>\bnot\s+|\bno\s+)?(?:{_KIND}|(?P<letters>{_ONE})(?P<more>))\s+(?:(?:is|as|at|in|for)\s+)+(?:the\s+|its\s+|an?\s+)?"
        rf"{_PLACE}(?:\s+(?:letter|place|position|spot))?\b",
        _place,
    ),
    _rule(
        rf"{_NOT}(?P<kind>(?!))?\b(?P<affix>prefix|suffix|(?:(?<=the )|(?<=an ))ending)(?:es)?\s+"
        rf"{_RUN}{_MORE_RUNS}",
        _affix,
        is_weak=True,
    ),
    _rule(
        rf"{_NOT}\b(?P<how>start|begin|end|finish)(?:s|ing|ning|es)?"
        rf"(?P<also>\s+and\s+(?:end|start|begin)\w*)?\s+(?:with|in|by|on)\s+(?:{_KIND}|{_THE}{_RUN}{_MORE_RUNS})",
        _edge,
    ),
    _rule(
        r"\b(?:(?:with|has|have|having|contain\w*|includ\w*)\s+)?(?:all|every)\s+(?:the\s+|five\s+)*vowels?\b"
        rf"{_HERE}(?P<ordered>\s+in (?:\w+ )?order\b)?",
        _vowels,
    ),
    _rule(
        r"\b(?P<number>double|two|three|four|2|3|4)[- ](?P<letters>[a-z])\b(?:'?s\b)?"
        rf"(?P<joined>\s+{_TOGETHER})?",
        _repeated,
    ),
    _rule(
        r"\b(?:(?:have|has|having|with|of)\s+(?:two|2)\s+words|(?:two|2)-word"
        r"|(?:contain(?:s|ing)?|have|has|having|with)\s+a\s+space)\b",
        lambda _match, fields: put(fields, "contains", ("_",)),
        is_weak=True,
    ),
    _rule(rf"\b(?:contain|includ|featur)\w*\s+{_THE}{_ONES}{_HERE}", _contains),
    _rule(
        rf"{_NOT}\b(?:contain|includ|featur)\w*\s+(?:{_KIND}|{_THE}{_RUN}{_MORE_RUNS}){_HERE}", _contains_runs
    ),
    _rule(rf"\b(?:with|has|have|having|got)\s+{_THE}{_ONES}{_HERE}{_THEN}", _contains, is_weak=True),
    _rule(rf"\b(?:(?<!do )with|has|have|having|got)\s+{_THE}{_RUN}{_HERE}{_THEN}", _contains, is_weak=True),
    _rule(r"(?<!\w)(?:_[a-z_]+|[a-z]+__[a-z_]*|[a-z]+_|(?=[a-z ]*_)[a-z_](?: [a-z_]){2,})(?!\w)", _mask),
    _rule(r"(?<![\w?])(?=[a-z ]*\? [a-z?])[a-z?](?: [a-z?]){3,}(?!\w)", _mask),
    _rule(r"(?<!\w)[a-z]+_[a-z_]+(?!\w)", _mask, is_weak=True),
    _rule(r"(?<![\w-])(?=-*[a-z])(?:[a-z]{0,3}--+)+[a-z]{0,3}(?![\w-])", _mask),  # b---k
    _rule(r"(?<!\w)([b-hj-z])[- ]words\b", lambda match, fields: put(fields, "starts", match[1])),  # z words
    _rule(rf"\b{_COMMON}\s+(?=(?:word|synonym|antonym|opposite|rhyme|one)s?\b)", _common),
    _rule(rf"\b{_COMMON}\b", _common, is_weak=True),
    _rule(
        r"\b(?:one|single)[- ]words?\b(?:\s+only)?|\bno phrases\b",
        lambda _match, fields: put(fields, "without", "_"),
        is_weak=True,
    ),
    _rule(
        rf"\b{EXCEPT}\s+(?:(?:the|an?|any|including|counting)\s+)*"
        r"(?P<words>[a-z][a-z-]+(?:(?:,|,? or|,? and) [a-z][a-z-]+)*)(?=\s*(?:$|[|.;?!)]))",
        _other_than,
        is_weak=True,
    ),
)
