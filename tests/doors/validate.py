"""Checks messages against an AsyncAPI document: every field must be in it, and of its type.

$ .cache/doors/bin/python tests/doors/validate.py < {"document": ..., "messages": [[key, content], ...]}
"""

from __future__ import annotations

import json
import sys
from typing import Any

from jsonschema import Draft202012Validator


def main() -> None:
    """Print a line for each mistake."""
    given = json.load(sys.stdin)
    document = given["document"]
    for schema in document["components"]["schemas"].values():
        if "properties" in schema:
            schema["additionalProperties"] = False
        Draft202012Validator.check_schema(schema)
    for key, content in given["messages"]:
        payload = document["components"]["messages"][key]["payload"]
        for mistake in Draft202012Validator(payload | {"components": document["components"]}).iter_errors(
            content
        ):
            print(f"{key}: {where(mistake)}: {mistake.message[:300]}")


def where(mistake: Any) -> str:
    """Return the place of a mistake."""
    return "/".join(map(str, mistake.absolute_path))


if __name__ == "__main__":
    main()
