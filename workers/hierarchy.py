"""The ways up from a word to the root of WordNet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workers.relations import HYPERNYM, INSTANCE_HYPERNYM

if TYPE_CHECKING:
    from workers.lexicon import Lexicon
    from workers.term import Term


def hierarchy(term: Term) -> list[dict[str, Any]]:
    """Return, for each sense that has hypernyms, its paths: names from the root down to the sense itself."""
    lexicon = term.lexicon
    return [
        {
            "sense": number,
            "pos": lexicon.pos(synset),
            "definition": lexicon.definition(synset),
            "paths": [[lexicon.words(step)[0] for step in path] for path in paths_to_root(lexicon, synset)],
        }
        for number, synset in enumerate(term.synsets, 1)
        if parents(lexicon, synset)
    ]


def parents(lexicon: Lexicon, synset: int) -> list[int]:
    """Return what a synset is a kind of, and what it is an instance of."""
    return lexicon.related(synset, HYPERNYM) + lexicon.related(synset, INSTANCE_HYPERNYM)


def paths_to_root(lexicon: Lexicon, synset: int) -> list[list[int]]:
    """Return every path from a root down to `synset`, as NLTK's `hypernym_paths` does."""
    above = parents(lexicon, synset)
    if not above:
        return [[synset]]
    return [[*path, synset] for parent in above for path in paths_to_root(lexicon, parent)]
