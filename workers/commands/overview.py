"""Everything in WordNet about a word, sense by sense."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from workers.commands.related_words import relations_of

if TYPE_CHECKING:
    from workers.commands.term import Functions, Term


def overview(term: Term) -> list[dict[str, Any]]:
    """Return one entry for each sense with its number, the commonest first, or the likeliest in a sentence.

    Relations without targets are left out. Only verbs have frames and sentences, which show their use.
    """
    return [_entry(term, number, synset) for number, synset in term.numbered]


def _entry(term: Term, number: int, synset: int) -> dict[str, Any]:
    lexicon = term.lexicon
    own = term.senses(synset)
    entry: dict[str, Any] = {
        "sense": number,
        "pos": lexicon.pos(synset),
        "lexname": lexicon.lexname(synset),
        "count": sum(map(lexicon.sense_count, own)),
        "definition": term.definition(synset),
        "examples": _examples(term, synset),
        "synonyms": term.synonyms(synset),
        "relations": relations_of(term, synset),
    }
    if term.sentence:
        entry["likelihood"] = term.likelihood(synset)
    if entry["pos"] == "v":
        entry["frames"] = list(dict.fromkeys(frame for sense in own for frame in lexicon.frames(sense)))
        entry["sentences"] = [text for sense in own for text in lexicon.verb_sentences(sense)]
    return entry


def _examples(term: Term, synset: int) -> list[str]:
    """Return the examples; for a reader, those that hold the word come first."""
    found = term.examples(synset)
    if not term.for_reader or len(found) < 2:  # noqa: PLR2004 (one example needs no order)
        return found
    return list(dict.fromkeys([*term.holding(found, synset), *found]))


FUNCTIONS: Final[Functions] = {"overview": overview}
