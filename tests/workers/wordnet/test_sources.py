"""WordNet is found in NLTK's folders, or fetched, and it is complete."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from shared.errors import WordNetMissing
from tests.stack.waiting import patience
from workers.wordnet import sources
from workers.wordnet.files import CORPUS, FILES, OPTIONAL_FILES, nltk_trusts, verify
from workers.wordnet.sources import candidates, find_or_fetch, nltk_root, places


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder on a machine without WordNet, network or Debian's programs."""
    monkeypatch.setattr(sources, "_INDEX_URL", "http://127.0.0.1:9/index.xml")
    monkeypatch.setattr(sources, "_MACHINE_PREFIXES", ())
    monkeypatch.setattr(sources, "_INSTALLED", tmp_path / "not-installed")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("NLTK_DATA", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    (tmp_path / "bin").mkdir()
    return tmp_path / "data"


def link_wordnet(folder: Path, target: Path, *, without: tuple[str, ...] = ()) -> Path:
    """Fill `target` with symbolic links to WordNet's files, which are 37 MB."""
    target.mkdir(parents=True)
    for name in (*FILES, *OPTIONAL_FILES):
        if name not in without and (folder / name).exists():
            (target / name).symlink_to((folder / name).resolve())
    return target


def executable(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\nPATH=/usr/sbin:/usr/bin:/sbin:/bin\n{script}")
    path.chmod(0o755)


def test_the_places_are_those_of_nltk(tmp_path: Path) -> None:
    environ = {**os.environ, "NLTK_DATA": f"/a{os.pathsep}~/b"}
    code = "import nltk.data; print(*nltk.data.path, sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True
    )

    assert [str(place) for place in places(tmp_path, environ)] == [
        *done.stdout.splitlines(),
        str(nltk_root(tmp_path)),
    ]


def test_nltk_data_comes_before_our_own_folder(nowhere: Path, wordnet_folder: Path, tmp_path: Path) -> None:
    given = link_wordnet(wordnet_folder, tmp_path / "given" / CORPUS)
    ours = link_wordnet(wordnet_folder, nltk_root(nowhere) / CORPUS)

    assert candidates(nowhere, {"NLTK_DATA": str(tmp_path / "given")}) == [given, ours]


def test_a_complete_wordnet_is_used_unchanged(nowhere: Path, wordnet_folder: Path, said: list[str]) -> None:
    ours = nltk_root(nowhere) / CORPUS
    shutil.copytree(wordnet_folder, ours)

    assert find_or_fetch(nowhere, said.append) == ours


def test_nltks_archive_is_unpacked(nowhere: Path, wordnet_folder: Path, said: list[str]) -> None:
    archive = nltk_root(nowhere) / "corpora" / "wordnet.zip"
    archive.parent.mkdir(parents=True)
    with zipfile.ZipFile(archive, "w") as packed:
        for name in FILES:
            packed.write(wordnet_folder / name, f"wordnet/{name}")

    assert find_or_fetch(nowhere, said.append) == nltk_root(nowhere) / CORPUS


@pytest.mark.skipif(os.name != "posix", reason="NLTK looks at rights on POSIX only")
def test_a_wordnet_that_others_may_write_to_is_copied(
    nowhere: Path, wordnet_folder: Path, tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "shared" / CORPUS
    shutil.copytree(wordnet_folder, shared)
    shared.chmod(0o775)
    monkeypatch.setenv("NLTK_DATA", str(tmp_path / "shared"))

    found = find_or_fetch(nowhere, said.append)

    assert found == nltk_root(nowhere) / CORPUS
    assert nltk_trusts(found)


@pytest.mark.skipif(os.name != "posix", reason="NLTK looks at links on POSIX only")
def test_a_wordnet_of_links_is_copied(
    nowhere: Path, wordnet_folder: Path, tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    link_wordnet(wordnet_folder, tmp_path / "linked" / CORPUS)
    monkeypatch.setenv("NLTK_DATA", str(tmp_path / "linked"))

    assert nltk_trusts(find_or_fetch(nowhere, said.append))


def test_without_any_way_the_message_names_three(nowhere: Path, said: list[str]) -> None:
    started = time.monotonic()
    with pytest.raises(WordNetMissing) as caught:
        find_or_fetch(nowhere, said.append)

    for way in ("nltk.downloader -d", "apt-get install wordnet-base wordnet-sense-index", "set NLTK_DATA"):
        assert way in str(caught.value)
    assert "its server can't be reached" in str(caught.value)
    assert "apt-get is not on this machine" in str(caught.value)
    assert time.monotonic() - started < 10 * patience()


def test_a_server_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "_NO_WAY_OUT_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        started = time.monotonic()

        assert not sources._answers(f"http://127.0.0.1:{silent.getsockname()[1]}/")
        assert time.monotonic() - started < 5 * patience()


def test_nltks_downloader_is_asked_first(
    nowhere: Path, wordnet_folder: Path, tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "wordnet.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for name in FILES:
            packed.write(wordnet_folder / name, f"wordnet/{name}")
    # It is called as `python -m nltk.downloader -d ROOT wordnet`.
    executable(tmp_path / "python", f'test "$2" = nltk.downloader && cp {archive} "$4/corpora/wordnet.zip"\n')
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setattr(sources, "_answers", lambda _url: True)

    assert verify(find_or_fetch(nowhere, said.append)) is None
    assert said[-1].endswith("from NLTK's downloader")


def test_debians_installed_packages_are_completed_with_lexnames(
    nowhere: Path, wordnet_folder: Path, tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = link_wordnet(wordnet_folder, tmp_path / "installed", without=("lexnames",))
    monkeypatch.setattr(sources, "_INSTALLED", installed)

    found = find_or_fetch(nowhere, said.append)

    assert (found / "lexnames").read_text().split() == (wordnet_folder / "lexnames").read_text().split()


def test_debians_packages_are_unpacked_and_completed_with_lexnames(
    nowhere: Path, wordnet_folder: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unpack(packages: tuple[str, ...], folder: Path, _report: object) -> None:
        assert packages == ("wordnet-base", "wordnet-sense-index")
        link_wordnet(wordnet_folder, folder / "usr/share/wordnet", without=("lexnames",))

    monkeypatch.setattr(sources, "unpack_packages", unpack)

    assert verify(find_or_fetch(nowhere, said.append)) is None
    assert said[-1].endswith("from Debian's packages")
