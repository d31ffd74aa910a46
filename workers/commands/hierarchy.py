"""The paths from the root of WordNet down to a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from workers.commands.term import Functions, Term
    from workers.wordnet.lexicon import Lexicon


def hierarchy(term: Term) -> list[dict[str, Any]]:
    """Return, for each sense with hypernyms, its paths: the names from the root down to the sense."""
    lexicon = term.lexicon
    return [
        {
            "sense": number,
            "pos": lexicon.pos(synset),
            "definition": term.definition(synset),
            "paths": [[lexicon.words(step)[0] for step in path] for path in paths_to_root(lexicon, synset)],
        }
        for number, synset in enumerate(term.meanings, 1)
        if lexicon.parents(synset)
    ]


def paths_to_root(lexicon: Lexicon, synset: int) -> list[list[int]]:
    """Return every path from a root down to `synset`, as NLTK's `hypernym_paths` does."""
    above = lexicon.parents(synset)
    if not above:
        return [[synset]]
    return [[*path, synset] for parent in above for path in paths_to_root(lexicon, parent)]


FUNCTIONS: Final[Functions] = {"hierarchy": hierarchy}
