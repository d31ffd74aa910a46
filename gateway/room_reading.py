"""Reads what a client sends to `/chat`, or says what is wrong with it. Pure."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Final, TypeVar

from gateway.reading import WHITE_SPACE_CONTROLS, convert, read_id
from shared.errors import BadRequest, NoSuchRoom, TooLong
from shared.room_messages import HISTORY_AT_MOST, Create, History, InRoom, Join, Say

MAX_NAME_CHARACTERS: Final = 40
MAX_TITLE_CHARACTERS: Final = 100
MAX_TEXT_CHARACTERS: Final = 2000
MAX_TAKEN_OUT: Final = 3  # times as many characters as are left may be taken out; looking for them costs
MAX_SEQ: Final = 10**12
BOT_NAME: Final = "word"

_ROOM_ID = re.compile(r"[A-Za-z0-9_-]{22}")
_MEMBER_KEY = re.compile(r"[A-Za-z0-9_-]{22}")
_MENTION = re.compile(r"@word\b[\s,:]*", re.IGNORECASE)
_COMMAND = re.compile(r"/[a-z][a-z_-]*(?=\s|$)", re.IGNORECASE)
# They turn the direction of all that follows, the names of others too.
_TURNS_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

AnyInRoom = TypeVar("AnyInRoom", Join, InRoom, History)


def read_create(sent: Any) -> Create:
    """Return what a `create` asks for; raises BadRequest or TooLong."""
    return Create(_line(convert(sent, Create).title, "title", MAX_TITLE_CHARACTERS))


def read_join(sent: Any) -> Join:
    """Return what a `join` asks for, its name as it came; raises BadRequest or NoSuchRoom."""
    join = _of_room(sent, Join)
    if join.key is not None and not _MEMBER_KEY.fullmatch(join.key):
        raise BadRequest("`key` must be one that an earlier `join` was acknowledged with.")
    if join.since is not None and not 0 <= join.since <= MAX_SEQ:
        raise BadRequest("`since` must be the `seq` of a message, or 0.")
    return join


def read_in_room(sent: Any) -> InRoom:
    """Return what a `leave` or `typing` is about; raises BadRequest or NoSuchRoom."""
    return _of_room(sent, InRoom)


def read_history(sent: Any) -> History:
    """Return what a `history` asks for; raises BadRequest or NoSuchRoom."""
    asked = _of_room(sent, History)
    if asked.before is not None and not 1 <= asked.before <= MAX_SEQ:
        raise BadRequest("`before` must be the `seq` of a message.")
    if not 1 <= asked.limit <= HISTORY_AT_MOST:
        raise BadRequest(f"`limit` must be from 1 to {HISTORY_AT_MOST}.")
    return asked


def read_say(sent: Any) -> Say:
    """Return what a `say` says, cleaned; raises BadRequest, TooLong or NoSuchRoom."""
    said: Say = _known_room(convert(sent, Say))
    client_id = read_id(sent)
    _check_length(said.text, "text", MAX_TEXT_CHARACTERS * (1 + MAX_TAKEN_OUT))
    text = _clean(said.text, keep="\n\t").strip()
    if client_id is None or not text:
        raise BadRequest("`id` and `text` are needed.")
    _check_length(text, "text", MAX_TEXT_CHARACTERS)
    return Say(said.room, text, client_id)


def question_in(text: str) -> str | None:
    """Return what a message asks the bot, None if it is for people only.

    >>> question_in("@word what does ephemeral mean?")
    'what does ephemeral mean?'
    >>> question_in("/synonyms happy")
    '/synonyms happy'
    >>> question_in("either/or, in /etc/hosts")
    """
    mention = _MENTION.match(text)
    if mention:
        return text[mention.end() :]
    return text if _COMMAND.match(text) else None


def name_of(text: str) -> str:
    """Return `text` as a member's name, cleaned; raises BadRequest or TooLong."""
    name = _line(text, "name", MAX_NAME_CHARACTERS)
    # As people see it: without what has no width, and wide or slanted letters as plain ones.
    seen = "".join(c for c in unicodedata.normalize("NFKC", name) if unicodedata.category(c) != "Cf").strip()
    if not seen:
        raise BadRequest("`name` is missing or empty.")
    if seen.casefold() == BOT_NAME:
        raise BadRequest(f"`{BOT_NAME}` is the bot's name. Choose another.")
    return name


def _of_room(sent: Any, shape: type[AnyInRoom]) -> AnyInRoom:
    read: AnyInRoom = _known_room(convert(sent, shape))
    return read


def _known_room(read: Any) -> Any:
    # What could never be an id of ours, a sid say, is not even looked for.
    if not _ROOM_ID.fullmatch(read.room):
        raise NoSuchRoom("There is no such room.")
    return read


def _line(text: str, field: str, most: int) -> str:
    _check_length(text, field, most * (1 + MAX_TAKEN_OUT))
    line = " ".join(_clean(text, keep=WHITE_SPACE_CONTROLS).split())
    _check_length(line, field, most)
    return line


def _check_length(text: str, field: str, most: int) -> None:
    if len(text) > most:
        raise TooLong(f"`{field}` is longer than {most} characters.")


def _clean(text: str, keep: str) -> str:
    """Return `text` without control characters but those of `keep`."""
    if text.isprintable():
        return text
    return "".join(
        c
        for c in text.replace("\r\n", "\n")
        if c in keep or (unicodedata.category(c) not in {"Cc", "Cs"} and c not in _TURNS_DIRECTION)
    )
