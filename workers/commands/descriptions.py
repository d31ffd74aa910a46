"""From a description to words: `reverse`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from shared.messages import Match
from workers.commands.hierarchy import RELATIONS_DOWN, kinds_below
from workers.commands.term import Term
from workers.meaning.close_words import is_close, without_opposites
from workers.meaning.degrees import favour_degree, quality_in
from workers.meaning.word_search import likelihoods, word_search
from workers.wordnet.glosses import definition_for_reader
from workers.wordnet.inflection.plurals import singulars
from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shared.messages import Where
    from workers.commands.term import Functions
    from workers.meaning.word_search import Found, Scores, WordSearch
    from workers.wordnet.lexicon import Lexicon

MAX_WORDS: Final = 100
# Of the likeliest words, before all that meet the conditions are listed: all 118,000 nouns may meet them.
TRIED: Final = 5000
LEAST_SCORE: Final = 0.5  # no description of a person had a right word below
OF_NEAR_CLASS: Final = 0.15  # added to those of the classes that come nearest to a plural: "young animals" …
_CLASSES: Final = 3  # … which are as many meanings
OF_CLASS: Final = 0.05  # added to those of the class that the second of two words names: "lively dance"
MEMBER: Final = 0.2  # added to the scores of the members of a class: "a river", with four letters
_WORD: Final = re.compile(r"\w{2,}")
# "(like foals)" behind a class gives examples of it.
_AROUND: Final = re.compile(r"^(?:an?|the|some) | \([^()]*\)$", re.IGNORECASE)
_BEHIND_HEAD: Final = re.compile(r" (?:of|in|on|at|for|from|with|without|who|that|which|to)\b.*")
_OF_MANY: Final = re.compile(r"(?:an? |the )?(?:group|flock|herd|pack|swarm) of ", re.IGNORECASE)
# Of the first word: below, it was wrong for 85 of 100 descriptions of a writer apart. With conditions, it is
# right for 61 % of the descriptions where its likelihood is from 0.1 to 0.25.
HOPEFUL: Final = 0.25
HOPEFUL_NARROWED: Final = 0.1
_SHOWN_REMOVED: Final = 10  # of the likeliest words, those that the conditions leave out are named


def reverse(term: Term) -> list[str]:
    """Return up to 100 words whose meaning fits the description, the likeliest first; none is offensive.

    The words that fit nearly as well as the first one come before all others. Words that miss a condition or
    the part of speech are not ranked. `term.matches` gets the meanings.
    """
    search, description = word_search(term.lexicon), readable(term.form)
    if not _says_anything(term.lexicon, description):
        return []
    scores = search.scores(description, term.pos)
    if quality := quality_in(description):
        own = Term(term.lexicon, quality, "a", for_reader=True).prominent
        favour_degree(term.lexicon, scores, description, own)
    found_words = _likeliest(term, search, scores)
    if _OF_MANY.match(description):  # asks for a word such as "flock", not for a family of animals
        found_words = [found for found in found_words if _spelled(term.lexicon, found).islower()]
    if not found_words or found_words[0].score < LEAST_SCORE:
        return []
    chances = likelihoods(found_words)
    if chances[found_words[0].synset] >= hopeful(term.where):
        found_words = without_opposites(term.lexicon, found_words, description)
    matches = [
        _match(term.lexicon, found, chances[found.synset], close=close)
        for found, close in zip(found_words, is_close(term.lexicon, found_words), strict=True)
    ]
    term.matches = sorted(matches, key=lambda match: not match.close)
    return [match.word for match in term.matches]


def hopeful(where: Where | None) -> float:
    """Return the least likelihood of a first word that is right more often than not."""
    return HOPEFUL if where is None else HOPEFUL_NARROWED


def _says_anything(lexicon: Lexicon, description: str) -> bool:
    """Whether a description has a word of WordNet: the vector of anything else is near to something, too."""
    return any(word.isalpha() and lexicon.synsets(word) for word in _WORD.findall(description))


def _likeliest(term: Term, search: WordSearch, scores: Scores) -> list[Found]:
    """Return up to 100 words that meet the conditions, and note likely ones that these leave out."""
    if not (term.conditions or term.pos):
        return search.best(scores, MAX_WORDS)
    members, bonus = _members_named(term, search, scores)
    for member in members:
        scores.of_lemmas[member] += bonus
        scores.of_synsets[list(term.lexicon.entry(member, "n"))] += bonus
    likeliest = search.ranked(scores, TRIED)
    among = _that_meet(term, likeliest)
    for lemma in likeliest[:_SHOWN_REMOVED]:
        is_other_pos = term.pos and not term.lexicon.entry(lemma, term.pos)
        if lemma not in among and not is_other_pos:
            term.remove(term.lexicon.lemma_name(lemma))
    if len(among) < MAX_WORDS:
        every = map(term.lexicon.lemma, term.matching("").words())
        among = [lemma for lemma in dict.fromkeys(every) if lemma is not None]
    return search.best(scores, MAX_WORDS, among)


def _members_named(term: Term, search: WordSearch, scores: Scores) -> tuple[list[int], float]:
    """Return the lemmas of the class that a description names, and how much more they score."""
    lexicon, name = term.lexicon, _AROUND.sub("", readable(term.form))
    if members := _members(term, Term(lexicon, name, "n").synsets):
        return members, MEMBER
    before, _, head = _BEHIND_HEAD.sub("", name).rpartition(" ")
    if before and list(singulars(lexicon, head)) not in ([], [head]):  # "young animals" are kinds of young
        near = (each for each in search.meanings(scores, _CLASSES) if lexicon.pos(each) == "n")
        if members := _members(term, near):
            return members, OF_NEAR_CLASS
    return (_members(term, Term(lexicon, head, "n").synsets) if name.count(" ") == 1 else []), OF_CLASS


def _members(term: Term, synsets: Iterable[int]) -> list[int]:
    """Return the lemmas of the kinds and instances of these meanings that meet the conditions."""
    lexicon = term.lexicon
    names = set[str]()
    for synset in synsets:
        named = Term(lexicon, lexicon.words(synset)[0].lower(), "n", where=term.where)
        below = (kinds_below(named, synset, relation) for relation in RELATIONS_DOWN)
        names.update(kind.lower() for kinds in below for kind, _ in kinds)
    return list(map(lexicon.number_of, names))


def _that_meet(term: Term, lemmas: Sequence[int]) -> list[int]:
    """Return the lemmas that meet the conditions."""
    return term.matching("").kept(lemmas)


def _match(lexicon: Lexicon, found: Found, likelihood: float, *, close: bool) -> Match:
    synset = found.synset
    definition = definition_for_reader(lexicon, synset)
    name, pos = lexicon.synset_name(synset), lexicon.pos(synset)
    return Match(_spelled(lexicon, found), pos, name, definition, round(likelihood, 3), close)


def _spelled(lexicon: Lexicon, found: Found) -> str:
    """Return a found word as its synset spells it: the lemma's name is in lower case."""
    name = lexicon.lemma_name(found.lemma)
    return next(word for word in lexicon.words(found.synset) if word.lower() == name)


FUNCTIONS: Final[Functions] = {"reverse": reverse}
