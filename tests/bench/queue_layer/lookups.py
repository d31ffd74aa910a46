"""The same questions, the same lookup function and the same path for answers, for every queue.

An answer counts when the asking process hears it on a Redis channel. Only this definition of "done" fits all
six queues, because some keep no results, and others make clients poll for them.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import redis

from shared import messages
from shared.messages import Lookup, Reply
from workers.answers import encoded_answer
from workers.commands.answer_cache import AnswerCache
from workers.wordnet import snapshot_file
from workers.wordnet.lexicon import Lexicon
from workers.wordnet.snapshot import FILE_NAME

CHANNEL = "bench:replies"
COMMANDS = ("definition", "synonyms", "examples", "pos", "lemmatizer")
WORDS = (Path(__file__).parents[1] / "words.txt").read_text().split()


def redis_url() -> str:
    """Return the address of this run's Redis."""
    return os.environ["REDIS_URL"]


def question(number: int) -> tuple[str, str]:
    """Return the load generator's command and word for the lookup with this number."""
    return COMMANDS[(number + number // len(WORDS)) % len(COMMANDS)], WORDS[number % len(WORDS)]


@cache
def lexicon() -> Lexicon:
    """Return WordNet; a worker calls this before its first task.

    The harness has already made the snapshot, so these environments need no NLTK.
    """
    path = Path(os.environ.get("DATA_DIR", "data")) / FILE_NAME
    header, tables = snapshot_file.decode(snapshot_file.map_file(path))
    return Lexicon(tables, header.named)


@cache
def _cache() -> AnswerCache:
    return AnswerCache()


@cache
def _connection() -> redis.Redis:
    return redis.Redis.from_url(redis_url())


def look_up(number: int) -> None:
    """Answer the lookup with this number and publish the reply; the task of every queue except ours."""
    _connection().publish(CHANNEL, reply_to(number))


def reply_to(number: int) -> bytes:
    """Return the encoded reply to the lookup with this number."""
    lookup = Lookup(*question(number), key=str(number), namespace="/", room="")
    return messages.encode_replies([(lookup, encoded_answer(lexicon(), lookup, _cache()))])


def is_right(number: int, reply: Reply) -> bool:
    """Return whether `reply` belongs to the lookup with this number."""
    return (reply.option, reply.word) == question(number) and reply.response.startswith("[")
