"""The notes before an answer: corrected spelling, dictionary forms, the answered part of a phrase."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from shared.catalog import BY_NAME
from shared.messages import Said
from workers.commands.comparison.offered import offered
from workers.commands.descriptions import hopeful
from workers.commands.term import Term
from workers.commands.word_facts.forms.form_examples import Shown, form_examples
from workers.commands.word_facts.little_words import kind_of
from workers.commands.word_facts.marks.asked_labels import countries_in
from workers.commands.word_facts.marks.own_marks import marks_said
from workers.commands.word_facts.named_sense import sense_named
from workers.commands.word_facts.other_spellings import other_spellings
from workers.english.conditions.affixes import affix_meant
from workers.english.conditions.loosened import COMMON
from workers.english.conditions.superlatives import claimed_word
from workers.english.games.word_games import is_of_scrabble
from workers.english.pieces import plain, quoted
from workers.english.wording.sentences import if_any, say, sentence
from workers.english.wording.sounds.sounds_asked import limits, rhymes_only_as, sound_alike
from workers.wordnet.correction.folding import letters
from workers.wordnet.correction.hangul import is_korean
from workers.wordnet.frequency import times_written
from workers.wordnet.names.national_spellings import by_country
from workers.wordnet.names.spelled import spelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shared.messages import Match
    from workers.english.term_finder import AskedTerm, TermFinder
    from workers.english.understood import Understood
    from workers.wordnet.lexicon import Lexicon

_NOW: Final = re.compile(
    r"\b(?:now|nowadays|today|these days|any ?more|still|lately|recently)\b", re.IGNORECASE
)
_ARTICLE: Final = re.compile(r"^(?:an?|the) ")
# The meaning that a form is asked for: "as in recline", "(an execution)".
_HINT: Final = re.compile(
    r"(?:\b(?:as in|in the sense of|meaning|when it(?:'s| is)(?: about)?|when (?:you|it) means?|for|about"
    r"|speak of) |\()(?:an? |the |to )?([\w'-]+(?: [\w'-]+){0,6}?)(?= ?[,;:?.!)(]| [-\u2013\u2014] |$)",
    re.IGNORECASE,
)
_SAME: Final = 4  # letters at the start of two forms of a little word: toward, towards


def notes_on(
    finder: TermFinder, understood: Understood, lemma: str | None, text: str, short: Sequence[Said] = ()
) -> list[Said]:
    """Return the notes on both terms of a question.

    `lemma` is the dictionary form of the first term, if the reply found another word for it. A short answer
    on a whole class, such as a male animal, needs no note on its last word.
    """
    command = BY_NAME[understood.command]
    if command.name == "pronunciation" and understood.term and understood.term2:  # "do … sound the same?"
        words = (understood.term.shown, understood.term2.shown)
        return sound_alike(finder.lexicon, *words, understood.around(text))
    terms = [(understood.term, lemma), (understood.term2, None)]
    if command.name == "help" or command.is_literal:
        return []
    if command.is_about_form and not command.needs_second_word:
        return [note for term, _ in terms if term for note in _correction(term)]
    known = [(term, own) for term, own in terms if term and term.name]
    notes = [note for term, own in known for note in _notes(finder, command.name, term, own)]
    is_of_whole = command.name == "is_a" and short
    return [note for note in notes if not (is_of_whole and note.key == "part")]


def _notes(finder: TermFinder, command: str, term: AskedTerm, lemma: str | None) -> Iterator[Said]:
    if term.note and command not in ("difference", "usage"):  # they say themselves what a little word is
        yield term.note
    if not (command == "difference" and kind_of(term.part_of.removeprefix(term.shown).strip())):  # "boot of"
        yield from if_any("note.part", phrase=term.part_of, word=term.shown)
    yield from _correction(term)
    if command not in ("lemmatizer", "difference"):
        yield from if_any("note.form", word=term.shown, forms=_forms(finder, term, lemma))


def _correction(term: AskedTerm) -> Iterator[Said]:
    if term.corrected:
        key = "note.keyboard" if is_korean(term.typed) else "note.corrected"
        yield sentence(key, typed=term.typed, word=term.shown)


def _forms(finder: TermFinder, term: AskedTerm, lemma: str | None) -> list[str]:
    """Return the dictionary forms that were looked up in place of the term, if it is inflected."""
    name = term.name
    if term.note:
        return []  # "us" is no plural of "u"
    if name not in finder.lexicon:
        return Term(finder.lexicon, name, for_reader=True).lemmas
    if letters(name) != letters(term.shown) and not (term.corrected or term.part_of):
        return [name]  # "pared down" → pare down
    return [lemma] if lemma and lemma != name else []


def doubt_of(understood: Understood, matches: Sequence[Match] | None) -> list[Said]:
    """Return the note that no word is likely to fit a description, unless the reply goes on with a list."""
    if not matches or understood.offset or matches[0].likelihood >= hopeful(understood.where):
        return []
    return [sentence("note.unsure")]


def notes_behind(lexicon: Lexicon, understood: Understood, found: Sequence[Any], text: str) -> list[Said]:
    """Return the notes behind an answer: conditions that no rule reads, other lists, spellings or forms."""
    command, term = understood.command, understood.term
    notes = affix_meant(understood, text)
    notes += if_any("note.unread", conditions=understood.unread)
    notes += if_any("note.unmet", conditions=[each for each in understood.unmet if each != COMMON])
    notes += [sentence("note.none_common")] * (COMMON in understood.unmet)
    if is_of_scrabble(understood, text):
        return [*notes, sentence("note.scrabble" if command == "is_word" else "note.scrabble_list")]
    notes += if_any("note.nearest", conditions=understood.nearest)
    if understood.superlative and not claimed_word(text):
        notes.append(sentence(f"note.{understood.superlative}"))
    if command in ("definition", "usage") and _NOW.search(understood.around(text)):
        has_own = command == "usage" and any("own" in entry for entry in found)
        notes += [] if has_own else [sentence("note.dated")]
    elif command == "pos" and len(found) > 1 and any(len(each.split()) > 1 for each in quoted(text)):
        notes.append(sentence("note.which_part"))
    elif command == "difference" or (command == "inflect" and not found):
        notes += times_offered(lexicon, text, understood)
    elif command == "inflect":
        notes += chain(*(_on_forms(lexicon, entry, text) for entry in found if entry["words"][1:]))
    elif command == "rhymes" and term and understood.term2:
        notes += rhymes_only_as(lexicon, term.shown, understood.term2.shown)
    elif command == "spelling" and term and term.name:
        notes += if_any("note.variants", word=term.shown, names=other_spellings(Term(lexicon, term.name)))
    return notes + _own_notes(understood, text) if found else notes


def _own_notes(understood: Understood, text: str) -> list[Said]:
    """Return our own marks on a word that is defined, or the limits of CMUdict."""
    word = understood.term.shown if understood.term else ""
    if understood.command == "pronunciation":
        return limits(word, understood.around(text))
    marks = marks_said(word) if understood.command == "definition" and not understood.sentence else ""
    return [Said("own_marks", [word], marks)] if marks else []


def _on_forms(lexicon: Lexicon, entry: dict[str, Any], text: str) -> list[Said]:
    """Return where WordNet's examples have which of several forms, or how often it writes those offered."""
    if countries_in(text):
        are_spellings = len({word[-2:] for word in entry["words"]}) == 1  # not smelled and smelt
        known = by_country(entry["words"]) if are_spellings else {}
        values = {"american": known["American"], "british": known["British"]} if known else {}
        return [sentence("verdict.countries" if known else "note.no_country", **values)]
    words, term = entry["words"], Term(lexicon, spelled(entry["of"]), entry["pos"], for_reader=True)
    examples = form_examples(term, words)
    shown = [say("form.example", **each._asdict()) for each in examples]
    chosen = [word for word in words if word in text] if " or " in text else []
    said = [*_fitting(term, examples, text), *if_any("form.examples", examples=shown)]
    return said or _times(lexicon, chosen)


