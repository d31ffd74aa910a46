"""The contract of the Socket.IO events, made from the structs: an AsyncAPI 3 document and JSON Schemas."""

from __future__ import annotations

from typing import Any, Final

import msgspec
from msgspec import Struct

from shared import client_messages as heard
from shared import messages, names, room_messages
from shared.catalog import BY_NAME
from shared.errors import wire_codes

Json = dict[str, Any]


class Event(Struct, frozen=True):
    """An event of a namespace; one without acknowledgements is sent by the gateway."""

    namespace: str
    name: str
    shape: type[Struct]
    acks: tuple[type[Struct], ...] = ()


_LOOKUP_ACKS: Final = (heard.Queued, heard.Refused)


def _of_rooms(name: str, shape: type[Struct], ack: type[Struct]) -> Event:
    return Event(names.CHAT_NAMESPACE, name, shape, (ack, heard.RoomRefused))


EVENTS: Final = (
    Event(names.LOOKUP_NAMESPACE, names.MY_MESSAGE_EVENT, heard.LookupMessage, _LOOKUP_ACKS),
    Event(names.LOOKUP_NAMESPACE, names.ASK_EVENT, heard.AskMessage, _LOOKUP_ACKS),
    Event(names.LOOKUP_NAMESPACE, names.REPLY_EVENT, messages.Reply),
    Event(names.LOOKUP_NAMESPACE, names.TOKEN_EXPIRES_EVENT, heard.TokenExpires),
    Event(names.LOOKUP_NAMESPACE, names.ERROR_EVENT, heard.Ended),
    _of_rooms("create", room_messages.Create, heard.ThisRoom),
    _of_rooms("join", room_messages.Join, heard.Entered),
    _of_rooms("leave", room_messages.InRoom, heard.ThisRoom),
    _of_rooms("say", room_messages.Say, heard.Placed),
    _of_rooms("typing", room_messages.InRoom, heard.Nothing),
    _of_rooms("history", room_messages.History, heard.Page),
    Event(names.CHAT_NAMESPACE, "message", room_messages.RoomMessage),
    *(Event(names.CHAT_NAMESPACE, name, heard.Presence) for name in ("joined", "left", "typing")),
    Event(names.CHAT_NAMESPACE, names.TOKEN_EXPIRES_EVENT, heard.TokenExpires),
    Event(names.CHAT_NAMESPACE, names.ERROR_EVENT, heard.Ended),
)
CHANNELS: Final = {names.LOOKUP_NAMESPACE: "lookups", names.CHAT_NAMESPACE: "rooms"}


def schemas(place: str = "#/$defs/{name}") -> Json:
    """Return the JSON Schema of every struct in a message, by its name."""
    shapes = [shape for event in EVENTS for shape in (event.shape, *event.acks)]
    _, found = msgspec.json.schema_components(shapes, ref_template=place)
    del found["Reply"]["properties"]["page"]  # which is the gateway's
    found["LookupMessage"]["properties"]["command"]["enum"] = list(BY_NAME)
    for shape in ("ReplyError", "Ended"):
        found[shape]["properties"]["code"]["enum"] = sorted(wire_codes())
    return found


def asyncapi() -> Json:
    """Return the document, from the gateway's side: it receives the events of clients."""
    found: Json = {}
    channels: Json = {
        channel: {"address": namespace, "messages": {}} for namespace, channel in CHANNELS.items()
    }
    operations: Json = {}

    def message(channel: str, name: str, shape: type[Struct], event: str) -> Json:
        key = f"{channel}.{name}"
        payload = {"$ref": f"#/components/schemas/{shape.__name__}"}
        found[key] = {"name": event, "summary": (shape.__doc__ or "").strip(), "payload": payload}
        channels[channel]["messages"][key] = {"$ref": f"#/components/messages/{key}"}
        return {"$ref": f"#/channels/{channel}/messages/{key}"}

    for event in EVENTS:
        channel = CHANNELS[event.namespace]
        place = {"$ref": f"#/channels/{channel}"}
        name = event.name if event.acks else f"{event.name}.heard"
        sent = message(channel, name, event.shape, event.name)
        operation: Json = {
            "action": "receive" if event.acks else "send",
            "channel": place,
            "messages": [sent],
        }
        if event.acks:
            acks = [message(channel, f"{name}.{ack.__name__}", ack, event.name) for ack in event.acks]
            operation["reply"] = {"channel": place, "messages": acks}
        operations[f"{channel}.{name}"] = operation
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Wordwire",
            "version": "1",
            "description": "The events of both namespaces. A reply here is an event's acknowledgement.",
        },
        "servers": {"here": {"host": "127.0.0.1:5000", "pathname": "/socket.io/", "protocol": "ws"}},
        "channels": channels,
        "operations": operations,
        "components": {"messages": found, "schemas": schemas("#/components/schemas/{name}")},
    }
