"""The table: command name → function of the lexicon; and the reply that carries what it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from shared import json_codec
from shared.catalog import BY_NAME
from shared.errors import BadRequest, UnknownCommand
from shared.messages import Lookup, Reply
from workers.term import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workers.lexicon import Lexicon
    from workers.remembered import Remembered


def answer(lexicon: Lexicon, lookup: Lookup, remembered: Remembered | None = None) -> Reply:
    """Return the reply to `lookup`; raises the errors of shared.errors where there is none.

    What was asked before is taken from `remembered`, if given.
    """
    asked = (lookup.command, lookup.word, lookup.pos, lookup.word2)
    reply = remembered.get(asked) if remembered is not None else None
    if reply is None:
        reply = _reply(lexicon, lookup)
        if remembered is not None:
            remembered.keep(asked, reply)
    return Reply(
        option=reply.option,
        word=reply.word,
        response=reply.response,
        key=lookup.key,
    )


def _reply(lexicon: Lexicon, lookup: Lookup) -> Reply:
    command = BY_NAME.get(lookup.command)
    function = FUNCTIONS.get(lookup.command)
    if command is None or function is None:
        raise UnknownCommand(f"There is no such command. There are: {', '.join(BY_NAME)}.")
    term = Term(lexicon, lookup.word, lookup.pos, lookup.word2)
    if command.needs_word and not term.form:
        raise BadRequest(f"{command.name} needs a word")
    if command.needs_second_word and not term.word2:
        raise BadRequest(f"{command.name} needs a second word, as word2")
    response = json_codec.dumps(function(term))
    return Reply(option=command.name, word=" ".join(lookup.word.split()), response=response)


def _without_repeats(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(items))


def synonyms(term: Term) -> list[str]:
    """Return every lemma name of every synset."""
    words = term.lexicon.words
    return _without_repeats(word for synset in term.synsets for word in words(synset))


def examples(term: Term) -> list[str]:
    """Return every example sentence."""
    sentences = term.lexicon.examples
    return _without_repeats(sentence for synset in term.synsets for sentence in sentences(synset))


def definition(term: Term) -> list[str]:
    """Return every gloss."""
    return _without_repeats(map(term.lexicon.definition, term.synsets))


def parts_of_speech(term: Term) -> list[str]:
    """Return the letter of every part of speech among the word's synsets."""
    return _without_repeats(map(term.lexicon.pos, term.synsets))


def lemmatizer(term: Term) -> list[str]:
    """Return what NLTK's WordNetLemmatizer gives, as a list of one; a noun unless said otherwise."""
    return [term.lexicon.lemmatize(term.form, term.pos or "n")]


FUNCTIONS: Final[dict[str, Callable[[Term], list[Any]]]] = {
    "synonyms": synonyms,
    "examples": examples,
    "definition": definition,
    "pos": parts_of_speech,
    "lemmatizer": lemmatizer,
}
