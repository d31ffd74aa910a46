"""The notes before an answer: corrected spelling, dictionary forms, the answered part of a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shared.catalog import BY_NAME
from shared.messages import Said
from workers.commands.term import Term
from workers.commands.word_facts.little_words import abbreviated, affix_kind, expanded, kind_of
from workers.english.wording.phrases import listed, some_of
from workers.english.wording.small_talk import OUT_OF_SCOPE_IN_KOREAN
from workers.wordnet.correction.folding import letters
from workers.wordnet.correction.hangul import is_korean
from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workers.english.term_finder import AskedTerm, TermFinder
    from workers.english.understood import Understood


def notes_on(finder: TermFinder, understood: Understood, lemma: str | None) -> list[Said]:
    """Return the notes on both terms of a question.

    `lemma` is the dictionary form of the first term, if the reply found another word for it.
    """
    command = BY_NAME[understood.command]
    if command.is_about_form and not command.needs_second_word:
        return []
    notes: list[Said] = []
    for term in (understood.term, understood.term2):
        if term and term.name:
            without = understood.command == "difference"  # it says itself what a little word is
            notes += _notes(msgspec.structs.replace(term, note="") if without else term)
            if understood.command not in ("lemmatizer", "difference"):
                forms = _forms(finder, term, lemma if term is understood.term else None)
                notes += [_form_of(term.shown, list(map(readable, forms)))] if forms else []
    return notes


def lacks_number(digits: str) -> str:
    """Return the sentence on a number that WordNet lacks."""
    return f"WordNet (2006) does not have “{digits}”; it has the numbers from 0 to 99 and some larger ones."


def lacks_phrase(phrase: str) -> str:
    """Return the sentence on a phrase that WordNet lacks, which may as well be about another topic."""
    return (
        f"I can't help with that: WordNet (2006) does not have “{phrase}” as a phrase, and I only know"
        " English words and the phrases that it has."
    )


def lacks_word(word: str, near: Sequence[str]) -> Said:
    """Return the sentence on a word that WordNet lacks, with words of nearly its spelling."""
    if is_korean(word):
        return Said("hangul", [word], OUT_OF_SCOPE_IN_KOREAN)
    meant = f" Did you mean {listed(near, 'or')}?" if near else ""
    return Said("unknown", [word, *near], f"WordNet (2006) does not have “{word}”.{meant}")


def on_near_words(near: Sequence[str]) -> list[Said]:
    """Return the sentence on words close in meaning, if there are any."""
    text = f"Close in meaning, if not the same: {some_of(near)}."
    return [Said("near", list(map(readable, near)), text)] if near else []


def on_little_word(term: AskedTerm) -> Said:
    """Return the note of a term: on the kind of word that it is, or on a number that WordNet lacks."""
    if term.shown[:1].isdecimal():
        return Said("unknown_number", [term.shown], term.note)
    word = term.shown.lower()
    meant = expanded(word)
    if meant:
        return Said("short", [term.shown, meant], term.note)
    kind = kind_of(word) or affix_kind(word) or kind_of(word.strip("'."))
    meant = abbreviated(word)
    if meant and not kind:
        return Said("abbreviation", [term.shown, meant], term.note)
    return Said("little", [term.shown, kind], term.note)


def _notes(term: AskedTerm) -> Iterator[Said]:
    if term.note:
        yield on_little_word(term)
    if term.part_of:
        text = f"WordNet does not have “{term.part_of}”; here is “{term.shown}”."
        yield Said("part", [term.part_of, term.shown], text)
    if term.corrected:
        key = "keyboard" if is_korean(term.typed) else "corrected"
        yield Said(key, [term.typed, term.shown], f"I took “{term.typed}” for “{term.shown}”.")


def _form_of(word: str, lemmas: list[str]) -> Said:
    return Said("form", [word, *lemmas], f"{word} → {', '.join(lemmas)}.")


def _forms(finder: TermFinder, term: AskedTerm, lemma: str | None) -> list[str]:
    """Return the dictionary forms that were looked up in place of the term, if it is inflected."""
    name = term.name or ""
    if term.note:
        return []  # "us" is no plural of "u"
    if name not in finder.lexicon:
        return Term(finder.lexicon, name, for_reader=True).lemmas
    if letters(name) != letters(term.shown) and not (term.corrected or term.part_of):
        return [name]  # "pared down" → pare down
    return [lemma] if lemma and lemma != name else []
