"""The readings of sentences by the one model of a process, a whole batch at once where there is one."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from shared.messages import Context
from shared.names import ASK_EVENT
from workers.english.pieces import without_same
from workers.english.reader import Reader
from workers.english.term_finder import term_finder
from workers.english.understanding import before, plain, usable, without_model
from workers.meaning.encoder import encoder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Question
    from workers.english.reader import Reading
    from workers.wordnet.lexicon import Lexicon

MODEL: Final = Path(__file__).parents[2] / "models" / "reader.onnx"

_ahead: dict[tuple[str, str], Reading] = {}  # the readings of the batch that is being answered


@lru_cache(maxsize=1)
def reader() -> Reader:
    """Return the model, loaded at the first call (in a worker, before it forks)."""
    return Reader(MODEL)


def read_ahead(lexicon: Lexicon, questions: Sequence[Question]) -> None:
    """Read the sentences among `questions` together, and encode the descriptions, for half of the cost."""
    _ahead.clear()
    asked = [question for question in questions if question.command == ASK_EVENT]
    if len(asked) > 1:  # one alone is read when it is answered
        wanted = list(dict.fromkeys(filter(None, (_to_read(lexicon, question) for question in asked))))
        _ahead.update(zip(wanted, reader().read_all(wanted), strict=True))
    descriptions = [question.word for question in questions if question.command == "reverse"]
    spans = (reading.span("description") for reading in _ahead.values() if reading.command == "reverse")
    descriptions += [span.text for span in spans if span]
    if len(descriptions) > 1:
        encoder().encode_ahead(descriptions)


def _to_read(lexicon: Lexicon, question: Question) -> tuple[str, str] | None:
    """Return the text of a question with the last question before it, or None if it needs no model."""
    text, context = plain(question.text or ""), usable(question.context or Context())
    needs_model = text and without_model(term_finder(lexicon), text, context) is None
    return (without_same(text), before(context)) if needs_model else None


def read(text: str, before: str) -> Reading:
    return _ahead.get((text, before)) or reader().read(text, before)
