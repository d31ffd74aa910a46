"""Parses a client's message into a question, or raises an error that explains the mistake. Pure: no I/O."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

import msgspec

from shared.catalog import BY_NAME, FORMS, POS_NAMES, SHAPES
from shared.errors import BadRequest, TooLong, UnknownCommand
from shared.messages import Ask, ClientId, Context, MyMessage, Question, Where, encode
from shared.names import ASK_EVENT

if TYPE_CHECKING:
    from shared.command import Command

MAX_WORD_CHARACTERS = 100
MAX_TEXT_CHARACTERS = 1000
MAX_SENTENCE_CHARACTERS = 300
MAX_CONTEXT_BYTES = 2048
MAX_COUNT = 100  # of letters or syllables
MAX_PARTS = 10
MAX_ID_CHARACTERS = 128
MAX_ID = 2**53 - 1  # JavaScript's largest exact integer
WHITE_SPACE_CONTROLS = "\t\n\r\v\f"


def read_id(sent: Any) -> ClientId | None:
    """Return the client's own id of a message, or None if it has none; raises BadRequest or TooLong."""
    client_id = sent.get("id") if isinstance(sent, dict) else None
    if client_id is None:
        return None
    if isinstance(client_id, str):
        if len(client_id) > MAX_ID_CHARACTERS:
            raise TooLong(f"`id` is longer than {MAX_ID_CHARACTERS} characters.")
        return client_id
    if isinstance(client_id, int) and not isinstance(client_id, bool) and abs(client_id) <= MAX_ID:
        return client_id
    raise BadRequest("`id` must be a string or an integer of at most 53 bits.")


def read_my_message(sent: Any) -> Question:
    """Return the question that a `my_message` asks; raises BadRequest, UnknownCommand or TooLong."""
    message = convert(sent, MyMessage)
    command = BY_NAME.get(message.command)
    if command is None:
        raise UnknownCommand(f"There is no such command. The commands are: {', '.join(BY_NAME)}.")
    where = read_where(message.where, command)
    needs_word = command.needs_word and not (where and command.where_suffices)
    word = _term(message.word, "word", is_needed=needs_word, most=command.most_characters)
    word2 = _term(message.word2, "word2", is_needed=command.needs_second_word)
    pos = message.pos or None
    if pos is not None and pos not in POS_NAMES:
        raise BadRequest(f"`pos` must be one of {', '.join(POS_NAMES)}, or left out.")
    form = message.form or None
    if form is not None and form not in FORMS:
        raise BadRequest(f"`form` must be one of {', '.join(FORMS)}, or left out.")
    sentence = read_sentence(message.sentence, command)
    return Question(command.name, word, pos, word2 or None, form=form, where=where, sentence=sentence)


def read_sentence(sentence: str | None, command: Command) -> str | None:
    """Return the sentence that a word stands in, None if there is none; raises BadRequest or TooLong."""
    read = _term(sentence or "", "sentence", is_needed=False, most=MAX_SENTENCE_CHARACTERS) or None
    if read and not command.takes_sentence:
        raise BadRequest(f"`{command.name}` takes no `sentence`.")
    return read


def read_where(where: Where | None, command: Command) -> Where | None:
    """Return the conditions of a message, None if there are none; raises BadRequest or TooLong."""
    if where is None:
        return None
    if where != Where() and not command.is_list:
        raise BadRequest(f"`{command.name}` takes no `where`, because its answer is no list of words.")
    changed: dict[str, Any] = {}
    for field in ("starts", "ends", "without", "pattern", "rhymes_with", "about", "silent"):
        changed[field] = _term(getattr(where, field) or "", f"where.{field}", is_needed=False) or None
    parts = (where.contains,) if isinstance(where.contains, str) else where.contains or ()
    if len(parts) > MAX_PARTS:
        raise BadRequest(f"`where.contains` lists more than {MAX_PARTS} strings.")
    contained = [_term(part, "where.contains", is_needed=False) for part in parts]
    changed["contains"] = tuple(filter(None, contained)) or None
    for field in ("letters", "syllables"):
        count = getattr(where, field)
        low, high = count if isinstance(count, tuple) else (count or 0, count or 0)
        if not 0 <= low <= high <= MAX_COUNT:
            raise BadRequest(
                f"`where.{field}` must be a number up to {MAX_COUNT}, or the fewest and the most."
            )
    changed["pos"] = where.pos or None
    if changed["pos"] not in (None, *POS_NAMES):
        raise BadRequest(f"`where.pos` must be one of {', '.join(POS_NAMES)}, or left out.")
    changed["shape"] = where.shape or None
    if changed["shape"] not in (None, *SHAPES):
        raise BadRequest(f"`where.shape` must be one of {', '.join(SHAPES)}, or left out.")
    where = msgspec.structs.replace(where, **changed)
    return where if where != Where() else None


def read_ask(sent: Any, remembered: Context | None) -> Question:
    """Return the question of an `ask` with its context; raises BadRequest or TooLong.

    `remembered` is the connection's last topic; the message's own context overrides it.
    """
    message = convert(sent, Ask)
    if len(message.text) > MAX_TEXT_CHARACTERS:
        raise TooLong(f"`text` is longer than {MAX_TEXT_CHARACTERS} characters.")
    context = message.context
    if context is not None:
        command = BY_NAME.get(context.command)
        most = command.most_characters if command else MAX_WORD_CHARACTERS
        for text in (context.command, context.word, context.pos or ""):
            if len(text) > most:
                raise TooLong(f"A field of `context` is longer than {most} characters.")
        if len(encode(context)) > MAX_CONTEXT_BYTES:
            raise TooLong(f"`context` is longer than {MAX_CONTEXT_BYTES} bytes.")
        where = read_where(context.where, command) if command else None
        context = msgspec.structs.replace(context, where=where)
    return Question(ASK_EVENT, text=message.text, context=context or remembered)


def shown_field(sent: Any, field: str) -> str:
    """Return the part of a refused message's field that a reply may repeat; empty if it is not a string."""
    value = sent.get(field) if isinstance(sent, dict) else None
    return " ".join(value[:MAX_WORD_CHARACTERS].split()) if isinstance(value, str) else ""


def convert(sent: Any, shape: Any) -> Any:
    """Return the message `sent` as a struct of type `shape`; raises BadRequest."""
    try:
        return msgspec.convert(sent, shape)
    except msgspec.ValidationError as error:
        raise BadRequest(f"{error}.") from None


def _term(text: str, field: str, *, is_needed: bool, most: int = MAX_WORD_CHARACTERS) -> str:
    """Return `text` with white space collapsed, as the reply shows it; raises BadRequest or TooLong."""
    if not text and not is_needed:
        return ""
    # No control character is printable, and isprintable, written in C, settles that for nearly every term.
    if not text.isprintable() and any(
        unicodedata.category(c) == "Cc" and c not in WHITE_SPACE_CONTROLS for c in text
    ):
        raise BadRequest(f"`{field}` contains control characters.")
    term = " ".join(text.split())
    if is_needed and not term:
        raise BadRequest(f"`{field}` is missing or empty.")
    if len(term) > most:
        raise TooLong(f"`{field}` is longer than {most} characters.")
    return term
