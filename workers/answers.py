"""The reply to any lookup: a sentence goes to workers.english, every other command to the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Raw

from shared.catalog import BY_NAME
from shared.messages import Question, Reply, encode
from shared.names import ASK_EVENT
from workers.commands.table import answer_command
from workers.english.several.messages import answer_question
from workers.pages.entry import page_of

if TYPE_CHECKING:
    from workers.commands.answer_cache import AnswerCache, Asked
    from workers.wordnet.lexicon import Lexicon


def answer(lexicon: Lexicon, question: Question) -> Reply:
    """Return the reply to `question`; raises BadRequest or UnknownCommand."""
    if question.command == ASK_EVENT:
        return answer_question(lexicon, question)
    return answer_command(lexicon, question)


def encoded_answer(lexicon: Lexicon, lookup: Question, cache: AnswerCache) -> Raw:
    """Return the reply to `lookup` as JSON, from `cache` if it is there; raises as `answer` does."""
    # In line, and without the rare fields: a remembered reply takes less time than a longer key.
    asked: Asked = lookup.command, lookup.word, lookup.pos, lookup.word2, lookup.text, lookup.context
    if lookup.form is not None or lookup.where is not None or lookup.sentence is not None or lookup.page:
        asked += (lookup.form, lookup.where, lookup.sentence, lookup.page)
    encoded = cache.get(asked)
    if encoded is None:
        reply = answer(lexicon, lookup)
        if lookup.page:
            reply.page = page_of(reply)
        encoded = Raw(encode(reply))
        if _is_cacheable(reply):
            cache.put(asked, encoded)
    return encoded


def _is_cacheable(reply: Reply) -> bool:
    """Whether asking again gives the same reply; `option` need not be a command, as with a greeting."""
    command = BY_NAME.get(reply.option)
    return command is None or command.is_cacheable
