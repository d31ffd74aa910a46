"""Replies that a test makes: the page gets them in place of the service's."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, WebSocketRoute

Fields = dict[str, Any]

# An event of Socket.IO: 42, the number of its acknowledgement, and a list of the event's name and its fields.
QUESTION = re.compile(r'42(\d+)(\["(?:my_message|ask)",.*)', re.DOTALL)


def feed(page: Page, reply_to: Callable[[Fields], Fields | None]) -> list[Fields]:
    """Answer questions with the fields that `reply_to` returns; the service answers those that get None.

    Call it before the page is visited. The returned list gets the fields of every lookup of the page.
    """
    sent: list[Fields] = []

    def pass_on(route: WebSocketRoute) -> None:
        server = route.connect_to_server()

        def from_page(message: str | bytes) -> None:
            found = QUESTION.match(message) if isinstance(message, str) else None
            if found is None:
                server.send(message)
                return
            fields: Fields = json.loads(found[2])[1]
            sent.append(fields)
            reply = reply_to(fields)
            if reply is None:
                server.send(message)
                return
            asked = {"option": fields.get("command", "ask"), "word": fields.get("word", "")}
            asked["id"] = fields["id"]
            route.send(f"43{found[1]}{json.dumps([{'id': fields['id'], 'status': 'queued'}])}")
            route.send("42" + json.dumps(["reply", asked | reply]))

        route.on_message(from_page)

    page.route_web_socket("**/socket.io/**", pass_on)
    return sent
