"""Lists of names by sense: those of the commonest sense first, so that no sentence mixes several senses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.english.wording.phrases import MOST_LISTED, capital, ended, some_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Sense


def by_sense(text: str, word: str, names: Sequence[str], senses: Sequence[Sense] = ()) -> str:
    """Return `text`, which has places for the word and its names, and a sentence on other senses.

    It lists as many names as a list that is not by sense, in the same order.
    """
    first = senses[0] if senses else None
    own = (first.synonyms or first.antonyms or first.words) if first else []
    if first is None or list(names[: len(own)]) != own:
        return text.format(word=word, Word=capital(word), names=some_of(names))
    said = text.format(word=word, Word=capital(word), names=some_of(own))
    if first.sense > 1:
        said += f" That is meaning {first.sense}: {ended(first.definition)}"
    others = names[len(own) :]
    if not others:
        return said
    shown = MOST_LISTED - len(own)
    if shown <= 0:
        return f"{said} Other meanings have {len(others)} more."
    return f"{said} In other meanings: {some_of(others, shown)}."
