"""All that WordNet has on a word, sense by sense."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workers.related_words import relations_of

if TYPE_CHECKING:
    from workers.term import Term


def overview(term: Term) -> list[dict[str, Any]]:
    """Return one entry for each sense, numbered from 1 in the order of `definition`.

    Only relations that lead somewhere are there; frames and sentences (how a verb is used) only with verbs.
    """
    return [_entry(term, number, synset) for number, synset in enumerate(term.synsets, 1)]


def _entry(term: Term, number: int, synset: int) -> dict[str, Any]:
    lexicon = term.lexicon
    own = term.senses(synset)
    entry: dict[str, Any] = {
        "sense": number,
        "pos": lexicon.pos(synset),
        "lexname": lexicon.lexname(synset),
        "count": sum(map(lexicon.sense_count, own)),
        "definition": lexicon.definition(synset),
        "examples": lexicon.examples(synset),
        "synonyms": lexicon.words(synset),
        "relations": relations_of(term, synset),
    }
    if entry["pos"] == "v":
        entry["frames"] = list(dict.fromkeys(frame for sense in own for frame in lexicon.frames(sense)))
        entry["sentences"] = [text for sense in own for text in lexicon.verb_sentences(sense)]
    return entry
