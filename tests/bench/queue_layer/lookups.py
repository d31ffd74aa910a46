"""What every queue carries here: the same questions, the same lookup function, the same way back.

An answer counts when the asking process hears it on the Redis channel that the question named. That is the
only definition of "done" that all six share: some keep no results, others make one poll for them.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import redis

from shared import messages
from shared.messages import Lookup, Reply
from workers import snapshot_file
from workers.commands import encoded_answer
from workers.lexicon import Lexicon
from workers.remembered import Remembered
from workers.snapshot import FILE_NAME

CHANNEL = "bench:replies"
COMMANDS = ("definition", "synonyms", "examples", "pos", "lemmatizer")
WORDS = (Path(__file__).parents[1] / "words.txt").read_text().split()


def redis_url() -> str:
    """Return where this run's Redis is."""
    return os.environ["REDIS_URL"]


def question(number: int) -> tuple[str, str]:
    """Return command and word of the lookup with this number, as the load generator would ask."""
    return COMMANDS[(number + number // len(WORDS)) % len(COMMANDS)], WORDS[number % len(WORDS)]


@cache
def lexicon() -> Lexicon:
    """Return WordNet; a worker calls this before its first task.

    The harness has made the snapshot, so that none of these environments needs NLTK.
    """
    path = Path(os.environ.get("DATA_DIR", "data")) / FILE_NAME
    header, tables = snapshot_file.decode(snapshot_file.map_file(path))
    return Lexicon(tables, header.named)


@cache
def _remembered() -> Remembered:
    return Remembered()


@cache
def _connection() -> redis.Redis:
    return redis.Redis.from_url(redis_url())


def look_up(number: int) -> None:
    """Answer the lookup with this number, and publish the reply: the task of every queue but ours."""
    _connection().publish(CHANNEL, reply_to(number))


def reply_to(number: int) -> bytes:
    """Return the reply to the lookup with this number, on the wire."""
    lookup = Lookup(str(number), "/", "", *question(number))
    return messages.encode_replies([(lookup, encoded_answer(lexicon(), lookup, _remembered()))])


def is_right(number: int, reply: Reply) -> bool:
    """Return whether `reply` is one to the lookup with this number."""
    return (reply.option, reply.word) == question(number) and reply.response.startswith("[")
