"""The sentences of a batch are read together."""

from __future__ import annotations

import hashlib

from shared.messages import Context, Question
from workers.english import readings
from workers.english.readings import MODEL, read, read_ahead
from workers.wordnet.lexicon import Lexicon


def test_a_batch_is_read_ahead_once(lexicon: Lexicon) -> None:
    texts = ["what does flange mean", "whats another word for happy", "what does flange mean"]
    questions = [Question("ask", text=text) for text in texts]
    questions += [Question("ask", text="happy"), Question("ask", text="/pos run"), Question("pos", "run")]

    read_ahead(lexicon, questions)

    assert list(readings._ahead) == [(texts[0], ""), (texts[1], "")]
    assert read(texts[0], "").command == "definition"
    assert read(texts[1], "").command == "synonyms"


def test_the_next_batch_forgets_the_last(lexicon: Lexicon) -> None:
    read_ahead(lexicon, [Question("ask", text=f"what does {word} mean") for word in ("flange", "vex")])
    read_ahead(lexicon, [Question("ask", text="and sad?", context=Context("synonyms", "happy"))])

    assert readings._ahead == {}
    assert read("and sad?", "synonyms happy").command == "synonyms"


def test_the_model_has_its_checksum() -> None:
    digest, name = MODEL.with_suffix(".sha256").read_text().split()

    assert name == MODEL.name
    assert hashlib.sha256(MODEL.read_bytes()).hexdigest() == digest
