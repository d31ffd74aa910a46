"""Every kind of traffic at the same time, as `make test-soak` sends it for longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.clients.traffic import all_kinds, new_room
from tests.stack.waiting import wait_until

if TYPE_CHECKING:
    from tests.stack import Stack


def test_lookups_sentences_rooms_and_requests_are_all_answered_beside_one_another(stack: Stack) -> None:
    url = stack.gateway.url

    with all_kinds([url], new_room(url)) as traffic:
        wait_until(lambda: traffic.answered() >= 100 and all(traffic.counts.values()), "some of each kind")

    assert traffic.lookups.of("ok")  # the block itself has checked every answer
