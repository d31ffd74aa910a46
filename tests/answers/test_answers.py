"""Every case of tests/data/answers.jsonl gets the right reply."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.settings import read_settings
from tests.answers.cases import Case, is_right, read, reply_to
from workers.wordnet.lexicon import Lexicon
from workers.wordnet.snapshot import open_lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return open_lexicon(Path(read_settings().data_dir))


@pytest.mark.parametrize("case", read(), ids=str)
def test_a_reader_gets_the_right_answer(lexicon: Lexicon, case: Case) -> None:
    reply = reply_to(lexicon, case)

    assert is_right(case, reply), f"{case.why}: {reply}"


def test_a_wrong_reply_fails_its_check() -> None:
    case = read()[0]
    nothing = {"option": "", "word": "", "response": "[]", "text": ""}

    assert not is_right(Case(case.event, case.request, "a == ['x']"), nothing)
    assert is_right(Case(case.event, case.request, "a == [] and r['text'] == ''"), nothing)
