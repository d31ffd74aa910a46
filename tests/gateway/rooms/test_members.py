"""Messages are delivered once and in order, whether they arrive twice, late or not at all."""

import pytest

from gateway.rooms.members import Members, apply_events
from shared.errors import NotAMember
from shared.messages import Context, Reply
from shared.room_messages import Joined, Left, Person, RoomMessage

ANN, BOB = Person("a", "Ann"), Person("b", "Bob")


def message(seq: int, room: str = "room", reply: Reply | None = None) -> RoomMessage:
    return RoomMessage(id=seq, from_="Ann", member="a", text="hi", room=room, seq=seq, at=0.0, reply=reply)


def members_with(**seqs: int) -> Members:
    members = Members()
    for sid, seq in seqs.items():
        members.activate("room", members.add("room", sid, Person(sid, sid)), seq, [])
    return members


def test_each_message_is_delivered_once_and_in_order() -> None:
    members = members_with(one=0, two=0)

    assert members.receive_message(message(1)) == ["one", "two"]
    assert members.receive_message(message(1)) == []
    assert members.receive_message(message(3)) == []
    local = members.get("room")
    assert local is not None
    assert local.is_behind
    assert members.receive_message(message(2)) == ["one", "two"]
    assert members.receive_message(message(3)) == ["one", "two"]
    assert not local.is_behind


def test_messages_that_the_history_no_longer_holds_are_skipped() -> None:
    members = members_with(one=0)

    assert members.receive_message(message(7), may_skip=True) == ["one"]
    assert members.receive_message(message(6), may_skip=True) == []


def test_a_new_member_receives_only_messages_after_its_history() -> None:
    members = members_with(early=0)
    late = members.add("room", "late", BOB)

    assert members.receive_message(message(1)) == ["early"]
    members.activate("room", late, 2, [])  # its history held 2, which has not arrived here yet
    assert members.receive_message(message(2)) == ["early"]
    assert members.receive_message(message(3)) == ["early", "late"]


def test_a_room_is_behind_if_a_message_came_while_its_first_member_joined() -> None:
    members = Members()
    first = members.add("room", "first", ANN)

    assert members.receive_message(message(5)) == []
    members.activate("room", first, 4, [])
    local = members.get("room")
    assert local is not None
    assert local.is_behind


def test_an_empty_room_is_forgotten() -> None:
    members = members_with(one=0, two=0)
    members.remove("room", "one")
    assert members.receive_message(message(1)) == ["two"]
    members.remove("room", "two")

    assert members.receive_message(message(2)) == []
    assert members.count_rooms() == members.count_memberships() == 0
    assert members.rooms_of("one") == []
    with pytest.raises(NotAMember):
        members.remove("room", "one")


def test_a_room_that_all_leave_and_join_again_has_no_new_bytes() -> None:
    members = Members()
    for room in ("used", "unused"):
        members.add(room, "sid", Person("member", "Ann"))
        local = members.get(room)
        assert local is not None
        if room == "used":
            local.traffic.use(100_000, now=1.0)
        members.remove(room, "sid")
        members.add(room, "sid", Person("member", "Ann"))

    used, unused = members.get("used"), members.get("unused")
    assert used is not None
    assert unused is not None
    assert used.traffic.left(1.0) == unused.traffic.left(1.0) - 100_000


def test_a_message_is_for_its_own_room_only() -> None:
    members = members_with(one=0)
    members.activate("other", members.add("other", "two", BOB), 0, [])

    assert members.receive_message(message(1, room="other")) == ["two"]


def test_the_context_of_the_bot_s_last_answer_is_kept() -> None:
    members = members_with(one=0)
    context = Context("definition", "light")
    members.receive_message(message(1, reply=Reply("definition", "light", "[]", context=context)))
    members.receive_message(message(2))

    local = members.get("room")
    assert local is not None
    assert local.context == context


def test_a_rewound_room_goes_on_from_the_last_message_in_redis() -> None:
    members = members_with(one=0, two=0)
    joining = members.add("room", "late", BOB)
    for seq in range(1, 51):
        members.receive_message(message(seq))
    members.rewind("room", 3)
    members.activate("room", joining, 3, [])

    assert members.receive_message(message(3)) == []
    assert members.receive_message(message(4)) == ["one", "two", "late"]
    assert members.receive_message(message(5)) == ["one", "two", "late"]


def test_a_difference_in_two_comparisons_is_a_missed_event() -> None:
    members = Members()
    members.activate("room", members.add("room", "a", ANN), 0, [ANN, BOB])
    cid = Person("c", "Cid")
    missed = {Left("room", "b", "Bob"), Joined("room", "c", "Cid")}

    assert members.compare("room", [ANN, BOB]) == []
    assert members.compare("room", [ANN, cid]) == []
    assert set(members.compare("room", [ANN, cid])) == missed
    for event in missed:
        assert members.receive_presence(event) == ["a"]
    assert members.compare("room", [ANN, cid]) == members.compare("room", [ANN, cid]) == []


def test_an_event_that_arrives_after_one_comparison_is_not_repeated() -> None:
    members = Members()
    members.activate("room", members.add("room", "a", ANN), 0, [ANN])

    assert members.compare("room", [ANN, BOB]) == []
    members.receive_presence(Joined("room", "b", "Bob"))
    assert members.compare("room", [ANN, BOB]) == []
    members.receive_presence(Joined("room", "b", "Rob"))
    assert members.compare("room", [ANN, BOB]) == []
    assert members.compare("room", [ANN, Person("b", "Rob")]) == []


def test_presence_is_for_the_others_and_kept_for_a_joining_member() -> None:
    members = members_with(a=0, c=0)
    joining = members.add("room", "j", Person("j", "Joe"))
    came, went = Joined("room", "a", "Ann"), Left("room", "b", "Bob")

    assert members.receive_presence(came) == ["c"]
    assert members.receive_presence(went) == ["a", "c"]
    assert apply_events([BOB], joining.while_joining) == [ANN]
    assert apply_events([ANN, BOB], joining.while_joining) == [ANN]
