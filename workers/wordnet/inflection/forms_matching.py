"""Forms of words that match a pattern: *crawled* for `c??wl?d`, *dreamt* for `*mt`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.wordnet.lexicon import POS_ORDER
from workers.wordnet.names.capitals import written
from workers.wordnet.offensive import offensive_forms

if TYPE_CHECKING:
    from collections.abc import Callable

    from workers.wordnet.lexicon import Lexicon


def forms_matching(lexicon: Lexicon, expression: str, keeps: Callable[[str], bool]) -> list[str]:
    """Return the forms that match an expression and that `keeps` accepts, those of common words first.

    They are the words of CMUdict that WordNet has as forms only. None is a form of a name, none is offensive.
    """
    offensive, found = offensive_forms(lexicon), dict[str, int]()
    for form in lexicon.sounds.words_matching(expression):
        if lexicon.lemma(form) is None and form not in offensive and keeps(form):
            bases = {base for pos in POS_ORDER for base in lexicon.dictionary_forms(form, pos)}
            words = [base for base in bases if written(lexicon, base).islower()]
            if words:
                found[form] = max(lexicon.lemma_weight(lexicon.number_of(base)) for base in words)
    return sorted(found, key=lambda form: -found[form])
