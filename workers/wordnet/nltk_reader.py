"""Reads all of WordNet through NLTK into the flat tables of a snapshot. Only this file imports NLTK.

The tables and their indexes follow. A sense is one word of one synset. Numbers count through all of WordNet;
synsets are numbered by part of speech in the order n v a r, then in the order of the data files.

    names          every lemma name in lower case, sorted; a lemma's number is its place here
    name_slots     hash table: crc32 of a name → lemma number + 1, with linear probing; 0 is free
    lemma_weights  a sort key for common lemmas: 128 times its tagged uses, plus its synsets (≤ 127)
    entries        ragged, by 4 times lemma, plus part of speech: its synsets, in sense order
    entry_senses   by place in `entries`: the sense that the lemma is of this synset
    entry_marks    one byte a place in `entries`: NAME, TWICE (see lexicon.py)
    words          text lists by synset: its words in WordNet's spelling
    definitions, examples    text lists by synset
    synset_pos     one byte a synset: its letter
    synset_lexname, min_depth, max_depth     one byte a synset
    pointers       ragged, by synset: relation code (pointer_codes) and target synset, in the files' order
    parents        ragged, by synset: its hypernyms, then its instance hypernyms (all above: see relations.py)
    first_sense    by synset: the number of its first sense
    synset_uses    by synset: the uses of all its senses in the tagged texts
    sense_synset, sense_count                by sense: its synset; its uses in the tagged texts
    sense_pointers ragged, by sense: relation code (sense_pointer_codes) and target sense
    listed_forms   texts by lemma: its forms in the exception lists, each after the letter of a part of speech
    frames, sentences   ragged, by place among the senses of verbs: numbers of frames and of example sentences
"""

from __future__ import annotations

import warnings
from array import array
from collections import Counter
from contextlib import closing
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, Final

import nltk
from nltk.corpus.reader.wordnet import VERB_FRAME_STRINGS, WordNetCorpusReader

from workers.wordnet.lexicon import NAME, POS_ORDER, TWICE
from workers.wordnet.names.name_slots import name_slots
from workers.wordnet.relations import CODES, HYPERNYM, INSTANCE_HYPERNYM, ways_up
from workers.wordnet.snapshot_file import ragged, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from workers.wordnet.snapshot_file import Tables

NAME_SLOT_BITS: Final = 19  # 524,288 slots for 147,306 names: 1.2 probes on average, for 2 MB

_UPWARDS: Final = (HYPERNYM, INSTANCE_HYPERNYM)


class OrderedReader(WordNetCorpusReader):
    """NLTK's reader, with the pointers of each synset in the order of the data files.

    NLTK keeps them in sets, whose order changes from process to process.
    """

    def _synset_from_pos_and_line(self, pos: str, line: str) -> Any:
        synset = super()._synset_from_pos_and_line(pos, line)
        fields = line.partition("|")[0].split()
        start = 5 + 2 * int(fields[3], 16)
        ordered: dict[str, dict[tuple[str, int], None]] = {}
        for at in range(start, start + 4 * int(fields[start - 1]), 4):
            symbol, offset, target_pos, source_and_target = fields[at : at + 4]
            if source_and_target == "0000":
                ordered.setdefault(symbol, {})[target_pos, int(offset)] = None
        synset._pointers = ordered
        return synset

    def close(self) -> None:
        """Close the data files, which NLTK leaves open."""
        for stream in self._data_file_map.values():
            stream.close()


def open_reader(folder: Path) -> OrderedReader:
    """Return NLTK's reader over the WordNet in `folder` (`…/corpora/wordnet`)."""
    root = str(folder.parent.parent)
    if root not in nltk.data.path:
        nltk.data.path.insert(0, root)  # NLTK reads below the folders of this list only
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="The multilingual functions are not available")
        return OrderedReader(nltk.data.find("corpora/wordnet", [root]), None)


