# ruff: noqa: RUF001 (typographic quotes are meant)
"""Questions that depend on the last one, in which the model wrongly sees a new term.

"And heights?" after the word for fear of spiders, "the one about stone" after a definition, "예문도".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from shared.catalog import BY_NAME
from workers.english.reader import Span
from workers.english.slash_commands import POS_BY_NAME
from workers.english.term_runs import ARTICLES
from workers.wordnet.correction.hangul import is_korean
from workers.wordnet.word_in_text import is_in
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from shared.messages import Context
    from workers.english.reader import Reading
    from workers.english.term_finder import TermFinder

_AND: Final = r"(?:(?:and|or|but|so|ok|okay|now|then|what about|how about|also|no|ah|oh)\b,? )*"
_END: Final = r"(?:,? (?:too|please|pls|instead|as well|then|again))*[ ?.!]*"
_IN_SENTENCE: Final = re.compile(
    rf"{_AND}in (?:the sentence )?[\"“‘'](?P<part>.+)[\"”’'][ ?.!]*", re.IGNORECASE
)
_BARE: Final = re.compile(_AND + r"(?:of |for )?(?P<part>[\w'-]+(?: [\w'-]+){0,2})" + _END, re.IGNORECASE)
_LAST_PART: Final = re.compile(r"(.*\b(?:of|for|with|about|in|on|from|to|by) |.* |)", re.IGNORECASE)
_NO_PART: Final = word_set("who which that person people someone somebody it its this the first second one")
_STANDS_FOR_TOPIC: Final = re.compile(r"\b(?:ones?|them|it)$", re.IGNORECASE)
_SAME_FOR: Final = re.compile(
    r"(?:.*\bsame(?: thing| question)?(?: again)?,? (?:but )?(?:for|with|to|on|of)"
    rf"|{_AND}now (?:do|for|with)|(?:.*[,.;] |{_AND})(?:now )?try)"
    rf" (?:the word |an? |the )?(?P<part>[\w'-]+(?: [\w'-]+)?){_END}",
    re.IGNORECASE,
)
_OF_TOPIC: Final = re.compile(
    r"\b(?:it|this|that|they|them|one)\b|^\w+[?!] \w", re.IGNORECASE
)  # "really? no s?"
_CLOSERS: Final = word_set(
    "altogether total exactly actually really again overall anyway though then too now please precisely"
    " honestly basically all everything whole maybe"
)
_SIMPLER: Final = re.compile(r"\b(?:simpl(?:e|er|y|ify)|eas(?:y|ier)|plainer)\b", re.IGNORECASE)
# Behind it, a meaning that is claimed: "does it mean to skim?"
_IT_MEANS: Final = re.compile(
    r"(?:(?:so|and|but),? )*(?:does|did|can|could) (?:it|that|this) (?:\w+ )?mean\b", re.IGNORECASE
)
_AN_ENTRY: Final = (
    r"(?:.*\b)?(?:what(?:'s| is| are| does)|whats|define|meaning of) (?:an? |the )?"
    r"[\"“']?{term}[\"”']?(?: means?)?[?.!]+ \w"
)
_FIRST: Final = re.compile(r"\b(?:first|start|started|begin|beginning|began|originally)\b", re.IGNORECASE)
_IN_KOREAN: Final = {
    "examples": "예문|예시|문장|용례",
    "antonyms": "반대|반의",
    "synonyms": "비슷|유의|동의|같은 ?(?:말|뜻)",
    "pronunciation": "발음",
    "etymology": "어원|유래",
    "spelling": "철자|스펠링",
    "pos": "품사",
    "hyponyms": "종류",
    "rhymes": "운율|라임",
    "definition": "뜻|의미|정의",
}


def as_follow_up(finder: TermFinder, reading: Reading, text: str, context: Context) -> Reading:
    """Return the reading of `text` as a question about the last answer, where it must be one."""
    reading = _of_two(reading, text)
    topic = context.shown[0] if context.command == "reverse" and context.shown else context.word
    if not topic:
        return reading
    if is_korean(text):
        return _in_korean(reading, text)
    if reading.command in ("repeat", "reverse") and reading.refers.startswith("answer:") and context.shown:
        return replace(reading, command="definition")  # "the first one that you said?"
    return (
        _of_sense(finder, reading, text, topic)
        or _of_other_word(finder, reading, text, context)
        or _of_description(reading, text, context, topic)
        or _without_frame(finder, reading, text, context)
    )


def _of_sense(finder: TermFinder, reading: Reading, text: str, topic: str) -> Reading | None:
    """Return the reading of "and in 'a close match'?"."""
    quoted, name = _IN_SENTENCE.fullmatch(text), finder.find(topic)
    holds_it = quoted and name and is_in(finder.lexicon, quoted["part"], name)
    return _read(reading, "definition", "word", sentence=_part(quoted)) if quoted and holds_it else None


def _of_other_word(finder: TermFinder, reading: Reading, text: str, context: Context) -> Reading | None:
    """Return the reading of "the same for sofa"."""
    same = _SAME_FOR.fullmatch(text)
    is_same = same and context.command in BY_NAME and finder.term(same["part"])
    return _read(reading, context.command, "question", term=_part(same)) if same and is_same else None


def _of_description(reading: Reading, text: str, context: Context, topic: str) -> Reading | None:
    """Return the last description with another noun ("and heights?"), or one of the topic ("a baby one")."""
    bare, described, term = _BARE.fullmatch(text), reading.part("description"), reading.part("term")
    if context.command == "reverse":
        is_part = (reading.command == "reverse" and (described or term)) or reading.refers == "question"
        follows = is_part and (described or term or not reading.part("condition"))
        if not (bare and follows and _NO_PART.isdisjoint(bare["part"].lower().split())):
            return None
        part = bare["part"]
        first = next((word for word in part.split() if word not in ARTICLES), part)  # "and a baby goat"
        again = re.match(rf"(.*?)\b(?:(?:an?|the) )?{re.escape(first)}\b", context.word)
        is_new = part.split()[-1] in context.word.split()  # "fear of fish" after "group of fish"
        kept = again or (None if is_new else _LAST_PART.match(context.word))
        described = f"{kept[1] if kept else ''}{part}"
    elif reading.command == "reverse" and _STANDS_FOR_TOPIC.search(described):
        described = _STANDS_FOR_TOPIC.sub(lambda _: topic, described)
    else:
        return None
    return _read(reading, "reverse", "", description=Span(described, 0, len(described)))


def asks_what_was_first(reading: Reading, text: str) -> bool:
    """Whether a text asks again for the first question of the conversation."""
    return reading.command == "repeat" and reading.refers in ("", "question") and bool(_FIRST.search(text))


def _of_two(reading: Reading, text: str) -> Reading:
    """Return the reading of "what is a pun? give me some examples" as two questions."""
    term, command = reading.span("term"), reading.command
    if term and command == "definition" and reading.second.rstrip("s") in text[term.end :].lower():
        command = reading.second
    row = BY_NAME.get(command)
    if not (term and row) or row.needs_second_word or reading.then or command == "definition":
        return reading
    is_two = re.match(_AN_ENTRY.format(term=re.escape(term.text)), text, re.IGNORECASE)
    return replace(reading, command="definition", then=command) if is_two else reading


def _in_korean(reading: Reading, text: str) -> Reading:
    """Return the command that a Korean text without an English word names."""
    named = (name for name, words in _IN_KOREAN.items() if re.search(words, text))
    command = None if re.search("[A-Za-z]", text) else next(named, None)
    return _read(reading, command, "word") if command else reading


def _without_frame(finder: TermFinder, reading: Reading, text: str, context: Context) -> Reading:
    """Return the reading without a term that is no word asked about, if a pronoun in `text` is the topic."""
    term, term2 = reading.span("term"), reading.span("term2")
    if term and _IT_MEANS.match(text):
        return _read(reading, "definition", "word")
    if reading.command == "is_a" and term2 and not term and _STANDS_FOR_TOPIC.search(text.rstrip(" ?!.")):
        return replace(reading, spans={"term": [term2]})  # "is a rifle one?"
    if term and term.text.lower() in _CLOSERS and _OF_TOPIC.search(text):
        spans = {label: found for label, found in reading.spans.items() if label not in ("term", "term2")}
        return replace(reading, refers=reading.refers or "word", spans=spans)
    if term and reading.refers == "question" and reading.form and _BARE.fullmatch(text):  # "and bring?"
        return replace(reading, form="")
    bare, row = _BARE.fullmatch(text), BY_NAME.get(context.command)
    is_pos = bare and bare["part"].split()[-1].lower() in POS_BY_NAME
    is_taken = row is not None and row.takes_pos
    if is_pos and is_taken and reading.command in ("derivations", "definition", "unclear"):  # "the noun"
        has_pos = finder.lexicon.synsets(finder.find(context.word) or "", reading.pos)
        return replace(reading, command=context.command, confidence=1.0) if has_pos else reading
    # There is no simpler gloss, but an example may help.
    is_simpler = reading.command == context.command == "definition" and not term and _SIMPLER.search(text)
    return replace(reading, then="examples") if is_simpler else reading


def _part(match: re.Match[str]) -> Span:
    return Span(match["part"], *match.span("part"))


def _read(reading: Reading, command: str, refers: str, **spans: Span) -> Reading:
    """Return a sure reading with these parts alone."""
    found = {label: [span] for label, span in spans.items()}
    return replace(reading, command=command, confidence=1.0, refers=refers, then="", spans=found)
