"""The wording of answers about a word's sound, its spelling and its forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from workers.commands.word_facts.little_words import with_apostrophe
from workers.english.wording.sentences import say
from workers.wordnet.correction.spelling import spelled_out
from workers.wordnet.names.spelled import readable, spelled
from workers.wordnet.names.wildcards import letter_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.english.wording.answer import Answer

_OF_FORM: Final = frozenset(["singular", "possessive"])  # forms of a word as it is, such as *children*
ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth")  # syllables that a stress is on


def pronunciation(answer: Answer) -> str:
    """Return the pronunciations, each with the parts of speech that have it."""
    spoken: dict[tuple[str, ...], list[str]] = {}
    for each in answer.found:
        spoken.setdefault(tuple(each.get("pos", ())), []).append(say("sound.spoken", **each))
    ways = [say("sound.way", pos=pos, spoken=each) for pos, each in spoken.items()]
    numbers = sorted({each["syllables"] for each in answer.found})
    place = _stressed(answer.found) if numbers[0] > 1 else ""
    shown = numbers if numbers != [1] else ["one"]
    return answer.say("sound.pronunciation", ways=ways, numbers=shown, most=numbers[-1], place=place)


def _stressed(found: Sequence[dict[str, Any]]) -> str:
    """Return the place of the stress, if it is the same everywhere; else an empty string."""
    stresses = found[0]["stressed"]
    is_clear = len(stresses) == 1 and all(each["stressed"] == stresses for each in found)
    return ORDINALS[stresses[0] - 1] if is_clear and stresses[0] <= len(ORDINALS) else ""


def spelling(answer: Answer) -> str:
    """Return the right spelling, letter by letter; for an unknown word, the words nearest to it."""
    term, word, nearest = answer.asked.term, answer.word, answer.found[0]
    if term and term.note:
        word = with_apostrophe(word.lower()) if word.islower() else word
    elif nearest != spelled(word.lower()):
        if not (term and term.name):
            return answer.say("form.spelling_near", names=answer.found)
        # A form that only the rules make (occured); those of phrases are not checked.
        word = word if " " in word else readable(nearest)
    count = letter_count(word.lower())
    return say("form.spelling", word=word, letters=spelled_out(word), count=count)


def inflection(answer: Answer) -> str:
    """Return the forms of a word, as a sentence about a single form or as a list of all."""
    found = answer.found
    kinds = {entry["form"] for entry in found}
    keys = ("form.claim", "form.uncountable") if len(kinds) == 1 else ("form.one_of_all", "form.no_plural")
    own = {"of": answer.word} if kinds <= _OF_FORM else {}
    forms = [say(keys["uncountable" in entry], **{**entry, **own}) for entry in found]
    if len(kinds) > 1:
        return answer.say("form.all", forms=forms)
    as_verb = "v" if found[0]["pos"] == "v" else ""
    return answer.say("form.guessed" if "guessed" in found[0] else "form.known", claims=forms, pos=as_verb)
