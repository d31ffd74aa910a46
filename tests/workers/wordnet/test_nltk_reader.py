"""The reader lays WordNet out in tables, as its docstring describes them."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from tests.workers.wordnet.small_wordnet import write_small_wordnet
from workers.wordnet.lexicon import NAME, Lexicon
from workers.wordnet.nltk_reader import open_reader, read_tables
from workers.wordnet.relations import SYMBOLS, Pointers

if TYPE_CHECKING:
    from pathlib import Path

ENTITY, DOG, TO_DOG, TO_RUN, HOT, SCORCHING, COLD = range(7)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_small_wordnet(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def content(folder: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    return read_tables(folder, lambda _line: None)


@pytest.fixture(scope="module")
def small(content: tuple[dict[str, Any], dict[str, Any]]) -> Lexicon:
    tables, named = content
    return Lexicon({name: memoryview(table) for name, table in tables.items()}, named)


def test_lemmas_are_numbered_alphabetically_in_lower_case(small: Lexicon) -> None:
    assert list(small.lemma_names()) == ["cold", "dog", "entity", "hot", "hound", "run", "scorching"]
    assert [small.lemma(name) for name in ("cold", "scorching", "Dog", "cat")] == [0, 6, None, None]


def test_synsets_are_numbered_by_part_of_speech_then_as_in_the_files(small: Lexicon) -> None:
    assert [small.words(synset)[0] for synset in range(small.synset_count)] == [
        "entity", "Dog", "dog", "run", "hot", "scorching", "cold",
    ]  # fmt: skip
    assert [small.pos(synset) for synset in range(small.synset_count)] == list("nnvvasa")
    assert (small.synsets("dog"), small.synsets("hot", "a")) == ([DOG, TO_DOG], [HOT])


def test_texts_are_those_of_the_files(small: Lexicon) -> None:
    assert small.words(DOG) == ["Dog", "hound"]
    assert small.definition(DOG) == "a barking animal"
    assert small.examples(DOG) == ["the dog barked"]
    assert small.lexname(DOG) == "noun.animal"


def test_pointers_between_synsets_and_between_senses_are_kept_apart(small: Lexicon) -> None:
    [dog, hound], [to_dog] = small.senses(DOG), small.senses(TO_DOG)

    assert _all_of(small.pointers, DOG) == {"@": [ENTITY]}
    assert _all_of(small.pointers, HOT) == {"&": [SCORCHING]}
    assert _all_of(small.sense_pointers, dog) == {"+": [to_dog]}
    assert _all_of(small.sense_pointers, to_dog) == {"+": [dog]}
    assert _all_of(small.sense_pointers, hound) == {}


def _all_of(pointers: Pointers, source: int) -> dict[str, list[int]]:
    return {SYMBOLS[code]: pointers.related(source, code) for code in pointers.codes(source)}


def test_entries_have_the_sense_of_their_lemma(small: Lexicon) -> None:
    [dog, hound] = small.senses(DOG)

    assert list(small.entry_senses(small.number_of("dog"), "n")) == [(DOG, dog, NAME, 0)]
    assert list(small.entry_senses(small.number_of("hound"), "n")) == [(DOG, hound, 0, 2)]
    assert (small.synset_uses(DOG), small.synset_uses(TO_DOG)) == (2, 7)


def test_depths_are_counted_from_the_root(small: Lexicon) -> None:
    assert [small.depth(synset) for synset in (ENTITY, DOG, TO_RUN)] == [(0, 0), (1, 1), (0, 0)]


def test_weights_follow_the_tagged_texts_then_the_number_of_senses(small: Lexicon) -> None:
    weights = {name: small.lemma_weight(small.number_of(name)) for name in ("dog", "hound", "run")}

    assert weights == {"dog": 7 * 128 + 2, "hound": 2 * 128 + 1, "run": 1}
    assert [small.sense_count(sense) for sense in (*small.senses(DOG), *small.senses(TO_DOG))] == [0, 2, 7]


def test_verbs_have_frames_and_sentences(small: Lexicon) -> None:
    [to_dog], [to_run] = small.senses(TO_DOG), small.senses(TO_RUN)

    assert small.frames(to_dog) == ["Somebody dog something", "Somebody dog somebody"]
    assert small.verb_sentences(to_run) == ["They run every day"]
    assert small.verb_sentences(to_dog) == []


def test_exceptions_are_kept_by_part_of_speech(small: Lexicon) -> None:
    assert small.dictionary_forms("dogge", "n") == ["dog"]
    assert small.dictionary_forms("ran", "v") == ["run"]
    assert small.dictionary_forms("ran", "n") == []


def test_a_wordnet_without_example_sentences_is_read_all_the_same(tmp_path: Path) -> None:
    folder = write_small_wordnet(tmp_path)
    for name in ("sents.vrb", "sentidx.vrb"):
        (folder / name).unlink()
    tables, named = read_tables(folder, lambda _line: None)

    assert named["sentences"] == {}
    assert len(tables["sentences"]) == 0


def test_reading_reports_its_steps(folder: Path) -> None:
    said: list[str] = []
    read_tables(folder, said.append)

    assert said[-1].startswith("7 synsets read")


def test_pointers_keep_the_order_of_the_data_files(wordnet_folder: Path) -> None:
    """NLTK's own reader keeps them in sets, whose order changes from process to process."""
    with closing(open_reader(wordnet_folder)) as reader:
        hyponyms = reader.synset("dog.n.01")._pointers["~"]
    lines = (wordnet_folder / "data.noun").read_text().splitlines()
    fields = next(line for line in lines if " dog 0 domestic_dog 0 " in line).split()
    in_file = [int(fields[at + 1]) for at, field in enumerate(fields) if field == "~"]

    assert [offset for _pos, offset in hyponyms] == in_file
