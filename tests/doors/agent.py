"""An agent: the official Python client of the Model Context Protocol, in its own environment.

$ .cache/doors/bin/python tests/doors/agent.py URL MODE < calls.json

It reads a list of {name, arguments}, and prints the protocol's version, the tools, the results of the calls,
and the entry of `goose`.
"""

from __future__ import annotations

import json
import sys

import anyio
from mcp import Client


async def main(url: str, mode: str) -> None:
    """Make the calls of the standard input, and print everything as JSON."""
    async with Client(url, mode=mode) as client:
        tools = await client.list_tools()
        templates = await client.list_resource_templates()
        results = [await client.call_tool(**call) for call in json.load(sys.stdin)]
        entry = await client.read_resource("wordwire://entry/goose")
        found = {
            "version": client.protocol_version,
            "tools": [tool.model_dump(mode="json", by_alias=True) for tool in tools.tools],
            "templates": [template.uri_template for template in templates.resource_templates],
            "results": [result.model_dump(mode="json", by_alias=True) for result in results],
            "entry": entry.contents[0].model_dump(mode="json", by_alias=True)["text"],
        }
    print(json.dumps(found))


if __name__ == "__main__":
    anyio.run(main, *sys.argv[1:])
