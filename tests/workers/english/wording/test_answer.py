"""An answer says sentences about its terms."""

from __future__ import annotations

from workers.english.understood import Understood
from workers.english.wording.sentences import Answer


def test_the_terms_are_in_its_sentences_unless_other_values_replace_them() -> None:
    answer = Answer(Understood("rhymes"), "though", [], other="cough")

    assert answer.say("sound.rhymes_no") == "No: though does not rhyme with cough."
    assert answer.say("sound.rhymes_no", other="rough") == "No: though does not rhyme with rough."
