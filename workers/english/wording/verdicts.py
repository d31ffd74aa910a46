"""The short answer before the whole one: yes or no to "are they the same?", or the number of a letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from workers.commands.comparison.claimed_meaning import claimed_meanings
from workers.commands.word_facts.named_sense import sense_by_words
from workers.english.conditions.superlatives import claimed_word
from workers.english.pieces import plain, without_remark
from workers.english.several.word_forms import asks_number
from workers.english.wording.fields_asked import field_in, on_field
from workers.english.wording.long_forms_asked import on_long_form
from workers.english.wording.marks.marks_asked import if_unmarked, on_mark
from workers.english.wording.marks.marks_compared import on_both
from workers.english.wording.modifiers_asked import on_modifier
from workers.english.wording.parts_asked import on_parts
from workers.english.wording.patterns.patterns_asked import on_patterns
from workers.english.wording.sentences import sentence
from workers.english.wording.sounds.articles_asked import on_article
from workers.english.wording.sounds.sounds_asked import (
    if_it_changes,
    silent_letter,
    sound_count,
    stressed_syllable,
)
from workers.english.wording.spelling_asked import OF_COUNTRY, on_spelling
from workers.english.wording.which_one import OR, which_one
from workers.english.wording.word_facts import right_spelling
from workers.wordnet.names.spelled import spelled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shared.messages import Said
    from workers.english.term_finder import AskedTerm
    from workers.english.understood import Understood
    from workers.wordnet.lexicon import Lexicon

_ON_WORD: Final = frozenset(["definition", "is_word", "usage", "frames", "pronunciation"])
# Questions about former times, which the answers to these leave open.
_DATED: Final = frozenset(["definition", "is_word", "usage"])
_THEN: Final = re.compile(
    r"\b(?:(?:in|by|since|before|after|around|of|from) (?:the )?1\d{3}s?|centur(?:y|ies)|middle ages"
    r"|(?:victorian|medieval|ancient|olden|early|former) (?:times|days|period|era|england|english)"
    r"|(?:used|once|originally) (?:to )?mean\w*|originally|historically|anachronis\w+|back then"
    r"|first (?:used|recorded|appeared?))\b",
    re.IGNORECASE,
)
_SAME: Final = re.compile(
    r"\b(?:same|synonym\w*|interchang\w*|equivalent|identical|variant|use (?:both|either|them)"
    r"|another (?:word|name|term) for|means? (?:exactly |precisely |just |quite |really )?what)\b",
    re.IGNORECASE,
)
# "Same or different?", "the same thing or opposites?"; then no yes or no is an answer.
_EITHER: Final = re.compile(
    r"\bor (?:\w+ ){0,4}(?:different|not the same|distinct|something else)\b|\bdifferen(?:t|ce)\b.* or\b"
    r"|\bor (?:are|is|do) (?:they|it|both)\b",
    re.IGNORECASE,
)
_OF_EITHER: Final = {
    "is_so": "same_throughout",
    "throughout": "same_throughout",
    "partly": "same_partly",
    "nearly": "same_nearly",
    "is_not_so": "same_not",
}
_OF_SHARED: Final = frozenset(["is_so", "throughout", "partly", "apart"])
_OPPOSITE: Final = re.compile(r"\b(?:opposites?|antonyms?)\b", re.IGNORECASE)


def verdict(lexicon: Lexicon, understood: Understood, found: Sequence[Any], text: str) -> list[Said]:
    """Return the short answer to the question `text` as a list of one, or none if it asks for no such."""
    line = understood.around(plain(text))
    if understood.command == "difference" and found:
        marked = on_both(lexicon, found[0], line)
        return (
            marked
            or _difference(lexicon, found[0], line)
            or which_one(lexicon, understood, found[0], without_remark(plain(text)))
        )
    if understood.term and found and understood.command in _ON_WORD:
        return _on_word(lexicon, understood, understood.term, found, plain(text))
    if understood.command in ("pos", "is_a") and understood.term and found and not understood.term.note:
        is_class = understood.command == "is_a"
        return (
            on_modifier(lexicon, understood, found[0])
            if is_class
            else on_parts(understood.term.shown.lower(), found, line)
        )
    if understood.command == "inflect" and found and asks_number(line):
        return _number(understood, found[0])
    if understood.command == "spelling" and understood.term:
        return on_spelling(lexicon, right_spelling(understood.term, understood.term.shown, found), line)
    word = claimed_word(plain(text)) if understood.superlative else ""
    key = f"{'' if word in found else 'not_'}{understood.superlative}"
    return [sentence(f"verdict.{key}")] if word else []


def _on_word(
    lexicon: Lexicon, understood: Understood, term: AskedTerm, found: Sequence[Any], text: str
) -> list[Said]:
    """Return the short answer about a meaning, the usage or the patterns of one word."""
    line = understood.around(text)
    if understood.command in _DATED and _THEN.search(line):
        return [sentence("unserved.etymology")]
    if understood.command == "is_word":
        return []
    if understood.command == "definition":
        return [*on_long_form(lexicon, term, text), *_claims(lexicon, term, found[0], text)]
    if understood.command == "pronunciation":
        said = if_it_changes(found, line) or sound_count(term.shown, found[0], line)
        said = on_article(term.shown, found, text) or said
        said = said or stressed_syllable(term.shown, found, line) or silent_letter(term.shown, found, line)
        return [] if understood.term2 else said
    if understood.command == "frames":
        return on_patterns(lexicon, term.name, found, text)
    return (
        on_mark(found[0], term.shown, line)
        or on_field(lexicon, found[0], term.shown, line)
        or if_unmarked(found[0], term.shown, line)
    )


def _claims(lexicon: Lexicon, term: AskedTerm, first: str, text: str) -> list[Said]:
    """Return whether a word has each meaning that a question claims for it, or its nearest one, if any."""
    claims = claimed_meanings(lexicon, term.name, text)
    said = []
    for claim in claims:
        key = "is" if claim.is_so else "near" if claim.nearest else "not"
        if claims[1:]:
            key = f"either_{key}"
        elif claim.nearest == first:
            key = f"first_{key}"
        values = {"word": term.shown, "meaning": claim.meaning, "definition": claim.nearest}
        said.append(sentence(f"claim.{key}", **values))
    return said


def asks_if_same(text: str) -> bool:
    """Whether a question about two words is whether they mean the same, or the opposite."""
    return bool(_SAME.search(text) or _OPPOSITE.search(text))


def _difference(lexicon: Lexicon, entry: dict[str, Any], text: str) -> list[Said]:
    """Return whether two words are the same, or opposites, or which of both; none if that is not asked."""
    relations = {each["relation"]: each for each in entry["relations"]}
    if OF_COUNTRY.search(text):
        return [sentence("verdict.no_region")]
    asks_opposite, asks_same = _OPPOSITE.search(text), _SAME.search(text)
    if asks_opposite and not (asks_same and OR.search(text)):
        return [sentence("verdict.is_so" if "opposites" in relations else "verdict.is_not_so")]
    names = [word["word"] for word in entry["words"]]
    if not asks_same or not any(word["senses"] for word in entry["words"]):
        return []  # WordNet has no *toward* and *towards*
    key, same = _sameness(relations), relations.get("same_meaning")
    field = field_in(lexicon, text) if key in _OF_SHARED else ""
    if field and not any(sense_by_words(lexicon, spelled(name), field) for name in names):
        return [sentence("verdict.in_field", field=field)]
    if asks_opposite or _EITHER.search(text):
        key = "opposites" if "opposites" in relations and not same else _OF_EITHER.get(key, key)
    count, numbers = (same["count"], same["senses"]) if same else (0, [])
    meanings = ["one meaning" if count == 1 else f"{count} meanings"]
    others = [name for name, number in zip(names, numbers, strict=False) if number > 1]
    return [sentence(f"verdict.{key}", meanings=meanings, words=others, count=["one"] * count)]


def _sameness(relations: Mapping[str, Any]) -> str:
    """Return the degree to which two words with these relations are the same."""
    if "variants" in relations:
        return "is_so"
    same = relations.get("same_meaning")
    if same and "rare" not in same:
        if same.get("all_of", ())[1:]:
            return "throughout"
        return "partly" if same["senses"] == [1, 1] else "apart"
    return "nearly" if {"similar", "kind_of"} & relations.keys() else "rarely" if same else "is_not_so"


def _number(understood: Understood, entry: dict[str, Any]) -> list[Said]:
    """Return whether a word is singular or plural; `entry` is its other form."""
    word = understood.term.shown if understood.term else ""
    is_both = word.lower() in entry["words"] and "uncountable" not in entry
    numbers = ["plural" if understood.form == "singular" else "singular"]
    return [sentence("verdict.number", word=word, number=["singular", "plural"] if is_both else numbers)]
