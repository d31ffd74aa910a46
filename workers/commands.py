"""The table: command name → function of the lexicon; and the reply that carries what it answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from msgspec import Raw

from shared import json_codec
from shared.catalog import BY_NAME, COMMANDS
from shared.errors import BadRequest, UnknownCommand
from shared.messages import Lookup, Reply, encode
from shared.names import ASK_EVENT
from workers.chance import random_word, word_of_the_day
from workers.completions import pattern, suggest
from workers.hierarchy import hierarchy
from workers.overview import overview
from workers.pronunciation import pronunciation, rhymes
from workers.questions import answer_question
from workers.related_words import related_words
from workers.relations import RELATIONS
from workers.remembered import Remembered, asked_by
from workers.similarity import similarity
from workers.spelling import nearest
from workers.term import Term, spelled
from workers.wordmap import word_map

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workers.lexicon import Lexicon


def encoded_answer(lexicon: Lexicon, lookup: Lookup, remembered: Remembered) -> Raw:
    """Return the reply to `lookup` as JSON, what was asked before from memory; raises as `answer` does."""
    asked = asked_by(lookup)
    encoded = remembered.get(asked)
    if encoded is None:
        reply = answer(lexicon, lookup)
        encoded = Raw(encode(reply))
        if reply.option not in EVER_NEW:
            remembered.keep(asked, encoded)
    return encoded


def answer(lexicon: Lexicon, lookup: Lookup) -> Reply:
    """Return the reply to `lookup`; raises the errors of shared.errors where there is none."""
    if lookup.command == ASK_EVENT:
        return answer_question(lexicon, lookup, lambda command: answer(lexicon, command))
    command = BY_NAME.get(lookup.command)
    if command is None:
        raise UnknownCommand(f"There is no such command. There are: {', '.join(BY_NAME)}.")
    term = Term(lexicon, lookup.word, lookup.pos, lookup.word2)
    if command.needs_word and not term.form:
        raise BadRequest(f"{command.name} needs a word")
    if command.needs_second_word and not term.word2:
        raise BadRequest(f"{command.name} needs a second word, as word2")
    found = FUNCTIONS[command.name](term)
    reply = Reply(command.name, " ".join(lookup.word.split()), json_codec.dumps(found))
    if command.needs_word and command.name not in OF_SPELLING:
        reply.lemma = term.lemma
        if term.is_unknown:
            reply.suggestions = nearest(lexicon, term.form, MAX_SUGGESTIONS) or None
    return reply


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


def spelling(term: Term) -> list[str]:
    """Return the nearest words that do exist, the likeliest first."""
    return [spelled(name) for name in nearest(term.lexicon, term.form, MAX_SPELLINGS)]


def help_on_commands(term: Term) -> list[dict[str, str]]:
    """Return the commands with what they give and an example; only the one that is named, if it exists."""
    named = [BY_NAME[term.form]] if term.form in BY_NAME else COMMANDS
    return [
        {"command": command.name, "summary": command.summary, "example": command.example} for command in named
    ]


MAX_SUGGESTIONS: Final = 4
MAX_SPELLINGS: Final = 10

FUNCTIONS: Final[dict[str, Callable[[Term], list[Any]]]] = {
    "synonyms": synonyms,
    "examples": examples,
    "definition": definition,
    "pos": parts_of_speech,
    "lemmatizer": lemmatizer,
    **{relation: partial(related_words, relation=relation) for relation in RELATIONS},
    "overview": overview,
    "similarity": similarity,
    "hierarchy": hierarchy,
    "map": word_map,
    "suggest": suggest,
    "pattern": pattern,
    "spelling": spelling,
    "pronunciation": pronunciation,
    "rhymes": rhymes,
    "random": random_word,
    "word_of_the_day": word_of_the_day,
    "help": help_on_commands,
}

# What these give changes from one time to the next.
EVER_NEW: Final = frozenset({"random", "word_of_the_day"})
# These are about letters and sounds: what they are given need not be a word.
OF_SPELLING: Final = frozenset({"suggest", "pattern", "spelling", "pronunciation", "rhymes"})
