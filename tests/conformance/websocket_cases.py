"""Autobahn's cases for servers, groups 1 to 7 and 10, as a table.

Groups 9 (megabytes), 12 and 13 (compression) are left out: MAX_MESSAGE_BYTES and the lack of compression are
our choice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

BINARY, TEXT, CONTINUATION, CLOSE, PING, PONG = 2, 1, 0, 8, 9, 10
MASK = b"\x37\xfa\x21\x3d"
GREEK = "Hello-µ@ßöäüàá-UTF-8!!".encode()
KOSME = bytes.fromhex("cebae1bdb9cf83cebcceb5")  # the Greek word of the suite
BINARY_PAYLOAD = bytes.fromhex("00fffefdfcfb00ff")
FAILED, BAD_TEXT = (1002,), (1007,)

Frames = list[tuple[int, bytes]]


@dataclass
class Case:
    """The segments that a client sends, the frames that come back, and the status of the end."""

    name: str
    segments: list[bytes]
    back: Frames = field(default_factory=list)
    ends: tuple[int | None, ...] | None = None  # the allowed statuses; None: the connection stays open


def frame(payload: bytes = b"", opcode: int = TEXT, *, final: bool = True, reserved: int = 0) -> bytes:
    """Return a client's frame, masked."""
    first, length = (0x80 if final else 0) | reserved << 4 | opcode, len(payload)
    if length < 126:
        head = bytes((first, 0x80 | length))
    elif length < 1 << 16:
        head = bytes((first, 0x80 | 126)) + length.to_bytes(2, "big")
    else:
        head = bytes((first, 0x80 | 127)) + length.to_bytes(8, "big")
    return head + MASK + bytes(byte ^ MASK[at % 4] for at, byte in enumerate(payload))


def chops(data: bytes, size: int = 1) -> list[bytes]:
    """Return `data` in segments of `size` bytes."""
    return [data[at : at + size] for at in range(0, len(data), size)]


def fragments(payload: bytes, size: int, opcode: int = TEXT) -> bytes:
    """Return a message in fragments of `size` bytes."""
    parts = chops(payload, size) or [b""]
    return b"".join(
        frame(part, CONTINUATION if number else opcode, final=number == len(parts) - 1)
        for number, part in enumerate(parts)
    )


def cases() -> Iterator[Case]:
    """Return every case."""
    yield from _sizes()
    yield from _pings()
    yield from _reserved()
    yield from _fragmentation()
    yield from _utf8()
    yield from _closing()
    long = b"*" * 65_536
    yield Case("10.1.1", [fragments(long, 1300)], [(TEXT, long)])


def _sizes() -> Iterator[Case]:
    for group, opcode, byte in ((1, TEXT, b"*"), (2, BINARY, b"\xfe")):
        for number, size in enumerate((0, 125, 126, 127, 128, 65_535, 65_536), start=1):
            payload = byte * size
            yield Case(f"1.{group}.{number}", [frame(payload, opcode)], [(opcode, payload)])
        yield Case(f"1.{group}.8", chops(frame(payload, opcode), 997), [(opcode, payload)])


def _pings() -> Iterator[Case]:
    for number, payload in enumerate((b"", b"Hello, world!", BINARY_PAYLOAD, b"\xfe" * 125), start=1):
        yield Case(f"2.{number}", [frame(payload, PING)], [(PONG, payload)])
    yield Case("2.5", [frame(b"\xfe" * 126, PING)], ends=FAILED)
    yield Case("2.6", chops(frame(b"\xfe" * 125, PING)), [(PONG, b"\xfe" * 125)])
    yield Case("2.7", [frame(b"", PONG)])
    yield Case("2.8", [frame(b"unsolicited", PONG)])
    yield Case("2.9", [frame(b"unsolicited", PONG), frame(b"ping", PING)], [(PONG, b"ping")])
    many = [f"payload-{number}".encode() for number in range(10)]
    sent = b"".join(frame(payload, PING) for payload in many)
    yield Case("2.10", [sent], [(PONG, payload) for payload in many])
    yield Case("2.11", chops(sent), [(PONG, payload) for payload in many])


