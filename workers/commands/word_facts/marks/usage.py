"""How a word is used: how common it is, and which meanings are informal, offensive, archaic, British."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from workers.commands.word_facts.elsewhere import usage_pages
from workers.commands.word_facts.little_words import kind_of
from workers.commands.word_facts.marks.own_marks import as_fields, marks_on_sense, own_marks
from workers.commands.word_facts.marks.usage_marks import marks_on
from workers.wordnet.frequency import band
from workers.wordnet.names.spelled import readable
from workers.wordnet.offensive import is_offensive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.commands.term import Functions, Term
    from workers.commands.word_facts.marks.usage_marks import Mark


def marks_of(term: Term, synset: int) -> list[Mark]:
    """Return the marks of one meaning of a word."""
    return marks_on(term.lexicon, synset, term.senses(synset), _names_in(term, synset))


def _names_in(term: Term, synset: int) -> list[str]:
    """Return the words of a meaning that the term is: *maths* itself, where it could be a form of *math*."""
    names, form = term.forms_as(term.lexicon.pos(synset)), term.form.lower()
    if not names[1:] or form not in map(str.lower, term.lexicon.words(synset)):
        return names
    return [form]


def usage(term: Term) -> list[dict[str, Any]]:
    """Return one object: how common the word is, and its marked meanings; empty for an unknown word.

    `definition` is its first meaning, `meanings` the number of all, and `offensive` is there if we never
    offer the word. A little word, which the texts do not count, has its `kind` instead. `own` are our marks
    on a word or a meaning that WordNet lacks, and `pages` those of dictionaries that label usage.
    """
    word = readable(term.form.lower())
    own = list(map(as_fields, own_marks(word)))
    beside = {**({"own": own} if own else {}), "pages": usage_pages(term)}
    if kind := kind_of(word):  # "thou" is a pronoun; WordNet has the number
        return [{"word": word, "kind": kind, "senses": [], **beside}]
    if not term.meanings:
        return [{"word": word, "senses": [], **beside}] if own else []
    uses = sum(map(term.uses, term.meanings))
    found: dict[str, Any] = {
        "word": readable(term.lemma or term.form),
        "frequency": band(uses),
        "uses": uses,
        "definition": term.definition(term.meanings[0]),
        "meanings": len(term.meanings),
        "senses": list(_marked(term)),
        **beside,
    }
    names = {name for each in term.forms.values() for name in each}
    if any(is_offensive(term.lexicon, name) for name in names):
        found["offensive"] = True
    return [found]


def _marked(term: Term) -> Iterator[dict[str, Any]]:
    """Yield the marked meanings of a word, each with the words of the other country, if we know them."""
    for number, synset in enumerate(term.meanings, 1):
        if marks := marks_of(term, synset):
            counterparts = _counterparts(term, synset) if any("own" in mark for mark in marks) else []
            yield {
                "sense": number,
                "pos": term.lexicon.pos(synset),
                "definition": term.definition(synset),
                "marks": marks,
                **({"counterparts": counterparts} if counterparts else {}),
            }


def _counterparts(term: Term, synset: int) -> list[str]:
    own = marks_on_sense(term.lexicon, synset, _names_in(term, synset))
    return list(dict.fromkeys(word for mark in own for word in mark.counterparts))


FUNCTIONS: Final[Functions] = {"usage": usage}