def read_tables(folder: Path, report: Callable[[str], None]) -> tuple[Tables, dict[str, Any]]:
    """Return the tables of all of WordNet in `folder`, and small content by name: exceptions, frames, …"""
    report("reading WordNet through NLTK …")
    with closing(open_reader(folder)) as reader:
        synsets = [synset for pos in POS_ORDER for synset in reader.all_synsets(pos)]
        report(f"{len(synsets):,} synsets read; laying them out …")
        number_of = {
            (_file_pos(synset.pos()), synset.offset()): number for number, synset in enumerate(synsets)
        }
        tables = {
            **_lemma_tables(reader, number_of),
            **_listed_forms(reader),
            **_synset_tables(reader, synsets, number_of),
            **_sense_tables(folder, synsets, number_of),
        }
    _add_weights(tables, synsets)
    _add_entry_senses(tables, synsets)
    named = {
        "exceptions": {
            pos: {form: " ".join(bases) for form, bases in reader._exception_map[pos].items()}
            for pos in POS_ORDER
        },
        "lexnames": reader._lexnames,
        "frames": {str(number): text for number, text in enumerate(VERB_FRAME_STRINGS) if text},
        "sentences": _verb_sentences(folder),
    }
    return tables, named


def _listed_forms(reader: OrderedReader) -> Tables:
    """Return the exception lists, turned around: by lemma, its forms."""
    forms: dict[str, list[str]] = {}
    for pos in POS_ORDER:
        for form, bases in reader._exception_map[pos].items():
            for base in bases:
                forms.setdefault(base, []).append(pos + form)
    return texts(
        "listed_forms", [" ".join(forms.get(name, ())) for name in sorted(reader._lemma_pos_offset_map)]
    )


def _file_pos(pos: str) -> str:
    """Return the part of speech of a synset's file: satellites are among the adjectives."""
    return "a" if pos == "s" else pos


def _lemma_tables(reader: OrderedReader, number_of: dict[tuple[str, int], int]) -> Tables:
    index = reader._lemma_pos_offset_map  # NLTK's public way opens the files once for each name
    names = sorted(index)
    entries = [
        [number_of[pos, offset] for offset in index[name].get(pos, ())] for name in names for pos in POS_ORDER
    ]
    return {
        **texts("names", names),
        "name_slots": name_slots(map(str.encode, names), NAME_SLOT_BITS),
        **ragged("entries", "I", entries),
    }


def _synset_tables(
    reader: OrderedReader, synsets: Sequence[Any], number_of: dict[tuple[str, int], int]
) -> Tables:
    lexname_number = {name: number for number, name in enumerate(reader._lexnames)}
    pointers = [
        [
            (CODES[symbol], number_of[_file_pos(pos), offset])
            for symbol, targets in synset._pointers.items()
            for pos, offset in targets
        ]
        for synset in synsets
    ]
    parents = [
        [target for upwards in _UPWARDS for code, target in targets if code == upwards]
        for targets in pointers
    ]
    depths = _depths(parents)
    return {
        **texts("words", ["".join(f"{word}\n" for word in synset.lemma_names()) for synset in synsets]),
        **texts("definitions", [synset.definition() for synset in synsets]),
        **texts("examples", ["".join(f"{text}\n" for text in synset.examples()) for synset in synsets]),
        "synset_pos": "".join(synset.pos() for synset in synsets).encode(),
        "synset_lexname": bytes(lexname_number[synset.lexname()] for synset in synsets),
        "min_depth": bytes(shortest for shortest, _ in depths),
        "max_depth": bytes(longest for _, longest in depths),
        **ragged("pointers", "I", [[target for _, target in targets] for targets in pointers]),
        "pointer_codes": bytes(code for targets in pointers for code, _ in targets),
        **ragged("parents", "I", parents),
        **ways_up(parents),
    }


