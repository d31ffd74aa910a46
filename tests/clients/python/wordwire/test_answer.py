"""An answer is the list of its items, with the reply it came in."""

from __future__ import annotations

from wordwire import Answer

REPLY = {"option": "synonyms", "word": "happpy", "response": "[]", "suggestions": ["happy"]}


def test_an_answer_is_a_list_and_has_the_reply() -> None:
    answer = Answer({"option": "lemmatizer", "word": "geese", "response": '["goose"]', "text": "Goose."})

    assert answer == ["goose"]
    assert answer.text == "Goose."
    assert answer.reply["word"] == "geese"
    assert answer.suggestions == []


def test_an_answer_without_items_is_false_and_may_have_suggestions() -> None:
    answer = Answer(REPLY)

    assert not answer
    assert answer.text is None
    assert answer.suggestions == ["happy"]
