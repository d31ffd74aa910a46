"""The sentences that a verb forms: with or without an object, with a clause, with a preposition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from workers.commands.word_facts.prepositions import prepositions_in_place, takes_pronoun
from workers.wordnet.inflection.inflections import inflect
from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from workers.commands.term import Functions, Term

# Number of a frame in wninput(5WN) → the sentence; {s} is the verb's third person, {ing} its -ing form.
SENTENCES: Final = (
    "Something {s}", "Somebody {s}", "It is {ing}", "Something is {ing} + preposition",
    "Something {s} something + adjective or noun", "Something {s} + adjective or noun",
    "Somebody {s} + adjective", "Somebody {s} something", "Somebody {s} somebody", "Something {s} somebody",
    "Something {s} something", "Something {s} to somebody", "Somebody {s} on something",
    "Somebody {s} somebody something", "Somebody {s} something to somebody",
    "Somebody {s} something from somebody", "Somebody {s} somebody with something",
    "Somebody {s} somebody of something", "Somebody {s} something on somebody",
    "Somebody {s} somebody + preposition", "Somebody {s} something + preposition",
    "Somebody {s} + preposition", "Somebody's (body part) {s}", "Somebody {s} somebody to do something",
    "Somebody {s} somebody do something", "Somebody {s} that …", "Somebody {s} to somebody",
    "Somebody {s} to do something", "Somebody {s} whether to do something",
    "Somebody {s} somebody into doing something", "Somebody {s} something with something",
    "Somebody {s} do something", "Somebody {s} doing something", "It {s} that …",
    "Something {s} do something", "Somebody {s} at something", "Somebody {s} for something",
    "Somebody {s} on somebody", "Somebody {s} out of somebody",
)  # fmt: skip
# Frames with a noun phrase as the direct object, and frames in which nothing follows, or a preposition does.
_WITH_OBJECT: Final = frozenset([5, *range(8, 12), *range(14, 22), 24, 25, 30, 31])
_WITHOUT: Final = frozenset([1, 2, 3, 4, 12, 13, 22, 23, 27, 36, 37, 38, 39])
# WordNet's sentences with these words are for verbs with one of these frames: not "they suggest him to".
_NEEDS: Final = ((re.compile(r"\bhim to\b"), {24}), (re.compile(r"\bwith Sue\b"), {22, 13, 27, 38}))


def frames(term: Term) -> list[dict[str, Any]]:
    """Return one object for each meaning as a verb: its frames, and WordNet's example sentences.

    They are those of *lay* itself, though it is a form of *lie*, too.

    `transitive` says whether a frame has a direct object, `intransitive` whether one has none. If all
    examples have `prepositions` in place of the object ("count on me"), it is none.
    """
    inflected: dict[str, dict[str, str]] = {}
    verbs = [synset for synset in term.meanings if term.lexicon.pos(synset) == "v"]
    own = [synset for synset in verbs if term.word_in(synset) == term.form.lower()]
    return [_entry(term, term.sense_number(synset), synset, inflected) for synset in own or verbs]


def _entry(term: Term, number: int, synset: int, inflected: dict[str, dict[str, str]]) -> dict[str, Any]:
    """Return the object of one meaning; `inflected` keeps the forms of each verb for the next one."""
    lexicon = term.lexicon
    own = term.senses(synset)
    numbers = sorted({frame for sense in own for frame in lexicon.frame_numbers(sense)})
    base = term.word_in(synset)
    forms = inflected.get(base) or inflected.setdefault(base, _forms(term, base))
    is_transitive, is_intransitive = (not each.isdisjoint(numbers) for each in (_WITH_OBJECT, _WITHOUT))
    is_transitive = is_transitive or takes_pronoun(term, synset)
    is_clear = is_transitive and not is_intransitive
    prepositions = prepositions_in_place(term, synset) if is_clear else []
    entry = {
        "sense": number,
        "definition": term.definition(synset),
        "transitive": is_transitive and not prepositions,
        "intransitive": is_intransitive or bool(prepositions),
        "frames": [SENTENCES[frame - 1].format(**forms) for frame in numbers],
    }
    entry |= {"prepositions": prepositions} if prepositions else {}
    texts = [readable(text.strip()) for sense in own for text in lexicon.verb_sentences(sense)]
    sentences = [text for text in texts if _fits(text, set(numbers))]
    return {**entry, "sentences": sentences} if sentences else entry


def _forms(term: Term, base: str) -> dict[str, str]:
    return {
        key: readable(inflect(term.lexicon, base, form, "v")[0])
        for key, form in (("s", "third_person"), ("ing", "ing"))
    }


def _fits(text: str, numbers: set[int]) -> bool:
    return all(needed & numbers for pattern, needed in _NEEDS if pattern.search(text))


FUNCTIONS: Final[Functions] = {"frames": frames}
