"""From a description to words: `reverse`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from shared.messages import Match
from workers.meaning.word_search import word_search
from workers.wordnet.glosses import definition_for_reader
from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from workers.commands.term import Functions, Term
    from workers.meaning.word_search import Found
    from workers.wordnet.lexicon import Lexicon

MAX_WORDS: Final = 100
LEAST_SCORE: Final = 0.5  # no description of a person had a right word below
CLOSE: Final = 0.66  # between words: "cash" to "money" has 0.67, "sleepily" to "busily" 0.65
_WORD: Final = re.compile(r"\w{2,}")
_SHOWN_REMOVED: Final = 10  # of the likeliest words, those that the conditions leave out are named


def reverse(term: Term) -> list[str]:
    """Return up to 100 words whose meaning fits the description, the likeliest first; none is offensive.

    Words that miss a condition or the part of speech are not ranked. `term.matches` gets the meanings.
    """
    search, description = word_search(term.lexicon), readable(term.form)
    if not _says_anything(term.lexicon, description):
        return []
    scores, among = search.scores(description), None
    if term.conditions or term.pos:
        among = _lemmas(term)
        for found in search.best(scores, _SHOWN_REMOVED):
            if found.lemma not in among:
                term.remove(term.lexicon.lemma_name(found.lemma))
    found_words = search.best(scores, MAX_WORDS, among)
    if not found_words or found_words[0].score < LEAST_SCORE:
        return []
    term.matches = [_match(term.lexicon, found) for found in found_words]
    return [match.word for match in term.matches]


def close_words(term: Term, most: int) -> list[str]:
    """Return up to `most` words close in meaning to the term, which is a word, that meet the conditions."""
    search = word_search(term.lexicon)
    found = search.best(search.scores(readable(term.form)), most, _lemmas(term))
    return [_match(term.lexicon, each).word for each in found if each.score >= CLOSE]


def _says_anything(lexicon: Lexicon, description: str) -> bool:
    """Whether a description has a word of WordNet: the vector of anything else is near to something, too."""
    return any(word.isalpha() and lexicon.synsets(word) for word in _WORD.findall(description))


def _lemmas(term: Term) -> set[int]:
    """Return the lemmas that meet the conditions."""
    lexicon = term.lexicon
    return {lemma for name in term.matching("").words() if (lemma := lexicon.lemma(name)) is not None}


def _match(lexicon: Lexicon, found: Found) -> Match:
    name = lexicon.lemma_name(found.lemma)
    word = next(word for word in lexicon.words(found.synset) if word.lower() == name)
    synset = lexicon.synset_name(found.synset)
    return Match(word, lexicon.pos(found.synset), synset, definition_for_reader(lexicon, found.synset))


FUNCTIONS: Final[Functions] = {"reverse": reverse}
