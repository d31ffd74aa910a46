"""A text that is a command: "/synonyms happy", "/similarity ice cream, hot dog", "/antonyms hot adjective".

The name is one of shared/catalog.py, or a word that is a cue for one ("/define"); it is never corrected. What
follows is the term as it stands; only one that WordNet does not know is read as a question's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from shared.catalog import BY_NAME
from workers.filling import LITERAL
from workers.frame_words import ARTICLES, FORMS, PARTS_OF_SPEECH
from workers.rules import compiled_cues
from workers.sentences import Sentence, Token, plain, read_sentence
from workers.slots import read_slot
from workers.understood import Understood
from workers.vocabulary import AskedTerm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.vocabulary import Vocabulary

# Paths ("/usr/bin") and sounds ("/kæt/") are no commands.
_COMMAND: Final = re.compile(r"/([a-z][\w-]*)[:,.!?]*(?: (.*))?", re.ASCII | re.IGNORECASE)
_COMMA: Final = re.compile(r" ?, ?")
_AND: Final = re.compile(r" and ", re.IGNORECASE)
_BEFORE_POS: Final = ARTICLES | {"as"}
_MOST_NEAREST: Final = 3
# Similarity from 0 to 1, where a common beginning counts more: "pronounce" is near to "pronunciation".
_NEAR: Final = 0.8


def read_command(vocabulary: Vocabulary, text: str) -> Understood | None:
    """Return the command that `text` is, None if it is none; `unknown` if there is none of that name."""
    match = _COMMAND.fullmatch(plain(text))
    if not match:
        return None
    typed, rest = match[1].lower(), (match[2] or "").strip()
    name = command_named(typed)
    understood = _read(vocabulary, name, rest) if name else Understood("unknown", _known(vocabulary, rest))
    return msgspec.structs.replace(understood, typed_command=typed)


def _read(vocabulary: Vocabulary, name: str, rest: str) -> Understood:
    """Return what a command asks, given what follows its name; without terms where those are missing."""
    command = BY_NAME[name]
    if name == "help" and rest:
        named = command_named(rest.removeprefix("/")) or rest
        return Understood(name, AskedTerm(named, named))
    if not command.needs_word or not rest:
        return Understood(name, pos=_without_pos(rest)[1])
    if command.needs_second_word:
        return _of_two(vocabulary, name, rest)
    term, pos = _term(vocabulary, rest, is_literal=name in LITERAL)
    return Understood(name, term, pos=pos)


def command_named(typed: str) -> str | None:
    """Return the command that is called so, or that the word is a cue for.

    >>> command_named("word-of-the-day"), command_named("define"), command_named("synonmys")
    ('word_of_the_day', 'definition', None)
    """
    name = typed.lower().replace("-", "_")
    if name in BY_NAME:
        return name
    sentence = Sentence([Token(typed, FORMS.get(name, name))])
    return next((cue.command for cue in compiled_cues() if cue.search(sentence)), None)


def nearest_commands(typed: str) -> list[str]:
    """Return the commands whose names are near to `typed`, the nearest first.

    >>> nearest_commands("synonmys")
    ['synonyms']
    """
    found = process.extract(
        typed, list(BY_NAME), scorer=JaroWinkler.similarity, score_cutoff=_NEAR, limit=_MOST_NEAREST
    )
    return [name for name, _, _ in found]


def _term(vocabulary: Vocabulary, text: str, *, is_literal: bool = False) -> tuple[AskedTerm, str | None]:
    """Return the term that `text` is, and its part of speech if that is named beside it: "hot adjective"."""
    known = _known(vocabulary, text)
    rest, pos = (text, None) if known else _without_pos(text)
    if not rest:
        rest, pos = text, None
    if is_literal:
        return AskedTerm(rest, _name(rest)), pos
    return known or _known(vocabulary, rest) or _guessed(vocabulary, rest), pos


def _of_two(vocabulary: Vocabulary, name: str, text: str) -> Understood:
    """Return the comparison of two terms; where they end is told by a comma, "and", or what WordNet knows."""
    rest, pos = _without_pos(text)
    for whole, its_pos in ((text, None), (rest, pos)):
        for one, other in (*_parts(whole), *_halves(whole)):
            first, second = _known(vocabulary, one), _known(vocabulary, other)
            if first and second:
                return Understood(name, first, second, pos=its_pos)
    apart = next(_parts(rest), rest.split())
    if len(apart) != 2:  # noqa: PLR2004 (there are two in a pair)
        return Understood(name, AskedTerm(text, None))
    one, other = apart
    return Understood(name, _term(vocabulary, one)[0], _term(vocabulary, other)[0], pos=pos)


def _parts(text: str) -> Iterator[list[str]]:
    """Yield what is on either side of each comma and of each "and"."""
    for match in (*_COMMA.finditer(text), *_AND.finditer(text)):
        parts = [text[: match.start()], text[match.end() :]]
        if all(parts):
            yield parts


def _halves(text: str) -> Iterator[list[str]]:
    """Yield two halves of the words, the evenest first: "ice cream hot dog" is not about ice."""
    words = text.split()
    for at in sorted(range(1, len(words)), key=lambda at: abs(2 * at - len(words))):
        yield [" ".join(words[:at]), " ".join(words[at:])]


def _without_pos(text: str) -> tuple[str, str | None]:
    """Return `text` less the part of speech at its end or beginning, and that.

    >>> _without_pos("hot as an adjective"), _without_pos("verb run"), _without_pos("hot")
    (('hot', 'a'), ('run', 'v'), ('hot', None))
    """
    words = text.split()
    for at, rest in ((-1, words[:-1]), (0, words[1:])):
        pos = _pos_named(words[at]) if words else None
        if pos:
            while at and len(rest) > 1 and rest[-1].lower() in _BEFORE_POS:
                rest.pop()
            return " ".join(rest), pos
    return text, None


def _pos_named(word: str) -> str | None:
    return PARTS_OF_SPEECH.get(FORMS.get(word.strip("(),.:;").lower(), ""))


def _known(vocabulary: Vocabulary, text: str) -> AskedTerm | None:
    """Return the term that WordNet knows as it stands, or at least folded."""
    name = _name(text)
    return AskedTerm(text, name) if vocabulary.is_word(name) else vocabulary.term(text.rstrip("!?.,;: "))


def _guessed(vocabulary: Vocabulary, text: str) -> AskedTerm:
    """Return the term that a question with these words would be about; the words, if none."""
    slot = read_slot(vocabulary, read_sentence(text, vocabulary.is_word).tokens, strict=True)
    return slot.term if slot and slot.term else AskedTerm(text, None)


def _name(text: str) -> str:
    return text.lower().replace(" ", "_")
