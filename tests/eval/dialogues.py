"""Whole dialogues, followed with the bot's own contexts: how many turns were understood, how many to the end.

A turn is right if the reply has the labelled command and word. Where the label names no word, because the bot
chose it (a random word, an item of a list that it showed), the command decides.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from shared.messages import Question
from tools.train.score import ALIKE
from workers.english.several.messages import answer_question

if TYPE_CHECKING:
    from shared.messages import Context, Reply
    from tools.train.sentences import Sentence
    from workers.wordnet.lexicon import Lexicon

# Turns that a reply answers under another name: "yes" as the question that was offered.
ANSWERED_AS_OTHERS = frozenset(["yes", "no", "more", "repeat"])
UNKNOWN = frozenset(["about_bot", "out_of_scope", "unclear"])


def follow(lexicon: Lexicon, turns: list[Sentence]) -> list[bool]:
    """Return for each turn of a dialogue whether it was understood."""
    context: Context | None = None
    right = []
    for turn in turns:
        reply = answer_question(lexicon, Question("ask", text=turn.text, context=context))
        right.append(_is_right(turn, reply))
        context = reply.context
    return right


def print_dialogues(lexicon: Lexicon, sentences: list[Sentence]) -> None:
    """Print the share of turns and of whole dialogues that were understood."""
    followed = [
        follow(lexicon, list(turns)) for _, turns in groupby(sentences, key=lambda turn: turn.dialogue)
    ]
    turns = [right for dialogue in followed for right in dialogue]
    whole = [all(dialogue) for dialogue in followed]
    print(f"turns in their dialogues  {len(turns):>6} {sum(turns) / len(turns):>9.1%}")
    print(f"whole dialogues           {len(whole):>6} {sum(whole) / len(whole):>9.1%}")


def _is_right(turn: Sentence, reply: Reply) -> bool:
    if turn.command in ANSWERED_AS_OTHERS:
        return reply.option != "unknown"
    if turn.command in UNKNOWN:
        return reply.option == "unknown"
    if reply.option != turn.command and {reply.option, turn.command} not in map(set, ALIKE):
        return False
    wanted = (turn.word or turn.term).lower()
    return not wanted or wanted in {reply.word.lower(), (reply.lemma or "").replace("_", " ").lower()}
