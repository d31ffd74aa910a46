"""Runs Princeton's `wn` and reads its output.

For each search, `wn` prints a heading, and for each sense its words and a line for each pointer:

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

from workers.wordnet.debian_packages import unpack_packages

PACKAGES = ("wordnet", "wordnet-base", "wordnet-sense-index")
CACHE = Path(".cache/wn").resolve()
SECONDS = 30

# The searches to compare.
SEARCHES = (
    *("-over", "-hypon", "-hypov", "-meron", "-holon", "-entav", "-causv", "-attrn", "-attra"),
    *("-perta", "-pertr", "-derin", "-deriv", "-deria"),
    *(f"-{search}{pos}" for search in ("syns", "ants", "domn", "domt") for pos in "nvar"),
)

# Beginning of a pointer's line → our command for that pointer; for all searches but those below.
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
# Heading → our command for its plain arrows (=>).
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

# One pointer: the words of its target; it may mean only one of them.
Pointer = frozenset[str]


class Said:
    """The output of `wn` for one word."""

    def __init__(self) -> None:
        self.pointers: dict[str, list[Pointer]] = defaultdict(list)
        # (part of speech, number) → count, words, gloss
        self.senses: list[tuple[str, int, list[str], str]] = []


class Wn:
    """The program, with the environment that leads it to its files."""

    def __init__(self, program: Path, environ: dict[str, str]) -> None:
        self._program = program
        self._environ = environ

    def ask(self, word: str) -> Said:
        """Return everything to compare about `word`, which must not be an inflected form of another word."""
        done = subprocess.run(
            [self._program, word, *SEARCHES],
            env=self._environ,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,  # the exit status is the number of senses
        )
        assert not done.stderr, done.stderr
        return _read(done.stdout)


def find_or_fetch() -> Wn:
    """Return the installed program, or Debian's, unpacked into our cache without root."""
    installed = shutil.which("wn")
    if installed:
        return Wn(Path(installed), dict(os.environ))
    if not CACHE.exists():
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
    """Direct antonyms are at the left, like the words below `Sense 1`; indirect ones follow an arrow."""
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
    # Deeper arrows belong to pointers of pointers.
    if line.startswith("       => ") and heading in _HEADINGS:
        said.pointers[_HEADINGS[heading]].append(frozenset(words_of(text.removeprefix("=> "))))


def words_of(listed: str) -> list[str]:
    """Return the words of a line in the spelling of WordNet's files, without markers and sense numbers."""
    words = []
    for word in listed.split(", "):
        bare = re.sub(r"#\d+$| \(Sense \d+\)$", "", word)
        bare = re.sub(r"( ?\((vs\. .*|predicate|prenominal|postnominal|a|p|ip)\))+$", "", bare)
        words.append(bare.strip().replace(" ", "_"))
    return words
