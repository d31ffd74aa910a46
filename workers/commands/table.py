"""The table of commands, from name to function, and the reply that carries a function's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shared import json_codec
from shared.catalog import BY_NAME
from shared.errors import BadRequest, UnknownCommand
from shared.messages import Question, Reply
from workers.commands import (
    basics,
    chance,
    command_help,
    completions,
    descriptions,
    for_reader,
    hierarchy,
    inflection,
    overview,
    related_words,
    sounds,
    word_map,
)
from workers.commands.comparison import difference, is_a, similarity
from workers.commands.term import Functions, Term
from workers.commands.word_facts import elsewhere, existence, frames, hard_words
from workers.commands.word_facts.marks import usage
from workers.commands.word_facts.marks.own_marks import by_other_word
from workers.commands.word_facts.relatives import pertaining
from workers.wordnet.correction.spelling import nearest
from workers.wordnet.names.capitals import spoken_names, words_and_names
from workers.wordnet.offensive import offensive_forms

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

MAX_SUGGESTIONS: Final = 4

FUNCTIONS: Final[Functions] = {
    **basics.FUNCTIONS,
    **related_words.FUNCTIONS,
    **overview.FUNCTIONS,
    **similarity.FUNCTIONS,
    **difference.FUNCTIONS,
    **is_a.FUNCTIONS,
    **existence.FUNCTIONS,
    **usage.FUNCTIONS,
    **frames.FUNCTIONS,
    **hierarchy.FUNCTIONS,
    **word_map.FUNCTIONS,
    **completions.FUNCTIONS,
    **descriptions.FUNCTIONS,
    **hard_words.FUNCTIONS,
    **inflection.FUNCTIONS,
    **sounds.FUNCTIONS,
    **elsewhere.FUNCTIONS,
    **chance.FUNCTIONS,
    **command_help.FUNCTIONS,
}


_FOR_READER: Final[Functions] = {**FUNCTIONS, **for_reader.FUNCTIONS}


def prepare(lexicon: Lexicon) -> None:
    """Make the tables that the snapshot lacks, in a worker's parent, so that its children share them."""
    offensive_forms(lexicon)
    pertaining(lexicon)
    hierarchy.high_synsets(lexicon)
    words_and_names(lexicon)
    completions.names_with_digit(lexicon)
    spoken_names(lexicon)
    by_other_word()  # and our own marks, which it reads


def answer_command(lexicon: Lexicon, question: Question) -> Reply:
    """Return the reply to a command, with NLTK's answers; raises BadRequest or UnknownCommand.

    A word that WordNet lacks is an answer, too: an empty list, with suggestions.
    """
    term = Term(
        lexicon,
        question.word,
        question.pos,
        question.word2,
        inflection=question.form,
        where=question.where,
        sentence=question.sentence,
    )
    reply = _reply(question, term, FUNCTIONS)
    if term.sentence:
        reply.senses = for_reader.likeliest(term, reply.option) or None
    return reply


def answer_reader(
    lexicon: Lexicon,
    question: Question,
    *,
    opens: bool = False,
    sense: int | None = None,
    hint: str = "",
) -> Reply:
    """Return the reply to a command for a reader: the commonest meaning first, and the senses one by one.

    `opens` says that the word opened the reader's message; `sense` asks for a single sense by its number,
    which only a command that answers by senses heeds; `hint` names the senses of two words that are compared.
    Raises as `answer_command` does.
    """
    term = Term(
        lexicon,
        question.word,
        question.pos,
        question.word2,
        inflection=question.form,
        for_reader=True,
        opens=opens,
        where=question.where,
        sentence=question.sentence,
        hint=hint,
    )
    reply = _reply(question, term, _FOR_READER)
    if sense and reply.option == "definition":
        reply.senses = for_reader.nth_sense(term, sense) or None
        reply.response = json_codec.dumps([asked.definition for asked in reply.senses or ()])
    elif term.sentence and reply.option == "overview":
        reply.senses = for_reader.entry(term) or None
    elif term.meanings and reply.option == "definition":
        reply.senses = for_reader.entry(term)
        reply.rest = for_reader.rest(term, reply.senses) or None
        reply.more = len(reply.rest or ()) or None
    elif reply.option in for_reader.BY_SENSE:
        _by_sense(reply, term, sense)
    return reply


def _by_sense(reply: Reply, term: Term, number: int | None) -> None:
    """Add the senses of a list to its reply; keep only the one with this number, if there is one.

    If it has no answer, it comes before those that have one.
    """
    senses = for_reader.senses_with(term, reply.option)
    if number:
        asked = [sense for sense in senses if sense.sense == number]
        unanswered = for_reader.nth_sense(term, number) if BY_NAME[reply.option].takes_sentence else []
        senses = asked or (senses and [*map(for_reader.without_lists, unanswered), *senses])
        field = for_reader.field_of(reply.option)
        reply.response = json_codec.dumps([name for sense in senses for name in getattr(sense, field)])
    reply.senses = senses or None


def has_answer(term: Term, command: str) -> bool:
    """Whether a command has an answer about `term`; raises LookupRefused if this server can't answer."""
    return bool(term.kept(FUNCTIONS[command](term), 1))


def _reply(question: Question, term: Term, functions: Functions) -> Reply:
    command = BY_NAME.get(question.command)
    if command is None:
        raise UnknownCommand(f"There is no such command. The commands are: {', '.join(BY_NAME)}.")
    if command.needs_word and not term.form and not (question.where and command.where_suffices):
        raise BadRequest(f"`{command.name}` needs a word.")
    if command.needs_second_word and not term.word2:
        raise BadRequest(f"`{command.name}` needs a second word, as `word2`.")
    found = functions[command.name](term)
    if command.is_list:
        found = term.kept(found if command.is_of_sound else term.offered(found))
    reply = Reply(command.name, " ".join(question.word.split()), json_codec.dumps(found))
    reply.removed, reply.matches = list(term.removed) or None, term.matches or None
    if command.needs_word and not command.is_about_form:
        reply.lemma = term.lemma
        if found and (command.name == "overview" or (term.for_reader and command.name == "definition")):
            reply.ipa = sounds.in_ipa(term)
        if term.is_unknown:
            reply.suggestions = nearest(term.lexicon, term.form, MAX_SUGGESTIONS) or None
    return reply
