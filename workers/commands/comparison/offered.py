"""The two phrases that a question offers to choose from: "is it by and large or by in large?"."""

from __future__ import annotations

import re
from typing import Final

from workers.commands.comparison.standing import is_spelt_alike
from workers.commands.word_facts.little_words import kind_of
from workers.wordnet.correction.folding import PLAIN

# In front of what a question offers, and the most words of that.
_ASKING: Final = re.compile(
    r"^(?:.*\b(?:say|write|use|correct|right|proper|is it|it be|spelled|spelt)\b[,:]? )?(?:(?:an?|the) )?"
)
_WORD: Final = re.compile(r"[\w'-]+")
_LAST: Final = re.compile(
    r"\b(?P<same>[\w']+) [\"'“]?(?P<one>[\w'-]+)[\"'”]*,? or (?:[\w'\"“]+ ){1,6}?(?P=same) [\"'“]?"
    r"(?!(?P=one)\b)(?P<other>[\w'-]+)[\"'”]*[?.!]*$",
    re.IGNORECASE,
)
# Behind an "or" that offers nothing: "the same or not".
_NOTHING: Final = frozenset(
    ["not", "no", "so", "what", "both", "something", "different", "same", "opposite", "opposites"]
)
_MOST_OFFERED: Final = 6
_MOST_BESIDE_ONE: Final = 2  # words of a phrase that is offered beside a single word


def offered(text: str) -> tuple[str, str] | None:
    """Return the two phrases that an "or" joins, as far as they are alike.

    >>> offered("is it by and large or by in large?"), offered("different from or than")
    (('by and large', 'by in large'), ('different from', 'different than'))
    """
    before, joint, behind = text.translate(PLAIN).lower().partition(" or ")
    left = _WORD.findall(re.split(r"[,.:;?!(]", _ASKING.sub("", before))[-1])
    right = _WORD.findall(re.split(r"[,.:;?!)]", _ASKING.sub("", behind))[0])[:_MOST_OFFERED]
    if not (joint and left and right) or right[0] in _NOTHING or len(left) > _MOST_OFFERED:
        return None
    for count in sorted(range(1, len(right) + 1), key=lambda count: abs(count - len(left))):
        other = right[:count]
        shared = [word for word in left if word in other and not kind_of(word)]
        if left[1:] and left != other and (shared or left[0] == other[0] or left[-1] == other[-1]):
            return " ".join(left), " ".join(other)
    is_one_word = is_spelt_alike("".join(left), "".join(right))  # scapegoat or escape goat
    if (right[1:] and not is_one_word) or len(left) > _MOST_BESIDE_ONE:
        return None
    other = [*left[:-1], *right] if kind_of(left[-1]) and kind_of(right[0]) else right
    return " ".join(left), " ".join(other)


def unlike(text: str) -> list[tuple[str, str]]:
    """Return the two words by which two phrases that a text offers differ, as a list of one if no others do.

    >>> unlike("the toast that burnt or the toast that burned"), unlike("burnt or toasted bread")
    ([('burnt', 'burned')], [])
    """
    one, other = (phrase.split() for phrase in offered(text) or ("", ""))
    if last := _LAST.search(text.translate(PLAIN)):  # "it is broke or that it is broken"
        return [(last["one"].lower(), last["other"].lower())]
    pairs = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    return pairs if len(pairs) == 1 and one[1:] and other[1:] else []
