"""Reads what a client sent into a question for the workers, or says what is wrong with it. Pure."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

import msgspec

from shared.catalog import BY_NAME, PARTS_OF_SPEECH
from shared.errors import BadRequest, TooLong, UnknownCommand
from shared.messages import Ask, ClientId, Context, MyMessage
from shared.names import ASK_EVENT

if TYPE_CHECKING:
    from gateway.dispatcher import Question

MAX_WORD_CHARACTERS = 100
MAX_TEXT_CHARACTERS = 300
MAX_ID_CHARACTERS = 128
MAX_ID = 2**53 - 1  # what JavaScript counts exactly
WHITE_SPACE_CONTROLS = "\t\n\r\v\f"


def read_id(sent: Any) -> ClientId | None:
    """Return the client's own id of a message, None if it gave none; raises BadRequest or TooLong."""
    client_id = sent.get("id") if isinstance(sent, dict) else None
    if client_id is None:
        return None
    if isinstance(client_id, str):
        if len(client_id) > MAX_ID_CHARACTERS:
            raise TooLong(f"`id` is longer than {MAX_ID_CHARACTERS} characters.")
        return client_id
    if isinstance(client_id, int) and not isinstance(client_id, bool) and abs(client_id) <= MAX_ID:
        return client_id
    raise BadRequest("`id` must be a string or an integer (of at most 53 bits).")


def read_my_message(sent: Any) -> Question:
    """Return the question that a `my_message` asks; raises BadRequest, UnknownCommand or TooLong."""
    message = convert(sent, MyMessage)
    command = BY_NAME.get(message.command)
    if command is None:
        raise UnknownCommand(f"There is no such command. There are: {', '.join(BY_NAME)}.")
    word = _term(message.word, "word", is_needed=command.needs_word)
    word2 = _term(message.word2, "word2", is_needed=command.needs_second_word)
    pos = message.pos or None
    if pos is not None and pos not in PARTS_OF_SPEECH:
        raise BadRequest(f"`pos` must be one of {', '.join(PARTS_OF_SPEECH)}, or left out.")
    return command.name, word, pos, word2 or None, None, None


def read_ask(sent: Any, remembered: Context | None) -> Question:
    """Return the question that an `ask` poses, with the context it follows; raises BadRequest or TooLong."""
    message = convert(sent, Ask)
    if len(message.text) > MAX_TEXT_CHARACTERS:
        raise TooLong(f"`text` is longer than {MAX_TEXT_CHARACTERS} characters.")
    context = message.context
    if context is not None:
        for text in (context.command, context.word, context.pos or ""):
            if len(text) > MAX_WORD_CHARACTERS:
                raise TooLong(f"A field of `context` is longer than {MAX_WORD_CHARACTERS} characters.")
    return ASK_EVENT, "", None, None, message.text, context or remembered


def shown_field(sent: Any, field: str) -> str:
    """Return a field of a message that was refused, as far as it may be echoed; empty if it is no text."""
    value = sent.get(field) if isinstance(sent, dict) else None
    return " ".join(value[:MAX_WORD_CHARACTERS].split()) if isinstance(value, str) else ""


def convert(sent: Any, shape: Any) -> Any:
    """Return what was `sent` as a struct of this `shape`; raises BadRequest."""
    try:
        return msgspec.convert(sent, shape)
    except msgspec.ValidationError as error:
        raise BadRequest(f"{error}.") from None


def _term(text: str, field: str, *, is_needed: bool) -> str:
    """Return `text` with white space collapsed, as the reply will show it."""
    # No control character is printable: that is told in C, for nearly every term there is.
    if not text.isprintable() and any(
        unicodedata.category(c) == "Cc" and c not in WHITE_SPACE_CONTROLS for c in text
    ):
        raise BadRequest(f"`{field}` holds control characters.")
    term = " ".join(text.split())
    if is_needed and not term:
        raise BadRequest(f"`{field}` is missing or empty.")
    if len(term) > MAX_WORD_CHARACTERS:
        raise TooLong(f"`{field}` is longer than {MAX_WORD_CHARACTERS} characters.")
    return term