def _reserved() -> Iterator[Case]:
    hello, ping = frame(GREEK), frame(b"", PING)
    echoed: Frames = [(TEXT, GREEK)]
    bad = [frame(GREEK, reserved=bits) for bits in range(8)]
    yield Case("3.1", [bad[1]], ends=FAILED)
    yield Case("3.2", [hello + bad[2] + ping], echoed, FAILED)
    yield Case("3.3", [hello, bad[3], ping], echoed, FAILED)
    yield Case("3.4", chops(hello + bad[4] + ping), echoed, FAILED)
    yield Case("3.5", [frame(BINARY_PAYLOAD, BINARY, reserved=5)], ends=FAILED)
    yield Case("3.6", [frame(GREEK, PING, reserved=6)], ends=FAILED)
    yield Case("3.7", [frame(b"", CLOSE, reserved=7)], ends=FAILED)
    for group, first in ((1, 3), (2, 11)):
        yield Case(f"4.{group}.1", [frame(b"", first)], ends=FAILED)
        yield Case(f"4.{group}.2", [frame(b"reserved", first + 1)], ends=FAILED)
        yield Case(f"4.{group}.3", [hello + frame(b"", first + 2) + ping], echoed, FAILED)
        yield Case(f"4.{group}.4", [hello + frame(b"reserved", first + 3) + ping], echoed, FAILED)
        yield Case(f"4.{group}.5", chops(hello + frame(b"reserved", first + 4) + ping), echoed, FAILED)


def _fragmentation() -> Iterator[Case]:
    def begin(payload: bytes, opcode: int = TEXT) -> bytes:
        return frame(payload, opcode, final=False)

    def end(payload: bytes) -> bytes:
        return frame(payload, CONTINUATION)

    one, two, whole = b"fragment1", b"fragment2", (TEXT, b"fragment1fragment2")
    ping, pong = frame(b"ping payload", PING), (PONG, b"ping payload")
    hello = frame(GREEK)
    yield Case("5.1", [begin(one, PING) + end(two)], ends=FAILED)
    yield Case("5.2", [begin(one, PONG) + end(two)], ends=FAILED)
    yield Case("5.3", [begin(one) + end(two)], [whole])
    yield Case("5.4", [begin(one), end(two)], [whole])
    yield Case("5.5", chops(begin(one) + end(two)), [whole])
    yield Case("5.6", [begin(one) + ping + end(two)], [pong, whole])
    yield Case("5.7", [begin(one), ping, end(two)], [pong, whole])
    yield Case("5.8", chops(begin(one) + ping + end(two)), [pong, whole])
    for number, stray in ((9, end(b"stray")), (12, begin(b"stray", CONTINUATION))):
        yield Case(f"5.{number}", [stray + hello], ends=FAILED)
        yield Case(f"5.{number + 1}", [stray, hello], ends=FAILED)
        yield Case(f"5.{number + 2}", chops(stray + hello), ends=FAILED)
    stray = begin(b"fragment3", CONTINUATION)
    yield Case("5.15", [begin(one) + end(two) + stray + frame(b"fragment4")], [whole], FAILED)
    yield Case("5.16", [(stray + begin(one) + end(two)) * 2], ends=FAILED)
    yield Case("5.17", [(end(b"fragment3") + begin(one) + end(two)) * 2], ends=FAILED)
    yield Case("5.18", [begin(one) + frame(two)], ends=FAILED)
    parts = [f"fragment{number}".encode() for number in range(1, 6)]
    first, second, third, fourth, fifth = parts
    segments = [
        begin(first) + begin(second, CONTINUATION) + frame(b"pongme 1!", PING),
        begin(third, CONTINUATION) + begin(fourth, CONTINUATION) + frame(b"pongme 2!", PING) + end(fifth),
    ]
    back = [(PONG, b"pongme 1!"), (PONG, b"pongme 2!"), (TEXT, b"".join(parts))]
    yield Case("5.19", [b"".join(segments)], back)
    yield Case("5.20", segments, back)


