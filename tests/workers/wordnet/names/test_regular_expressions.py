"""Regular expressions become patterns with wildcards."""

from __future__ import annotations

import pytest

from workers.wordnet.names.regular_expressions import patterns_of


@pytest.mark.parametrize(
    ("expression", "patterns"),
    [
        ("^x.*n$", ["x*n"]), ("^qu", ["qu*"]), (".*ology$", ["*ology"]), ("^s.{3}t$", ["s???t"]),
        (r"^\w+ism$", ["?*ism"]), ("c[ao]t", ["cat", "cot"]), ("^(a|b)$", []), ("^[abc][abc]$", []),
    ],
)  # fmt: skip
def test_an_expression_matches_as_its_patterns_together(expression: str, patterns: list[str]) -> None:
    assert patterns_of(expression, 8) == patterns
