"""The rules that read conditions: an expression for a part of a question, and the function that reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from workers.commands.conditions.fields import MOST, put
from workers.english.conditions.expressions import (
    BARE,
    COMMON,
    EXCEPT,
    HERE,
    KIND,
    MORE_ONES,
    MORE_RUNS,
    NEARLY,
    NO_ARTICLE,
    NOT,
    NUMBER,
    NUMBERS,
    ONE,
    ONES,
    ORDINALS,
    PLACE,
    PURPOSE,
    RUN,
    THE,
    THEN,
    TOGETHER,
)
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Callable

    from workers.commands.conditions.fields import Fields

    Read = Callable[[re.Match[str], Fields], bool]  # whether it could read the match

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


class Rule(NamedTuple):
    """One rule. The words of a weak one have other meanings outside of conditions."""

    expression: re.Pattern[str]
    read: Read
    is_weak: bool = False


def _count(match: re.Match[str], fields: Fields) -> bool:
    field = "syllables" if match["unit"].startswith(("syl", "beat")) else "letters"
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
    if unwanted := match.groupdict().get("except"):  # "with q but not qu"
        put(fields, "contains", (f"!{unwanted}",))
    return all(put(fields, side, letters) for side in sides[: 2 if match["also"] else 1])


def _followed(match: re.Match[str], fields: Fields) -> bool:
    """Read "q not followed by u", with "starting with" in front or not."""
    first, second = (match[name].strip("\"'") for name in ("first", "next"))
    both = f"{'!' * bool(match['not'])}{first}{second}"
    if match["starts"]:
        return put(fields, "starts", first) and put(fields, "contains", (both,))
    return put(fields, "contains", (first, both) if match["not"] else (both,))


def _place(match: re.Match[str], fields: Fields) -> bool:
    at = ORDINALS[match["place"]]
    if at > 0:
        return put(fields, "starts", _alternatives(match, "?" * (at - 1) + "{}"))
    return put(fields, "ends", _alternatives(match, "{}" + "?" * (-at - 1)))


def _contains(match: re.Match[str], fields: Fields) -> bool:
    letters = match["letters"]
    singles = _single(letters) or [letters]
    either = [",".join(singles)] if " or " in letters else singles  # "an x or a z"
    return letters not in _NO_LETTERS and put(fields, "contains", tuple(either))


def _contains_runs(match: re.Match[str], fields: Fields) -> bool:
    return put(fields, "contains", (_alternatives(match),))


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
    Rule(PURPOSE, lambda _match, _fields: True),
    _rule(
        rf"\b(?:that\s+|which\s+)?(?:also\s+)?rhym(?:es?|ing)\s+with\s+(?!what\b)(?:the\s+word\s+)?{RUN}",
        _rhyme,
    ),
    _rule(
        r"\b(?:without|with no|has no|have no|but no|but not|no|excluding|lacking|missing"
        r"|(?:do(?:es)?n'?t|do(?:es)? not|cannot|can'?t|not|never)\s+(?:contain|have|use|include)\w*)\s+"
        r"(?!i (?:mean|meant|want|need|said|asked)\b)"
        rf"{THE}(?:{ONES}|vowels?\b){HERE}",
        _without,
    ),
    _rule(
        r"(?:\b(?P<how>at least|at most|max(?:imum)?(?: of)?|min(?:imum)?(?: of)?"
        r"|(?:not? )?(?:more|less|fewer|longer|shorter) than|(?:not )?over|under|up to|exactly)\s+)?"
        rf"\b(?P<number>{NUMBER})(?:(?:\s+(?:to|(?P<or>or))\s+|\s*-\s*)(?P<most>{NUMBER}))?"
        r"(?P<plus>\+)?[- ]*(?P<unit>letter(?:s|ed)?|characters?|syllables?|syllabic"
        r"|beats?(?=\s+(?:only|words?|rhymes?|nouns?|verbs?|adjectives?|names?)\b))\b"
        r"(?P<word>[- ]words?\b)?"
        r"(?P<after>\s+(?:or\s+(?:more|less|fewer|longer|shorter|over|under)|at (?:most|least)"
        r"|(?:max|min)(?:imum)?\b))?",
        _count,
    ),
    _rule(r"\((\d\d?)\)", lambda match, fields: put(fields, "letters", (int(match[1]), int(match[1])))),
    _rule(  # "with sp at the beginning and t at the end"
        r"\b(?:with|have|has|having|got|and)\s+[\"']?(?P<letters>[a-z]{2,4})[\"']?\s+(?:at|in) the "
        r"(?:(?P<start>start|beginning|front)|end)\b",
        lambda match, fields: put(fields, "starts" if match["start"] else "ends", match["letters"]),
    ),
    _rule(
        rf"\b{PLACE}(?:\s+letters?)?(?:\s+(?:is|being|must be|of|=)|\s*[:=])?\s+(?P<not>not\s+|isn't\s+)?"
        rf"(?:{KIND}|(?:an?\s+(?=[\"']?[a-z]\b))?(?:the letter\s+)?"
        rf"(?P<letters>{ONE}{NO_ARTICLE}){MORE_ONES})",
        _place,
    ),
    _rule(
        rf"(?P<not>\bnot\s+|\bno\s+)?(?:{KIND}|(?P<letters>{ONE})(?P<more>))\s+(?:(?:is|as|at|in|for)\s+)+(?:the\s+|its\s+|an?\s+)?"
        rf"{PLACE}(?:\s+(?:letter|place|position|spot))?\b(?!\s+(?:gap|blank|space|square|box|dash))",
        _place,
    ),
    _rule(
        rf"{NOT}(?P<kind>(?!))?\b(?P<affix>prefix|suffix|(?:(?<=the )|(?<=an ))ending)(?:es)?\s+"
        rf"{RUN}{MORE_RUNS}",
        _affix,
        is_weak=True,
    ),
    _rule(
        r"(?:\b(?:(?P<starts>start|begin)\w*\s+with|with|has|have|having|contain\w*|where|in which)\s+)?"
        r"(?:(?:an?|the letter)\s+)?(?P<first>(?<!\w)[\"']?\b[a-z]\b[\"']?)\s+"
        r"(?:(?:that|which|is|and|but|are|(?P<not>not|never|isn't|without being))\s+)*"
        r"(?:(?:immediately|directly)\s+)?followed by\s+"
        r"(?:(?:an?|the letter)\s+)?(?P<next>[\"']?[a-z]\b[\"']?)",
        _followed,
    ),
    _rule(
        rf"{NOT}\b(?P<how>start|begin|end|finish)(?:s|ing|ning|es)?"
        rf"(?P<also>\s+and\s+(?:end|start|begin)\w*)?\s+(?:with|in|by|on)\s+(?:{KIND}|{THE}{RUN}{MORE_RUNS})"
        r"(?:,? but not (?:(?:with|in) )?[\"'-]?(?P<except>[a-z]{1,5})\b[\"'-]?)?",
        _edge,
    ),
    _rule(
        rf"{NOT}(?P<kind>(?!))?\b(?P<how>start|begin|end|finish)(?P<also>(?!))?(?:s|ing|ning|es)?\s+"
        rf"{BARE}{RUN}{THEN}(?P<more>)",
        _edge,
        is_weak=True,
    ),
    _rule(
        r"\b(?:(?:with|has|have|having|contain\w*|includ\w*)\s+)?(?:all|every)\s+(?:the\s+|five\s+)*vowels?\b"
        rf"{HERE}(?P<ordered>\s+in (?:\w+ )?order\b)?",
        _vowels,
    ),
    _rule(
        r"(?:\ban?\s+)?\b(?P<number>double|two|three|four|2|3|4)[- ](?P<letters>[a-z])\b(?:'?s\b)?"
        rf"(?P<joined>\s+{TOGETHER})?",
        _repeated,
    ),
    _rule(
        r"\b(?:(?:have|has|having|with|of)\s+(?:two|2)\s+words|(?:two|2)-word"
        r"|(?:contain(?:s|ing)?|have|has|having|with)\s+a\s+space)\b",
        lambda _match, fields: put(fields, "contains", ("_",)),
        is_weak=True,
    ),
    _rule(rf"\b(?:contain|includ|featur)\w*\s+{THE}{ONES}{HERE}", _contains),
    _rule(rf"{NOT}\b(?:contain|includ|featur)\w*\s+(?:{KIND}|{THE}{RUN}{MORE_RUNS}){HERE}", _contains_runs),
    _rule(
        rf"\b(?:with|has|have|having|got|there(?:'?s| is| are))\s+{THE}{ONES}{HERE}{THEN}",
        _contains,
        is_weak=True,
    ),
    _rule(
        rf"\b(?:(?<!do )with|has|have|having|got)\s+(?!to\b){THE}{RUN}{HERE}{THEN}", _contains, is_weak=True
    ),
    _rule(r"(?<!\w)(?:_[a-z_]+|[a-z]+__[a-z_]*|[a-z]+_|(?=[a-z ]*_)[a-z_](?: [a-z_]){2,})(?!\w)", _mask),
    _rule(r"(?<![\w?])(?=[a-z ]*\? [a-z?])[a-z?](?: [a-z?]){3,}(?!\w)", _mask),
    _rule(r"(?<!\w)[a-z]+_[a-z_]+(?!\w)", _mask, is_weak=True),
    _rule(r"(?<![\w-])(?=-*[a-z])(?:[a-z]{0,3}--+)+[a-z]{0,3}(?![\w-])", _mask),  # b---k
    _rule(r"(?<!\w)([b-hj-z])[- ]words\b", lambda match, fields: put(fields, "starts", match[1])),  # z words
    _rule(rf"\b{COMMON}\s+(?=(?:word|synonym|antonym|opposite|rhyme|one)s?\b)", _common),
    _rule(rf"\b{COMMON}\b", _common, is_weak=True),
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