# Sequences by what they show; after Markus Kuhn's "UTF-8 decoder capability and stress test".
VALID_UTF8 = {
    "6.5": [GREEK, b"Hello", KOSME, "Grüße".encode(), "日本語 한국어 😀".encode()],
    "6.6": [KOSME[:2], KOSME[:5], KOSME[:7], KOSME[:9], KOSME],
    "6.7, 6.8": [b"\x00", b"\xc2\x80", b"\xe0\xa0\x80", b"\xf0\x90\x80\x80"],
    "6.9": [b"\x7f", b"\xdf\xbf", b"\xef\xbf\xbf", b"\xf4\x8f\xbf\xbf"],
    "6.11": [b"\xed\x9f\xbf", b"\xee\x80\x80", b"\xef\xbf\xbd", b"\xf4\x8f\xbf\xbf"],
    "6.22": [chr(0x1FFFF + plane * 0x10000).encode() for plane in range(16)] + [b"\xef\xbf\xbe"],
    "6.23": ["\N{REPLACEMENT CHARACTER}".encode(), "\N{ZERO WIDTH NO-BREAK SPACE}".encode()],
}
INVALID_UTF8 = {
    "6.6": [KOSME[:1], KOSME[:3], KOSME[:4], KOSME[:6], KOSME[:8], KOSME[:10]],
    "6.8": [b"\xf8\x88\x80\x80\x80", b"\xfc\x84\x80\x80\x80\x80"],
    "6.10": [b"\xf7\xbf\xbf\xbf", b"\xfb\xbf\xbf\xbf\xbf", b"\xfd\xbf\xbf\xbf\xbf\xbf"],
    "6.11": [b"\xf4\x90\x80\x80"],
    "6.12": [b"\x80", b"\xbf", *(b"\x80\xbf" * pairs for pairs in range(1, 4)), bytes(range(0x80, 0xC0))],
    "6.13": [bytes((first, 0x20)) for first in (0xC0, 0xDF, 0xE0, 0xEF, 0xF0, 0xF7, 0xF8, 0xFC, 0xFD)],
    "6.14": [b"\xdf", b"\xef\xbf", b"\xf7\xbf\xbf", b"\xe0\x80", b"\xf0\x80\x80", b"\xfb\xbf\xbf\xbf"],
    "6.15": [b"\xc0\xe0\x80\xf0\x80\x80\xf8\x80\x80\x80"],
    "6.16": [b"\xfe", b"\xff", b"\xfe\xfe\xff\xff"],
    "6.17": [b"\xc0\xaf", b"\xe0\x80\xaf", b"\xf0\x80\x80\xaf", b"\xf8\x80\x80\x80\xaf"],
    "6.18": [b"\xc1\xbf", b"\xe0\x9f\xbf", b"\xf0\x8f\xbf\xbf", b"\xf8\x87\xbf\xbf\xbf"],
    "6.19": [b"\xc0\x80", b"\xe0\x80\x80", b"\xf0\x80\x80\x80", b"\xfc\x80\x80\x80\x80\x80"],
    "6.20": [
        b"\xed\xa0\x80",
        b"\xed\xad\xbf",
        b"\xed\xae\x80",
        b"\xed\xaf\xbf",
        b"\xed\xb0\x80",
        b"\xed\xbf\xbf",
    ],
    "6.21": [b"\xed\xa0\x80\xed\xb0\x80", b"\xed\xaf\xbf\xed\xbf\xbf", b"\xed\xad\xbf\xed\xb0\x80"],
}


