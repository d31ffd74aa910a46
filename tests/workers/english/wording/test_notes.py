"""The notes before an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.messages import Said
from tests.workers.questions import ask
from workers.english.term_finder import AskedTerm, TermFinder
from workers.english.understood import Understood
from workers.english.wording.notes import lacks_word, notes_behind, notes_on

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("term", "note"),
    [
        (AskedTerm("dog", "dog"), ""),
        (AskedTerm("ice-cream", "ice_cream"), ""),
        (AskedTerm("geese", "geese"), "geese → goose."),
        (AskedTerm("pared down", "pare_down"), "pared down → pare down."),
        (AskedTerm("run", "run", typed="rum"), "I took “rum” for “run”."),
        (AskedTerm("put up", "put_up", part_of="put up with"), "have “put up with”; here is “put up”."),
        (AskedTerm("at", "at", note=Said("little", ["at"], "“At” is …")), "“At” is …"),
    ],
)
def test_a_note_tells_what_was_answered_instead(words: TermFinder, term: AskedTerm, note: str) -> None:
    said = notes_on(words, Understood("definition", term), None, "")

    assert "".join(each.text for each in said).endswith(note)
    assert len(said) == bool(note)
    assert all(each.words[-1] in each.text.lower() for each in said if each.words[-1])


def test_questions_about_the_form_need_no_note(words: TermFinder) -> None:
    assert notes_on(words, Understood("spelling", AskedTerm("geese", "geese")), None, "") == []


@pytest.mark.parametrize(("command", "told"), [("rhymes", True), ("inflect", True), ("spelling", False)])
def test_another_word_than_the_typed_one_is_told(words: TermFinder, command: str, told: bool) -> None:
    asked = Understood(command, AskedTerm("geese", "geese", typed="geeze"))

    said = [note.text for note in notes_on(words, asked, None, "")]

    assert said == ["I took “geeze” for “geese”."] * told


def test_every_note_has_a_key_and_the_words_in_it() -> None:
    keyboard = AskedTerm("happy", "happy", typed="ㅗ메ㅔㅛ")

    known, korean = lacks_word("hapy", ["happy"]), lacks_word("행복", [])

    assert [known[0].words, [each.key for each in korean]] == [["hapy", "happy"], ["hangul"]]
    assert keyboard.corrected


@pytest.mark.parametrize(
    ("command", "unread", "keys"),
    [("spelling", (), ["variants"]), ("synonyms", ("easy to spell",), ["unread"]), ("definition", (), [])],
)
def test_notes_behind_an_answer(
    words: TermFinder, command: str, unread: tuple[str, ...], keys: list[str]
) -> None:
    understood = Understood(command, words.term("theatre"), unread=unread)

    assert [note.key for note in notes_behind(words.lexicon, understood, [], "")] == keys


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("past of hang, when it is about a murderer - hung or hanged?", "For “murderer”, it is hanged."),
        ("In the sense of telling an untruth, what is the past of lie?", "untruth”, it is lied."),
        ("past tense of cancel in American and British spelling", "“cancelled” the British one."),
        ("the British past tense of smell", "does not say which of them belongs to which country."),
    ],
)
def test_which_form_belongs_to_a_meaning_or_a_country(lexicon: Lexicon, text: str, said: str) -> None:
    assert said in (ask(lexicon, text).text or "")
