"""The parts of the expressions with which the rules read conditions: a letter, several of them, a place."""

from __future__ import annotations

import re
from typing import Final

NUMBERS: Final = {
    "one": 1, "single": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "a dozen": 12, "twenty": 20,
}  # fmt: skip
PREFIXES: Final = {"mono": 1, "di": 2, "bi": 2, "tri": 3}
_SPOTS: Final = ("", "place ", "position ", "slot ", "spot ")
ORDINALS: Final = {
    word: number
    for number, words in enumerate(
        ("first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th"), 1
    )
    for word in words.split()
} | {
    "last": -1, "final": -1, "second to last": -2, "second-to-last": -2, "penultimate": -2,
    "second last": -2, "second-last": -2, "third to last": -3, "third-to-last": -3, "third last": -3,
    "start": 1, "beginning": 1, "end": -1, "middle": 0,
} | {f"{spot}{at}": at for spot in _SPOTS for at in range(1, 8)}  # fmt: skip

# In front of a word that a list leaves out, and in front of one that the model must see as a condition.
EXCEPT: Final = (
    r"(?:not (?:including|counting)|excluding|except(?:ing)?(?: for)?|other than|apart from|besides)"
)
NO_SUCH: Final = r"(?:aren'?t|isn'?t|(?:(?:are|is|but|and) )?not)"
_ITEM: Final = r"[\"']?[a-z][a-z-]+[\"']?"
LEFT_OUT: Final = (
    r"(?:(?:the|an?|any|including|counting)\s+)*"
    rf"(?P<words>{_ITEM}(?:(?:,|,? or|,? and) {_ITEM})*)(?=\s*(?:$|[|.;?!)]))"
)
# In front of "rhymes".
NEARLY: Final = re.compile(r"\b(?:near(?:ly)?|almost|slant|half|imperfect(?:ly)?|approximate)[ -]+(?=rhym)")

