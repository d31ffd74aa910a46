"""Small talk: its words, the replies to it, and several replies as one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from shared.messages import NOTHING, Reply, Said
from workers.english.wording.offers import OPENERS
from workers.english.wording.sentences import say
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from shared.messages import Context

# Words that are questions or answers in themselves more often than terms.
NEVER_ALONE: Final = word_set(
    "hello hi hey yo sup morning evening bye goodbye thanks thank thx ty ok okay yes yeah yep no nope random"
    " help instructions usage wow lol"
)
# Words of chats that WordNet lacks, greetings and thanks of other languages among them.
OF_CHATS: Final = word_set(
    "ahoy hallo ello helo heya hiya howya howzit hru wassup whatsup mornin gday bonjour bonsoir hola namaste"
    " merhaba salam salut servus moin jambo sawubona konnichiwa gnight gtg cya laters toodles thanx thankyou"
    " tks tnx tysm tyvm arigato danke dhanyavaad gracias grazie merci obrigada obrigado shukriya valeu"
    " kamsahamnida haan mhm oui nahi nein argh falsch wtf dang haha hehe jaja lmao lmfao omfg erm hmm uhh umm"
    " okie weiter repite sry aiuto ajuda ayuda hilfe thingy adj adv opp pron syns wotd"
)

# Words that are terms at the start of a conversation only.
FOLLOW_UPS: Final = word_set(
    "continue stop next simpler shorter longer louder slower easier harder perfect super awesome"
    " brilliant wrong first second third last both neither either other wait understood please sorry cool"
    " great nice good night more again another others nothing what why who how where when which"
) | {"go on", "keep going", "carry on"}
# Whom a question is said to, if a question follows.
_ADDRESSED: Final = re.compile(
    r"(?:(?:hey|hi|hello|ok|okay|oh|dear)[ ,]+)*"
    r"(?:mum|mummy|mom|mommy|mam|dad|daddy|papa|sir|miss|ma'?am|madam|teacher|prof|professor|doctor|doc"
    r"|siri|alexa|google|computer|robot|bot|buddy|mate|bro|dude|guys|friend)[,:!]+ "
    r"(?=(?:what|how|is|are|was|do|does|did|can|could|which|who|where|why|when|would|should|will|please"
    r"|tell|give|define|spell|explain|i|i'm|my)\b)",
    re.IGNORECASE,
)
# Sentences that only urge or thank in advance. They name no word.
_PLEASE: Final = r"(?:please|pls|plz)"
_HELP: Final = rf"(?:{_PLEASE} )?help(?: me| us)?(?: out)?(?: here| with this| {_PLEASE}| anyone)*"
_URGING: Final = (
    r"(?:any (?:ideas?|suggestions?|thoughts?|clues?|hints?|help|advice|takers|luck|guesses|answers)"
    rf"(?: (?:{_PLEASE}|at all|anyone|here|yet|would be (?:\w+ )?(?:appreciated|welcome|nice)))*"
    rf"|(?:can|could|will|would) (?:any(?:one|body)|some(?:one|body)|you|u) {_HELP}|{_HELP}"
    r"|(?:i'?m|i am|we'?re|we are) (?:(?:so|really|totally|completely|a bit|very) )?"
    r"(?:stuck|desperate|lost|stumped|clueless)(?: here| on this(?: one)?| with this(?: one)?)?"
    r"|(?:many )?(?:thanks|thx|thank you)(?: (?:so|very) much| a lot)? in advance|tia"
    r"|(?:any |your )?help (?:is |would be )?(?:much |greatly )?appreciated|much appreciated"
    r"|(?:it'?s |this is )?(?:driving me (?:mad|crazy|nuts|insane|up the wall)|urgent)"
    rf"|what (?:could|can|might) (?:it|this|that) be|{_PLEASE} and thank you)"
)
_ALL_URGING: Final = re.compile(rf"{_URGING}[ .!?]*", re.IGNORECASE)
_URGING_AT_END: Final = re.compile(rf"\s*+[,;:\u2013\u2014-]++\s*+{_URGING}[ .!?]*$", re.IGNORECASE)
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+")
HELD: Final = frozenset(["answer", "removed"])  # sentences that other fields of a reply hold
UNKNOWN: Final = frozenset(["about_bot", "out_of_scope", "unclear"])  # the option of other topics


def unaddressed(text: str) -> str:
    """Return a question without the person or machine that it is said to.

    >>> unaddressed("hey siri, what is a hare"), unaddressed("mum, dad: the difference?")
    ('what is a hare', 'mum, dad: the difference?')
    """
    return _ADDRESSED.sub("", text, count=1)


def without_urging(text: str) -> str:
    """Return `text` without its sentences, and an end, that only urge; all of it if nothing else is left.

    >>> without_urging("A word with 5 letters. Any ideas?"), without_urging("I'm stuck. Help!")
    ('A word with 5 letters.', "I'm stuck. Help!")
    """
    rest = [each for each in _SENTENCE_END.split(text) if not _ALL_URGING.fullmatch(each)]
    return _URGING_AT_END.sub("", " ".join(rest)) or text


def joined(replies: list[Reply]) -> Reply:
    """Return the first reply, with the sentences of all, and the second as `also`, which has the third."""
    first, *others = replies
    also, names = None, tuple(reply.word[:40] for reply in replies)  # a context is bounded
    is_of_each = first.context and not first.context.word2 and first.option not in ("rhymes", "anagram")
    if others and first.context and is_of_each and first.option == others[0].option:  # the two are the topic
        first = replace(first, context=replace(first.context, word2=names[1], shown=names))
    for reply in reversed(others):
        also = replace(reply, text=None, suggestions=None, context=None, also=also)
    return replace(first, text=" ".join(each.text for each in replies if each.text), also=also)


def said(command: str, context: Context, *, in_korean: bool = False) -> Reply:
    """Return the reply to small talk, which keeps the topic; other topics are declined in Korean, too."""
    offers = list(context.offers or OPENERS)
    option = "unknown" if command in UNKNOWN else command
    key = "unknown.hangul" if in_korean and command == "out_of_scope" else f"small_talk.{command}"
    reply = Reply(option, "", NOTHING, suggestions=offers, context=context)
    return saying(reply, Said(command, text=say(key)))


def saying(reply: Reply, *sentences: Said) -> Reply:
    """Return `reply` with these sentences as its text; `said` keeps the place of the answer."""
    reply.text = " ".join(each.text for each in sentences if each.text)
    kept = [each for each in sentences if each.key != "removed"]
    said = [Said("answer") if each.key == "answer" else each for each in kept]
    reply.said = said if said != [Said("answer")] else None
    return reply


def adding(reply: Reply, behind: Said) -> Reply:
    """Return `reply` with one more sentence behind its text, as a note."""
    notes = f"{reply.notes or ''} {behind.text}".strip()
    said = [*(reply.said or [Said("answer")]), behind]
    return replace(reply, text=f"{reply.text} {behind.text}", said=said, notes=notes)
