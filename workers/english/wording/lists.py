"""Lists of names by sense: those of the commonest sense first, so that no sentence mixes several senses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.english.wording.conditions import described
from workers.english.wording.sentences import MOST_LISTED, listed, say

if TYPE_CHECKING:
    from workers.english.wording.answer import Answer


def listing(answer: Answer) -> str:
    """Return the sentence that lists the names found, and one on those of other senses.

    It lists as many names as a list that is not by sense, in the same order.
    """
    asked, names = answer.asked, answer.found[answer.asked.offset :]
    if not names:
        return answer.say("list_end.no_more")
    if asked.where and not answer.word:
        return say("where.found", conditions=described(asked.where), names=names)
    first = answer.senses[0] if answer.senses and not asked.offset else None
    own = (first.synonyms or first.antonyms or first.words) if first else []
    if first is None or list(names[: len(own)]) != own:
        return answer.say(f"list.{asked.command}", names=names)
    said = [answer.say(f"list.{asked.command}", names=own)]
    if first.sense > 1:
        said.append(say("list_end.which_meaning", number=first.sense, definition=first.definition))
    others, shown = names[len(own) :], MOST_LISTED - len(own)
    if others:
        key = "list_end.other_meanings" if shown > 0 else "list_end.more_in_others"
        said.append(say(key, names=listed(others, most=shown), count=len(others)))
    return " ".join(said)
