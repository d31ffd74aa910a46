"""Who hears what in a room, in which order, whatever comes twice, late or not at all."""

import pytest

from gateway.local_rooms import LocalRooms, with_comings
from shared.errors import NotAMember
from shared.messages import Context, Reply
from shared.room_messages import Joined, Left, Person, RoomMessage

ANN, BOB = Person("a", "Ann"), Person("b", "Bob")


def message(seq: int, room: str = "room", reply: Reply | None = None) -> RoomMessage:
    return RoomMessage(id=seq, from_="Ann", member="a", text="hi", room=room, seq=seq, at=0.0, reply=reply)


def rooms_with(**heard: int) -> LocalRooms:
    rooms = LocalRooms()
    for sid, seq in heard.items():
        rooms.arrived("room", rooms.enter("room", sid, Person(sid, sid)), seq, [])
    return rooms


def test_each_message_is_heard_once_and_in_order() -> None:
    rooms = rooms_with(one=0, two=0)

    assert rooms.hear(message(1)) == ["one", "two"]
    assert rooms.hear(message(1)) == []
    assert rooms.hear(message(3)) == []
    local = rooms.get("room")
    assert local is not None
    assert local.is_behind
    assert rooms.hear(message(2)) == ["one", "two"]
    assert rooms.hear(message(3)) == ["one", "two"]
    assert not local.is_behind


def test_what_the_history_does_not_hold_any_more_is_skipped() -> None:
    rooms = rooms_with(one=0)

    assert rooms.hear(message(7), may_skip=True) == ["one"]
    assert rooms.hear(message(6), may_skip=True) == []


def test_who_joins_hears_only_what_was_not_in_its_history() -> None:
    rooms = rooms_with(early=0)
    late = rooms.enter("room", "late", BOB)

    assert rooms.hear(message(1)) == ["early"]
    rooms.arrived("room", late, 2, [])  # its history held 2, which has not been heard here yet
    assert rooms.hear(message(2)) == ["early"]
    assert rooms.hear(message(3)) == ["early", "late"]


def test_the_first_one_is_behind_if_something_was_said_while_it_joined() -> None:
    rooms = LocalRooms()
    first = rooms.enter("room", "first", ANN)

    assert rooms.hear(message(5)) == []
    rooms.arrived("room", first, 4, [])
    local = rooms.get("room")
    assert local is not None
    assert local.is_behind


def test_a_room_that_nobody_is_in_is_forgotten() -> None:
    rooms = rooms_with(one=0, two=0)
    rooms.leave("room", "one")
    assert rooms.hear(message(1)) == ["two"]
    rooms.leave("room", "two")

    assert rooms.hear(message(2)) == []
    assert len(rooms) == rooms.members == 0
    assert rooms.of_client("one") == []
    with pytest.raises(NotAMember):
        rooms.leave("room", "one")


def test_rooms_do_not_hear_each_other() -> None:
    rooms = rooms_with(one=0)
    rooms.arrived("other", rooms.enter("other", "two", BOB), 0, [])

    assert rooms.hear(message(1, room="other")) == ["two"]


def test_what_the_bot_was_asked_last_is_known_wherever_its_answer_is_heard() -> None:
    rooms = rooms_with(one=0)
    context = Context("definition", "light")
    rooms.hear(message(1, reply=Reply("definition", "light", "[]", context=context)))
    rooms.hear(message(2))

    local = rooms.get("room")
    assert local is not None
    assert local.context == context


def test_a_room_goes_on_from_where_redis_has_it() -> None:
    rooms = rooms_with(one=0, two=0)
    joining = rooms.enter("room", "late", BOB)
    for seq in range(1, 51):
        rooms.hear(message(seq))
    rooms.rewind("room", 3)
    rooms.arrived("room", joining, 3, [])

    assert rooms.hear(message(3)) == []
    assert rooms.hear(message(4)) == ["one", "two", "late"]
    assert rooms.hear(message(5)) == ["one", "two", "late"]


def test_what_was_lost_of_comings_and_goings_is_told_after_two_roll_calls() -> None:
    rooms = LocalRooms()
    rooms.arrived("room", rooms.enter("room", "a", ANN), 0, [ANN, BOB])
    cid = Person("c", "Cid")
    told = {Left("room", "b", "Bob"), Joined("room", "c", "Cid")}

    assert rooms.roll_call("room", [ANN, BOB]) == []
    assert rooms.roll_call("room", [ANN, cid]) == []
    assert set(rooms.roll_call("room", [ANN, cid])) == told
    for event in told:
        assert rooms.others(event) == ["a"]
    assert rooms.roll_call("room", [ANN, cid]) == rooms.roll_call("room", [ANN, cid]) == []


def test_what_was_on_its_way_during_a_roll_call_is_not_told_again() -> None:
    rooms = LocalRooms()
    rooms.arrived("room", rooms.enter("room", "a", ANN), 0, [ANN])

    assert rooms.roll_call("room", [ANN, BOB]) == []
    rooms.others(Joined("room", "b", "Bob"))
    assert rooms.roll_call("room", [ANN, BOB]) == []
    rooms.others(Joined("room", "b", "Rob"))
    assert rooms.roll_call("room", [ANN, BOB]) == []
    assert rooms.roll_call("room", [ANN, Person("b", "Rob")]) == []


def test_presence_is_told_to_others_and_kept_for_who_is_joining() -> None:
    rooms = rooms_with(a=0, c=0)
    joining = rooms.enter("room", "j", Person("j", "Joe"))
    came, went = Joined("room", "a", "Ann"), Left("room", "b", "Bob")

    assert rooms.others(came) == ["c"]
    assert rooms.others(went) == ["a", "c"]
    assert with_comings([BOB], joining.meanwhile) == [ANN]
    assert with_comings([ANN, BOB], joining.meanwhile) == [ANN]
