"""The entries of `is_a`: two meanings, their relation, and the way from the first up to its class."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from workers.commands.comparison.classes import exclude, says_little
from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.commands.comparison.ancestors import Ways
    from workers.commands.term import Term
    from workers.wordnet.lexicon import Lexicon

# Relations of `is_a`, as its docs list them.
KIND, SAME, DEFINED, REVERSE, NONE = "kind", "same", "definition", "reverse", "none"


def way_instead(term: Term, ways: Ways, one: int, other: int) -> list[int]:
    """Return the way from `one` up to its class in place of `other`: below where the two meet.

    A whale and a fish meet at *vertebrate*; below that, the whale is a mammal.
    """
    meeting = ways.meeting(one, other)
    whole = ways.path(one, meeting[0] if meeting else ways.root(one))
    path = whole[:-1] if meeting else list(whole)
    while len(path) > 2 and path[-1] in says_little(term.lexicon):  # noqa: PLR2004 (the word and one above)
        path.pop()
    # A learned name, such as metatherian, gives way to one that people use: marsupial.
    last = next((at for at in range(len(path) - 1, 0, -1) if _is_used(term.lexicon, path[at])), len(path) - 1)
    return path[: last + 1] if len(path) > 1 else whole


def _is_used(lexicon: Lexicon, synset: int) -> bool:
    return bool(lexicon.synset_uses(synset)) or lexicon.words(synset)[0].lower() in lexicon.sounds


def apart(term: Term, ways: Ways, relation: str, one: int, other: int) -> dict[str, Any]:
    """Return the entry of two meanings of which none is above the other."""
    entry = entry_of(term, term.second, relation, (one, other), way_instead(term, ways, one, other))
    is_apart = relation == NONE and exclude(term.lexicon, ways, one, other)
    is_no = is_apart and not _may_be_called(term, ways, one, other)
    return {**entry, "exclusive": True} if is_no else entry


def _may_be_called(term: Term, ways: Ways, one: int, other: int) -> bool:
    """Whether a meaning is somehow called the second word, or this also names something wider than `other`.

    A panda is "in some classifications considered a member of the bear family", and a lamprey a jawless fish.
    Only as a second name, shellfish means mollusks alone.
    """
    lexicon, name = term.lexicon, term.second.word_in(other).lower()
    above = (word for synset in ways.above(one) if synset != one for word in lexicon.words(synset))
    is_second = not name.startswith(lexicon.words(other)[0].lower())
    shown, gloss = readable(name), term.definition(one).lower()
    is_mentioned = shown in gloss and re.search(rf"\b{re.escape(shown)}\b", gloss) is not None
    return is_second or is_mentioned or any(word.endswith(f"_{name}") for word in above)


def entry_of(
    term: Term, second: Term, relation: str, pair: tuple[int, int], path: Sequence[int]
) -> dict[str, Any]:
    one, other = pair
    is_yes = relation in (KIND, SAME, DEFINED)
    named = [term.word_in(path[0]), *[term.lexicon.words(synset)[0] for synset in path[1:]]]
    if path[-1] == other and len(named) > 1:
        named[-1] = second.word_in(other)
    return {
        "is_a": is_yes,
        "relation": relation,
        "path": named,
        "senses": [_sense(term, one), _sense(second, other)],
    }


def _sense(term: Term, synset: int) -> dict[str, Any]:
    return {
        "sense": term.sense_number(synset),
        "pos": term.lexicon.pos(synset),
        "lexname": term.lexicon.lexname(synset),
        "definition": term.definition(synset),
    }
