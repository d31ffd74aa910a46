"""Every turn of dialogues that people wrote gets a reply, whatever came before it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from shared.messages import Question
from tools.train.sentences import read
from workers.english.several.messages import answer_question

if TYPE_CHECKING:
    from shared.messages import Context
    from workers.wordnet.lexicon import Lexicon


def test_every_turn_gets_a_reply_with_a_sentence(lexicon: Lexicon) -> None:
    for _, turns in groupby(read("hand_f"), key=lambda turn: turn.dialogue):
        context: Context | None = None
        for turn in turns:
            reply = answer_question(lexicon, Question("ask", text=turn.text, context=context))
            context = reply.context

            assert reply.text, turn.text
