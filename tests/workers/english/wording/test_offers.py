"""The questions and commands that replies offer."""

from __future__ import annotations

from shared.catalog import BY_NAME
from workers.english.wording.offers import as_command, as_question, from_question, missing_word


def test_a_command_is_written_with_its_terms() -> None:
    similarity = BY_NAME["similarity"]

    assert as_command(similarity) in missing_word(similarity, "", is_typed=True).text
    assert "two words" in missing_word(similarity, "", is_typed=True).text
    assert missing_word(BY_NAME["pos"], "", is_typed=True).text.startswith("/pos needs a word.")


def test_a_question_without_its_words_is_asked_back() -> None:
    assert missing_word(BY_NAME["difference"], "affect", is_typed=False).text.startswith(
        "Which other word do you mean, besides affect?"
    )
    assert missing_word(BY_NAME["difference"], "", is_typed=False).text.startswith(
        "Which two words do you mean?"
    )
    assert missing_word(BY_NAME["is_word"], "", is_typed=False).text.startswith("Which word do you mean?")


def test_a_korean_reader_may_ask_with_or_without_of() -> None:
    assert (
        list(from_question("happy 반대말"))
        == list(from_question("happy의 반대말"))
        == [("antonyms", "happy")]
    )


def test_a_command_on_two_words_is_a_question_with_both() -> None:
    assert as_question("difference", "bat", "mammal") == "what is the difference between bat and mammal?"
