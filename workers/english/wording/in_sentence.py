"""The wording of answers about a word in a sentence: the meaning that fits, never more certain than it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workers.english.wording.phrases import ended, quoted, some_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Sense

PROBABLE: Final = 0.5  # the least likelihood of a meaning that is probably meant
_POSSIBLE: Final = 0.1  # and of another that is worth a mention


def in_sentence(command: str, word: str, senses: Sequence[Sense]) -> str:
    """Return the likeliest meaning, the next one if neither is probable, and the answer of a command."""
    first = senses[0]
    said = f"Here {quoted(word)} {_means(first)} {ended(first.definition)}"
    if command in ("definition", "overview"):
        others = [f"Or perhaps: {ended(each.definition)}" for each in senses[1:2] if _is_rival(first, each)]
        return " ".join([said, *others])
    return f"{said} {_ANSWERS[command](first) or _elsewhere(command, senses)}"


def _means(sense: Sense) -> str:
    return "probably means:" if (sense.likelihood or 0) >= PROBABLE else "may mean:"


def _is_rival(first: Sense, other: Sense) -> bool:
    return (first.likelihood or 0) < PROBABLE and (other.likelihood or 0) >= _POSSIBLE


def _synonyms(sense: Sense) -> str:
    return f"Other words for that: {some_of(sense.synonyms)}." if sense.synonyms else ""


def _antonyms(sense: Sense) -> str:
    return f"The opposite of that: {some_of(sense.antonyms)}." if sense.antonyms else ""


def _examples(sense: Sense) -> str:
    return f"For example: {quoted(sense.examples[0])}." if sense.examples else ""


def _elsewhere(command: str, senses: Sequence[Sense]) -> str:
    names = list(dict.fromkeys(name for sense in senses for name in getattr(sense, command)))
    if command == "examples":
        return f"WordNet has no example of that; of another meaning: {quoted(names[0])}."
    missing = "other word" if command == "synonyms" else "opposite"
    return f"WordNet has no {missing} for that; for other meanings: {some_of(names)}."


_ANSWERS: Final = {"synonyms": _synonyms, "antonyms": _antonyms, "examples": _examples}