NUMBER: Final = rf"(?:\d\d?|{'|'.join(NUMBERS)})"
_PLACES: Final = sorted((word for word in ORDINALS if word[-1].isalpha()), key=len, reverse=True)
PLACE: Final = (
    rf"(?P<place>{'|'.join(_PLACES)}|(?:place|position|slot|spot) [1-7]|(?<=in )[1-7]\b)"
    r"(?P<both>\s+and\s+(?:(?:the|in|as)\s+)*(?:last|final)\b)?"
)
ONE: Final = (
    r"[\"']?(?<!\w')\b[a-z](?!\w|'[a-rt-z])[\"']?"  # a single letter: o, 'o', o's; not that of "it's"
)
RUN: Final = r"[\"'*-]{0,2}(?P<letters>[a-z]{1,20})(?!\w|'[a-z])[\"'*-]*"
A: Final = r"(?:an?\s+(?=[\"']?[a-z]\b)|the letter\s+)?"
EACH: Final = rf"{ONE}(?=\s*(?:$|[|,/&.?!)]|(?:and|or|but|that|which)\b))"
# A further run of letters, which is no word of the question: "ing or ed", "s, ends with t".
OTHER: Final = (
    r"[\"'*-]{0,2}(?!(?:has|have|is|are|with|that|the|not|no|end|ends|any|all|in|of|its)\b)[a-z]{1,4}"
    r"(?!\w|'[a-z]|\s+(?:as|is|at|with|letters?|syllables?)\b)[\"'*-]*"
)
KIND: Final = r"(?:an?\s+)?(?P<kind>vowel|consonant)s?\b"
VOWELS: Final = r"(?:(?:an?|any|of|the|five)\s+)*vowels?\b"
NOT: Final = r"(?P<not>(?:\bnot|\bnever|\b\w+n't|\b(?:do|does|is|are|ca|must|should)nt)\s+)?"
# Atomic, because "a" is a letter or an article: of "a a a …", trying each as either takes exponential time.
ONES: Final = rf"(?P<letters>{ONE}(?>(?:\s*[,/&]\s*|\s+)(?:(?:and|or|nor|an?)\s+)*{ONE})*+)"
# Nouns for letters that stand together, which say nothing else: "the consonant cluster str", "the bl blend".
_GROUP: Final = (
    r"(?:(?:consonant|vowel|letter)s?\s+)*"
    r"(?:clusters?|blends?|combinations?|combos?|digraphs?|trigraphs?|sequences?|strings?)\b(?:\s+of\s+letters)?"
)
GROUPS: Final = re.compile(
    rf"\b{_GROUP}(?=\s*:?\s+(?:[\"'-][a-z]|(?!(?:and|are|as|at|but|can|for|has|in|is|like|not|of|on|or|that|the|to|with|you)\b)"
    r"[a-z]{2,4}\b))"
    r"|(?P<kept>\b(?:a|the|with|contain\w*|have|has|in)\s+[\"'-]*(?!(?:the|an|any|and|no|one|two|four|five|six|nine|ten|some|many|few|more)\b)[a-z]{2,4}\b[\"'-]*)"
    rf"\s+{_GROUP}"
)
THE: Final = (
    r"(?:(?:both|the|any|all|of|letters?:?|suffix|prefix|ending"
    r"|word(?=\s+[\"']?[a-z]{2,}[\"']?\s*(?:$|[|,.?!]|(?:and|but|in)\b)))\s+"
    r"|an?\s+(?=[\"']?[a-z]\b(?!(?<=\ba .)\s+[b-hj-z]\b)|letters?\b))*"
)
MORE_RUNS: Final = (
    rf"(?P<more>(?:\s*[,/]\s*{THE}{OTHER})*\s*,?\s*\bor\s+(?:(?:with|in|by)\s+)?{THE}{OTHER}"
    rf"|(?:\s*(?:[,/&]|,?\s*\band\b)\s*{THE}{EACH})+)?"
)
# The meaning of a prefix that turns a word into its opposite: "and mean undoing something".
REVERSING: Final = (
    r"\b(?:(?:and|that|which)\s+)+(?:mean\w*\s+)?(?:to\s+)?(?:the\s+)?(?:revers|opposite|undo)\w*"
    r"(?:\s+(?:of|an?|the|its?|their|some|other|something|action|things?|verbs?|words?)\b)*"
)
# What Wordle says of a letter: it is in another place, or in none.
ELSEWHERE: Final = r"(?:yellow|misplaced|in the wrong (?:place|position|spot))"
COLOUR: Final = rf"(?:{ELSEWHERE}|gr[ae]y|eliminated|excluded)s?\b"
_DOUBLES: Final = r"(?:(?:sets|pairs) of )?(?:doubled? letters?|doubles|letter pairs)"
_IN_ROW: Final = r"(?:in a row|in succession|together|next to each other|one after (?:the other|another))"
# Shape (see the catalog) → what people call it.
SHAPES: Final = {
    "vowels": r"are all vowels|(?:made )?(?:up )?(?:(?:only|just|nothing but|entirely|of) ){1,2}vowels"
    r"|(?:no|without) consonants?",
    "palindrome": r"palindrom(?:es?|ic)"
    r"|(?:reads? |are )?(?:the )?same (?:\w+ )?(?:forwards? and )?backwards?(?: (?:and|as) \w+)?",
    "isogram": r"isograms?|(?:no|without(?: any)?) (?:repeat\w*|double|duplicate\w*) letters?"
    r"|no letters? (?:repeat\w*|twice|more than once)|all (?:different|unique) letters"
    r"|letters? (?:is|are)(?: all)? different",
    "one_vowel": r"(?:(?:only|just|exactly|a) ){0,2}(?:one|1|single) vowel(?: letter)?(?: in (?:it|them))?",
    "doubles_in_row": rf"(?:three|3) {_DOUBLES} {_IN_ROW}|(?:three|3) consecutive {_DOUBLES}",
    "three_doubles": rf"(?:three|3) {_DOUBLES}",
    "two_doubles": rf"(?:two|2) {_DOUBLES}",
    "double": r"(?<!two )(?<!three )doubled? letters?",
    "heteronym": r"(?:heteronym|heterophone)s?|homographs(?= (?:with|that|which|of)\b)"
    r"|(?:are )?(?:spel(?:t|led)|written) (?:exactly )?(?:the same(?: way)?|alike|identically)"
    r"[, ]+(?:but|yet|and|that are)?"
    r"[\w ]{0,12}(?:pronounced|sound|said|spoken)(?: (?:in )?(?:\w+ )?(?:differently|different(?: ways)?))?"
    r"|(?:with|have|having|are) (?:two|different|more than one|several|another|multiple) "
    r"(?:pronunciations?|(?:sounds|ways to (?:say|pronounce))(?: (?:it|them))?)",
    "vowels_in_row": rf"(?:three|3) vowels(?: letters)? {_IN_ROW}"
    r"|(?:three|3) (?:consecutive|successive|adjacent) vowels",
    "same_ends": r"(?:start|begin)\w* and (?:end|finish)\w* (?:with|in|on) the (?:very )?same letter"
    r"|(?:end|finish)\w* (?:with|in|on) the (?:same )?letter (?:(?:that )?(?:they|it) )?(?:start|begin)\w*"
    r"|first and (?:the )?last letters? (?:is |are )?(?:the same|alike|identical)",
    "alphabetical": r"letters?(?: [a-z]+){0,2} in alphabetical order",
}
MORE_ONES: Final = rf"(?P<more>(?:\s*(?:[,/]|,?\s*\bor\b)\s*{THE}{EACH})*)"
# Neither WordNet nor CMUdict lists them.
MINIMAL_PAIRS: Final = re.compile(r"\bminimal pairs\b[^|,;.?!]*")
# How letters sound, which no rule can check: "ough sounds like uff", "a soft g", "an sh sound".
_QUALITY: Final = r"(?:long|short|soft|hard|voiced|voiceless|unvoiced|nasal)"
_NO_LETTERS: Final = (
    r"(?!(?:an?|and|any|it|its|no|of|one|ones|or|that|the|they|what|which|word|words|name|names|is)\b)"
)
SOUND: Final = (
    rf"(?P<unread>(?:{_QUALITY}\s+)?[\"'/]?{_NO_LETTERS}(?P<letters>[a-z]{{1,5}})[\"'/]?\s+"
    r"(?:sounds|(?:is|are)\s+(?:pronounced|said|sounded)|makes)\s+(?!the same\b|alike\b)"
    r"(?:(?:just|like|as|the|an?|in|with)\s+)*"
    r"[\"'/]?[a-z]+[\"'/]?(?:\s+sounds?\b)?(?:\s+(?:as )?in\s+[a-z]+)?"
    rf"|{_QUALITY}\s+[\"'/]?(?P<qualified>[a-z]{{1,2}})\b[\"'/]?(?:\s+sounds?\b)?"
    rf"|[\"'/]?{_NO_LETTERS}(?P<plain>[a-z]{{1,3}})[\"'/]?[- ]sounds?\b)"
)
HAVING: Final = r"(?:with|has|have|having|contain\w*|includ\w*|using|use)"
# How often a letter is there, and the letter behind that: "three s's", "two of the letter k"; "once".
SEVERAL: Final = (
    r"(?P<number>double|two|three|four|five|[2-5]"
    r"|(?:one|single|1)(?= letter| [\"']?[b-hj-z]\b| [\"']?[ai]\b[\"'\s]*(?:$|[|,.?!]|in\b)))"
)
COUNTED: Final = (
    r"(?:letters? (?=[\"']?[a-z][\"']?s\b)|of the (?:letters? )?)?"
    r"[\"']?(?P<letters>[a-z])(?:[\"']|\b|(?<!\ba)(?<!\bi)(?<!\bu)(?=s\b))"
    r"(?:'?s\b|(?![- ]+(?:words?|nouns?|verbs?|adjectives?|adverbs?|names?)\b))"
)
OFTEN: Final = {"once": 1, "twice": 2, "thrice": 3}
TIMES: Final = rf"(?:{'|'.join(OFTEN)}|{NUMBER}\s+times)"
# In front of letters, where they are not wanted; "no" alone leaves out words: "no phrases".
NO_RUN: Final = (
    r"(?:without|with no|lacking|excluding"
    r"|(?:but |and )?(?:not|never) (?:with|having|spel(?:t|led)(?: with)?)"
    r"|no(?= [\"']?[a-z]{2,3}[\"']? in\b))"
)
RHYMING: Final = r"(?:rhym|chim)(?:es?|ing)"
# How a number is meant, in front of it and behind.
HOW_MANY: Final = (
    r"at least|at (?:the )?most|max(?:imum)?(?: of)?|min(?:imum)?(?: of)?|around|about|roughly"
    r"|(?:not? )?(?:more|less|fewer|longer|shorter) than|(?:not )?over|under|up to|exactly|just|only"
)
OR_SO: Final = (
    r"or (?:more|less|fewer|longer|shorter|over|under|so)|at (?:the )?(?:most|least|outside)"
    r"|(?:max|min)(?:imum)?|tops|exactly|only|long"
)
ONE_WORD: Final = r"(?:one|single)[- ]words?\b(?:\s+(?:names?|ones?|answers?|nouns?|verbs?|adjectives?)\b)?"
TOGETHER: Final = r"(?:together|in a row|side by side|next to (?:each other|one another))\b"
_EDGE: Final = r"(?:at|in|on) (?:(?:the|either|its|their) )?(?:very )?(?:start|beginning|front|edge|end)s?\b"
# "Contain qu but do not start with it".
_NOT_WITH_IT: Final = (
    r"(?:(?:do|does|must|should|can)\s+)?(?:not|never|\w+n't|dont|doesnt)\s+(?:start|begin|end|finish)\w*"
    r"(?:\s+(?:or|and|nor)\s+(?:start|begin|end|finish)\w*)?\s+(?:with|in|on)\s+(?:it|them|this|these|those)\b"
)
HERE: Final = (
    r"(?:\s+(?:(?:or|all|both)\s+)?(?:(?:in (?:it|them|there|the middle|(?:its|their|the) names?)"
    r"|somewhere|anywhere|inside(?: (?:it|them))?|in (?:that|this|the same|exactly that) order)\b"
    rf"|{TOGETHER}))*"
    rf"(?:,?\s+(?:(?:and|but|though)\s+)?(?:(?:not|never|neither|except)\s+{_EDGE}"
    rf"(?:,?\s+(?:or|and|nor)\s+(?:{_EDGE}|(?:the )?(?:end|start|beginning)\b))?|{_NOT_WITH_IT}))?"
)
THEN: Final = (
    r"(?=\s*(?:$|[|.,;:?!)]|(?:and|but|in|inside|that|which|with|without|ending|starting|beginning|as)\b))"
)
NO_ARTICLE: Final = rf"(?:(?<!\ba)|{THEN})"  # "the end of a church"
# What a question without "with" ends or starts in: "ends ight", "beginning spl-".
BARE: Final = (
    r"(?=[\"']|-[a-z]|[a-z]+-(?!\w)|[a-z]{1,5}\b)(?!(?:here|now|up|off|well|soon|today|at|as|to|is|of|from|like"
    r"|after|before|word|words|and|or|but|only|not|the|in|on|by|with)\b)"
)
COMMON: Final = (
    r"(?:(?:more|most|very)\s+)?(?:too (?:common|simple|plain|easy|ordinary|basic)"
    r"|(?P<common>too (?:fancy|posh|formal|hard|difficult|rare|obscure|unusual|technical)"
    r"|(?<!not )(?<!n't )(?<!nt )(?<!less )common|everyday|ordinary"
    r"|well[- ]known|familiar|simpler?|eas(?:y|ier)(?!\s+to\b)|plain)|(?:big )?(?:fanc(?:y|ier)|posh(?:er)?)"
    r"|sophisticated|impressive|rarer?|uncommon|unusual|obscure"
    r"|(?:not|less|least|\w+n't|(?:is|are)nt)\s+(?:(?:very|so|too|that)\s+)?common)"
)


def number_of(word: str) -> int:
    """Return the number that a word or digits name, or how often something is there.

    >>> number_of("two"), number_of("12"), number_of("three times")
    (2, 12, 3)
    """
    word = word.removesuffix("times").strip()
    return NUMBERS.get(word) or OFTEN.get(word) or int(word)
