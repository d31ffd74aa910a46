"""The messages on the wires, as msgspec structs; no other module knows their shape.

    gateway ── LookupBatch ──▶ worker ── ChannelMessages ──▶ gateway ── Reply ──▶ client

Everything is JSON. The receiver of a message checks it against these structs.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, Raw, Struct, UnsetType

from shared.errors import wire_code_and_message

ClientId = str | int
NOTHING = "[]"  # the response without an answer

# A lookup has at most 10 KB, a text of 2,000 characters or many conditions, which base64 makes 13.4: this
# many fit into one message of the queue.
MAX_BATCH = 512
MAX_QUEUE_MESSAGE_BYTES = 8 * 2**20


class ReplyError(Struct, frozen=True, omit_defaults=True):
    """The reason for a missing answer: a code of docs/protocol.md, and a sentence for people.

    `retry_after` is the number of seconds until a retry can succeed, if known.
    """

    code: str
    message: str
    retry_after: float | None = None


def reply_error(error: Exception) -> ReplyError:
    """Return the error of a reply that tells a client of `error`."""
    return ReplyError(*wire_code_and_message(error), getattr(error, "retry_after", None))


# A number, or the fewest and the most.
Count = int | tuple[int, int]


class Where(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Conditions on the words of an answer, which all hold together; docs/commands.md describes each."""

    starts: str | None = None
    ends: str | None = None
    contains: str | tuple[str, ...] | None = None
    without: str | None = None  # none of these letters
    letters: Count | None = None
    syllables: Count | None = None
    pattern: str | None = None
    rhymes_with: str | None = None
    pos: str | None = None
    common: bool | None = None  # false: only words that are not common
    about: str | None = None  # what the words have to do with
    shape: str | None = None  # of SHAPES
    silent: str | None = None  # all of these letters have no sound


class Context(Struct, frozen=True, omit_defaults=True):
    """The last answer to a connection, so that "and as a verb?" or "the second one" can be understood.

    `sense` is the number of the only sense it was about, or of the first word for a description, in the
    reader's order; `shown` are the names that its sentence listed, and `more` the number of names listed so
    far; `offers` are its suggestions; `other` is the second likeliest reading of the question, as a
    question; `first` is the first question of the conversation. docs/protocol.md limits the whole to 2 KB.
    """

    command: str = ""
    word: str = ""
    pos: str | None = None
    word2: str = ""
    form: str = ""
    sense: int = 0
    shown: tuple[str, ...] = ()
    more: int = 0
    offers: tuple[str, ...] = ()
    other: str = ""
    first: str = ""
    where: Where | None = None


class MyMessage(Struct, frozen=True):
    """The payload of `my_message` from a client. The original client knows the first three fields."""

    command: str
    word: str = ""
    pos: str | None = None
    word2: str = ""
    form: str | None = None
    where: Where | None = None
    sentence: str | None = None


class Ask(Struct, frozen=True):
    """The payload of `ask` from a client: a sentence, and its context if the client knows a better one."""

    text: str
    context: Context | None = None


class Question(Struct, frozen=True, omit_defaults=True):
    """One question: a command of shared.catalog about `word`, or `ask`, whose sentence is `text`.

    `where` narrows a list of words; in `sentence`, the word has the meaning that is asked for. With
    `page`, the gateway asks for the page of the word, too.
    """

    command: str
    word: str = ""
    pos: str | None = None
    word2: str | None = None
    text: str | None = None
    context: Context | None = None
    form: str | None = None
    where: Where | None = None
    sentence: str | None = None
    page: bool = False


class Lookup(Question, frozen=True, omit_defaults=True, kw_only=True):
    """One question as the gateway puts it on the queue.

    `key` is the gateway's own. `room` gets the reply: the sid that asked, which is a room of one, or a
    chat room's address.
    """

    key: str
    namespace: str
    room: str


class LookupBatch(Struct, frozen=True):
    """The content of one Celery message: lookups of one gateway.

    `channel` is the Redis channel on which that gateway waits for the replies. After `expires_at`, nobody
    waits for any of them. It is in Unix seconds of that Redis's clock, because the clocks of two hosts
    differ; None if the gateway does not know Redis's time yet.
    """

    channel: str
    expires_at: float | None
    lookups: Annotated[list[Lookup], Meta(max_length=MAX_BATCH)]


class Sense(Struct, omit_defaults=True):
    """One sense of the word of a reply; `sense` is the number that "the second meaning" means.

    `words` is the answer of another command about this sense, such as its hypernyms. `likelihood` is the
    probability, from 0 to 1, that the word has this sense in the sentence of the question.
    """

    sense: int
    pos: str
    definition: str
    examples: list[str] = []
    synonyms: list[str] = []
    antonyms: list[str] = []
    words: list[str] = []
    likelihood: float | None = None


