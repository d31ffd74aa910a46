# ruff: noqa: E501 (a table reads best with one row to a line)
"""What is said besides questions about words: greetings, thanks, calls for help, and following on."""

from __future__ import annotations

from typing import Final

# "I don't know what to type", "not sure how to start".
_AT_A_LOSS: Final = (
    r"(?:(?:i|i be|really|just|still|honestly|sorry|but|so|because|and) )*"
    r"(?:do not know|not know|be not sure|not sure|be unsure|unsure|have no idea|no idea|no clue|have no clue|can not think|can not figure out)"
    r"(?: of)? (?:what|how|where)(?: (?:else|to|i|can|should|do|may|could|be|supposed|allowed|it))*"
    r" (?:do|ask|say|kind|write|enter|put|use|start|begin|work)(?: (?:this|it|you|here|now|next|about|in|with|thing|bot|first|for))*"
)

# Each is matched against the whole sentence, in canonical words, with breaks left out. The first that fits wins.
SMALL_TALK: Final[tuple[tuple[str, str], ...]] = (
    (
        "help",
        r"((please|hey|hi|hello|i|need|want|some|a|little|get|can|could|you|would|give|me|bit of|ok|show|the|to|for|or) )*"
        r"help( me| us| please| out| page| menu| you| with this| here| text| i be lost| i be stuck)*",
    ),
    (
        "help",
        r"((so|ok|well|please|tell me|show me|and|hi|hello|hey|list|give me) )*(what|which)( all)?( (thing|kind of thing|stuff|kind of question|question|command|option|feature|sort of question))*"
        r" (be (you|we|it|this|this bot|the bot)(?= (able|good|for|capable|here))|(can|could|do|should|may|would) (you|i|we|this|this bot|it|the bot)|you can)"
        r"( (do|ask|say|kind|use|try|answer|understand|know|support|offer|able to (do|answer)|capable of|good for|good at|for|handle|help with|help me with|help|with|here|you|for me|me|about|this for|here for|bot|to|please|exactly|then|today|now|thanks))*",
    ),
    (
        "help",
        r"((so|ok|please|hi|hello|hey|can you|could you|would you|tell me|show me|give me|i want to know|explain|some|a few|an|a|list|example|of|thing|list of|question|the|kind of|kinds of|all) )*what (all )?(you|i|it|this|this bot|the bot|be i|do i|i be|else i)"
        r"( (can|could|do|should|may|be|able|able to|supposed|supposed to|allowed|allowed to|to|have to|be able to|know|here))*( (do|ask|say|type|kind|use|try|answer|understand|know|support|offer|enter|write|input|you|here|about|for me|help|with|this|now))*",
    ),
    ("help", r"((so|ok|well|please|tell me|show me|hi|hello|hey) )*(who|what) be (this( here| about| for| all about)?|you|this|this bot|this thing|your name|wordwire|you called)( exactly| anyway| then)?"),
    (
        "help",
        r"((so|ok|well|please|tell me|show me|hi|hello|hey|explain) )*how (do|can|should|be|would|to)( (i|you|we|this|it|the bot|this bot|this thing|that))* (work|use|start|begin|talk to|help|ask|operate|talk|interact|get started|go about)"
        r"( (this|you|it|the bot|with|me|us|here|question|this bot|this thing|something|things|wordwire|chatbot|bot|a|things|thing))*",
    ),
    (
        "help",
        r"(?!what be an? )((please|show|me|list|the|all|of|your|give|display|a|what|be|which|do|my|you|have|available|possible|some|see|can i|i|need|want|print|read|there|any) )*"
        r"(command|commands|menu|instruction|instructions|usage|manual|options|guide|faq|tutorial|features|user guide|command list)"
        r"( (please|for me|be there|there be|do you have|do you know|do you understand|be available|available|list|exist))*",
    ),
    ("help", r"(i be |i )*(lost|stuck|confused|do not know what to (do|ask|say|type)|do not understand|do not get it|have no idea what to do)( here| now)?"),
    (
        "help",
        rf"(?:(?:please|hi|hello|hey|help|me|us|i|need|want|some|can|could|you|be|lost|stuck|confused|and|so|because|but|um|new|here) )*"
        rf"{_AT_A_LOSS}(?: (?:please|help|me|us|can|could|you|i|be|lost|stuck|confused|so|and|thanks|tell|show))*",
    ),
    (
        "thanks",
        r"((ok|okay|great|perfect|awesome|cool|nice|wow|oh|ah|wonderful|brilliant|excellent|fine|good|lovely|super|alright|right|well|yes|no|very|that be|and|that 's|amazing|fantastic|sweet|got it|i see) )*"
        r"(thanks|thank you|thank u|thank|many thanks|much appreciated|very much appreciated|(i|we)( really| do| very much)* appreciate (it|that|this|your help|the help)|appreciated|appreciate it|much obliged|bless you|nice one|you be (the best|a star|a lifesaver|great|awesome|very helpful|so helpful))"
        r"( (so|very|a|much|lot|lots|for|your|the|that|this|it|help|helping|answer|be|really|helpful|great|useful|perfect|bot|mate|you|all|again|again|kindly|in advance|everything|me|indeed|million|ton|tons|bunch|man|dude|bro|friend|my|thanks|good|job|works|explanation|info|information|time|and|bye|goodbye|to|awesome|nice|wordwire|was|buddy|pal|exactly|what|i|needed|wanted|quick|appreciate|appreciated|thank|now|helps|understand|clear|makes|make|sense|got|have|a nice day|day))*",
    ),
    (
        "greeting",
        r"((oh|well|why|and|a|very) )*(hi|hello|hey|hiya|heya|howdy|yo|greetings|hola|salut|ahoy|aloha|sup|wassup|whassup|hallo|heyo|bonjour|ciao|g'day|good ?(day|morning|evening|afternoon|night)|morning|evening|afternoon|welcome|how be you|what be up|nice to meet you|pleased to meet you|long time no see|how be it going|how be thing|how do you do|how have you been|what be new|hi ya)"
        r"( (there|bot|you|all|everyone|everybody|again|world|hi|hello|hey|how|be|today|doing|do|mate|friend|my|dear|robot|chatbot|dictionary|wordwire|to|what|up|it|going|good|morning|evening|day|afternoon|nice|meet|are|guys|folks|sir|madam|man|dude|buddy|pal|thing|the|going|your|this|fine|too|feeling|life|is|old|ho|partner|chap|ladies|gentlemen|folk|people|team|love))*",
    ),
)  # fmt: skip

