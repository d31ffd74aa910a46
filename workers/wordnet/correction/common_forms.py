"""The inflected forms of common words, so that "happend" is near to *happened* as well as to *append*."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workers.wordnet.inflection.spelling_rules import with_ed, with_ing, with_s

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.wordnet.lexicon import Lexicon

_COMMON: Final = 100  # weight of a lemma that tagged texts use
_SHORTEST: Final = 3  # letters


def common_forms(lexicon: Lexicon) -> Iterator[tuple[str, int]]:
    """Yield the forms of every common word of one part, each with the number of its lemma.

    Where WordNet lists irregular forms, there are no regular ones. A few forms are of rare verbs, such as
    *generaled*, which does no harm.
    """
    for lemma in range(lexicon.lemma_count):
        if lexicon.lemma_weight(lemma) < _COMMON:
            continue
        name = lexicon.lemma_name(lemma)
        if name.isalpha() and len(name) >= _SHORTEST:
            for form in dict.fromkeys((*_of_noun(lexicon, lemma, name), *_of_verb(lexicon, lemma, name))):
                if form not in lexicon:
                    yield form, lemma


def _of_noun(lexicon: Lexicon, lemma: int, name: str) -> list[str]:
    if not len(lexicon.entry(lemma, "n")):
        return []
    return lexicon.listed_forms(name, "n") or [with_s(name)]


def _of_verb(lexicon: Lexicon, lemma: int, name: str) -> list[str]:
    if not len(lexicon.entry(lemma, "v")):
        return []
    listed = lexicon.listed_forms(name, "v")
    forms = [*listed, with_s(name)]
    if not any(form.endswith("ing") for form in listed):
        forms.append(with_ing(name))
    if not any(not form.endswith(("ing", "s")) for form in listed):
        forms.append(with_ed(name))
    return forms
