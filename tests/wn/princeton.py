"""Runs Princeton's `wn`, and reads what it prints.

It prints, for each search, a heading, and for each sense its words and a line for each pointer:

    Hyponyms of noun car

    2 of 5 senses of car

    Sense 1
    car, auto, automobile, machine, motorcar
           => ambulance
           => beach wagon, station wagon, wagon, estate car, beach waggon, station waggon, waggon
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path

from tools.debian import unpack_packages

PACKAGES = ("wordnet", "wordnet-base", "wordnet-sense-index")
CACHE = Path(".cache/wn").resolve()
SECONDS = 30

# Every search whose answer is compared.
SEARCHES = (
    *("-over", "-hypon", "-hypov", "-meron", "-holon", "-entav", "-causv", "-attrn", "-attra"),
    *("-perta", "-pertr", "-derin", "-deriv", "-deria"),
    *(f"-{search}{pos}" for search in ("syns", "ants", "domn", "domt") for pos in "nvar"),
)

# How a line of a pointer begins, for all searches but those below → the command that follows it.
_ARROWS = {
    "INSTANCE OF=> ": "instances",
    "HAS INSTANCE=> ": "instances",
    "MEMBER OF: ": "holonyms",
    "PART OF: ": "holonyms",
    "SUBSTANCE OF: ": "holonyms",
    "HAS MEMBER: ": "meronyms",
    "HAS PART: ": "meronyms",
    "HAS SUBSTANCE: ": "meronyms",
    "Also See-> ": "also_see",
    "Phrasal Verb-> ": "also_see",
    **{f"{kind}{term}->": "domains" for kind in ("TOPIC", "REGION", "USAGE") for term in ("", " TERM")},
    "RELATED TO->": "derivations",
    "Pertains to ": "pertainyms",
    "Derived from ": "pertainyms",
    "Participle of ": "participles",
    "Antonym of ": "antonyms",
    "INDIRECT ": "antonyms",
}
# Heading → what its plain arrows (=>) lead to.
_HEADINGS = {
    "Hyponyms": "hyponyms",
    "Troponyms (hyponyms)": "hyponyms",
    "Synonyms/Hypernyms (Ordered by Estimated Frequency)": "hypernyms",
    "Similarity": "similar",
    "Entailment": "entailments",
    "'Cause To'": "causes",
    "Attributes": "attributes",
}
_HEADING = re.compile(r"^([^\s\d].*) of (noun|verb|adj|adv) (.+)$")
_OVERVIEW = re.compile(r"^\d+\. (?:\((\d+)\) )?(.*?) -- \((.*)\)$")

# One pointer: the words at its end, of which it may mean only one.
Pointer = frozenset[str]


class Said:
    """What `wn` says of one word."""

    def __init__(self) -> None:
        self.pointers: dict[str, list[Pointer]] = defaultdict(list)
        # (part of speech, number) → count, words, gloss
        self.senses: list[tuple[str, int, list[str], str]] = []


class Wn:
    """The program, and the files of its own that it reads."""

    def __init__(self, program: Path, environ: dict[str, str]) -> None:
        self._program = program
        self._environ = environ

    def ask(self, word: str) -> Said:
        """Return all that is compared about `word`, which must be no inflected form of another word."""
        done = subprocess.run(
            [self._program, word, *SEARCHES],
            env=self._environ,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,  # its exit status is the number of senses
        )
        assert not done.stderr, done.stderr
        return _read(done.stdout)


def find_or_fetch() -> Wn:
    """Return the installed program, or Debian's, unpacked into our cache; needs no root."""
    installed = shutil.which("wn")
    if installed:
        return Wn(Path(installed), dict(os.environ))
    if not (CACHE / "usr/bin/wn").exists():
        unpack_packages(PACKAGES, CACHE)
    own = {"LD_LIBRARY_PATH": str(CACHE / "usr/lib"), "WNSEARCHDIR": str(CACHE / "usr/share/wordnet")}
    return Wn(CACHE / "usr/bin/wn", {**os.environ, **own})


def _read(output: str) -> Said:
    said = Said()
    heading, pos = "", ""
    before = ""
    for line in output.splitlines():
        found = _HEADING.match(line) if not before else None
        if found:
            heading, pos = found[1], found[2]
        elif heading == "Overview":
            _read_overview(line, pos, said)
        elif heading == "Antonyms" and pos == "adj":
            _read_adjectives_antonym(line, before, said)
        elif line.startswith(" "):
            _read_pointer(line, heading, said)
        before = line.strip()
    return said


def _read_overview(line: str, pos: str, said: Said) -> None:
    found = _OVERVIEW.match(line)
    if found:
        said.senses.append((pos, int(found[1] or 0), words_of(found[2]), found[3]))


def _read_adjectives_antonym(line: str, before: str, said: Said) -> None:
    """Direct antonyms stand at the left, as the words below `Sense 1` do; indirect ones follow an arrow."""
    if line.startswith("INDIRECT "):
        said.pointers["antonyms"].append(frozenset(words_of(line.partition("-> ")[2])))
    elif line and not re.match(r" |Sense \d|\d+ (of \d+ )?sense", line) and not before.startswith("Sense "):
        said.pointers["antonyms"].append(frozenset(words_of(line)))


def _read_pointer(line: str, heading: str, said: Said) -> None:
    text = line.strip()
    for arrow, command in _ARROWS.items():
        if text.startswith(arrow) and (command != "instances" or heading in _HEADINGS):
            rest = re.sub(r"^\((noun|verb|adj|adv)\) |^(noun|verb|adj|adv) ", "", text.removeprefix(arrow))
            if command == "also_see":
                said.pointers[command] += [frozenset(words_of(one)) for one in rest.split("; ")]
            else:
                said.pointers[command].append(frozenset(words_of(rest)))
            return
    # Deeper ones are further up or down.
    if line.startswith("       => ") and heading in _HEADINGS:
        said.pointers[_HEADINGS[heading]].append(frozenset(words_of(text.removeprefix("=> "))))


def words_of(listed: str) -> list[str]:
    """Return the words of a line as WordNet's files write them, without marks and numbers of senses."""
    words = []
    for word in listed.split(", "):
        bare = re.sub(r"#\d+$| \(Sense \d+\)$", "", word)
        bare = re.sub(r"( ?\((vs\. .*|predicate|prenominal|postnominal|a|p|ip)\))+$", "", bare)
        words.append(bare.strip().replace(" ", "_"))
    return words
