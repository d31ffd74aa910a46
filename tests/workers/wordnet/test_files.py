"""WordNet's files are copied, counted and protected as NLTK demands."""

from __future__ import annotations

import gc
import os
import warnings
from contextlib import closing
from pathlib import Path

import pytest

from tests.workers.wordnet.small_wordnet import write_small_wordnet
from workers.wordnet.files import (
    FILES,
    OPTIONAL_FILES,
    copy_into,
    is_complete,
    make_private,
    nltk_trusts,
    verify,
)
from workers.wordnet.lexnames import lexnames_file
from workers.wordnet.nltk_reader import open_reader


def nltk_refuses(folder: Path) -> bool:
    """Whether NLTK refuses to read WordNet in `folder`; it leaves files open then."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        warnings.simplefilter("ignore", ResourceWarning)
        try:
            with closing(open_reader(folder)) as reader:
                reader.synset("dog.n.01")
        except (LookupError, PermissionError, ValueError):
            refuses = True
        else:
            refuses = False
        gc.collect()
    return refuses


@pytest.fixture
def small(tmp_path: Path) -> Path:
    folder = write_small_wordnet(tmp_path / "small")
    folder.parent.chmod(0o755)
    return folder


def test_the_real_wordnet_is_complete_and_has_its_counts(wordnet_folder: Path) -> None:
    assert is_complete(wordnet_folder)
    assert verify(wordnet_folder) is None


def test_another_wordnet_is_refused_for_its_counts(small: Path) -> None:
    assert verify(small) == "7 synsets and 7 lemma names, not 117,659 and 147,306"


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_needed(small: Path, name: str) -> None:
    (small / name).unlink()

    assert not is_complete(small)
    assert verify(small) == f"without {name}"


@pytest.mark.parametrize("name", OPTIONAL_FILES)
def test_example_sentences_are_optional(small: Path, name: str) -> None:
    (small / name).unlink()

    assert is_complete(small)


def test_a_copy_has_every_file_and_the_rights_that_nltk_demands(small: Path, tmp_path: Path) -> None:
    (small / "data.noun").chmod(0o666)
    own = tmp_path / "own" / "corpora" / "wordnet"
    copy_into(own, small)

    assert {file.name for file in own.iterdir()} == {*FILES, *OPTIONAL_FILES}
    assert all((own / name).read_bytes() == (small / name).read_bytes() for name in FILES)
    assert {file.stat().st_mode & 0o777 for file in own.iterdir()} == {0o644}
    assert nltk_trusts(own)


def test_a_copy_replaces_what_was_there(small: Path, tmp_path: Path) -> None:
    own = tmp_path / "own" / "corpora" / "wordnet"
    copy_into(own, small)
    (small / "sents.vrb").unlink()
    copy_into(own, small)

    assert not (own / "sents.vrb").exists()


def test_a_copy_gets_lexnames_if_the_source_has_none(small: Path, tmp_path: Path) -> None:
    (small / "lexnames").unlink()
    own = tmp_path / "own" / "corpora" / "wordnet"
    copy_into(own, small)

    assert (own / "lexnames").read_text() == lexnames_file()


@pytest.mark.skipif(os.name != "posix", reason="NLTK checks access rights on POSIX only")
@pytest.mark.parametrize("harm", ["writable folder", "writable file", "symbolic link", "hard link"])
def test_we_trust_a_wordnet_exactly_if_nltk_does(small: Path, tmp_path: Path, harm: str) -> None:
    make_private(small)
    for file in small.iterdir():
        file.chmod(0o644)
    assert nltk_trusts(small)
    assert not nltk_refuses(small)
    if harm == "writable folder":
        small.chmod(0o777)
    elif harm == "writable file":
        (small / "data.noun").chmod(0o666)
    elif harm == "symbolic link":
        (small / "data.noun").rename(tmp_path / "elsewhere")
        (small / "data.noun").symlink_to(tmp_path / "elsewhere")
    else:
        (tmp_path / "elsewhere").hardlink_to(small / "data.noun")

    assert not nltk_trusts(small)
    assert nltk_refuses(small)
