"""The purpose of an answer, and examples of its words, which are no conditions.

"For my year 3 class", "for a patient who stutters", "that a child could practise on", "e.g. ring, wing".
"""

from __future__ import annotations

import re
from typing import Final

# Where a condition begins, or the next sentence.
_GOES_ON: Final = (
    r"(?:(?:and|but|that|which|both|all)\s+)*(?:(?:has|have|having|with|without|of)\s+"
    r"(?:\w+\s+){0,3}(?:letters?|syllables?|vowels?|consonants?)\b|(?:start|begin|end|finish|contain|rhym|includ)\w*\b)"
    r"|(?:please|pls|thanks?|can|could|what|which|i)\b"
)
_WORD: Final = rf"(?!{_GOES_ON})[a-z\d'-]+"
_EVENTS: Final = (
    r"class(?:room)?(?:es)?|lessons?|games?|poems?|songs?|story|stories|homework|projects?|school|phonics|drills?"
    r"|practi[cs]e|exercises?|worksheets?|quiz(?:zes)?|crosswords?|puzzles?|scrabble|wordle|therapy|contests?|rap"
    r"|limericks?|verses?|lyrics|speech|essays?|posters?|cards?|displays?|warm-?ups?|sessions?|assignments?|bands?"
    r"|tests?|books?|twisters?|presentations?|birthdays?|weddings?"
)
_PEOPLE: Final = (
    r"students?|pupils?|kids?|child(?:ren)?|patients?|clients?|toddlers?|daughters?|sons?|learners?|beginners?"
    r"|graders?|(?:\w+-)?year[- ]olds?|kindergart\w+|preschoolers?|grand(?:son|daughter|child(?:ren)?)s?"
    r"|niece|nephew|brother|sister|girls?|boys?|friends?|teacher|group|tutee"
)
# "A word for a child" asks for a word; "words starting with b for a child" names a purpose.
_FOR: Final = (
    "".join(
        f"(?<!{noun} )" for noun in ("word", "noun", "verb", "adjective", "adverb", "name", "term", "synonym")
    )
    + "for"
)
_FEW_WORDS: Final = r"(?:(?!(?:and|but|that|which|in|of|with|letters?|who)\b)[a-z\d'-]+ ){0,4}?"
_WHO: Final = (
    rf"(?:,? (?:who|whom|with|on|about|in|at|from)(?: {_WORD}){{1,7}})?"
    r"(?: (?:that )?(?:i|we|he|she|they)(?:'\w+| am| are| is)? \w+)?"
)
_WHEN: Final = r"(?: (?:this|tomorrow) (?:morning|afternoon|evening|week)| today| tonight| tomorrow)?"
_USED: Final = (
    r"(?:practi[sc]|us|say|learn|read|spell|play|try|work|pronounc|handle|manage|cope|remember|enjoy)"
    r"(?:e|y|ing)?"
)
_EXAMPLE: Final = (
    r"\"?(?!(?:with|without|that|which|can|could|but|not|no|starting|ending|containing|in|of|has|have|please|the"
    r"|letters?|syllables?|word|words)\b)[a-z]+(?:-[a-z]+)*\"?"
)
# Behind letters; short words that go with "like" are none.
_LETTERS: Final = (
    r"(?:(?<=\b\w\w)|(?<=\b\w\w\w)|(?<=[\"']))(?<!\bis)(?<!are)(?<!\bbe)(?<!not)(?<!\bor)(?<!and)"
)

PURPOSE: Final = re.compile(
    rf"\b(?:{_FOR}|for (?:my|our|a|the)) {_FEW_WORDS}(?:{_EVENTS})\b(?: (?:{_EVENTS})\b)*(?!'){_WHO}{_WHEN}"
    rf"|\b(?:{_FOR}|for (?:my|our|his|her|their)) {_FEW_WORDS}(?:{_PEOPLE})\b(?!'| of\b){_WHO}{_WHEN}"
    r"|\b(?:(?:that|which|so(?: that)?) )?(?:an?(?! [a-z]\b)|my|our|the|he|she|they|i|we|kids?|children"
    rf"|students?|pupils?|someone)\b(?: {_WORD}){{0,8}}? (?:can|could|might|should|will) (?:\w+ )?{_USED}\b"
    r"(?: (?:(?:in|on|for|at|during|with) (?:an?|the|my|our|their|his|her) \w+|on|with|in|at|it|them)\b)*"
    rf"|(?<!mean )(?<!means )(?<!meaning )\bto (?:impress|teach|help|challenge|test|amuse|practi[sc]e)\b"
    rf"(?: {_WORD}){{0,5}}"
    rf"|\b(?:my|our) (?:{_PEOPLE}) (?:has|have|is|are|can't|needs?|struggles?)\b(?: {_WORD}){{0,6}}"
    r"|\b(?:(?:does|is there) such a (?:thing|word)|does (?:that|it|one)(?: not)?(?= exist))\b(?: exist)?"
    r"|\bam i (?:mad|crazy|wrong|right|imagining (?:it|things))\b"
    r"|\b(?:have|has|having|with|whose) (?:an? |the )?(?:names?|spellings?) (?:(?:that|which|is|are) )*(?=\w)"
    r"|\bin (?:their|its|the) names?\b"
    r"|\b(?:can|could|may) (?:i|we|you|one) (?:play|use)\b"
    r"|\b(?:last|final|one more) (?:guess|try|chance)\b|\([^()|]*\betc\b\.?\)"
    rf"|\b(?:(?<!not )as in|such as|(?:,|(?<= row)|(?<=letters)|(?<=vowel)|{_LETTERS}) like) {_EXAMPLE}"
    r"(?=\s*(?:$|[|.,;?!)]))"
    rf"|(?:\be\.?g\b\.?|\bfor (?:example|instance))[,:]? {_EXAMPLE}"
    rf"(?:(?:\s*[,/]\s*|\s+)(?:(?:and|or|vs\.?) )?{_EXAMPLE}){{0,5}}(?=\s*(?:$|[|.,;?!)]))"
    rf"|(?<!sound )(?<!sounds )(?<!thing )\blike {_EXAMPLE}(?:(?:, ?| and |, and ){_EXAMPLE})+"
    r"(?=\s*(?:$|[|.;?!)]))"
)


def is_purpose(text: str, part: str) -> bool:
    """Whether a part of a text only names the purpose of the answer.

    >>> is_purpose("words with k for a patient who stutters", "patient who stutters")
    True
    """
    return any(part.lower() in found[0] for found in PURPOSE.finditer(text.lower()))