def _utf8() -> Iterator[Case]:
    empty = frame(b"", final=False) + frame(b"", CONTINUATION, final=False)
    yield Case("6.1.1", [frame(b"")], [(TEXT, b"")])
    yield Case("6.1.2", [empty + frame(b"", CONTINUATION)], [(TEXT, b"")])
    middle = frame(b"", final=False) + frame(b"middle", CONTINUATION, final=False) + frame(b"", CONTINUATION)
    yield Case("6.1.3", [middle], [(TEXT, b"middle")])
    yield Case("6.2.1", [frame(GREEK)], [(TEXT, GREEK)])
    yield Case("6.2.2", [fragments(GREEK, 12)], [(TEXT, GREEK)])
    yield Case("6.2.3", [fragments(GREEK, 1)], [(TEXT, GREEK)])
    yield Case("6.2.4", [fragments(KOSME, 1)], [(TEXT, KOSME)])
    wrong = KOSME + b"\xed\xa0\x80edited"
    yield Case("6.3.1", [frame(wrong)], ends=BAD_TEXT)
    yield Case("6.3.2", [fragments(wrong, 1)], ends=BAD_TEXT)
    # Refused as soon as the text is wrong, before the message or even its frame has come.
    out_of_range = KOSME + b"\xf4\x90\x80\x80edited"
    begun = frame(KOSME, final=False)
    yield Case("6.4.1", [begun, frame(b"\xf4\x90\x80\x80", CONTINUATION, final=False)], ends=BAD_TEXT)
    begun = frame(out_of_range[:12], final=False)
    yield Case("6.4.2", [begun, frame(out_of_range[12:13], CONTINUATION, final=False)], ends=BAD_TEXT)
    head = len(frame(out_of_range)) - len(out_of_range)
    whole = frame(out_of_range)
    yield Case("6.4.3", [whole[: head + 11], whole[head + 11 : head + 15]], ends=BAD_TEXT)
    yield Case("6.4.4", [whole[: head + 12], whole[head + 12 : head + 13]], ends=BAD_TEXT)
    for name, texts in VALID_UTF8.items():
        for number, text in enumerate(texts):
            yield Case(f"{name}, valid {number}", [frame(text)], [(TEXT, text)])
            yield Case(f"{name}, valid {number}, bytewise", [fragments(text, 1)], [(TEXT, text)])
    for name, texts in INVALID_UTF8.items():
        for number, text in enumerate(texts):
            yield Case(f"{name}, invalid {number}", [frame(text)], ends=BAD_TEXT)
            yield Case(f"{name}, invalid {number}, bytewise", [fragments(text, 1)], ends=BAD_TEXT)


def _closing() -> Iterator[Case]:
    def close(status: int, reason: bytes = b"") -> bytes:
        return frame(status.to_bytes(2, "big") + reason, CLOSE)

    normal, hello = close(1000), frame(GREEK)
    yield Case("7.1.1", [hello, normal], [(TEXT, GREEK)], (1000,))
    yield Case("7.1.2", [normal, normal], ends=(1000,))
    yield Case("7.1.3", [normal, frame(b"", PING)], ends=(1000,))
    yield Case("7.1.4", [normal, hello], ends=(1000,))
    yield Case("7.1.5", [frame(b"begun", final=False), normal, frame(b"", CONTINUATION)], ends=(1000,))
    large = b"BAsd7&jh23" * 6_000
    yield Case("7.1.6", [frame(large), normal, frame(b"", PING)], [(TEXT, large)], (1000,))
    yield Case("7.3.1", [frame(b"", CLOSE)], ends=(None, 1000))
    yield Case("7.3.2", [frame(b"a", CLOSE)], ends=FAILED)
    yield Case("7.3.3", [normal], ends=(1000,))
    yield Case("7.3.4", [close(1000, b"Hello World!")], ends=(1000,))
    yield Case("7.3.5", [close(1000, b"*" * 123)], ends=(1000,))
    yield Case("7.3.6", [close(1000, b"*" * 124)], ends=FAILED)
    yield Case("7.5.1", [close(1000, KOSME + b"\xed\xa0\x80edited")], ends=FAILED + BAD_TEXT)
    for status in (1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999):
        yield Case(f"7.7, {status}", [close(status)], ends=(status,))
    for status in (0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535):
        yield Case(f"7.9 and 7.13, {status}", [close(status)], ends=FAILED)
