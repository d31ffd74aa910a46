"""A text to learn from has one right synset, and wrong ones that its word can't mean."""

from __future__ import annotations

import numpy as np

from tools.train.meaning.described import read_all
from tools.train.meaning.pairs import NEAREST, of_descriptions, of_sentences, senses_of
from workers.wordnet.lexicon import Lexicon


def test_the_described_sense_is_the_one_most_like_the_description(lexicon: Lexicon) -> None:
    learnt = read_all(lexicon)[:20]
    lemma = learnt[0][0]
    senses = senses_of(lexicon, lemma)
    synsets = np.eye(lexicon.synset_count, 8, dtype=np.float32)
    synsets[senses[-1]] = 1  # every text is most like the last sense of the first word
    texts = np.ones((len(learnt), 8), np.float32)

    pairs = of_descriptions(lexicon, learnt, texts, synsets)

    assert pairs[0].synset == senses[-1]
    assert pairs[0].right == frozenset(senses)
    assert 0 < len(pairs[0].wrong) <= NEAREST
    assert pairs[0].right.isdisjoint(pairs[0].wrong)
    assert len(pairs) == len(learnt)


def test_a_sentence_holds_its_word_and_stays_away_from_the_other_senses(lexicon: Lexicon) -> None:
    pairs = list(of_sentences(lexicon))

    assert len(pairs) > 30_000
    for pair in pairs[::500]:
        word, _, example = pair.text.partition(": ")
        senses = senses_of(lexicon, lexicon.number_of(word.lower().replace(" ", "_")))
        assert example in lexicon.examples(pair.synset)
        assert {pair.synset, *pair.wrong} == set(senses)
