"""Real packages and the real dpkg-deb; stand-ins for apt play the mirror, so no test needs the network."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from workers.wordnet import debian_packages
from workers.wordnet.debian_packages import PackagesUnavailable, unpack_packages

pytestmark = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="only Debian has dpkg-deb")

SYSTEM_PATH = "/usr/sbin:/usr/bin:/sbin:/bin"


class Machine:
    """A machine whose apt knows the packages in `mirror`, and logs every command."""

    def __init__(self, folder: Path) -> None:
        self.mirror = folder / "mirror"
        self.programs = folder / "bin"
        self.log = folder / "log"
        for new in (self.mirror, self.programs):
            new.mkdir()
        self.has("apt-cache", "true")
        self.has("apt-get", f'for last; do :; done; test "$last" = update || cp {self.mirror}/*.deb .')
        self.has("dpkg-query", "exit 1")
        self.has("dpkg-deb", f'PATH={SYSTEM_PATH} exec /usr/bin/dpkg-deb "$@"')

    def has(self, program: str, script: str) -> None:
        """Install a stand-in for `program`."""
        path = self.programs / program
        path.write_text(f'#!/bin/sh\nPATH={SYSTEM_PATH}\necho "{program} $*" >> {self.log}\n{script}\n')
        path.chmod(0o755)

    def offer(self, package: str, content: str) -> None:
        """Put a package on the mirror; it holds the file usr/share/`package`."""
        root = self.mirror / package
        (root / "DEBIAN").mkdir(parents=True)
        (root / "DEBIAN" / "control").write_text(
            f"Package: {package}\nVersion: 1\nArchitecture: all\nMaintainer: none <n@example.org>\n"
            "Description: test\n"
        )
        (root / "usr/share").mkdir(parents=True)
        (root / "usr/share" / package).write_text(content)
        build = ["dpkg-deb", "--build", "-Znone", root, self.mirror / f"{package}.deb"]
        subprocess.run(build, check=True, capture_output=True, env={"PATH": SYSTEM_PATH})

    def commands(self, beginning: str) -> list[str]:
        return [line for line in self.log.read_text().splitlines() if line.startswith(beginning)]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine with stand-ins for apt, alone on PATH, and the package `words` on its mirror."""
    made = Machine(tmp_path)
    made.offer("words", "ocean")
    monkeypatch.setenv("PATH", str(made.programs))
    return made


def test_the_files_of_a_package_fill_the_folder(machine: Machine, tmp_path: Path) -> None:
    steps: list[str] = []
    unpack_packages(["words"], tmp_path / "unpacked", steps.append)

    assert (tmp_path / "unpacked/usr/share/words").read_text() == "ocean"
    assert steps == ["downloading words …"]
    assert machine.commands("apt-get")[0].endswith("download words")


def test_libraries_come_along_unless_installed_or_part_of_every_debian(
    machine: Machine, tmp_path: Path
) -> None:
    listing = "words|  Depends: libnew|libnew|liball|libc6|<libvirtual>|libnew:i386|perl"
    machine.has("apt-cache", f"echo '{listing}' | tr '|' '\\n'")
    machine.has("dpkg-query", 'for last; do :; done; test "$last" = liball && printf installed')
    unpack_packages(["words"], tmp_path / "unpacked")

    assert machine.commands("apt-get")[0].endswith("download words libnew")


def test_without_package_lists_a_private_folder_gets_new_ones(machine: Machine, tmp_path: Path) -> None:
    lists = f"{tmp_path}/where-the-lists-are"
    machine.has(
        "apt-get",
        f"""folder=$(echo "$*" | sed -n 's/.*Dir::State::Lists=\\([^ ]*\\).*/\\1/p')
        for last; do :; done
        if test "$last" = update; then test -d "$folder/partial" && echo "$folder" > {lists}; exit; fi
        if test -n "$folder"; then cp {machine.mirror}/words.deb .; exit; fi
        echo 'old and broken' > words_0_all.deb
        echo 'E: Unable to locate package words' >&2
        exit 100""",
    )
    steps: list[str] = []
    unpack_packages(["words"], tmp_path / "unpacked", steps.append)

    assert (tmp_path / "unpacked/usr/share/words").read_text() == "ocean"
    assert steps[-1] == "no package lists here; fetching them …"
    assert not Path(lists).read_text().startswith(("/var/", "/etc/"))


def test_apt_keeps_its_checks_of_signatures(machine: Machine, tmp_path: Path) -> None:
    unpack_packages(["words"], tmp_path / "unpacked")

    assert not [line for line in machine.commands("apt") if "unauthenticated" in line or "trusted" in line]


@pytest.mark.parametrize("program", ["apt-get", "apt-cache", "dpkg-deb", "dpkg-query"])
def test_a_machine_without_one_of_the_programs_is_no_debian(
    machine: Machine, tmp_path: Path, program: str
) -> None:
    (machine.programs / program).unlink()

    with pytest.raises(PackagesUnavailable, match=f"^{program} is not on this machine$"):
        unpack_packages(["words"], tmp_path / "unpacked")


def test_the_error_holds_the_last_line_of_the_complaint(machine: Machine, tmp_path: Path) -> None:
    machine.has("apt-get", "echo 'W: old' >&2; echo 'E: no mirror answers' >&2; exit 100")

    with pytest.raises(PackagesUnavailable, match=r"^apt-get failed: E: no mirror answers$"):
        unpack_packages(["words"], tmp_path / "unpacked")


def test_a_command_that_hangs_is_given_up(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(debian_packages, "_COMMAND_SECONDS", 0.2)
    machine.has("apt-cache", "exec sleep 60")

    with pytest.raises(PackagesUnavailable, match=r"^apt-cache took longer than 0.2 s$"):
        unpack_packages(["words"], tmp_path / "unpacked")


def test_a_damaged_package_leaves_nothing_behind(machine: Machine, tmp_path: Path) -> None:
    machine.offer("more", "sea")
    (machine.mirror / "words.deb").write_text("damaged")
    (tmp_path / "cache").mkdir()

    with pytest.raises(PackagesUnavailable, match=r"^dpkg-deb failed: "):
        unpack_packages(["more", "words"], tmp_path / "cache" / "unpacked")
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_folder_that_another_process_has_completed_stays(machine: Machine, tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "unpacked"
    script = (machine.programs / "apt-get").read_text().partition("\n")[2]
    machine.has("apt-get", f"mkdir -p {folder}; touch {folder}/theirs\n{script}")
    unpack_packages(["words"], folder)

    assert list((tmp_path / "cache").iterdir()) == [folder]
    assert list(folder.iterdir()) == [folder / "theirs"]
