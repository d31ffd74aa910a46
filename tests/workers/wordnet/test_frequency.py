"""How common a word is follows from its uses in the tagged texts."""

from __future__ import annotations

import re

import pytest

from workers.wordnet.frequency import BANDS, COMMON_USES, band, is_common, times_written, uses_of
from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("uses", "name"),
    [(0, "rare"), (1, "less common"), (4, "less common"), (5, "common"), (49, "common"), (50, "very common")],
)
def test_each_band_begins_at_its_fewest_uses(uses: int, name: str) -> None:
    assert band(uses) == name
    assert (COMMON_USES, "common") in BANDS


@pytest.mark.parametrize(("name", "how"), [("person", "very common"), ("lamp", "common"), ("zyrian", "rare")])
def test_words_are_as_common_as_people_would_say(lexicon: Lexicon, name: str, how: str) -> None:
    lemma = lexicon.number_of(name)

    assert band(uses_of(lexicon, lemma)) == how
    assert is_common(lexicon, lemma) == (how != "rare")


def test_the_uses_are_those_of_all_senses(lexicon: Lexicon) -> None:
    for name in ("dog", "run", "happy", "moon"):
        senses = {sense for synset in lexicon.synsets(name) for sense in lexicon.senses_of(synset, [name])}

        assert uses_of(lexicon, lexicon.number_of(name)) == sum(map(lexicon.sense_count, senses))


@pytest.mark.parametrize("phrase", ["toward", "towards", "case in point", "by and large", "learnt", "zzqx"])
def test_whole_words_count_in_definitions_and_examples(lexicon: Lexicon, phrase: str) -> None:
    texts = (
        text
        for synset in range(lexicon.synset_count)
        for text in (lexicon.definition(synset), *lexicon.examples(synset))
        if phrase in text
    )
    wanted = sum(len(re.findall(rf"(?<![\w'-]){phrase}(?![\w'-])", text)) for text in texts)

    assert times_written(lexicon, phrase) == wanted