def _depths(parents: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Return the lengths of the shortest and of the longest way up from each synset.

    This walks each way once, where NLTK walks it again for each synset below.
    """
    known: dict[int, tuple[int, int]] = {}

    def depth(synset: int) -> tuple[int, int]:
        found = known.get(synset)
        if found is None:
            above = [depth(parent) for parent in parents[synset]]
            shortest = min((shortest + 1 for shortest, _ in above), default=0)
            known[synset] = found = (shortest, max((longest + 1 for _, longest in above), default=0))
        return found

    return [depth(synset) for synset in range(len(parents))]


def _sense_tables(folder: Path, synsets: Sequence[Any], number_of: dict[tuple[str, int], int]) -> Tables:
    first_sense = array("I", accumulate((len(synset.lemmas()) for synset in synsets), initial=0))
    senses = [sense for synset in synsets for sense in synset.lemmas()]
    verbs = [sense for synset in synsets if synset.pos() == "v" for sense in synset.lemmas()]
    counts = _counts(folder)
    sentences = _sentence_numbers(folder)
    pointers = [
        [
            (CODES[symbol], first_sense[number_of[_file_pos(pos), offset]] + word)
            for (name, symbol), targets in synset._lemma_pointers.items()
            if name == sense.name()
            for pos, offset, word in targets
        ]
        for synset in synsets
        for sense in synset.lemmas()
    ]
    sense_count = array("I", (counts[sense.key()] for sense in senses))
    return {
        "first_sense": first_sense,
        "synset_uses": array("I", map(sum, (sense_count[at:end] for at, end in pairwise(first_sense)))),
        "sense_synset": array("I", (number for number, s in enumerate(synsets) for _ in s.lemmas())),
        "sense_count": sense_count,
        **ragged("sense_pointers", "I", [[target for _, target in targets] for targets in pointers]),
        "sense_pointer_codes": bytes(code for targets in pointers for code, _ in targets),
        **ragged("frames", "B", [sense.frame_ids() for sense in verbs]),
        **ragged("sentences", "H", [sentences.get(sense.key(), ()) for sense in verbs]),
    }


def _add_weights(tables: Tables, synsets: Sequence[Any]) -> None:
    counts: Counter[str] = Counter()
    senses: Counter[str] = Counter()
    for synset, first in zip(synsets, tables["first_sense"], strict=False):
        for at, name in enumerate(synset.lemma_names(), first):
            counts[name.lower()] += tables["sense_count"][at]
            senses[name.lower()] += 1
    names = bytes(tables["names"]).decode().split("\n")[:-1]
    tables["lemma_weights"] = array("I", (counts[name] * 128 + min(senses[name], 127) for name in names))


def _add_entry_senses(tables: Tables, synsets: Sequence[Any]) -> None:
    names = bytes(tables["names"]).decode().split("\n")[:-1]
    entries, at, first = tables["entries"], tables["entries_at"], tables["first_sense"]
    senses, marks = array("I"), bytearray()
    for lemma, name in enumerate(names):
        parts = len(POS_ORDER)
        for synset in entries[at[parts * lemma] : at[parts * (lemma + 1)]]:
            words = synsets[synset].lemma_names()
            lowered = [word.lower() for word in words]
            place = words.index(name) if name in words else lowered.index(name)
            senses.append(first[synset] + place)
            marks.append(NAME * (name not in words) + TWICE * (lowered.count(name) > 1))
    tables["entry_senses"], tables["entry_marks"] = senses, bytes(marks)


def _counts(folder: Path) -> Counter[str]:
    """Return sense key → uses of the sense in the tagged texts, from cntlist.rev (see cntlist(5WN))."""
    counts: Counter[str] = Counter()
    for line in (folder / "cntlist.rev").read_text(encoding="ascii").splitlines():
        key, _number, count = line.split()
        counts[key] = int(count)
    return counts


def _sentence_numbers(folder: Path) -> dict[str, list[int]]:
    """Return sense key → numbers of example sentences; empty if this WordNet has no sentidx.vrb."""
    file = folder / "sentidx.vrb"
    lines = file.read_text(encoding="ascii").splitlines() if file.exists() else []
    numbers = (line.partition(" ")[::2] for line in lines)
    return {key: [int(number) for number in listed.replace(",", " ").split()] for key, listed in numbers}


def _verb_sentences(folder: Path) -> dict[str, str]:
    """Return number → example sentence with %s for the verb, from sents.vrb."""
    file = folder / "sents.vrb"
    lines = file.read_text(encoding="ascii").splitlines() if file.exists() else []
    return dict(line.split(" ", 1) for line in lines if " " in line)
