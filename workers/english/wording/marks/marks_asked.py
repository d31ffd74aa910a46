"""The short answer to a question for a mark of usage on a word: a country, slang, formal language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from workers.commands.word_facts.marks.asked_labels import HIGH, NOT_FORMAL, countries_in, labels_for
from workers.commands.word_facts.marks.usage_marks import REGIONS, TOPIC
from workers.english.wording.sentences import if_any, sentence
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from shared.messages import Said

    Asked = Mapping[frozenset[str], str]  # labels → the word for them in a question

# What is formal, or written so.
_FORMAL: Final = re.compile(
    r"\b(?:formal(?:ly)?|professional(?:ly)?|business|academic|essays?|letters?|e-?mails?|reports?|thesis"
    r"|dissertation|r[ée]sum[ée]s?|cv|exams?|interviews?|polite(?:ly)?)\b",
    re.IGNORECASE,
)
# Questions for words, or for something else about their use.
_OPEN: Final = re.compile(r"(?:what|which|who|how|give|list|find|tell me about)\b", re.IGNORECASE)
_HOW_OFTEN: Final = re.compile(r"\bhow (?:common|often|rare|frequent)", re.IGNORECASE)
# What people call words → the labels of these.
_CALLED: Final = {
    **dict.fromkeys(word_set("swear curse cuss swearword profanity expletive"), frozenset({"obscene"})),
    "ruder": labels_for("rude"),
    "outmoded": frozenset({"archaic", "old-fashioned"}),
    **dict.fromkeys(word_set("childish babyish child's"), frozenset({"child's"})),
    **{name: frozenset({name}) for name in ("abbreviation", "acronym", "euphemism", "idiom", "trademark")},
    **dict.fromkeys(
        word_set("insult insulting offend slur derogatory pejorative disparaging negative"),
        frozenset({"offensive", "disparaging", "ethnic slur"}),
    ),
}
_INSULTS: Final = frozenset({"offensive", "disparaging", "ethnic slur", "obscene", "impolite"})
# "Is it okay to call someone a spinster?"
_CALLING: Final = re.compile(
    r"(?:(?:so|and|but),? )?"
    r"(?:is it [\w ']{2,30} to|(?:can|may|should|could) (?:i|you|we|one)(?: still)?) call ",
    re.IGNORECASE,
)
# Behind what is asked: something else that it may be. "Is it slang or standard?" is not answered by a yes.
_OR_ELSE: Final = re.compile(
    r"\bor (?:just |only |more )?(?!(?:not?|what)\b)[a-z-]+(?: (?:english|language|term|usage|word))?[ ?.!]*$"
)
_STANDARD: Final = re.compile(r"(?<!non)(?<!non-)\bstandard\b(?!.* or )", re.IGNORECASE)
_SUBSTANDARD: Final = frozenset({"nonstandard", "dialect", "slang"})
_NOW: Final = re.compile(r"\b(?:still|any ?more|nowadays|today|these days|modern)\b", re.IGNORECASE)
# What people ask for → labels that come near it, but are not that.
_NEAR: Final = {
    "slang": frozenset({"informal"}),
    **dict.fromkeys(("archaic", "obsolete"), frozenset({"old-fashioned"})),
    **dict.fromkeys(
        word_set("swear curse cuss swearword profanity expletive vulgar"), frozenset({"impolite"})
    ),
}
_OLD: Final = frozenset({"archaic", "old-fashioned"})
_TWO: Final = frozenset({"British", "American"})  # where the one does not say a word, the other may
_ANY: Final = ("informal", "offensive", "archaic", "regional")  # what is said of a word that has no mark
_NEUTRAL: Final = "as is usual for neutral, everyday words"
_UNKNOWN: Final = "but they leave many words out"


class _Marked(NamedTuple):
    """The labels of each marked meaning of a word, and those of its commonest meaning or of most of them."""

    by_meaning: list[set[str]]
    most: set[str]

    @property
    def every(self) -> set[str]:
        return union((*self.by_meaning, self.most))


def on_mark(entry: dict[str, Any], word: str, line: str) -> list[Said]:
    """Return whether a word, or a meaning of it, has the marks that a question asks for."""
    if _OPEN.match(line):
        return []
    marked, asked = _marked(entry), asked_in(line)
    if union(asked) <= {"formal"} and _FORMAL.search(line):
        return _in_formal_text(marked) or _unmarked(entry, word, ["formal", "informal"])
    if not asked and _CALLING.match(line):
        asked = {_INSULTS: "offensive"}
        if insults := sorted(_INSULTS & marked.most):
            return [sentence("verdict.informal", labels=insults)]
    if not asked and _STANDARD.search(line):
        said = if_any("verdict.no_but", labels=sorted(_SUBSTANDARD & marked.most))
        return said or _unmarked(entry, word, ["nonstandard"])
    is_old = _NOW.search(line) and (not asked or " or " in line)  # "still used, or archaic?"
    old = sorted(_OLD & marked.most) if is_old else []
    if old or not asked:
        return if_any("verdict.hardly", labels=old)
    return _on_asked(entry, word, line, marked, asked)


def _on_asked(
    entry: dict[str, Any], word: str, line: str, marked: _Marked, asked: dict[frozenset[str], str]
) -> list[Said]:
    """Return whether a word has the mark, or the marks, that a question asks for."""
    is_choice = " or " in line
    if not (is_choice or union(asked) <= REGIONS):  # "a swear word in Britain"
        asked = {labels: name for labels, name in asked.items() if not labels <= REGIONS}
    asked = {_exact(marked, labels, name): name for labels, name in asked.items()}
    if len(asked) == 1 and not _OR_ELSE.search(line):
        said = _near(marked, asked) or _on_one(marked, union(asked))
    else:
        said = _on_several(marked, asked, is_choice=is_choice or union(asked) <= REGIONS)
    lacking = {labels: name for labels, name in asked.items() if labels.isdisjoint(marked.every)}
    shown = sorted(_TWO) if union(asked) <= _TWO else list(lacking.values())
    return (_near(marked, lacking) or _unmarked(entry, word, shown)) if said is None else said


def _exact(marked: _Marked, labels: frozenset[str], name: str) -> frozenset[str]:
    """Return the labels without those that only come near to what is asked for, if a word has others."""
    exact = labels - _NEAR.get(name, frozenset())
    return labels if exact.isdisjoint(marked.every) else exact


def if_unmarked(entry: dict[str, Any], word: str, line: str) -> list[Said]:
    """Return that a word has no mark at all, unless a question is how common it is."""
    is_marked = _marked(entry).every or _HOW_OFTEN.search(line)
    return [] if is_marked else _unmarked(entry, word, _ANY)


def _marked(entry: dict[str, Any]) -> _Marked:
    by_number = {
        sense["sense"]: {mark["label"] for mark in sense["marks"] if mark["kind"] != TOPIC}
        for sense in entry["senses"]
    }
    own = entry.get("own", ())
    offends = ["offensive"] * ("offensive" in entry)
    # One of many meanings says little about the word: *man* is also a lover, informally.
    is_half = 2 * sum(map(bool, by_number.values())) >= entry.get("meanings", 0)
    most: list[Iterable[str]] = [labels for number, labels in by_number.items() if number == 1 or is_half]
    most += [mark["labels"] for mark in own if "pos" not in mark]  # of the word itself
    by_meaning = [*filter(None, by_number.values()), *(set(mark["labels"]) for mark in own)]
    return _Marked(by_meaning, union((*most, offends)))


def _in_formal_text(marked: _Marked) -> list[Said]:
    """Return whether a word is formal enough for a text, or a formal word; nothing if no mark says so."""
    if unfit := sorted(NOT_FORMAL & marked.most):
        return [sentence("verdict.informal", labels=unfit)]
    if "formal" in marked.every:
        return [sentence("verdict.is_so")]
    return if_any("verdict.not_marked", labels=sorted(NOT_FORMAL & marked.every))


def _on_one(marked: _Marked, wanted: set[str]) -> list[Said] | None:
    """Return whether a word has one of the labels; None if no mark says anything about them."""
    if wanted & marked.most:
        return [sentence("verdict.is_so")]
    if having := sum(not wanted.isdisjoint(labels) for labels in marked.by_meaning):
        return [sentence("verdict.in_part", meanings="one" if having == 1 else str(having))]
    others = REGIONS if wanted & REGIONS else NOT_FORMAL if wanted & {"euphemism", "formal"} else frozenset()
    others = HIGH if wanted & {"informal", "slang"} else others
    if labels := sorted(others & marked.most):
        return [sentence("verdict.no_but", labels=labels)]
    return if_any("verdict.not_marked", labels=sorted(others & marked.every)) or None


def _near(marked: _Marked, asked: Asked) -> list[Said]:
    """Return the marks that come near the only one that is asked for, if a word has these and not that."""
    [(labels, name), *others] = asked.items() or [(frozenset(), "")]
    near = _NEAR.get(name, frozenset())
    if others or not (labels - near).isdisjoint(marked.every):
        return []
    return if_any("verdict.near_mark", labels=sorted(near & marked.every), asked=name)


def _on_several(marked: _Marked, asked: Asked, *, is_choice: bool) -> list[Said] | None:
    """Return yes if a word has all of several marks; None if it has none, or lacks one and has no choice.

    The answer to a choice begins with the marks that the word has.
    """
    if is_choice:
        return None if union(asked).isdisjoint(marked.every) else []
    if all(labels & marked.most for labels in asked):
        return [sentence("verdict.is_so")]
    return None if any(labels.isdisjoint(marked.every) for labels in asked) else []


def _unmarked(entry: dict[str, Any], word: str, asked: Iterable[str]) -> list[Said]:
    """Return that neither WordNet nor we mark a word so, and a dictionary that labels usage."""
    is_common = entry.get("frequency") in ("common", "very common")
    reason = "" if _marked(entry).every else _NEUTRAL if is_common else _UNKNOWN
    return [sentence("verdict.unmarked", word=word, asked=list(asked), reason=reason)]


def asked_in(line: str) -> dict[frozenset[str], str]:
    """Return the labels for each kind of usage that a line asks for, and its name."""
    lower = line.lower().replace("old fashioned", "old-fashioned").replace("bad word", "swearword")
    words = re.findall(r"[\w'-]+", lower)
    asked = {labels: each for each in words if (labels := labels_for(each) or _CALLED.get(each))}
    return asked | {frozenset([country]): country for country in countries_in(line)}


def union(sets: Iterable[Iterable[str]]) -> set[str]:
    """Return all labels of several sets."""
    return set().union(*sets)
