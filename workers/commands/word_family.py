"""The family of a word for readers: its relatives, and words that are made of it."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from workers.commands.word_facts.relatives import beginning, relatives
from workers.wordnet.word_in_text import holds_any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workers.commands.term import Term
    from workers.wordnet.lexicon import Lexicon

# Part of speech → the parts of speech that it is made of, and with which endings.
_MADE: Final = {"r": ("a", ["ly"]), "a": ("n", ["ful", "y", "al", "ous"]), "v": ("an", ["en", "ify", "ize"])}
# Ending of a word → what takes its place before another ending: happily, simply, fully, basically, sunny.
_STEMS: Final = (("", ""), ("e", ""), ("y", "i"), ("le", ""), ("ll", "l"), ("ic", "ical"), ("n", "nn"))


def word_family(term: Term, wanted_pos: str | None = None) -> list[str]:
    """Return the relatives of a word by derivation; if `wanted_pos` is given, only those, commonest first.

    Where no relative is of that part of speech, relatives of relatives count: beauty → beautifully.
    """
    lexicon = term.lexicon
    own = [sense for synset in term.meanings for sense in term.senses(synset)]
    near = list(dict.fromkeys(relatives(lexicon, own)))
    if wanted_pos is None:
        return _names(lexicon, near)
    beginnings = {beginning(lexicon.sense_word(sense)) for sense in own}
    names = _names(lexicon, (sense for sense in near if _is_of(lexicon, sense, wanted_pos)))
    names = list(dict.fromkeys([*names, *_made(term, wanted_pos.replace("s", "a"))]))
    if not names:
        far = relatives(lexicon, _all_senses(lexicon, near))
        names = _names(lexicon, (sense for sense in far if _is_of(lexicon, sense, wanted_pos)))
        names = [name for name in names if beginning(name) in beginnings]
    if not names:
        names = list(_named_in_glosses(term, wanted_pos.replace("s", "a")))
    return sorted(
        names,
        key=lambda name: (
            beginning(name) not in beginnings,  # faster pertains to quick, too
            -lexicon.lemma_weight(lexicon.number_of(name.lower())),
        ),
    )


def _made(term: Term, pos: str) -> Iterator[str]:
    """Yield the words that WordNet has and does not connect: cheerfully, careful, harden, enrich.

    An adjective or a verb must have a gloss with the word of which it is made: *tiny* comes from no *tin*.
    """
    lexicon = term.lexicon
    parts, endings = _MADE.get(pos, ("", []))
    for part in parts:
        for word in term.forms_as(part):
            stems = [word.removesuffix(end) + instead for end, instead in _STEMS if word.endswith(end)]
            made = [stem + ending for stem in stems for ending in endings] + ["en" + word] * (pos == "v")
            for lemma in filter(None, map(lexicon.lemma, made)):
                glosses = map(lexicon.definition, lexicon.entry(lemma, pos))
                if any(pos == "r" or holds_any(lexicon, gloss, [word], part) for gloss in glosses):
                    yield lexicon.lemma_name(lemma)


def _named_in_glosses(term: Term, pos: str) -> Iterator[str]:
    """Yield words of the same beginning that WordNet does not connect, but whose glosses name the word.

    Its own glosses may name a verb instead: *succeed*, to attain success; *choice*, the act of choosing.
    """
    lexicon, form = term.lexicon, term.form.lower()
    start, own = beginning(form), " ".join(map(lexicon.definition, term.meanings))
    numbers = range(lexicon.lemma_count)
    first = bisect_left(numbers, start, key=lexicon.lemma_name)
    for lemma in takewhile(lambda number: lexicon.lemma_name(number).startswith(start), numbers[first:]):
        name, synsets = lexicon.lemma_name(lemma), lexicon.entry(lemma, pos)
        if name == form or not name.isalpha() or not len(synsets):
            continue
        glosses = (lexicon.definition(synset).lower() for synset in synsets)
        is_named = any(form in gloss and holds_any(lexicon, gloss, [form], pos) for gloss in glosses)
        if is_named or (pos == "v" and holds_any(lexicon, own, [name], pos)):
            yield next(word for word in lexicon.words(synsets[0]) if word.lower() == name)


def _all_senses(lexicon: Lexicon, senses: Iterable[int]) -> list[int]:
    """Return every sense of the words of `senses`, as the same parts of speech."""
    found: dict[int, None] = {}
    for sense in senses:
        name = lexicon.sense_word(sense).lower()
        pos = lexicon.pos(lexicon.sense_synset(sense))
        for synset in lexicon.entry(lexicon.number_of(name), pos.replace("s", "a")):
            found |= dict.fromkeys(lexicon.senses_of(synset, [name]))
    return list(found)


def _is_of(lexicon: Lexicon, sense: int, pos: str) -> bool:
    return lexicon.pos(lexicon.sense_synset(sense)).replace("s", "a") == pos.replace("s", "a")


def _names(lexicon: Lexicon, senses: Iterable[int]) -> list[str]:
    return list(dict.fromkeys(map(lexicon.sense_word, senses)))
