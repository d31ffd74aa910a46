"""2,000 random words have the relations, senses, counts and glosses that Princeton's own program prints.

The test asks only for lemma names, because the program's rules for inflected forms differ from NLTK's.
"""

from __future__ import annotations

import os
import random
import re
from collections import Counter
from pathlib import Path

import pytest

from shared.settings import read_settings
from tests.wn.princeton import Said, Wn, find_or_fetch
from workers.commands.overview import overview
from workers.commands.related_words import related_words
from workers.commands.term import Term
from workers.wordnet.lexicon import Lexicon
from workers.wordnet.snapshot import open_lexicon

WORDS = 2000
LONGEST = 40  # characters; `wn` prints no overview of longer names
SEED = int(os.environ.get("WN_SEED", "2006"))  # another seed chooses other words

POS_NAMES = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
# `wn` prints all words of the target synset; we return only the word that the pointer means.
OF_WORDS = {"antonyms", "derivations", "pertainyms", "participles", "also_see", "domains"}
# Here `wn` also prints the pointers of synonyms: it calls methenamine a trade name, because Urex is one.
OF_SYNONYMS_TOO = {"domains"}
OF_SYNSETS = {
    "hypernyms",
    "hyponyms",
    "instances",
    "holonyms",
    "meronyms",
    "entailments",
    "causes",
    "similar",
}
OF_SYNSETS |= {"attributes"}


@pytest.fixture(scope="module")
def wn() -> Wn:
    return find_or_fetch()


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return open_lexicon(Path(read_settings().data_dir))


def chosen_words(lexicon: Lexicon) -> list[str]:
    """Return random names that mean only one lemma, even to `wn`, which equates `pick-off` and `pick_off`."""
    names = list(lexicon.lemma_names())
    random.Random(SEED).shuffle(names)
    alone = (name for name in names if len(name) <= LONGEST and _is_one_lemma(lexicon, name))
    return [name for name, _ in zip(alone, range(WORDS), strict=False)]


def _is_one_lemma(lexicon: Lexicon, name: str) -> bool:
    parts = re.split("[_-]", name)
    forms = {form for part in parts for found in Term(lexicon, part).forms.values() for form in found}
    respelt = {
        name.replace("_", "-"),
        name.replace("-", "_"),
        re.sub("[-_]", "", name),
        name.replace(".", ""),
    }
    others = {form for found in Term(lexicon, name).forms.values() for form in found}
    return (
        others == {name} and forms <= set(parts) and not any(other in lexicon for other in respelt - {name})
    )


def test_princetons_program_agrees_with_us(lexicon: Lexicon, wn: Wn) -> None:
    compared: Counter[str] = Counter()
    differences: list[str] = []
    words = chosen_words(lexicon)
    for word in words:
        term = Term(lexicon, word)
        said = wn.ask(word)
        differences += [f"{word}: {difference}" for difference in _differences(term, said)]
        compared.update({relation: len(pointers) for relation, pointers in said.pointers.items()})
        compared["senses"] += len(said.senses)
    print(f"\n{len(words)} words, seed {SEED}: {dict(compared)}")

    assert len(words) == WORDS
    assert not differences, "\n".join(differences[:20])
    assert compared["senses"] > WORDS
    assert set(compared) >= {
        "hypernyms",
        "hyponyms",
        "antonyms",
        "derivations",
        "meronyms",
        "domains",
        "similar",
    }


def _differences(term: Term, said: Said) -> list[str]:
    found = []
    for relation in OF_SYNSETS | OF_WORDS:
        ours = set(related_words(term, relation))
        pointers = said.pointers.get(relation, [])
        theirs = set().union(*pointers)
        agree = ours == theirs
        if relation in OF_WORDS:
            agree = ours <= theirs
            agree = agree and (relation in OF_SYNONYMS_TOO or all(ours & pointer for pointer in pointers))
        if not agree:
            found.append(
                f"{relation}: ours {sorted(ours)}, theirs {[sorted(pointer) for pointer in pointers]}"
            )
    ours_senses = [
        (POS_NAMES[entry["pos"]], entry["count"], entry["synonyms"], entry["definition"], entry["examples"])
        for entry in overview(term)
    ]
    theirs_senses = [(pos, count, words, *_split(gloss)) for pos, count, words, gloss in said.senses]
    if sorted(ours_senses) != sorted(theirs_senses):  # we give the commonest first
        found.append(f"senses: ours {ours_senses}, theirs {theirs_senses}")
    return found


def _split(gloss: str) -> tuple[str, list[str]]:
    """Return the definition and the examples of a gloss; together they hold all of its text."""
    return re.sub(r'".*?"', "", gloss).strip().strip("; "), re.findall(r'"([^"]*)"', gloss)
