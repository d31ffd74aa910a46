"""The sentences of replies: `say` fills in one of sentences.toml, which explains their places."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from shared.catalog import BY_NAME
from shared.messages import Said
from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workers.english.understood import Understood

# Kind of reply → key → the sentence.
SENTENCES: Final[dict[str, dict[str, str]]] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)
MOST_LISTED: Final = 6  # names in a sentence; all of them are in the response
_OPTION: Final = re.compile(r"\[([^]]*)\]")
_PLACE: Final = re.compile(r"\{(\w+)(?::(a\b ?)?([^}]*))?\}(\.?)")
_ENDS: Final = (".", "?", "!")  # a gloss may end with "etc."
_SOUNDS_LIKE_YOU: Final = re.compile(r"u[bcfkqst][aeiou]|uni(?!n|m)|eu|ewe|one\b|once\b|ouija")
_SILENT_H: Final = re.compile(r"hour|heir|honest|hono")


def say(key: str, **values: Any) -> str:
    """Return a sentence with these values in its places.

    >>> say("list.synonyms", word="big", names=["large", "life-size"])
    'Other words for big: large and life-size.'
    """
    kind, _, name = key.partition(".")
    sentences = SENTENCES[kind]
    return filled(sentences.get(name) or sentences["other"], values)


def sentence(key: str, **values: str | Sequence[str]) -> Said:
    """Return a sentence with the values as its words, for clients that word it in other languages."""
    words = [[value] if isinstance(value, str) else value for value in values.values()]
    names = [shown_name(name) for each in words for name in each]
    return Said(key.partition(".")[2], names, say(key, **values))


def if_any(key: str, **values: str | Sequence[str]) -> list[Said]:
    """Return the sentence as the only one of a list, or none if a value is empty."""
    return [sentence(key, **values)] if all(values.values()) else []


class Answer(NamedTuple):
    """The answer to `asked`: the list that the command found, and its senses.

    `word` and `other` are the terms as typed.
    """

    asked: Understood
    word: str
    found: Sequence[Any]
    senses: Sequence[Any] = ()  # each a Sense, or a Match for a description
    other: str = ""

    def say(self, key: str, **values: Any) -> str:
        """Return a sentence with the terms, the title of the command and these values in its places."""
        row = BY_NAME.get(self.asked.command)
        title = row.title.lower() if row else "answer"
        return say(key, **{"word": self.word, "other": self.other, "title": title, **values})


def filled(template: str, values: Mapping[str, Any]) -> str:
    """Return a template with its places filled, and without the options that have an empty place.

    >>> filled("{Word}[, like {names:or}]: {count:one letter/# letters}.", {"word": "a", "count": 1})
    'A: one letter.'
    """
    kept = _OPTION.sub(lambda option: option[1] if _is_full(option[1], values) else "", template)
    return _PLACE.sub(lambda place: _shown(values, *place.groups(default="")), kept)


def _is_full(option: str, values: Mapping[str, Any]) -> bool:
    return all(values.get(place[1].lower()) for place in _PLACE.finditer(option))


def _shown(values: Mapping[str, Any], name: str, article: str, how: str, stop: str) -> str:
    """Return the text in a place, with the full stop behind it."""
    value = values[name.lower()]
    *few, many = how.split("/")
    if few:
        count = value if isinstance(value, int) else len(value)
        texts = dict(zip((1, 0), reversed(few), strict=False))
        text = texts.get(count, many).replace("#", str(count))
    else:
        own = SENTENCES.get(f"names_of_{name.lower()}", {})
        each_one = value if isinstance(value, list | tuple) else [value]
        names = [own.get(each) or shown_name(each) for each in each_one]
        names = list(dict.fromkeys(map(with_a, names) if article else names))  # "s" is an adjective, too
        text = listed(names, how or "and")
    text = text[:1].upper() + text[1:] if name[0].isupper() else text
    return text if text.endswith(_ENDS) else text + stop


def listed(names: Sequence[Any], between: str = "and", most: int = MOST_LISTED) -> str:
    """Return an enumeration of the first few names, and the number of the others.

    With a sign `between` them, all names: "lion → big cat → cat". With quotation marks around `between`,
    each name has them, too.

    >>> listed(["glad", "well_chosen", "felicitous"]), listed(["glad", "happy"], "“or”")
    ('glad, well chosen and felicitous', '“glad” or “happy”')
    """
    shown = list(map(shown_name, names))
    if between.startswith("“"):
        shown, between = [f"“{name}”" for name in shown], between.strip("“”")
    if between not in ("and", "or"):
        return f"{between} ".join(shown)
    if len(shown) > most:
        shown[most:], between = [f"{len(shown) - most} more"], "and"
    *first, last = shown or [""]
    return f"{', '.join(first)} {between} {last}" if first else last


def shown_name(name: Any) -> str:
    """Return a name without WordNet's underscores; the names of commands ("/is_a") keep theirs."""
    text = str(name)
    return text if text.startswith("/") else readable(text)


def with_a(noun: str) -> str:
    """Return a noun with its article, by its first letter.

    >>> with_a("octopus"), with_a("unicorn"), with_a("hour")
    ('an octopus', 'a unicorn', 'an hour')
    """
    lower = noun.lower()
    is_vowel = lower[:1] in "aeiou" and not _SOUNDS_LIKE_YOU.match(lower)
    return f"an {noun}" if is_vowel or _SILENT_H.match(lower) else f"a {noun}"
