"""Parses and checks the events that clients send to `/chat`. Pure."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Final, TypeVar

from gateway.lookups.parsing import WHITE_SPACE_CONTROLS, convert, read_id
from shared.errors import BadRequest, NoSuchRoom, TooLong
from shared.room_messages import MAX_HISTORY, Create, History, InRoom, Join, Say

MAX_NAME_CHARACTERS: Final = 40
MAX_TITLE_CHARACTERS: Final = 100
MAX_TEXT_CHARACTERS: Final = 2000
MAX_REMOVED: Final = 3  # removed characters for each one that is kept, because removing them takes time
MAX_SEQ: Final = 10**12
BOT_NAME: Final = "word"

_ROOM_ID = re.compile(r"[A-Za-z0-9_-]{22}")
_MEMBER_KEY = re.compile(r"[A-Za-z0-9_-]{22}")
_MENTION = re.compile(r"@word\b[\s,:]*", re.IGNORECASE)
_COMMAND = re.compile(r"/[a-z][a-z_-]*(?=\s|$)", re.IGNORECASE)
# They reverse the text after them, other people's names included.
_DIRECTION_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

AnyInRoom = TypeVar("AnyInRoom", Join, InRoom, History)


def read_create(sent: Any) -> Create:
    """Parse a `create`; raises BadRequest or TooLong."""
    return Create(_line(convert(sent, Create).title, "title", MAX_TITLE_CHARACTERS))


def read_join(sent: Any) -> Join:
    """Parse a `join`, all but its name; raises BadRequest or NoSuchRoom."""
    join = _read_in_room(sent, Join)
    if join.key is not None and not _MEMBER_KEY.fullmatch(join.key):
        raise BadRequest("`key` must come from the acknowledgement of an earlier `join`.")
    if join.since is not None and not 0 <= join.since <= MAX_SEQ:
        raise BadRequest("`since` must be the `seq` of a message, or 0.")
    return join


def read_in_room(sent: Any) -> InRoom:
    """Parse a `leave` or `typing`; raises BadRequest or NoSuchRoom."""
    return _read_in_room(sent, InRoom)


def read_history(sent: Any) -> History:
    """Parse a `history`; raises BadRequest or NoSuchRoom."""
    asked = _read_in_room(sent, History)
    if asked.before is not None and not 1 <= asked.before <= MAX_SEQ:
        raise BadRequest("`before` must be the `seq` of a message.")
    if not 1 <= asked.limit <= MAX_HISTORY:
        raise BadRequest(f"`limit` must be from 1 to {MAX_HISTORY}.")
    return asked


def read_say(sent: Any) -> Say:
    """Parse a `say` and clean its text; raises BadRequest, TooLong or NoSuchRoom."""
    said: Say = _check_room_id(convert(sent, Say))
    client_id = read_id(sent)
    _check_length(said.text, "text", MAX_TEXT_CHARACTERS * (1 + MAX_REMOVED))
    text = _clean(said.text, keep="\n\t").strip()
    if client_id is None or not text:
        raise BadRequest("`id` and `text` are needed.")
    _check_length(text, "text", MAX_TEXT_CHARACTERS)
    return Say(said.room, text, client_id)


def question_in(text: str) -> str | None:
    """Return the question to the bot in a message, None if it is for people only.

    >>> question_in("@word define ephemeral")
    'define ephemeral'
    >>> question_in("/synonyms happy")
    '/synonyms happy'
    >>> question_in("either/or, in /etc/hosts")
    """
    mention = _MENTION.match(text)
    if mention:
        return text[mention.end() :]
    return text if _COMMAND.match(text) else None


def read_name(text: str) -> str:
    """Return a member's name, cleaned; raises BadRequest or TooLong."""
    name = _line(text, "name", MAX_NAME_CHARACTERS)
    # Compare as people see it: drop characters without width, and make wide or slanted letters plain.
    seen = "".join(c for c in unicodedata.normalize("NFKC", name) if unicodedata.category(c) != "Cf").strip()
    if not seen:
        raise BadRequest("`name` is missing or empty.")
    if seen.casefold() == BOT_NAME:
        raise BadRequest(f"`{BOT_NAME}` is the bot's name. Choose another.")
    return name


def _read_in_room(sent: Any, shape: type[AnyInRoom]) -> AnyInRoom:
    read: AnyInRoom = _check_room_id(convert(sent, shape))
    return read


def _check_room_id(read: Any) -> Any:
    # No other text, such as a sid, ever reaches Redis.
    if not _ROOM_ID.fullmatch(read.room):
        raise NoSuchRoom("There is no such room.")
    return read


def _line(text: str, field: str, most: int) -> str:
    _check_length(text, field, most * (1 + MAX_REMOVED))
    line = " ".join(_clean(text, keep=WHITE_SPACE_CONTROLS).split())
    _check_length(line, field, most)
    return line


def _check_length(text: str, field: str, most: int) -> None:
    if len(text) > most:
        raise TooLong(f"`{field}` is longer than {most} characters.")


def _clean(text: str, keep: str) -> str:
    """Return `text` without its control characters, except those in `keep`."""
    if text.isprintable():
        return text
    return "".join(
        c
        for c in text.replace("\r\n", "\n")
        if c in keep or (unicodedata.category(c) not in {"Cc", "Cs"} and c not in _DIRECTION_CONTROLS)
    )
