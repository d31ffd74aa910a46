"""What a question mentions as a whole: the phrase that it asks about, or a text.

"What does spill the beans mean", "define he":
The model takes *he* there for a pronoun and *spell* of "spell out" for a command, and it may see one word of
an idiom only. But all of such a text is the phrase and the frame of a question about its meaning.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from workers.commands.word_facts.marks.own_marks import own_marks
from workers.english.pieces import plain
from workers.english.term_finder import AskedTerm, as_typed
from workers.english.term_runs import ARTICLES, FRAME
from workers.english.understood import Understood
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from workers.english.reader import Reading
    from workers.english.term_finder import TermFinder

_KIND: Final = r"(?:(?:the |this )?(?:word|words|phrase|term|expression|idiom|saying|abbreviation) )?"
_PHRASE: Final = r"""(?:["“'](?P<quoted>[^"“”]+?)["”']|(?P<phrase>'?\w[\w' -]*?))"""
_FRAMES: Final = tuple(
    re.compile(
        rf"(?:(?:ok|so|and|hi|hey|please|pls|(?:can|could) (?:you|u)|tell me|give me)[, ]+)*{frame}"
        r"(?:,? (?:in english|exactly|please|pls|plz|for me))*[ ?.!]*",
        re.IGNORECASE,
    )
    for frame in (
        rf"what (?:does|did|do(?! you mean)) {_KIND}{_PHRASE}(?: (?:even|really|actually|exactly))? means?",
        rf"what(?:'s| is) meant by {_KIND}{_PHRASE}",
        rf"what does it mean (?:to|when (?:you|someone|somebody|people)) (?:(?:be|is|are|says?) )?{_PHRASE}",
        rf"(?:what(?:'s| is| are) )?(?:the )?(?:meaning|definition)s? of {_KIND}{_PHRASE}",
        rf"(?:define|explain) {_KIND}{_PHRASE}",
        rf"what (?!do(?:es)?\b|did\b){_PHRASE} means?",
        r"(?P<quoted>)(?P<phrase>[\w'-]+ [\w' -]+?) (?:meaning|definition)",
    )
)
_CLOSED: Final = _FRAMES[:3]  # nothing but a phrase stands in them
# With one of them around the term, the rest is no phrase: "define the verb harbour", "explain it like I'm 5".
_OF_QUESTIONS: Final = FRAME - word_set("is are was were you we they he she") | word_set(
    "i i'm im my like wat might but"
)
_SUBJECT: Final = re.compile(
    r"^(?:i|you|he|she|it|we|they)(?:'\w+| (?:is|was|has|have|are|were))? ", re.IGNORECASE
)
OBJECT: Final = re.compile(r" (?:something|sth|someone|somebody|sb|it|things) ", re.IGNORECASE)
_MOST_WORDS: Final = 7  # in a phrase that WordNet lacks
_QUOTES: Final = " \"'“”‘’«»"  # noqa: RUF001 (typographic quotes are meant)
_AFTER_FRAME: Final = re.compile(r"[:?] ")  # "hard words in this: …", "hard words of this text? …"
_LARGE_PART: Final = 0.6  # of the words of a phrase


def _framed(text: str) -> tuple[str, bool]:
    """Return the phrase that `text` asks about, and whether nothing but a phrase stands in its place."""
    line = plain(text)
    for frame in _FRAMES:
        if match := frame.fullmatch(line):
            return match["quoted"] or match["phrase"].rstrip(" -"), frame in _CLOSED
    return "", False


def phrase_asked(finder: TermFinder, text: str) -> Understood | None:
    """Return the question for the meaning of a name of several words, inflected or not.

    A subject may stand before it: "she lost her temper meaning".
    """
    typed, _ = _framed(text)
    bare = _SUBJECT.sub("", typed, count=1)
    names = (bare, OBJECT.sub(" ", bare)) if " " in bare else ()  # take something for granted
    term = next(filter(None, map(finder.term, names)), None)
    if term is None or not term.name or "_" not in term.name:
        return None
    return Understood("definition", replace(term, part_of=typed if typed != bare else ""))


def in_its_phrase(text: str, term: AskedTerm, others: str = "") -> AskedTerm:
    """Return `term` with the phrase that `text` asks about if it is most of it, else the unknown phrase.

    A question about *let it be* does not ask for the meaning of *let*. The model sees something else in the
    words `others`: *in finance* of "meaning of bank in finance".
    """
    phrase, is_closed = _framed(text)
    words, own = (
        [word for word in each.lower().split() if word not in ARTICLES] for each in (phrase, term.shown)
    )
    rest = set(words) - {*own, *others.lower().split()}
    if rest <= {"to"} or term.typed or not len(own) < len(words) <= _MOST_WORDS:
        return term
    if not is_closed and not _OF_QUESTIONS.isdisjoint(rest):
        return term
    is_head = bool(own_marks(term.shown))  # "wherefore in Romeo and Juliet"
    if term.name and not term.note and (is_head or len(own) >= _LARGE_PART * len(words)):
        return replace(term, part_of=phrase)
    return AskedTerm(phrase)


def whole_text(reading: Reading, text: str) -> AskedTerm | None:
    """Return the text whose hard words are asked for: all behind the question, or the part the model sees.

    The model is trained on questions about single sentences, and sees parts of a text.
    """
    span = max(chain(*reading.spans.values()), key=lambda span: len(span.text), default=None)
    if span is None:
        return None
    question, *behind = _AFTER_FRAME.split(text, maxsplit=1)
    return as_typed(behind[0].strip(_QUOTES) if behind and len(question) <= span.start else span.text)