class Match(Struct, frozen=True):
    """One word of the answer to a description, and the synset whose meaning fits, by NLTK's name.

    `likelihood` is the probability that the description means this synset. `close` words fit nearly as well
    as the first one, or mean about the same.
    """

    word: str
    pos: str
    synset: str
    definition: str
    likelihood: float
    close: bool = True


class Said(Struct, frozen=True, omit_defaults=True):
    """One sentence of a reply's text that its other fields do not hold, for clients in other languages.

    `key` is the kind of sentence, `words` are its English words in their order, and `text` is the sentence in
    English. The key `answer` stands for the sentence about the response.
    """

    key: str
    words: list[str] = []
    text: str = ""


class Reply(Struct, omit_defaults=True):
    """The answer to one lookup.

    `id` is the client's own, which only the gateway knows. `response` is JSON text, always a list.
    The fields after `error` are additive, and omitted when empty. `rest` are the senses that `senses`
    leaves out, and `more` is their number; `removed` are words that a `where` left out. `matches` has
    the meaning of each word of `response` that fits a description. `notes` are the sentences of `text`
    that say more than the other fields, and `said` those that the other fields do not hold at all.
    """

    option: str
    word: str
    response: str  # no default: it would be omitted, but the original client always parses it
    id: ClientId | UnsetType = UNSET
    error: ReplyError | None = None
    lemma: str | None = None
    pos: str | None = None
    text: str | None = None
    suggestions: list[str] | None = None
    context: Context | None = None
    senses: list[Sense] | None = None
    more: int | None = None
    rest: list[Sense] | None = None
    also: Reply | None = None  # the answer to the second question of a sentence; it has that to the third
    removed: list[str] | None = None
    matches: list[Match] | None = None
    ipa: str | None = None
    notes: str | None = None
    said: list[Said] | None = None
    page: tuple[str, str] | None = None  # HTML for the gateway: head and entry of the page; no client gets it


def failed(option: str, word: str, code: str, message: str) -> Reply:
    """Return a reply with an error instead of an answer."""
    return Reply(option, word, NOTHING, error=ReplyError(code, message))


class EmitMessage(Struct, frozen=True, tag_field="method", tag="emit"):
    """A Socket.IO queue message, in python-socketio's own form: emit `event` to `room`.

    `key` is the lookup's; python-socketio's form does not have it.
    """

    event: Literal["reply"]
    namespace: str
    room: str
    key: str
    data: tuple[Reply]


class Canary(Struct, frozen=True, tag_field="method", tag="canary"):
    """A message from a gateway to itself, which proves that it still hears its own channel."""

    boot_id: str


# One PUBLISH carries a list of messages: all that a worker finished in about 10 ms.
ChannelMessages = list[EmitMessage | Canary]

_encoder = msgspec.json.Encoder()
_channel_decoder = msgspec.json.Decoder(ChannelMessages)
_task_decoder = msgspec.json.Decoder(tuple[tuple[LookupBatch], Raw, Raw])


def encode(message: object) -> bytes:
    """Return `message` as JSON bytes."""
    return _encoder.encode(message)


def encode_replies(answered: list[tuple[Lookup, Raw]]) -> bytes:
    """Return the message of one PUBLISH for replies that are already encoded."""
    return _encoder.encode(
        [
            EmitMessage("reply", lookup.namespace, lookup.room, lookup.key, (reply,))  # type: ignore[arg-type]  # Raw JSON for a Reply: msgspec would encode that to the same bytes
            for lookup, reply in answered
        ]
    )


def decode_channel(payload: bytes) -> ChannelMessages:
    """Return the messages of one PUBLISH; raises msgspec.DecodeError if any is malformed or forged."""
    return _channel_decoder.decode(payload)


def decode_batch(fields: Any) -> LookupBatch:
    """Return the batch in a task; raises msgspec.ValidationError if it is malformed."""
    return msgspec.convert(fields, LookupBatch)


def decode_task(body: str | bytes) -> tuple[tuple[LookupBatch], dict[str, Any], dict[str, Any]]:
    """Return the arguments, without any named ones, in a Celery task's body; raises ValueError.

    It drops fields that a gateway never sends, such as the tasks that Celery would send next.
    """
    try:
        arguments, _named, _next_tasks = _task_decoder.decode(body)
    except RecursionError:
        raise ValueError("JSON is nested too deep") from None
    return arguments, {}, {}
