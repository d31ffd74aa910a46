"""The wording of answers about a word itself: whether it is one, its sound, spelling, forms and usage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from workers.commands.word_facts.little_words import with_apostrophe
from workers.commands.word_facts.marks.own_marks import claims_on, marks_said, own_marks
from workers.commands.word_facts.marks.usage_marks import TOPIC
from workers.english.wording.marks.mark_claims import mark_claims
from workers.english.wording.sentences import say
from workers.wordnet.correction.spelling import spelled_out
from workers.wordnet.names.spelled import readable, spelled
from workers.wordnet.names.wildcards import letter_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.english.term_finder import AskedTerm
    from workers.english.wording.sentences import Answer

    Found = dict[str, Any]  # an entry of a response

_MOST: Final = 3  # meanings, patterns or words of similar spelling
_FEW: Final = 3  # a verb is mostly intransitive if at most one in so many of its meanings has an object
_OF_FORM: Final = frozenset(["singular", "possessive"])  # forms of a word as it is, such as *children*
ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth")  # syllables that a stress is on


def is_word(answer: Answer) -> str:
    """Return the kinds of word that it is, or the nearest words with the reason for doubt."""
    [entry] = answer.found
    own = marks_said(answer.word.lower())
    if labels := entry.get("own_marks"):
        own = own or say("usage.marked_own", word="it", marked_own=say("usage.claim", labels=labels))
    return f"{_is_word(answer, entry)} {own}".strip()


def _is_word(answer: Answer, entry: Found) -> str:
    if "kind" in entry and "pos" not in entry:
        return answer.say("is_word.little", kind=entry["kind"])
    if "is_name" in entry and "of" not in entry and "kind" not in entry:
        return answer.say("is_word.name")
    if entry["in_wordnet"]:
        own = {label for mark in own_marks(answer.word.lower()) for label in mark.labels}
        is_doubtful = "nonstandard" in own.union(entry.get("own_marks", ()))
        key = "doubtful" if is_doubtful else "verb_form" if "plural" in entry else "known"
        return say(f"is_word.{key}", claims=_claims(answer, entry), **entry.get("plural", {}))
    if "instead" in entry:
        instead = entry["instead"]
        return say("is_word.no_plural" if "uncountable" in instead else "is_word.no_form", **instead)
    key = next((each for each in ("written", "misspells") if each in entry), "lacks")
    return answer.say(f"is_word.{key}", near=entry.get("nearest", [])[:_MOST], right=entry.get(key))


def _claims(answer: Answer, entry: Found) -> list[str]:
    claims = [answer.say("is_word.is_kind", kind=entry["kind"])] if "kind" in entry else []
    if "pos" in entry:
        pos = ["name"] if "is_name" in entry else entry["pos"]
        claims.append(answer.say("is_word.has", pos=pos, marks=entry.get("marks")))
    forms: dict[str, list[str]] = {}
    for each in entry.get("of", ()):
        forms.setdefault(each["of"], []).append(each["form"])
    said = [say("is_word.form", form=names, of=of) for of, names in forms.items()]
    if said:
        claims.append(answer.say("is_word.is_form_too" if claims else "is_word.is_form", forms=said))
    return claims


def usage(answer: Answer) -> str:
    """Return the marks of a word's meanings, WordNet's before our own, and how common it is."""
    [entry] = answer.found
    own = marks_said(answer.word.lower())
    if "kind" in entry:
        note = answer.asked.term.note if answer.asked.term else None
        kind = note.text if note else f"{answer.say('usage.kind', kind=entry['kind'])} {own}".strip()
        return f"{kind} {answer.say('usage.uncounted')}"
    if "frequency" not in entry:
        return answer.say("usage.marked_own", marked_own=claims_on(answer.word.lower()))
    is_one, is_form = entry["meanings"] == 1, entry["word"].lower() != answer.word.lower()
    topics = list(dict.fromkeys(label for sense in entry["senses"] for label in _topics(sense)))
    marked = mark_claims(entry, is_own=False)[:_MOST]
    of_form = own if is_form else ""  # what we say of *gotten* is not said of *get*
    own_claims = [*claims_on(answer.word.lower()), *mark_claims(entry, is_own=True)][:_MOST]
    marked_own = [] if of_form else own_claims
    is_unmarked = not (marked or marked_own or of_form or "offensive" in entry)
    shown = {
        "marked": marked,
        "marked_own": marked_own,
        "offends": "offensive" in entry,
        "topics": [] if is_form else topics[:_MOST],
        "frequency": entry["frequency"],
        "meaning" if is_one else "first_meaning": entry["definition"] if is_unmarked and not is_form else "",
        "form": answer.word if is_form and not of_form else "",
    }
    keys = [key for key, value in shown.items() if value]
    words = [entry["word"] if is_form else answer.word, *("it" for _ in keys[1:])]
    values = ({**entry, **shown, "word": word} for word in words)
    said = [say(f"usage.{key}", **each) for key, each in zip(keys, values, strict=True)]
    return " ".join(filter(None, [of_form, *said]))


def _topics(sense: Found) -> list[str]:
    return [mark["label"] for mark in sense["marks"] if mark["kind"] == TOPIC]


def frames(answer: Answer) -> str:
    """Return whether a verb takes an object, with a sentence for each way to use it."""
    found = answer.found
    ways = {way: _clearest(found, way) for way in ("transitive", "intransitive")}
    shown = [sense for sense in ways.values() if sense]
    verdict = next((way for way, sense in ways.items() if sense), "neither")
    number = sum(sense["transitive"] for sense in found)
    if len(shown) > 1:
        is_mostly_without = not found[0]["transitive"] and _FEW * number <= len(found)
        verdict = "mostly_without" if is_mostly_without else "some"
        if number == len(found):
            verdict = "both" if all(sense["intransitive"] for sense in found) else "all"
        shown = shown[:1] if shown[0] is shown[1] else sorted(shown, key=lambda sense: sense["sense"])
    said = answer.say(f"frames.{verdict}", number=number, total=str(len(found)))
    return " ".join([said, *map(_meaning, shown or found[:1])])


def _clearest(found: Sequence[Found], way: str) -> Found | None:
    """Return the first meaning that is only transitive, or only intransitive; else the first that can be."""
    able = sorted((sense for sense in found if sense[way]), key=lambda sense: "prepositions" in sense)
    clear = [sense for sense in able if not (sense["transitive"] and sense["intransitive"])]
    return next(iter(clear or able), None)


def _meaning(sense: Found) -> str:
    example = next(iter(sense.get("sentences", ())), "")
    behind = [f"{sense['frames'][0].rpartition(' ')[0]} {name} …" for name in sense.get("prepositions", ())]
    patterns = (behind or sense["frames"])[:_MOST]
    return say("frames.meaning", definition=sense["definition"], patterns=patterns, example=example)


def pronunciation(answer: Answer) -> str:
    """Return the pronunciations, each with the parts of speech or the meaning that have it."""
    ways: dict[tuple[tuple[str, ...], str], list[Found]] = {}
    for each in answer.found:
        ways.setdefault((tuple(each.get("pos", ())), each.get("meant", "")), []).append(each)
    place, numbers = _stressed(answer.found), sorted({each["syllables"] for each in answer.found})
    shown_ways = [
        say(
            "sound.way",
            spoken=[say("sound.spoken", **each) for each in found],
            pos=pos,
            meant=meant,
            place="" if place else _stressed(found),
        )
        for (pos, meant), found in ways.items()
    ]
    shown = numbers if numbers != [1] else ["one"]
    is_silent = any("silent" in each for each in answer.found)
    silent = [each.get("silent", answer.word) for each in answer.found] if is_silent else ()
    values = {"ways": shown_ways, "numbers": shown, "most": numbers[-1], "place": place, "silent": silent}
    return answer.say("sound.pronunciation", **values)


def _stressed(found: Sequence[Found]) -> str:
    """Return the place of the stress, if it is the same everywhere; nothing for one syllable."""
    if min(each["syllables"] for each in found) == 1:
        return ""
    stresses = found[0]["stressed"]
    is_clear = len(stresses) == 1 and all(each["stressed"] == stresses for each in found)
    return ORDINALS[stresses[0] - 1] if is_clear and stresses[0] <= len(ORDINALS) else ""


def spelling(answer: Answer) -> str:
    """Return the right spelling, letter by letter; for an unknown word, the nearest words and its letters."""
    word = right_spelling(answer.asked.term, answer.word, answer.found)
    if not word:
        key = "form.spelling_near" if answer.found else "nothing.spelling"
        return answer.say(key, names=answer.found, **_letters(answer.word))
    return say("form.spelling", word=word, **_letters(word))


def right_spelling(term: AskedTerm | None, word: str, found: Sequence[str]) -> str:
    """Return a word as it is spelt right, by the answer `found`, or nothing if that is unclear."""
    if term and term.note:
        return with_apostrophe(word.lower()) if word.islower() else word
    name, nearest = readable(term.name) if term else "", next(iter(found), "")
    if name != word.lower() and name.replace("-", " ") == word.lower().replace("-", " "):
        return name  # with WordNet's hyphens and blanks: mother-in-law
    if nearest and nearest.lower() == spelled(word.lower()):
        return word if nearest.islower() else readable(nearest)  # "Wednesday"
    if not (nearest and name):
        return ""
    # A form that only the rules make (occured); those of phrases are not checked.
    return word if " " in word else readable(nearest)


def _letters(word: str) -> dict[str, Any]:
    """Return the letters of a word and their number, and the number of words if it is more."""
    parts = word.split()
    return {
        "parts": f"{len(parts)} words" if parts[1:] else "",
        "letters": spelled_out(word),
        "count": letter_count(word.lower()),
    }


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
