"""The forms of verbs, also of compounds: "gave up", "double-parked"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workers.wordnet.inflection.irregular_verbs import irregular_verb
from workers.wordnet.inflection.spelling_rules import (
    LastStress,
    doubled,
    last_stress,
    with_ed,
    with_ing,
    with_s,
)
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Callable

    from workers.wordnet.lexicon import Lexicon

_THIRD_PERSON: Final = {"be": "is", "have": "has"}
_PREFIXES: Final = word_set("be de dis en im in inter mis non out over pre re sub trans un under up")
_WEAK_AT_END: Final = word_set("benefit")
_SHORTEST_HEADS: Final = {LastStress.SECONDARY: 3, LastStress.UNKNOWN: 4}
_SHORTEST_TAIL: Final = 3
# Verbs that keep or drop the "e" before "ing".
_WITH_OR_WITHOUT_E: Final = word_set("clue cue queue")


def third_person(lexicon: Lexicon, name: str) -> list[str]:
    """Return the third person singular of the present tense."""
    return _inflected(name, lambda verb: _third_person(lexicon, verb))


def ing(lexicon: Lexicon, name: str) -> list[str]:
    """Return the present participle, the American spelling first."""
    return _inflected(name, lambda verb: ["being"] if verb == "be" else _with_ending(lexicon, verb, "ing"))


def past(lexicon: Lexicon, name: str) -> list[str]:
    """Return the past tenses, the commonest first."""
    return _inflected(name, lambda verb: _past(lexicon, verb, 0))


def past_participle(lexicon: Lexicon, name: str) -> list[str]:
    """Return the past participles, the commonest first."""
    return _inflected(name, lambda verb: _past(lexicon, verb, 1))


def _inflected(name: str, forms_of: Callable[[str], list[str]]) -> list[str]:
    """Return the forms of a verb; of several words the first one is inflected, of hyphened ones the last."""
    words, gap, rest = name.partition("_")
    before, hyphen, verb = words.rpartition("-")
    return [f"{before}{hyphen}{form}{gap}{rest}" for form in forms_of(verb)]


def _third_person(lexicon: Lexicon, verb: str) -> list[str]:
    if verb in _THIRD_PERSON:
        return [_THIRD_PERSON[verb]]
    if verb.endswith(("go", "do")):
        return [f"{verb}es"]
    listed = [form for form in lexicon.listed_forms(verb, "v") if form.endswith(("sses", "zzes"))]
    like_noun = [form for form in lexicon.listed_forms(verb, "n") if form.endswith("oes")]
    return [*listed, *like_noun] or [with_s(verb, lexicon.sounds.phones(verb, "v"))]


def _past(lexicon: Lexicon, verb: str, which: int) -> list[str]:
    listed = lexicon.listed_forms(verb, "v")
    irregular = irregular_verb(verb, listed, lexicon.__contains__)
    if irregular:
        return list(irregular[which])
    others = [form for form in listed if form != verb and not form.endswith(("ed", "ing", "s"))]
    return [*_with_ending(lexicon, verb, "ed"), *others]


def _with_ending(lexicon: Lexicon, verb: str, ending: str) -> list[str]:
    """Return the regular form, and the one with a doubled consonant if WordNet lists that."""
    phones = lexicon.sounds.phones(verb, "v")
    regular = (with_ed if ending == "ed" else with_ing)(verb, phones)
    double = doubled(verb) + ending
    if verb in _WITH_OR_WITHOUT_E:
        return [regular, verb + ending] if ending == "ing" else [regular]
    if double == regular:
        return [regular]
    if double not in lexicon.listed_forms(verb, "v"):
        return [double if _ends_like_short_verb(lexicon, verb) else regular]
    # American spelling doubles no consonant of an unstressed syllable: "traveled".
    stress = last_stress(verb, phones)
    is_weak = stress == LastStress.NONE or verb in _WEAK_AT_END
    if stress == LastStress.UNKNOWN:
        is_weak = verb.endswith("l")
    if stress == LastStress.SECONDARY:
        is_weak = is_weak or verb.endswith(("et", "lel"))
    return [regular, double] if is_weak else [double]


def _ends_like_short_verb(lexicon: Lexicon, verb: str) -> bool:
    """Whether a verb that is not stressed at the end ends with one that doubles: "unclip", "shrinkwrap"."""
    shortest_head = _SHORTEST_HEADS.get(last_stress(verb, lexicon.sounds.phones(verb, "v")), len(verb))
    for at in range(2, len(verb) - _SHORTEST_TAIL + 1):
        head, tail = verb[:at], verb[at:]
        is_compound = (head in _PREFIXES and shortest_head < len(verb)) or (
            at >= shortest_head and head in lexicon
        )
        is_base = head == "be" and tail in lexicon  # "besot"
        if is_compound and (is_base or tail in lexicon.dictionary_forms(tail, "v")):
            return with_ed(tail, lexicon.sounds.phones(tail, "v")) == doubled(tail) + "ed"
    return False
