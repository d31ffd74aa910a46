"""The short answer to a question for a spelling: its letters, its capital, or the country that it is of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workers.commands.term import Term
from workers.commands.word_facts.marks.asked_labels import countries_in
from workers.commands.word_facts.other_spellings import spellings_by_country
from workers.english.several.spellings_asked import CAPITAL
from workers.english.wording.sentences import sentence
from workers.wordnet.names.spelled import spelled

if TYPE_CHECKING:
    from shared.messages import Said
    from workers.wordnet.lexicon import Lexicon

# "How many c's", "with one r or two", "double l", "the letter e", "and m's": no words such as "a" or "as".
_COUNTED: Final = re.compile(
    r"\b(?:one|two|three|single|double|how many|number of|letters?|\d|and|or) (?:the letters? )?"
    r"(?:[\"'“](?P<quoted>[a-z])[\"'”]|(?!(?:[ai]|as|is|us)\b(?!'s))(?P<letter>[a-z]))(?:'?s)?(?!\w)"
)
_HOW_OFTEN: Final = re.compile(r"\b(?:one|two|three|single|double|many|number|\d)\b")
# "With a g or with a j", "is there an e in": whether the letter is there at all.
_THERE: Final = re.compile(
    r"(?:\b(?:have|has|there|is it|or)|(?<!begins )(?<!starts )(?<!ends )\bwith) an? (?:silent )?"
    r"[\"'“]?(?P<letter>[a-z])(?![\w']| (?:after|before|between)\b)"
)
# "Ei or ie", "with able or ible", "-ent or -ant", "e or a".
_CHOICE: Final = re.compile(
    r"(?<![a-z])-?[\"'“]?([a-z]{1,4})[\"'”]? or (?:with )?(?:an? (?!in\b|at\b))?"
    r"-?[\"'“]?([a-z]{1,4})(?![a-z])"
)
_IN_WORDS: Final = re.compile(
    r"\b(?:(?:one|1|two|2|single|separate) words?|hyphen\w*|(?:an?|any|no|without) spaces?)\b", re.IGNORECASE
)
OF_COUNTRY: Final = re.compile(
    r"\b(?:british|american|english|us|uk|canadian|australian) (?:way|version|form|spelling)\b", re.IGNORECASE
)
_NUMBERS: Final = ("no", "one", "two", "three", "four")


def on_spelling(lexicon: Lexicon, word: str, line: str) -> list[Said]:
    """Return the answer about the spelling `word` as a list of one, or none if the line asks for no such."""
    name = spelled(word.lower())
    countries = spellings_by_country(Term(lexicon, name)) if countries_in(line) else {}
    if countries:
        return [sentence("verdict.countries", american=countries["American"], british=countries["British"])]
    if OF_COUNTRY.search(line):
        return [sentence("verdict.no_region")]
    if word and CAPITAL.search(line):
        return _on_capital(lexicon, name)
    return _on_letters(word, line) if word else []


def _on_capital(lexicon: Lexicon, name: str) -> list[Said]:
    words = (word for synset in lexicon.synsets(name) for word in lexicon.words(synset))
    written = sorted({word for word in words if word.lower() == name})
    if len(written) > 1:
        return [sentence("verdict.both_capitals", words=written)]
    key = "no_capital" if written == [name] else "capital"
    return [sentence(f"verdict.{key}", word=written[0])] if written else []


def _on_letters(word: str, line: str) -> list[Said]:
    """Return how often the word has the letters that are asked about, or how many words it is."""
    lower, asked = word.lower(), line.lower()
    letters = dict.fromkeys(found["quoted"] or found["letter"] for found in _COUNTED.finditer(asked))
    counts = [_number(lower, each) + ("" if "how many" in asked else _runs(lower, each)) for each in letters]
    choice = _CHOICE.search(asked)
    having = [part for part in (choice.groups() if choice else ()) if part in lower]
    if len(having) == 1 and not (counts and _HOW_OFTEN.search(asked)):
        counts = [f"“{having[0]}”"]
    there = dict.fromkeys(found["letter"] for found in _THERE.finditer(asked))
    counts = counts or [_number(lower, letter) for letter in there]
    if counts:
        return [sentence("verdict.has", word=word, parts=counts)]
    if _IN_WORDS.search(line):
        key = "hyphen" if "-" in word else "words" if " " in word else "one_word"
        return [sentence(f"verdict.{key}", word=word)]
    return []


def _number(word: str, letter: str) -> str:
    count = word.count(letter)
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    return f"{number} {letter}'s" if count > 1 else f"{number} {letter}"


def _runs(word: str, letter: str) -> str:
    """Return whether several of a letter in a word are together, if not all are.

    >>> _runs("skilful", "l"), _runs("skillful", "l"), _runs("dress", "s")
    (', but not together', ', two of them together', '')
    """
    runs = [len(run) for run in re.findall(f"{letter}+", word)]
    if not runs[1:]:
        return ""
    return f", {_NUMBERS[max(runs)]} of them together" if max(runs) > 1 else ", but not together"
