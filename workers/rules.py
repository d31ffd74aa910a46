"""The rules of workers/phrases.py, made ready to be tried on sentences.

A rule becomes one regular expression over a sentence's canonical text, and the words without one of which it
cannot match: most rules are ruled out by a look at those.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from workers.cues import CUES
from workers.frame_words import PARTS_OF_SPEECH
from workers.phrases import RULES
from workers.rule_language import GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workers.sentences import Sentence

_PIECE = re.compile(r"\s*(\.\*|\[\|\]|[()|?*+^$]|[A-Z]+|[^\s()|?*+^$\[\]]+)")
_PERHAPS_BREAK: Final = r"(?:\| )?"
_SLOT: Final = r"(?:[^ |]+ )+"
# The ends of a sentence are also where a break is.
_SIGNS: Final = {
    "^": r"(?:^|(?<=\| ))",
    "$": r"(?:$|(?=\| )|(?<=\| ))",
    "[|]": r"\| ",
    ".*": r"(?:[^ ]+ ){0,20}?",
}
_GROUPS: Final = {**GROUPS, "P": f"({'|'.join(PARTS_OF_SPEECH)})"}

Words = frozenset[str]


class CompiledRule(Struct, frozen=True):
    """A rule as a regular expression; of each set of words in `needs`, a sentence must have one."""

    command: str
    strict: bool
    regex: re.Pattern[str]
    needs: tuple[Words, ...]
    term_first: bool

    def search(self, sentence: Sentence) -> re.Match[str] | None:
        """Return where the rule fits `sentence`, or None."""
        if any(sentence.words.isdisjoint(words) for words in self.needs):
            return None
        return self.regex.search(sentence.canonical)


class _Parser:
    """Reads one pattern (see phrases.py) from left to right."""

    def __init__(self, pattern: str) -> None:
        for name, group in _GROUPS.items():
            pattern = re.sub(rf"\b{name}\b", group, pattern)
        self._pieces = _PIECE.findall(pattern)
        self._at = 0

    def parse(self) -> tuple[str, list[Words]]:
        """Return the regular expression of the whole pattern, and the words that it needs."""
        regex, needs = self._alternatives()
        assert self._at == len(self._pieces), self._pieces  # noqa: S101 (a pattern of ours is malformed)
        return regex, needs

    def _peek(self) -> str:
        return self._pieces[self._at] if self._at < len(self._pieces) else ""

    def _take(self) -> str:
        self._at += 1
        return str(self._pieces[self._at - 1])

    def _alternatives(self) -> tuple[str, list[Words]]:
        regexes, all_needs = [], []
        while True:
            regex, needs = self._sequence()
            regexes.append(regex)
            all_needs.append(needs)
            if self._peek() != "|":
                break
            self._take()
        if len(regexes) == 1:
            return regexes[0], all_needs[0]
        if all(all_needs):
            # Any one of each alternative's needs will do; take the first of each.
            return "|".join(regexes), [frozenset[str]().union(*(needs[0] for needs in all_needs))]
        return "|".join(regexes), []

    def _sequence(self) -> tuple[str, list[Words]]:
        regex, needs = "", []
        while self._peek() not in ("", "|", ")"):
            item, item_needs = self._item()
            if self._peek() and self._peek() in "?*+":
                quantifier = self._take()
                item = f"(?:{item}){quantifier}"
                item_needs = item_needs if quantifier == "+" else []
            regex += item
            needs += item_needs
        return regex, needs

    def _item(self) -> tuple[str, list[Words]]:
        piece = self._take()
        if piece == "(":
            regex, needs = self._alternatives()
            self._take()
            return f"(?:{regex})", needs
        if piece in ("X", "Y"):
            lazy = "?" if self._peek() else ""
            return f"(?P<{piece.lower()}>{_SLOT}{lazy}){_PERHAPS_BREAK}", []
        if piece in _SIGNS:
            return _SIGNS[piece], []
        return f"{re.escape(piece)} {_PERHAPS_BREAK}", [frozenset([piece])]


def compile_pattern(pattern: str) -> tuple[re.Pattern[str], tuple[Words, ...]]:
    """Return the regular expression of a pattern, which finds whole words only, and the words it needs."""
    regex, needs = _Parser(pattern).parse()
    return re.compile(rf"(?:^|(?<= ))(?:{regex})"), tuple(needs)


class RuleTable:
    """Rules in the order in which they are tried, and by a word without which each cannot fit."""

    def __init__(self, rules: Iterable[CompiledRule]) -> None:
        self._rules = tuple(rules)
        # Word → which rules need it, or one of the others beside it; "" → those that need no word.
        self._by_word: dict[str, list[int]] = {}
        for at, rule in enumerate(self._rules):
            for word in min(rule.needs, key=len, default=frozenset([""])):
                self._by_word.setdefault(word, []).append(at)

    def fitting(self, sentence: Sentence) -> Iterator[tuple[CompiledRule, re.Match[str]]]:
        """Yield each rule that fits `sentence`, in order, and where."""
        worth_trying = set(self._by_word.get("", ()))
        for word in sentence.words:
            worth_trying.update(self._by_word.get(word, ()))
        for at in sorted(worth_trying):
            match = self._rules[at].search(sentence)
            if match:
                yield self._rules[at], match


@lru_cache(maxsize=1)
def pos_rules() -> RuleTable:
    """Return the rules by which parts of speech are asked for; they are tried first."""
    return RuleTable(rule for rule in _compiled_rules() if rule.command == "pos")


@lru_cache(maxsize=1)
def other_rules() -> RuleTable:
    """Return all other rules."""
    return RuleTable(rule for rule in _compiled_rules() if rule.command != "pos")


def _compiled_rules() -> Iterator[CompiledRule]:
    for rule in RULES:
        regex, needs = compile_pattern(rule.pattern)
        term_first = rule.pattern.lstrip("^").startswith(("X", "(A)? X", "(plural)? X"))
        yield CompiledRule(rule.command, rule.strict, regex, needs, term_first)


@lru_cache(maxsize=1)
def compiled_cues() -> tuple[CompiledRule, ...]:
    """Return the cues likewise."""
    return tuple(
        CompiledRule(command, False, *compile_pattern(pattern), term_first=False) for command, pattern in CUES
    )
