"""Whether something is a word: in WordNet, as what, or else how existing words like it are spelt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from shared.catalog import FORMS
from workers.commands.word_facts.little_words import kind_of
from workers.commands.word_facts.marks.usage import marks_of
from workers.commands.word_facts.marks.usage_marks import TOPIC
from workers.commands.word_facts.near_words import clearly_meant, nearest_words
from workers.wordnet.correction.name_index import name_index
from workers.wordnet.inflection.inflections import inflect
from workers.wordnet.inflection.spelling_rules import doubled
from workers.wordnet.inflection.uncountable import is_uncountable
from workers.wordnet.lexicon import POS_ORDER
from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.commands.term import Functions, Term

MOST_NEAREST: Final = 4
# What the rules of morphy take off, the part of speech, and the form that was meant.
_ENDINGS: Final = (
    ("ing", "v", "ing"),
    ("s", "n", "plural"),
    ("s", "v", "third_person"),
    ("ed", "v", "past"),
    ("er", "a", "comparative"),
    ("est", "a", "superlative"),
)
_DEGREES: Final = {"more": "comparative", "most": "superlative"}


def is_word(term: Term) -> list[dict[str, Any]]:
    """Return one object: whether WordNet has the word in exactly this spelling, and as what.

    `of` lists the words of which it is a form, and `plural` the right plural for a form of a verb that looks
    like one: gooses. If WordNet lacks it: the `kind` of a little word such as *from*, the `written` form with
    other blanks, hyphens or accents, the word that it clearly `misspells`, and the `nearest` words.
    """
    name = term.form.lower()
    own = [pos for pos in POS_ORDER if name in term.forms[pos]]
    forms = list(_forms(term))
    kind = kind_of(readable(name))
    found: dict[str, Any] = {"word": readable(term.form), "in_wordnet": bool(own or forms)}
    if kind:
        found["kind"] = kind
    if own:
        found["pos"] = own
    for meaning in term.meanings[:1] if own else []:  # there is none as another part of speech
        if name not in _spellings(term, name):
            found["is_name"] = True
        of_word = [mark for mark in marks_of(term, meaning) if mark["kind"] != TOPIC]
        marks = {
            "marks": [mark["label"] for mark in of_word if "own" not in mark],
            "own_marks": [mark["label"] for mark in of_word if "own" in mark],
        }
        found |= {name: labels for name, labels in marks.items() if labels}
    if forms:
        found["of"] = forms
    if plural := right_plural(term):
        found["plural"] = plural
    return [found if own or forms or kind else found | _instead(term)]


def _instead(term: Term) -> dict[str, Any]:
    """Return the likely meanings of a word that WordNet lacks: other spellings and near words."""
    lexicon, name = term.lexicon, term.form.lower()
    found: dict[str, Any] = {}
    wrong = next(_wrong_forms(term), None)
    written = name_index(lexicon).find(readable(name))
    if wrong:
        found["instead"] = wrong
    elif written:
        found["written"] = readable(written)
    elif meant := clearly_meant(lexicon, readable(name)):
        found["misspells"] = readable(meant)
    near = [readable(each) for each in nearest_words(lexicon, term.form, MOST_NEAREST)]
    return {**found, "nearest": near} if near else found


def _forms(term: Term) -> Iterator[dict[str, str]]:
    """Yield the words of which the term is an inflected form, with the form."""
    name = term.form.lower()
    for pos in term.forms:
        for base in _bases(term, pos):
            form = _form(term, base, pos) if base != name else None
            if form:
                yield {"form": form, "pos": pos, "of": readable(base)}


def _form(term: Term, base: str, pos: str) -> str | None:
    """Return the form of `base` that the term is: one that we would form, or that WordNet lists."""
    name = term.form.lower()
    others = {"singular", "possessive", "plural" if is_uncountable(base) else ""}
    forms = [form for form, parts in FORMS.items() if pos in parts and form not in others]
    for form in forms:
        for written in _spellings(term, base) or [base]:
            if name in map(str.lower, inflect(term.lexicon, written, form, pos)):
                return form
    return "form" if term.lexicon.irregular_bases(name, pos) else None


def _spellings(term: Term, name: str) -> list[str]:
    """Return how WordNet writes a lemma: "polish" and "Polish"."""
    words = (word for synset in term.meanings for word in term.lexicon.words(synset))
    return list(dict.fromkeys(word for word in words if word.lower() == name))


def right_forms(term: Term) -> list[str]:
    """Return the right forms if the term is a form by the rules only: occurred for occured; else nothing."""
    is_right = any(term.form.lower() in own for own in term.forms.values()) or any(_forms(term))
    return [] if is_right else next(_wrong_forms(term), {"words": []})["words"]


def right_plural(term: Term) -> dict[str, Any] | None:
    """Return the right plural of a noun if the term looks like one, but is a form of the verb only."""
    forms = [each["form"] for each in _forms(term)]
    is_verb_only = forms == ["third_person"] and not any(
        term.form.lower() in own for own in term.forms.values()
    )
    wrong = next(_wrong_forms(term), None) if is_verb_only else None
    return wrong if wrong and wrong["form"] == "plural" and "uncountable" not in wrong else None


def _wrong_forms(term: Term) -> Iterator[dict[str, Any]]:
    """Yield the right forms of a word that the rules make of the term, but English does not: sheeps."""
    name = term.form.lower()
    for ending, pos, form in _ENDINGS:
        for base in _bases(term, pos) if name.endswith(ending) else ():
            found: dict[str, Any] = {"form": form, "of": readable(base)}
            if form == "plural" and is_uncountable(base):
                yield {**found, "words": [readable(base)], "uncountable": True}
            elif name not in (words := inflect(term.lexicon, base, form, pos)):
                yield {**found, "words": [readable(word) for word in words]}
    yield from _doubled_degrees(term)


def _doubled_degrees(term: Term) -> Iterator[dict[str, Any]]:
    """Yield the right form for one with "more" or "most" too many: more better."""
    adverb, _, name = term.form.lower().partition("_")
    form = _DEGREES.get(adverb, "")
    for pos in "ar" if form else "":
        for base in term.lexicon.dictionary_forms(name, pos):
            words = inflect(term.lexicon, base, form, pos)
            if base != name and name in words:
                yield {"form": form, "of": readable(base), "words": words}


def _bases(term: Term, pos: str) -> list[str]:
    """Return the words that have the term as a form by the rules, also by doubling a letter: runned."""
    name = term.form.lower()
    stems = (name.removesuffix(ending) for ending, of, _ in _ENDINGS if of == pos and name.endswith(ending))
    single = [stem[:-1] for stem in stems if stem[1:] and stem == doubled(stem[:-1])]
    return term.forms[pos] or [each for each in single if term.lexicon.synsets(each, pos)]


FUNCTIONS: Final[Functions] = {"is_word": is_word}
