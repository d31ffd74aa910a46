"""Names that two processes spell alike differ from each other."""

from __future__ import annotations

from shared import names


def test_no_two_names_are_equal_or_reach_into_each_other() -> None:
    """A room's key can't be the set of workers, nor a gateway's channel that of all rooms."""
    spelled = [value for name, value in vars(names).items() if name.isupper() and isinstance(value, str)]
    prefixes = [names.REPLY_CHANNEL_PREFIX, names.ROOM_KEY_PREFIX, names.ROOM_ADDRESS_PREFIX]

    assert len(set(spelled)) == len(spelled)
    for prefix in prefixes:
        assert [name for name in spelled if name.startswith(prefix)] == [prefix]


def test_each_gateway_has_a_channel() -> None:
    first, second = names.reply_channel("a1"), names.reply_channel("b2")

    assert first != second
    assert names.ROOMS_CHANNEL not in (first, second)
