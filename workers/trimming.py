# ruff: noqa: E501 (a table reads best with one row to a line)
"""What stands around a question and is no part of it: politeness, lead-ins, "as a verb"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from workers.frame_words import ARTICLES, LINKS, PARTS_OF_SPEECH, words
from workers.rules import compile_pattern

if TYPE_CHECKING:
    from workers.sentences import Sentence

LEAD_IN: Final[str] = (
    "((whether|if only|hi|hello|hey|hiya|heya|yo|ok|okay|so|um|umm|uh|uhm|er|erm|well|like|and|but|also|then|now|please|kindly"
    "|dude|bot|buddy|friend|hmm|hm|oh|ah|just|maybe|perhaps|alright|right|good (morning|evening|afternoon|day)"
    "|there|excuse me|sorry|quick question|question|one question|quickly|first|next|no|yes|yeah|yep|nope|not that"
    "|i wonder|i be wonder|i (be)? (was)? wondering|if (you can|possible|i may ask)|just curious|curious"
    "|wordwire|dear|sir|madam|guys|thanks|thank you|great|cool|nice|perfect|remind me|(go)? back to"
    "|(can|could|would|will|may|might|do) (you|i|we|anyone|someone|somebody|anybody)"
    " (please|kindly|maybe|possibly|perhaps|just|happen to|know|have|help me|help me (with|find|to)|mind|like to|tell me|show me|give me)*"
    "|(i|we) (would|really|just|will|do not|do)* (like|want|need|wish|love|try|know|be look|be try|be trying|be looking|be searching|be after|have|think)"
    " (to|for|you to)* (know|see|hear|learn|find|find out|get|have|look up|understand|ask|ask you)* (about the|for)?"
    "|(i|we) be (trying|looking|searching|try|here|after|interested|curious|hoping)"
    " (to|for|in|about)* (know|find|find out|learn|understand|figure out|knowing|see|get)*"
    "|(tell|show|give|teach|find|get|fetch|send|list|name|provide|suggest|bring|offer|hand|throw|remind|write|help) (me|us) (with)?"
    "|(be there|do there exist|got|have you got|do you have|you know|do you know|anyone know|anybody know|any idea|any clue)"
    "|(let|help) me (know|see|find|understand|have)"
    "|(find|list|get|show|give|search for|look for|display|print|return|fetch|provide|suggest|name|write|state|enumerate|tell|generate|create)"
    "|(what|who|which) (be)? (A)? (list of)"
    "|(A)? (list|set|few|couple|bunch) of"
    "|(in|with|for) (english|plain english|simple terms|grammar|this context|short|simple word|wordnet)"
    "|for me|to me|some|any|few|a few|two|three|five|ten|several|many|(the)? most common|possible)"
    ")"
)

TRAILER: Final[str] = (
    "(please|thanks|thank you|thanks (a lot|so much|in advance|much|mate)|thank you (so much|very much|in advance)"
    "|for me|to me|for us|in english|anyway|exactly|mate|bot|then|if (you can|you could|possible|you do not mind|you please)"
    "|ok|okay|lol|though|bro|dude|man|sir|dear|kindly|asap|right now|now|real quick|again|would you|could you|can you|will you"
    "|i wonder|anyone|anybody|guys|buddy|hey|huh|eh|um|uh|haha|in wordnet|i (want|need) to know|do you know|you know"
    "|in simple (word|term)|in plain english|by the way|btw|tho|pretty please|my friend|friend|wordwire|'s|here)"
)

# Words of the trailer that are the term itself after "of", "the word", "a": "opposite of friend".
_ALSO_TERMS: Final = words(
    "friend mate buddy bot man dude sir dear bro guys again now then here though exactly kindly hey"
)
_BEFORE_TERMS: Final = LINKS | ARTICLES | words("word define meaning")

# "What on earth is a plinth?"
_IDIOM: Final = re.compile(r"(?<=what )(?:the |in |on )(?:the )?(?:earth|hell|heck|world|fuck|name) ")

_P: Final = "noun|verb|adjective|adverb"
# "as a verb", "in the noun sense"; or, between two breaks, "(noun)".
_AS_POS: Final = re.compile(
    rf"(?:\| )?(?:used )?(?:as|in) (?:(?:a|an|the|its) )?(?P<p>{_P}) (?!form )(?:sense )?"
    rf"|\| (?:(?:a|an|the|as) )*(?P<q>{_P}) (?:only |sense )?(?=\||$)"
)


@lru_cache(maxsize=1)
def _ends() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lead_in, _ = compile_pattern("^" + LEAD_IN)
    trailer, _ = compile_pattern(TRAILER)
    return re.compile(rf"(?:{lead_in.pattern})+"), re.compile(rf"(?:{trailer.pattern})+$")


def without_politeness(sentence: Sentence) -> Sentence:
    """Return the sentence without what is said for politeness at its ends, unless nothing else is left."""
    lead_in, trailer = _ends()
    idiom = _IDIOM.search(sentence.canonical)
    if idiom:
        sentence = sentence.without(*idiom.span())
    while True:
        match = lead_in.match(sentence.canonical)
        if match and 0 < match.end() < len(sentence.canonical):
            sentence = sentence.without(0, match.end())
            continue
        start = _start_of_trailer(trailer, sentence.canonical)
        if start > 0:
            sentence = sentence.without(start, len(sentence.canonical))
            continue
        return sentence


def _start_of_trailer(trailer: re.Pattern[str], canonical: str) -> int:
    """Return where the politeness at the end begins that is not asked about itself; 0 if there is none."""
    match = trailer.search(canonical)
    while match:
        before, first = canonical[: match.start()].split()[-1:], match[0].split()[0]
        if first not in _ALSO_TERMS or not before or before[0] not in _BEFORE_TERMS:
            return match.start()
        match = trailer.search(canonical, match.start() + len(first) + 1)
    return 0


def without_pos(sentence: Sentence) -> tuple[Sentence, str | None]:
    """Return the sentence without the part of speech that narrows it ("as a verb", "(noun)"), and that."""
    match = _AS_POS.search(sentence.canonical)
    if not match:
        return sentence, None
    rest = sentence.without(*match.span())
    if not rest.tokens:
        return sentence, None
    return rest, PARTS_OF_SPEECH[match["p"] or match["q"]]
