"""The messages of the fuzz test, wrong in many ways, and whether the gateway must answer each."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from shared.catalog import BY_NAME
from shared.names import ASK_EVENT, MY_MESSAGE_EVENT
from tests.clients.frames import BINARY, TEXT, client_frame
from tests.words import QUESTIONS

WORDS = tuple({question.word for question in QUESTIONS})

MAX_MESSAGE_BYTES = 65_536

# `frame` replaces `{ack}` by the number of the acknowledgement.
ACK = "{ack}"


@dataclass(frozen=True, repr=False)
class Sent:
    """One message: its packet, and whether the gateway must acknowledge and answer it."""

    opcode: int
    packet: str | bytes
    is_answered: bool
    may_end: bool = False  # the gateway may close the connection because of it

    def __repr__(self) -> str:
        return f"Sent({self.opcode}, {self.packet[:100]!r})"

    def frame(self, ack: int) -> bytes:
        """Return the message as a websocket frame."""
        packet = self.packet.replace(ACK, str(ack)) if isinstance(self.packet, str) else self.packet
        payload = packet.encode(errors="surrogatepass") if isinstance(packet, str) else packet
        return client_frame(payload, self.opcode)


scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
huge_texts = st.builds(lambda c, n: c * n, st.sampled_from("aé😀\x00 "), st.integers(90, 3000))
words = st.sampled_from(WORDS) | values | huge_texts
fields = st.fixed_dictionaries(
    {},
    optional={
        "command": st.sampled_from(tuple(BY_NAME)) | values,
        "word": words,
        "pos": st.sampled_from("nvasrx") | values,
        "word2": words,
        "id": values | huge_texts,
        "text": words,
        "context": values | st.fixed_dictionaries({}, optional={"command": values, "word": values}),
        "room": values,
        "__proto__": values,
    },
)
nearly_right = st.fixed_dictionaries(
    {"command": st.sampled_from((*BY_NAME, "no_such")), "word": st.sampled_from(WORDS) | huge_texts},
    optional={"pos": st.sampled_from("nvasrx"), "id": st.integers() | st.text(max_size=9), "word2": words},
)
contents = nearly_right | nearly_right | fields | values
events = st.sampled_from((MY_MESSAGE_EVENT, MY_MESSAGE_EVENT, ASK_EVENT)) | st.text(
    min_size=1, max_size=12
).filter(lambda name: name not in {"connect", "disconnect", "disconnecting", "connect_error"})


def _event(name: str, sent: list[Any]) -> Sent:
    return Sent(TEXT, f"42{ACK}{json.dumps([name, *sent])}", is_answered=True)


def _fits(sent: Sent) -> bool:
    return len(sent.packet) < MAX_MESSAGE_BYTES - len(ACK)


def _packet(packet: str) -> Sent:
    # Three things end the connection: a text that is no Engine.IO packet, a close, and leaving the namespace.
    may_end = packet[:1] not in set("23456") or packet.startswith("41")
    return Sent(TEXT, packet, is_answered=False, may_end=may_end)


well_formed = st.builds(_event, events, st.lists(contents, max_size=3)).filter(_fits)
right = st.builds(lambda content: _event(MY_MESSAGE_EVENT, [content]), nearly_right).filter(_fits)
nested = st.builds(
    lambda depth, closed: _packet(f'42["{MY_MESSAGE_EVENT}",{"[" * depth}{"]" * depth if closed else ""}]'),
    st.integers(50, 20_000),
    st.booleans(),
)
broken_json = st.builds(
    lambda content, cut: _packet(f"42{json.dumps([MY_MESSAGE_EVENT, content])}"[:cut]),
    contents,
    st.integers(2, 30),
)
odd_packets = st.sampled_from(
    [
        "", "0", "2", "2probe", "3", "3probe", "4", "5", "6", "7", "9", "x",
        "40", "40{", '40{"token":[]}', "40[]", "40/", "40/nowhere,", "40/chat,", "41", "41/nowhere,",
        "42", "42[]", "42{}", "42null", '42"text"', "42[1]", '42[null,{"command":"pos"}]', '42["connect"]',
        '42["disconnect","x"]', '42["__class__",{}]', "42[[[[[", "42999999999999999[]", "42" + "9" * 500,
        '42/nowhere,["my_message",{}]', '42/chat,["say",{}]',
        "43", "43[]", '430["forged"]', "44", '44{"message":"x"}', "46", "461-[]", "47", "49[]",
        '451-["my_message",{"_placeholder":true,"num":0}]', '45999-["my_message"]', "4\x00", "4" * 2000,
    ]
).map(_packet)  # fmt: skip
random_packets = st.builds(
    lambda kind, rest: _packet(kind + rest),
    st.sampled_from(["", "4", "40", "42", "43", "44", "45", "46", "42/", "451-"]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
)
binary_frames = st.binary(max_size=200).map(lambda payload: Sent(BINARY, payload, is_answered=False))
bad_utf8 = st.binary(min_size=1, max_size=50).map(
    lambda tail: Sent(TEXT, b'42["my_message",{"word":"\xff\xfe' + tail, is_answered=False, may_end=True)
)
too_big = st.integers(MAX_MESSAGE_BYTES + 1, 300_000).map(
    lambda size: Sent(TEXT, "42" + "x" * size, is_answered=False, may_end=True)
)

# A connection survives all of these messages except, perhaps, the last.
packets = st.one_of(nested, broken_json, odd_packets, random_packets)
survived = st.one_of(
    right,
    right,
    right,
    well_formed,
    well_formed,
    well_formed,
    binary_frames,
    packets.filter(lambda sent: not sent.may_end),
)
ending = st.one_of(bad_utf8, too_big, packets.filter(lambda sent: sent.may_end))
