"""The wording of answers about a word in a sentence: the meaning that fits, never more certain than it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workers.english.wording.sentences import say

if TYPE_CHECKING:
    from workers.english.wording.answer import Answer

PROBABLE: Final = 0.5  # the least likelihood of a meaning that is probably meant
_POSSIBLE: Final = 0.1  # and of another that is worth a mention


def in_sentence(answer: Answer) -> str:
    """Return the likeliest meaning, the next one if neither is probable, and the answer of a command."""
    command, (first, *others) = answer.asked.command, answer.senses
    is_probable = (first.likelihood or 0) >= PROBABLE
    key = "in_sentence.fits" if is_probable else "in_sentence.may_fit"
    said = [answer.say(key, definition=first.definition)]
    if command not in ("definition", "overview"):
        own = getattr(first, command)
        names = own or list(dict.fromkeys(name for sense in others for name in getattr(sense, command)))
        key = f"in_sentence.{command}" if own else f"in_sentence.{command}_elsewhere"
        said.append(say(key, names=names, example=names[0]))
    elif others and not is_probable and (others[0].likelihood or 0) >= _POSSIBLE:
        said.append(say("in_sentence.or_perhaps", definition=others[0].definition))
    return " ".join(said)
