"""A labelled sentence is read strictly, and a label that can't be true is a fault."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tools.train import sentences
from tools.train.sentences import ABOUT_WORDS, CONVERSATION, FORMS, POS, REFERS, Previous, Sentence, read


@pytest.mark.parametrize("names", [ABOUT_WORDS + CONVERSATION, POS, FORMS, REFERS])
def test_no_label_stands_for_two_things(names: tuple[str, ...]) -> None:
    assert len(set(names)) == len(names)


def test_a_file_is_read_line_by_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentences, "FOLDER", tmp_path)
    lines = (
        '{"text": "define ox", "command": "definition", "term": "ox"}',
        '{"text": "and sad?", "command": "synonyms", "previous": {"command": "synonyms", "word": "big"}}',
    )
    (tmp_path / "pen.jsonl").write_text("\n".join(lines))

    assert read("pen") == [
        Sentence("define ox", "definition", term="ox"),
        Sentence("and sad?", "synonyms", previous=Previous("synonyms", "big")),
    ]


def test_a_label_with_a_slip_in_its_name_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentences, "FOLDER", tmp_path)
    (tmp_path / "pen.jsonl").write_text('{"text": "define ox", "command": "definition", "trem": "ox"}')

    with pytest.raises(msgspec.ValidationError, match="trem"):
        read("pen")


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"term": "sad"}, "'sad' is not in the text"),
        ({"condition": ("rhymes with",)}, "'rhymes with' is not in the text"),
        ({"pos": "x"}, "no such pos: x"),
        ({"form": "dual"}, "no such form: dual"),
        ({"then": "sing"}, "no such then: sing"),
        ({"refers": "answer:9"}, "no such refers: answer:9"),
        ({"previous": Previous("sing")}, "no such previous command: sing"),
    ],
)
def test_a_wrong_label_is_a_fault(wrong: dict[str, object], fault: str) -> None:
    sentence = Sentence("define happy", "definition", term="happy")

    assert sentence.faults() == []
    assert msgspec.structs.replace(sentence, **wrong).faults() == [fault]
