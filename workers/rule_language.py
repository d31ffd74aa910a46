"""The language of the rules: what stands in them besides the words themselves.

Rules are written over *canonical* words, those that frame_words.FORMS maps to (typed "whats", read "what be";
typed "synonims", read "synonym"). In a rule

    X, Y        are terms that are asked about
    P           is a part of speech
    (a|b)       one of them, (a)? perhaps; `^` and `$` are the ends of the sentence, or a break in it
    DO BE FOR ALOUD A … are the groups of words below

Between two words of a rule punctuation may stand.
"""

from __future__ import annotations

from typing import Final, NamedTuple

GROUPS: Final[dict[str, str]] = {
    "DO": "(do|can|could|would|should|will|might|must)",
    "BE": "(be|can be|could be|would be)",
    "FOR": "(of|for|to|with|from|in|about|on|the word)",
    "A": "(a|an|the|some|any|one|its|this|that|every|each)",
    "ALOUD": "(out loud|aloud|spoken|pronounced|in speech|by ear|(when|if|as) (you|i|people|someone|it|be)*"
    " (say|said|spoken|speak|pronounce|pronounced|read) (it|out loud|aloud)*)",
    "AND": "(and|n|nd|with|to|versus|from|or|than|as|&|,|[|])",
    "ABOUT": "(about|on|of|for|regarding|concerning)",
    "MORE": "(another|other|alternative|different|alternate|more|else|better|fancy|fancier|simple|simpler"
    "|polite|formal|informal|nice|nicer|fun|good|short|shorter|longer|strong|stronger|smart|smarter|synonymous"
    "|equivalent|similar|replacement|substitute|slang|posh|elegant|professional|cool|stronger|less common)",
}


class Rule(NamedTuple):
    """One way of asking: the command it means, and the words it is recognised by.

    A strict rule is so common in small talk ("what is …") that its term must be a word that exists, or at
    least a single word.
    """

    command: str
    pattern: str
    strict: bool = False
