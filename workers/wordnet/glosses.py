"""Glosses and examples for readers: without the marks that a removed quotation leaves behind.

In WordNet's files a gloss is one text: a definition, then quotations, some with their author. NLTK takes out
the text between quotation marks as examples and keeps all the rest, so that 748 of its definitions end like
`domesticated bovine animals …; ; ; - Bible`. The five basic commands answer so, too. For readers, the
definition ends before the first quotation, and each author goes to the quotation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

# What only a removed quotation leaves: a semicolon and another mark or blank, two blanks, brackets that begin
# or end with nothing, and one quotation mark where the file lacks the other.
_MARKS: Final = re.compile(r"; [; ,.:)-]")
_HOLES: Final = ("  ", "phrase )", ", )", "( is", '"')
# At the end of a definition, what introduced its first quotation.
_INTRODUCTION: Final = re.compile(r"(?:[\s,:;(]|\b(?:e\.g|i\.e)\.|(?<=\s)as in$)+$")
_AUTHOR: Final = re.compile(r"\s*-{1,2}\s*(?P<name>[^;]+)")


def definition_for_reader(lexicon: Lexicon, synset: int) -> str:
    """Return the gloss of a synset up to its first quotation.

    >>> definition_for_reader(lexicon, lexicon.synsets("oxen")[0])  # doctest: +SKIP
    'domesticated bovine animals as a group regardless of sex or age'
    """
    return without_quotations(lexicon.definition(synset))


def examples_for_reader(lexicon: Lexicon, synset: int) -> list[str]:
    """Return the examples of a synset, each with its author if it has one: `… kine — Bible`."""
    examples = lexicon.examples(synset)
    if not examples:
        return examples
    gloss = lexicon.definition(synset)
    kept = without_quotations(gloss)
    if len(kept) == len(gloss):
        return examples
    # Each piece after the definition followed one example.
    authors = [_AUTHOR.fullmatch(piece) for piece in gloss[len(kept) :].split(";")[1:]]
    return [
        f"{text} — {author['name'].strip()}" if author else text
        for text, author in zip(examples, [*authors, *[None] * len(examples)], strict=False)
    ]


def without_quotations(gloss: str) -> str:
    """Return the definition at the start of a gloss from which NLTK has removed the quotations.

    >>> without_quotations("great wealth; --Ben Jonson")
    'great wealth'
    >>> without_quotations('close in; darkness enclosed him"')
    'close in'
    >>> without_quotations("in fear,")
    'in fear'
    """
    text = _before_quotations(gloss)
    return _INTRODUCTION.sub("", text) if text[-1:] in ",:." or text.endswith(" as in") else text


def _before_quotations(gloss: str) -> str:
    marks = _MARKS.search(gloss) if ";" in gloss else None
    if not (marks or "  " in gloss or '"' in gloss or " )" in gloss or "( is" in gloss):
        return gloss
    found = [marks.start()] if marks else []
    found += [gloss.index(hole) for hole in _HOLES if hole in gloss]
    if not found:
        return gloss
    text = gloss[: min(found)]
    if gloss[len(text)] == '"':
        # The first mark of this quotation is missing, and the quotation began after the last semicolon.
        text = text.rstrip().rpartition(";")[0] or text
    if text.count("(") > text.count(")") or gloss[len(text)] == "(":
        text = gloss[: gloss.rindex("(", 0, len(text) + 1)]
    return text.strip("; ")