_NAMED_ORDINALS: Final = [
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
]
NUMBERS: Final = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_MOST_SENSES: Final = 99  # of one word; WordNet has 75 of "break"


def _numbers() -> dict[str, int]:
    numbers = {word: n for names in (_NAMED_ORDINALS, NUMBERS) for n, word in enumerate(names, 1)}
    for number in range(1, _MOST_SENSES + 1):
        for ending in ("", "st", "nd", "rd", "th"):
            numbers[f"{number}{ending}"] = number
    return numbers


# "The second meaning of bank": only what can't be a mere count.
SENSE_OF: Final = (
    r"(?:^|.* )(?P<ordinal>[a-z]+|[0-9]+(?:st|nd|rd|th)) (?:meaning|sense|definition) (?:of|for) .*"
)

ORDINALS: Final[dict[str, int]] = _numbers()

_AND = (
    r"(?:(?:and|no|or|but|also|so|ok|now|then|what about|how about|what if|same|it|use|used|only|just|i mean|the word"
    r"|mean|in|as|as in|not|yes|for|with|that|do|show|show me|give me|tell me|what do it mean|please|back to) )*"
)
_WHAT: Final = r"(?:(?:what|what be) )?"
_END = r"(?: (?:please|then|now|instead|too|thanks|be|mean|what))*"

# The whole of a sentence that only changes the part of speech: "and as a verb?", "no, the noun".
ANOTHER_POS: Final = rf"{_AND}(?:(?:a|an|the|its|my) )*(?P<pos>noun|verb|adjective|adverb)(?: (?:(?<=about the noun )form|(?<=about the verb )form|one|meaning|sense|definition|only|use|instead))*{_END}"
# … that picks one of the senses just shown: "the second meaning", "sense 2".
NTH_SENSE: Final = rf"{_AND}{_WHAT}(?:(?:a|an|the|its|my|more|explain|define) )*(?:(?P<ordinal>[0-9a-z]+) (?:meaning|sense|definition|one)|(?:meaning|sense|definition|number)(?: number)? (?P<number>[0-9a-z]+)){_END}"
# … that asks for more of the same: "another one", "again".
AGAIN: Final = r"(?:(?:and|give me|show me|tell me|one|some|yet|ok|please|now|do it|do that|can i have|again|any|i want|what|the|do you have|be there|got|have you got) )*(?:another|again|more|next|repeat|others|other|else)(?: (?:one|ones|please|again|time|that|same|of those|of them|like that|random|word))*"
# … that asks the same of another word; the word follows.
WHAT_ABOUT: Final = r"(?:(?:and|ok|now|then|so|but|or|also|no|well|same|thing|do|try|next) )*(?:what about|how about|and what of|what of|and for|same for|same question for|same with|same thing for|same thing with|now for|and|also for|and of|and with|now|try|now try|then|next|or|for|or for|also|do|now do|versus|than|with|to)(?: the word| about| with| for)? "
# … that does so by putting the word first: "bleak too".
ANOTHER_TOO: Final = (
    r"(?:and )?(?P<word>(?:[^ ]+ ){1,4}?)(?:too|as well|also|instead|next)(?: please| now| then)*"
)
