"""What each rule reads: the match of its expression becomes fields of a Where.

Each function returns whether it could read the match.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workers.commands.conditions.fields import MOST, put
from workers.english.conditions.expressions import ORDINALS, number_of
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Callable

    from workers.commands.conditions.fields import Fields

    Read = Callable[[re.Match[str], Fields], bool]

_VOWELS: Final = "aeiou"
# Words in the place of letters that are none.
_NO_LETTERS: Final = word_set(
    "all an any anything both capital consonant double each either every it letter letters more no not"
    " one exactly just only other same silent some anything that the them these they this those two vowel"
    " vowels word words"
)
# Words that are letters in quotes or at the end of a question: "ending in all".
_QUANTIFIERS: Final = word_set("all any not no one some the")
_AT_END: Final = re.compile(r"[\"'*-]*\s*(?:$|[|,.;?!)])")
_ARTICLE: Final = re.compile(r"(?:(?<=, )|(?<=,)|(?<=and )|(?<=or ))an? (?=[\"']?[a-z]\b)")
_ABSENT: Final = re.compile("gr|e[lx]|out|not")  # what is said of a letter that is not in the word
_EXACT: Final = re.compile(r"exactly|only|just")
_ANYWHERE: Final = re.compile(r"\b(?:somewhere|anywhere|or)\b")
_OFF: Final = re.compile(r".*[ ,](?:not|never|neither|except|\w+n't|dont|doesnt)\s+(.*)")
_BETWEEN: Final = re.compile(r"\b(?:or|and|with|in|by|the|letters?)\b|,")
# What is said of a number → the bounds that it sets; the first that fits counts.
_BOUNDS: Final[tuple[tuple[str, Callable[[int, int], tuple[int, int]]], ...]] = (
    (r"(?<!no )(?<!not )(?:(?:more|longer) than|(?<!or )over)", lambda number, _: (number + 1, MOST)),
    (r"at least|min|or (?:more|longer|over)|\+|not? (?:less|fewer|shorter)", lambda low, _: (low, MOST)),
    (r"(?<!no )(?<!not )(?:(?:less|fewer|shorter) than|(?<!or )under)", lambda number, _: (1, number - 1)),
    (r"or so|around|about|roughly", lambda number, _: (max(number - 1, 1), number + 1)),
    (
        r"at (?:the )?(?:most|outside)|max|tops|up to|not? (?:more|longer|over)"
        r"|or (?:less|fewer|shorter|under)",
        lambda _, high: (1, high),
    ),
)


def count(match: re.Match[str], fields: Fields) -> bool:
    field = "syllables" if match["unit"].startswith(("syl", "beat")) else "letters"
    if match["word"] and field == "letters":
        put(fields, "without", "_")  # a five-letter word is one word
    low, high = number_of(match["number"]), number_of(match["most"] or match["number"])
    how = f"{match['how'] or ''} {match['plus'] or ''} {match['after'] or ''}"
    bounds = next((bounds for said, bounds in _BOUNDS if re.search(said, how)), None)
    if bounds:
        low, high = bounds(low, high)
    elif match["or"] and high > low + 1:  # "five or seven letters"
        return field == "letters" and put(fields, "pattern", f"{'?' * low},{'?' * high}")
    return low <= high and put(fields, field, (low, high))


def longer(match: re.Match[str], fields: Fields) -> bool:
    """Read "longer than 4", which counts letters."""
    number = number_of(match["number"])
    return put(fields, "letters", (number + 1, MOST) if match["how"] == "longer" else (1, max(number - 1, 1)))


def _single(letters: str) -> list[str]:
    """Return the letters of "x, y and a z", where the article is none of them."""
    return re.findall(r"\b[a-z]\b", _ARTICLE.sub("", letters.replace("'s", "")))


def without(match: re.Match[str], fields: Fields) -> bool:
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
    found = "!" * is_negated + ",".join(map(form.format, each))
    return found if kind or _no_letters(match).isdisjoint(each) else ""


def _no_letters(match: re.Match[str]) -> frozenset[str]:
    """Return the words that are none of the letters of a match."""
    is_quoted = match.string[max(match.start("letters") - 1, 0)] in "\"'"
    return _NO_LETTERS - (
        _QUANTIFIERS if is_quoted or _AT_END.match(match.string, match.end("letters")) else set()
    )


def edge(match: re.Match[str], fields: Fields) -> bool:
    """Read "starts with", "the suffix", or both sides in one."""
    letters, sides = _alternatives(match), ["starts", "ends"]
    if match["how"] not in ("start", "begin", "prefix"):
        sides.reverse()
    if unwanted := match.groupdict().get("except"):  # "with q but not qu"
        put(fields, "contains", (f"!{unwanted}",))
    if match["how"] in ("prefix", "suffix") and not match["not"]:
        put(fields, "shape", "derived")
    return all(put(fields, side, letters) for side in sides[: 2 if match["also"] else 1])


def followed(match: re.Match[str], fields: Fields) -> bool:
    """Read "q not followed by u", with "starting with" in front or not."""
    first, second = (match[name].strip("\"'") for name in ("first", "next"))
    both = f"{'!' * bool(match['not'])}{first}{second}"
    if match["starts"]:
        return put(fields, "starts", first) and put(fields, "contains", (both,))
    return put(fields, "contains", (first, both) if match["not"] else (both,))


def place(match: re.Match[str], fields: Fields) -> bool:
    at = ORDINALS[match["place"]]
    if match["both"] and not put(fields, "ends", _alternatives(match)):
        return False
    if at == 0:
        return put(fields, "contains", (_alternatives(match, "?{}?"),))
    if at > 0:
        return put(fields, "starts", _alternatives(match, "?" * (at - 1) + "{}"))
    return put(fields, "ends", _alternatives(match, "{}" + "?" * (-at - 1)))


def elsewhere(match: re.Match[str], fields: Fields) -> bool:
    """Read "yellow e in third place" and "an e, but not in third place"; "e isn't third" says less."""
    at, letter = ORDINALS[match["place"]], (match["yellow"] or match["letter"]).strip("\"'")
    side, mask = ("starts", "?" * (at - 1) + letter) if at > 0 else ("ends", letter + "?" * (-at - 1))
    return (match["only"] is not None or put(fields, "contains", (letter,))) and put(fields, side, f"!{mask}")


def coloured(match: re.Match[str], fields: Fields) -> bool:
    """Read "yellow e", "r and s are grey", or "o and u in it"."""
    letters = match.groupdict().get("run") or "".join(_single(match["letters"]))
    if _ABSENT.match(match["how"]):
        return put(fields, "without", letters)
    return put(fields, "contains", tuple(letters))


def contains(match: re.Match[str], fields: Fields) -> bool:
    letters, form = match["letters"], _form(match)
    singles = [form.format(each) for each in _single(letters) or [letters]]
    if match[0].endswith(" order"):  # "f, g and h in that order"
        singles = ["*".join(singles)]
    either = [",".join(singles)] if " or " in letters else singles  # "an x or a z"
    return letters not in _NO_LETTERS and put(fields, "contains", tuple(either)) and _off_edges(match, fields)


def contains_each(match: re.Match[str], fields: Fields) -> bool:
    """Read every letter of a word, as often as it has it."""
    letters = match["letters"]
    return put(
        fields, "contains", tuple("*".join(each * letters.count(each)) for each in dict.fromkeys(letters))
    )


def contains_runs(match: re.Match[str], fields: Fields) -> bool:
    return put(fields, "contains", (_alternatives(match, _form(match)),)) and _off_edges(match, fields)


def _off_edges(match: re.Match[str], fields: Fields) -> bool:
    """Read "but not at the start or end", or "but do not end with it", behind letters."""
    off = _OFF.match(match[0])
    letters = match["letters"].strip("\"' ") if match["letters"] else ""
    wanted = (
        {"starts": "start|begin|front|edge", "ends": "end|edge|finish"} if off and letters.isalpha() else {}
    )
    return all(
        put(fields, side, f"!{letters}") for side, said in wanted.items() if off and re.search(said, off[1])
    )


def _form(match: re.Match[str]) -> str:
    """Return the form of letters "in the middle", with others around them, or of letters anywhere."""
    is_inside = "in the middle" in match[0] and not _ANYWHERE.search(match[0])
    return "?{}?" if is_inside else "{}"


def other_than(match: re.Match[str], fields: Fields) -> bool:
    words = _BETWEEN.sub(" ", re.sub("[\"']", "", match["words"])).split()
    return put(fields, "pattern", "!" + ",".join(words))


def silent(match: re.Match[str], fields: Fields) -> bool:
    """Read "beginning with a silent k", or "a silent k"."""
    letter = match["letters"].strip("\"'")
    edge = {"": "", "e": "ends"}.get((match["how"] or "")[:1], "starts")
    return put(fields, "silent", letter) and (not edge or put(fields, edge, letter))


def shape(shape: str) -> Read:
    return lambda _match, fields: put(fields, "shape", shape)


def vowels(match: re.Match[str], fields: Fields) -> bool:
    if match["once"]:
        return put(fields, "shape", "each_vowel")
    return put(fields, "contains", ("*".join(_VOWELS),) if match["ordered"] else tuple(_VOWELS))


def repeated(match: re.Match[str], fields: Fields) -> bool:
    """Read how often a letter is there: at least so often, unless the number is a most or exact."""
    letter, is_double = match["letters"].strip("\"'"), match["number"] == "double"
    if side := match.groupdict().get("side"):
        return put(fields, "starts" if side in ("start", "begin") else "ends", letter * 2)
    between = "" if is_double or match["joined"] else "*"
    low = 2 if is_double else number_of(match["number"])
    high, how = MOST, f"{match['how'] or ''} {match['after'] or ''}"
    is_exact = _EXACT.search(how) is not None
    if bounds := next((bounds for said, bounds in _BOUNDS if re.search(said, how)), None):
        low, high = bounds(low, low)
    elif is_exact:
        high = low
    wanted = [between.join(letter * low)] * (is_exact or high == MOST)
    unwanted = [f"!{between.join(letter * (high + 1))}"] * (high < MOST)
    return put(fields, "contains", (*wanted, *unwanted))


def sound(match: re.Match[str], fields: Fields) -> bool:
    """Read the letters of "ough sounds like uff", but not how they sound."""
    side = {"": "contains", "e": "ends", "f": "ends"}.get((match["how"] or "")[:1], "starts")
    letters = match["letters"] or match["qualified"] or match["plain"]
    put(fields, side, (letters,) if side == "contains" else letters)
    return False


def only_vowel(match: re.Match[str], fields: Fields) -> bool:
    """Read "y but no other vowel": that vowel, and none of the others."""
    letter = (match["letters"] or "").strip("\"'")
    others = "".join(vowel for vowel in _VOWELS if vowel != letter)
    return put(fields, "without", others) and (not letter or put(fields, "contains", (letter,)))


def rhyme(match: re.Match[str], fields: Fields) -> bool:
    return match["letters"] not in _no_letters(match) and put(fields, "rhymes_with", match["letters"])


def mask(match: re.Match[str], fields: Fields) -> bool:
    return put(fields, "pattern", re.sub("[_-]", "?", match[0].replace(" ", "")))


def common(match: re.Match[str], fields: Fields) -> bool:
    return put(fields, "common", match["common"] is not None)
