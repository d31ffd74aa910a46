"""A client of the HTTP/JSON door, on one connection that it keeps."""

from __future__ import annotations

import json
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any, NamedTuple, Self
from urllib.parse import urlencode, urlsplit

if TYPE_CHECKING:
    from types import TracebackType


class Answer(NamedTuple):
    """A response; its headers' names are in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        """Return the body's content."""
        return json.loads(self.body)


class HttpClient:
    """Use it in a `with` statement."""

    def __init__(self, url: str, patience: float = 20.0, **headers: str) -> None:
        self._connection = HTTPConnection(urlsplit(url).netloc, timeout=patience)
        self._headers = headers

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def request(self, method: str, path: str, body: Any = None, **headers: str) -> Answer:
        """Return the response to a request; its body is sent as JSON."""
        sent = None if body is None else json.dumps(body)
        if sent is not None:
            headers = {"Content-Type": "application/json"} | headers
        self._connection.request(method, path, sent, self._headers | headers)
        response = self._connection.getresponse()
        return Answer(
            response.status,
            {name.lower(): value for name, value in response.getheaders()},
            response.read(),
        )

    def look_up(self, command: str, **fields: Any) -> Answer:
        """Return the response to one lookup, whose fields are those of `my_message`."""
        where = fields.pop("where", {})
        pairs = [(name, value) for name, value in fields.items() if value is not None]
        pairs += [(f"where[{name}]", value) for name, value in where.items()]
        return self.request("GET", f"/v1/{command}?{urlencode(pairs, doseq=True)}")

    def batch(self, *lookups: Any) -> Answer:
        """Return the response to several lookups."""
        return self.request("POST", "/v1/batch", {"lookups": list(lookups)})
