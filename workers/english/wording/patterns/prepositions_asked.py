"""Which preposition stands behind a word: "accused of, for or with?", "what preposition follows averse?"."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from workers.commands.comparison.prominence import SHARE
from workers.commands.word_facts.little_words import kind_of
from workers.commands.word_facts.prepositions import PREPOSITIONS, prepositions_behind, times_before
from workers.english.term_runs import FRAME
from workers.english.wording.sentences import if_any, say, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Said
    from workers.commands.term import Term

_NAMES: Final = PREPOSITIONS | {"than", "as"}
_NAME: Final = rf"(?:{'|'.join(sorted(_NAMES))})\b"
_QUOTE: Final = r"[\"“”']?"
# "Married to/with", "rely with “on” or with “in”".
_ROW: Final = re.compile(
    rf"\b(?P<word>[a-z]+){_QUOTE}[:,]? (?:(?:take|need|get|used?|go(?:es)?|followed) )?(?:with |by )?{_QUOTE}"
    rf"(?P<row>{_NAME}{_QUOTE}(?:, {_QUOTE}{_NAME}{_QUOTE})*"
    rf"(?:,? or |/| vs\.? | versus )(?:with |by )?{_QUOTE}{_NAME}(?:/{_NAME})*)"
)
# "Allergic ___ nuts: to or with?"
_BEFORE_GAP: Final = re.compile(r"\b([a-z]+) (?:(?:me|you|him|her|us|them|it) )?_{2,}")
_ROW_ALONE: Final = re.compile(rf"\b{_NAME}{_QUOTE}(?:(?:,? or |, |/){_QUOTE}{_NAME}{_QUOTE})+")
_IN_ROW: Final = re.compile(rf"(?:(?:with|by) {_QUOTE})?({_NAME})")
_PHRASE: Final = re.compile(rf"\b([a-z]+){_QUOTE} {_QUOTE}({_NAME})")
# "What prepositions go with capable?"
_ANY: Final = re.compile(
    rf"\b(?:what|which) prepositions? (?:[a-z]+ ){{1,5}}?{_QUOTE}(?P<word>[a-z]+){_QUOTE}[ ?.!]*$"
)
_OF_MEANING: Final = re.compile(r"\b(?:mean|differen(?:t|ce) between|synonym|rhyme|pronounce)")
_SEVERAL: Final = 2  # prepositions, of which a question offers a choice
_FEWEST: Final = 5  # times that tell
_MOST: Final = 3  # prepositions behind a word


class Asked(NamedTuple):
    """A word and the prepositions that a question offers for it, or none if it asks for any."""

    word: str
    prepositions: list[str]


def prepositions_asked(line: str) -> Asked | None:
    """Return the word and the prepositions among which a question, in lower case, chooses.

    >>> prepositions_asked('is it "keen on" or "keen of"?'), prepositions_asked("congratulate on/for")
    (Asked(word='keen', prepositions=['on', 'of']), Asked(word='congratulate', prepositions=['on', 'for']))
    >>> prepositions_asked("which preposition follows fond?")
    Asked(word='fond', prepositions=[])
    """
    if _OF_MEANING.search(line):
        return None
    gap, row_alone = _BEFORE_GAP.search(line), _ROW_ALONE.search(line)
    if gap and row_alone and _is_content(gap[1]):
        return Asked(gap[1], re.findall(_NAME, row_alone[0]))
    found: dict[str, list[str]] = {}
    for word, name in _PHRASE.findall(line):
        found.setdefault(word, []).append(name)
    for row in _ROW.finditer(line):
        if len(set(found.get(row["word"], ()))) < _SEVERAL:
            found[row["word"]] = _IN_ROW.findall(row["row"])
    offered = [Asked(word, list(dict.fromkeys(names))) for word, names in found.items()]
    asked = next((each for each in offered if each.prepositions[1:] and _is_content(each.word)), None)
    any_of = None if asked else _ANY.search(line)
    return Asked(any_of["word"], []) if any_of and _is_content(any_of["word"]) else asked


def _is_content(word: str) -> bool:
    return word not in FRAME and word not in ("am", "be", "been") and not kind_of(word)


def on_prepositions(term: Term, word: str, line: str) -> list[Said]:
    """Return which preposition WordNet's own texts have behind a word, and how often, if that is asked.

    Where they have none right behind it, words may stand between: "acquit somebody of". Nothing if they have
    none at all.
    """
    asked, lexicon, joint = prepositions_asked(line), term.lexicon, " "
    times = prepositions_behind(lexicon, word, asked.prepositions or PREPOSITIONS) if asked else Counter()
    if asked and not times:
        joint = " … "
        between = {name: times_before(lexicon, word, name) for name in asked.prepositions}
        times = Counter({name: count for name, count in between.items() if count})
    if not (asked and times):
        return []
    names = [name for name, _ in times.most_common(len(asked.prepositions) or _MOST)]
    names += [name for name in asked.prepositions if name not in times]
    first, second = times[names[0]], times[names[1]] if names[1:] else 0
    is_clear = first >= _FEWEST and first > SHARE * second
    said = [say("note.times", phrase=f"{word}{joint}{name}", count=times[name]) for name in names]
    examples = _examples(term, word, names[0])
    return [
        *if_any("pattern.rather", phrase=f"{word}{joint}{names[0]}" if is_clear else ""),
        sentence("note.written", times=said),
        *if_any("pattern.for_example", examples=examples),
        sentence("pattern.counted"),
    ]


def _examples(term: Term, word: str, name: str) -> Sequence[str]:
    """Return up to two examples that have a word, in any form, and a preposition right behind it."""
    behind = re.compile(rf"\b{re.escape(word[:-1])}\w* {name}\b", re.IGNORECASE)
    texts = (text for synset in term.meanings for text in term.examples(synset))
    return list(islice(filter(behind.search, texts), 2))
