"""The inflected forms of a word, for all its parts of speech or for one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from shared.catalog import FORMS
from workers.commands.word_facts.little_words import is_explained, kind_of
from workers.wordnet.inflection.closed_words import closed_forms
from workers.wordnet.inflection.inflections import inflect as inflected
from workers.wordnet.inflection.inflections import possessive
from workers.wordnet.inflection.uncountable import is_uncountable
from workers.wordnet.lexicon import NAME, POS_ORDER
from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from workers.commands.term import Functions, Term
    from workers.wordnet.lexicon import Lexicon


def inflect(term: Term) -> list[dict[str, Any]]:
    """Return one entry for each form and part of speech, with its words, the commonest first.

    An inflected word gets the forms of its dictionary form. A word that WordNet lacks, or has as a noun only
    when a form of a verb is asked for, gets that form, guessed by the rules.
    """
    forms = [term.inflection] if term.inflection else list(FORMS)
    wanted = "a" if term.pos == "s" else term.pos or POS_ORDER
    # WordNet has some little words as short forms only: nobody asks for the plural of helium by "he".
    is_short = is_explained(term.form.lower()) and not (term.form.isupper() and term.form[1:])
    bases = {} if is_short else {pos: _bases(term, pos) for pos in wanted}
    closed = closed_forms(term.form)
    return [entry for form in forms for entry in _entries(term, form, bases, closed.get(form))]


def _entries(
    term: Term, form: str, bases: Mapping[str, Sequence[str]], closed: list[str] | None
) -> Iterator[dict[str, Any]]:
    seen: list[list[str]] = []
    if closed:
        yield {"form": form, "pos": FORMS[form][0], "of": _shown(term.form), "words": closed}
        seen.append(closed)
    for pos in FORMS[form]:
        for base in bases.get(pos, ()):
            words = _words(term, base, form, pos)
            if words and words not in seen:  # an adverb is compared like its adjective
                seen.append(words)
                shown = [readable(word) for word in words]
                entry = {"form": form, "pos": pos, "of": readable(base), "words": shown}
                traits = {
                    "uncountable": form == "plural" and is_uncountable(base),
                    "guessed": not term.forms_as(pos),
                }
                yield entry | {name: True for name, has_it in traits.items() if has_it}


def _shown(pronoun: str) -> str:
    return "I" if pronoun in ("i", "I") else pronoun.lower()


def _words(term: Term, base: str, form: str, pos: str) -> list[str]:
    asked = term.form.lower()
    is_inflected = base.lower() != asked
    if form == "possessive":
        return [possessive(asked if is_inflected else base, is_plural=is_inflected)]
    if form == "singular" and not term.inflection and not is_inflected:
        return []  # the word itself
    if form == "plural" and is_uncountable(base):
        return [base]
    return inflected(term.lexicon, base, form, pos)


def _bases(term: Term, pos: str) -> list[str]:
    """Return the dictionary form to inflect: the word itself, or else those that it is a form of."""
    names = term.forms_as(pos)
    if pos in "ar" and any(_is_degree_of(term, name, pos) for name in names[1:]):
        names = names[1:]  # "the comparative of bigger" is that of big
    if not names:
        # A noun or an adjective makes a verb easily: "prepped", "preset". But "funner" is a form already.
        is_form = term.form.endswith(("ed", "ing") if pos == "v" else ("er", "est") if pos in "ar" else ())
        is_form = is_form or (pos in "ar" and term.form.lower().startswith(("more_", "most_")))
        is_guessed = term.inflection and not is_form and (term.is_unknown or pos == "v")
        return [term.form] if is_guessed and not kind_of(term.form.lower()) else []
    chosen = names[:1] if names[0] == term.form.lower() else names
    bases = [_written(term.lexicon, name, pos) for name in chosen]
    if term.inflection or sum(map(bool, term.forms.values())) == 1:
        return bases
    if pos in "ar" and _is_hardly_compared(term, names[0], pos):
        return []
    # "Be" is a chemical element, too, but nobody means it by "be".
    return [base for base in bases if base[:1] == term.form[:1] or base.islower()]


def _is_degree_of(term: Term, name: str, pos: str) -> bool:
    """Return whether the term is the comparative or superlative of `name`."""
    degrees = (inflected(term.lexicon, name, form, pos) for form in ("comparative", "superlative"))
    return any(term.form.lower() in each for each in degrees)


def _is_hardly_compared(term: Term, name: str, pos: str) -> bool:
    """Return whether a word is hardly an adjective or adverb, and has no known superlative.

    The texts use *go* as an adjective in less than a tenth of all cases, and CMUdict has no *goest*. It has
    *kindest*, although *kind* is mostly a noun.
    """
    uses = {synset: term.uses(synset) for synset in term.meanings}
    compared = sum(count for synset, count in uses.items() if term.lexicon.pos(synset) in "asr")
    superlatives = inflected(term.lexicon, name, "superlative", pos)
    return compared * 10 < sum(uses.values()) and not any(map(term.lexicon.sounds.__contains__, superlatives))


def _written(lexicon: Lexicon, name: str, pos: str) -> str:
    """Return a lemma name in WordNet's spelling: "Kennedy", but "polish" if only some senses are "Polish"."""
    senses = list(lexicon.entry_senses(lexicon.number_of(name), pos))
    if not all(marks & NAME for _, _, marks, _ in senses):
        return name
    words = (word for synset, *_ in senses for word in lexicon.words(synset))
    return min((word for word in words if word.lower() == name), default=name)


FUNCTIONS: Final[Functions] = {"inflect": inflect}
