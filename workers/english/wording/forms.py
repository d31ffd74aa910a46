"""The wording of answers about a word's sound, its spelling and its forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from workers.commands.word_facts.little_words import with_apostrophe
from workers.english.wording.phrases import capital, counted, listed, some_of, with_article
from workers.wordnet.correction.spelling import spelled_out
from workers.wordnet.names.spelled import readable, spelled
from workers.wordnet.names.wildcards import letter_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.english.understood import Understood

FORM_NAMES: Final = {
    "third_person": "third person",
    "past": "past tense",
    "past_participle": "past participle",
    "ing": "present participle",
}
_OF_FORM: Final = frozenset(["singular", "possessive"])  # forms of a word as it is, such as *children*
ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth")  # syllables that a stress is on


def pronunciation(_understood: Understood, word: str, found: Sequence[dict[str, Any]]) -> str:
    """Return the pronunciations, each with the parts of speech that have it."""
    ways: dict[str, list[str]] = {}
    for each in found:
        as_pos = " or ".join(with_article(letter) for letter in each.get("pos", ()))
        ways.setdefault(f" as {as_pos}" if as_pos else "", []).append(
            f"“{each['respelling']}” (/{each['ipa']}/)"
        )
    said = "; ".join(f"{' or '.join(spoken)}{as_pos}" for as_pos, spoken in ways.items())
    return f"{capital(word)} is pronounced {said}, {_syllables(found)}."


def _syllables(found: Sequence[dict[str, Any]]) -> str:
    """Return the numbers of syllables, and the place of the stress if it is the same everywhere."""
    numbers = sorted({each["syllables"] for each in found})
    said = f"{listed(list(map(str, numbers[:-1])), 'or')} or " if len(numbers) > 1 else ""
    said += counted(numbers[-1], "syllable")
    stresses = [each["stressed"] for each in found]
    one = stresses[0][0] if len(stresses[0]) == 1 else len(ORDINALS) + 1
    is_said = numbers[0] > 1 and one <= len(ORDINALS) and all(each == [one] for each in stresses)
    return f"{said}, stressed on the {ORDINALS[one - 1]}" if is_said else said


def rhyming(word: str, other: str, found: Sequence[str]) -> str:
    """Return whether two words rhyme.

    >>> rhyming("though", "cough", [])
    'No: though does not rhyme with cough.'
    """
    return f"Yes: {word} rhymes with {other}." if found else f"No: {word} does not rhyme with {other}."


def unpronounced(word: str) -> str:
    """Return the sentence for a word that the pronouncing dictionary lacks."""
    return f"CMUdict does not have “{word}”, so I can't say how it sounds."


def spelling(understood: Understood, word: str, found: Sequence[str]) -> str:
    """Return the right spelling, letter by letter; for an unknown word, the words nearest to it."""
    term = understood.term
    if term and term.note:
        word = with_apostrophe(word.lower()) if word.islower() else word
    elif found[0] != spelled(word.lower()) and term and term.name:
        # A form that only the rules make (occured); those of phrases are not checked.
        word = word if " " in word else readable(found[0])
    elif found[0] != spelled(word.lower()):
        return f"WordNet (2006) does not have “{word}”. Nearest to it: {some_of(found)}."
    letters = counted(letter_count(word.lower()), "letter")
    return f"The right spelling is “{word}”: {spelled_out(word)} ({letters})."


def inflection(_understood: Understood, word: str, found: Sequence[dict[str, Any]]) -> str:
    """Return the forms of a word, as a sentence about a single form or as a list of all."""
    guess = f"WordNet does not have “{word}”{_as_verb(found[0])}; by the rules, " * ("guessed" in found[0])
    forms = {entry["form"] for entry in found}
    if len(forms) == 1:
        said = " and ".join(_one_form(entry, word if forms <= _OF_FORM else entry["of"]) for entry in found)
        return f"{guess or capital(said[:1])}{said if guess else said[1:]}."
    said = "; ".join(_in_list(entry) for entry in found)
    return f"{capital(word)}: {said}."


def _as_verb(entry: dict[str, Any]) -> str:
    return " as a verb" if entry["pos"] == "v" else ""


def _one_form(entry: dict[str, Any], word: str) -> str:
    if "uncountable" in entry:
        return f"{word} has no plural, because it can't be counted"
    return f"the {_name(entry['form'])} of {word} is {listed(entry['words'], 'or')}"


def _in_list(entry: dict[str, Any]) -> str:
    return "no plural" if "uncountable" in entry else f"{_name(entry['form'])} {listed(entry['words'], 'or')}"


def _name(form: str) -> str:
    return FORM_NAMES.get(form, form)