def _fitting(term: Term, examples: Sequence[Shown], text: str) -> list[Said]:
    """Return which of the forms the meaning has that a question names: "the past of lie, as in recline"."""
    for hint in _HINT.finditer(plain(text)) if examples else ():
        number = sense_named(term.lexicon, term.form, hint[1], term.pos)
        meant = term.definition(term.meanings[number - 1]) if number else ""
        for word in (each.word for each in examples if each.definition == meant):
            return [sentence("verdict.fits", hint=hint[1], word=word, definition="")]
    return []


def times_offered(lexicon: Lexicon, text: str, understood: Understood) -> list[Said]:
    """Return how often WordNet's own texts have each of two phrases that a question offers.

    "Flammable and inflammable, the same or opposites?" offers none: the "or" does not join its terms.
    """
    phrases = [_ARTICLE.sub("", phrase) for phrase in offered(text) or ()]
    terms = [(term.typed or term.shown).lower() for term in (understood.term, understood.term2) if term]
    are_offered = all(any(term in each for each in phrases) for term in terms)
    if understood.command == "difference" and not are_offered:
        return []
    is_new = any(spelled(each) not in lexicon for each in phrases)
    are_phrases = is_new and any(" " in each for each in phrases)
    are_variants = is_new and len({each[:_SAME] for each in phrases}) == 1
    return _times(lexicon, phrases) if are_phrases or are_variants else []


def _times(lexicon: Lexicon, phrases: Sequence[str]) -> list[Said]:
    """Return how often WordNet's own texts have each of several phrases, as a list of one; none if never."""
    times = {phrase: times_written(lexicon, phrase.lower()) for phrase in phrases[1:] and phrases}
    said = [say("note.times", phrase=phrase, count=count) for phrase, count in times.items()]
    return if_any("note.written", times=said) if any(times.values()) else []


def lacks_word(word: str, near: Sequence[str]) -> list[Said]:
    """Return the sentences on a word that WordNet lacks, with words of nearly its spelling."""
    if is_korean(word):
        return [sentence("unknown.hangul", word=word)]
    return [sentence("unknown.unknown", word=word, near=near), sentence("unknown.elsewhere")]
