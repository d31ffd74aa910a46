"""Lays the names that have blanks, hyphens, dots … out by their letters, as tables of the snapshot.

joined_checksums   the checksums of their letters, sorted
joined_lemmas      in the same order: their lemmas
pair_checksums     the checksums of their first two words and of those of irregular forms, sorted
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from workers.wordnet.correction.folding import JOINTS
from workers.wordnet.correction.name_index import PARTS, checksum

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon
    from workers.wordnet.snapshot_file import Tables


def name_tables(lexicon: Lexicon) -> Tables:
    """Return the tables of all names of `lexicon`."""
    names = [(name, lemma) for lemma, name in enumerate(lexicon.lemma_names()) if not name.isalpha()]
    joined = sorted((checksum(JOINTS.sub("", name)), lemma) for name, lemma in names)
    pairs = {_pair(name) for name, _ in names}
    pairs.update(_pair(form) for form in lexicon.irregular_forms() if not form.isalpha())
    return {
        "joined_checksums": array("I", (each for each, _ in joined)),
        "joined_lemmas": array("I", (lemma for _, lemma in joined)),
        "pair_checksums": array("I", sorted(pairs)),
    }


def _pair(name: str) -> int:
    """Return the checksum of the first two words of a name."""
    return checksum(JOINTS.sub("", "".join(PARTS.split(name, 2)[:2])))
