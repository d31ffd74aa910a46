"""NLTK's own answers, the standard for every command. This file imports nothing of Wordwire."""

from __future__ import annotations

import gc
import warnings
from typing import TYPE_CHECKING, Any

import nltk
from nltk.corpus.reader.wordnet import WordNetCorpusReader

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class AllOfNltk:
    """NLTK's reader, with every synset in memory."""

    def __init__(self, reader: WordNetCorpusReader) -> None:
        self.reader = reader
        self.names: list[str] = sorted(reader.all_lemma_names())

    def synsets(self, word: str, pos: str | None = None) -> list[Any]:
        """Return NLTK's synsets of a word."""
        synsets: list[Any] = self.reader.synsets(word, pos)
        return synsets

    def lemmatize(self, word: str, pos: str) -> str:
        """Return the answer of WordNetLemmatizer, whose one line is copied here to use our reader."""
        lemmas = self.reader._morphy(word, pos)
        return min(lemmas, key=len) if lemmas else word

    def sampled(self, every: int) -> list[str]:
        """Return every n-th name."""
        return self.names[::every]


def read_all(folder: Path) -> AllOfNltk:
    """Return NLTK's own reader over `folder`, with every synset read."""
    root = str(folder.parent.parent)
    if root not in nltk.data.path:
        nltk.data.path.insert(0, root)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="The multilingual functions are not available")
        reader = WordNetCorpusReader(nltk.data.find("corpora/wordnet", [root]), None)
    gc.disable()  # or it would look at millions of objects that stay, again and again, now and in later tests
    for pos in "nvar":
        for _ in reader.all_synsets(pos):
            pass
    gc.freeze()
    gc.enable()
    return AllOfNltk(reader)


def unique(items: Iterable[str]) -> list[str]:
    """Return the items in order, without repeats."""
    return list(dict.fromkeys(items))


def inflected(name: str) -> list[str]:
    """Return forms of a name that people might type: inflected, in capitals, and misspelt."""
    return [
        name.upper(), name.title(), f"{name}s", f"{name}es", f"{name}ed", f"{name}ing",
        f"{name}er", f"{name}est", f"{name[:-1]}ies", f"{name[:-1]}ing", f"{name[:-1]}ves", f"{name[:-2]}men",
        f"{name}z", name[1:],
    ]  # fmt: skip
