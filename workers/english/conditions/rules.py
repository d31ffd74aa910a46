"""The rules that read conditions: an expression for a part of a question, and the function that reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from workers.commands.conditions.fields import put
from workers.english.conditions import expressions as ex
from workers.english.conditions import readers as read
from workers.english.conditions.purposes import PURPOSE

if TYPE_CHECKING:
    from workers.english.conditions.readers import Read


class Rule(NamedTuple):
    """One rule. The words of a weak one have other meanings outside of conditions."""

    expression: re.Pattern[str]
    read: Read
    is_weak: bool = False


def _rule(source: str, read: Read, *, is_weak: bool = False) -> Rule:
    return Rule(re.compile(source), read, is_weak)


# In this order: each rule sees what those before it have left.
RULES: Final = (
    Rule(ex.NEARLY, lambda _match, _fields: True),  # the command says it (see question.py)
    _rule(r"\b(?:perfect|exact|true) (?:rhymes?\b(?! with)|(?=rhym))", lambda _match, _fields: True),
    _rule(r"\bwordle\b", lambda _match, fields: put(fields, "letters", (5, 5)), is_weak=True),
    Rule(PURPOSE, lambda _match, _fields: True),
    Rule(ex.MINIMAL_PAIRS, lambda _match, _fields: False),
    _rule(
        r"(?:\b(?P<how>start|begin|end|finish)\w*\s+(?:with|in|on|by)\s+)?(?:(?<!\w)(?:the|an?)\s+)?"
        rf"(?<!\w){ex.SOUND}",
        read.sound,
        is_weak=True,
    ),
    _rule(
        rf"\b(?:that\s+|which\s+)?(?:also\s+)?{ex.RHYMING}\s+with\s+(?!what\b)(?:the\s+word\s+)?{ex.RUN}",
        read.rhyme,
    ),
    _rule(  # "q but no u after it"
        rf"(?:\b(?:with|has|have|having|contain\w*)\s+)?{ex.A}(?P<first>{ex.ONE}),?\s+(?P<starts>(?!))?"
        rf"(?:and |but )?(?P<not>without|with no|no|not|with not)\s+{ex.A}(?P<next>{ex.ONE})\s+"
        r"(?:(?:right|directly|immediately|coming)\s+)*(?:after|behind|following)(?:\s+(?:it|them|that))?\b",
        read.followed,
    ),
    _rule(
        rf"\b(?P<not>{ex.NO_RUN})(?P<kind>(?!))?\s+(?:the (?:letters |combination )?)?"
        rf"[\"']?(?P<letters>[a-z]{{2,3}})\b[\"']?{ex.MORE_RUNS}(?:{ex.HERE}{ex.THEN})",
        read.contains_runs,
    ),
    _rule(  # "three s's", "exactly two zs", "at most one e"
        r"(?:\b(?P<side>start|begin|end|finish)\w*\s+(?:with|in|on)\s+(?=(?:an?\s+)?double))?"
        rf"(?:\b(?P<how>{ex.HOW_MANY})\s+)?(?:\ban?\s+)?\b{ex.SEVERAL}[- ]+{ex.COUNTED}"
        rf"(?:\s+(?P<joined>{ex.TOGETHER})|{ex.HERE})(?P<after>,?\s+(?:{ex.OR_SO})\b)?",
        read.repeated,
    ),
    _rule(  # "s at least twice", "the letter e appears three times"
        rf"(?:\b(?:{ex.HAVING}|us(?:e|es|ing)|where|in which)\s+)?{ex.A}"
        rf"(?P<letters>{ex.ONE})\s+(?:(?:is|that|which|it|them|in|there|appear\w*|occur\w*|comes?|used)\s+)*"
        rf"(?P<joined>(?!))?(?:(?P<how>{ex.HOW_MANY})\s+)?(?P<number>{ex.TIMES})\b"
        rf"(?P<after>,?\s+(?:{ex.OR_SO})\b)?",
        read.repeated,
    ),
    _rule(  # "y but no other vowel"
        rf"(?:(?:\b{ex.HAVING}\s+)?{ex.THE}(?P<letters>{ex.ONE}){ex.HERE},?\s+)?"
        rf"(?:(?:and|but|yet)\s+)?(?:{ex.NO_RUN}|no|not any|(?:has|have|having) no)(?:\s+any)?\s+"
        rf"other\s+vowels?\b{ex.HERE}(?!\s+(?:than|but|except))",
        read.only_vowel,
    ),
    _rule(  # "y as the only vowel"
        rf"(?:\b(?:{ex.HAVING}|where|in which)\s+)?{ex.A}(?P<letters>{ex.ONE})\s+"
        r"(?:(?:is|as|for|being)\s+)*(?:the|its|their|an?) (?:only|sole|single|one) vowel\b",
        read.only_vowel,
    ),
    _rule(  # "whose only vowel is e", "no vowels except o"
        r"\b(?:(?:whose|where|with|having|has|have|in which|the|its|their)\s+)*"
        r"(?:(?:only|sole)\s+vowels?(?:\s+(?:is|being|are))?|(?:no|without)(?:\s+any)?(?:\s+other)?\s+vowels?,?\s+"
        rf"(?:(?:other )?than|but|except(?: for)?|besides|apart from))\s+{ex.THE}(?P<letters>{ex.ONE})",
        read.only_vowel,
    ),
    _rule(
        r"\b(?:without|with no|has no|have no|but no|but not|no|excluding|lacking|missing"
        rf"|none(?: of (?:them|these|which))? {ex.HAVING}|(?:{ex.HAVING}\s+)?(?:none|neither)"
        r"|(?:do(?:es)?n'?t|do(?:es)? not|cannot|can'?t|not|never)\s+(?:contain|have|use|includ)\w*)\s+"
        r"(?!i (?:mean|meant|want|need|said|asked)\b)"
        rf"(?:{ex.VOWELS}(?!\W+{ex.ONE}\W+{ex.ONE})|(?:{ex.VOWELS}\W+)?{ex.THE}{ex.ONES}){ex.HERE}",
        read.without,
    ),
    _rule(  # "contain all the letters of tea"
        r"\b(?:contain|includ)\w*\s+(?:all|every|each)\s+(?:(?:one )?of\s+)?(?:the\s+)?letters?\s+"
        rf"(?:of|in|from)\s+(?:the\s+word\s+)?{ex.RUN}",
        read.contains_each,
    ),
    _rule(
        rf"(?:\b(?P<how>{ex.HOW_MANY})\s+)?"
        rf"\b(?P<number>{ex.NUMBER})(?:(?:\s+(?:to|(?P<or>or))\s+|\s*-\s*)(?P<most>{ex.NUMBER}))?"
        r"(?P<plus>\+)?[- ]*(?P<unit>letter(?:s|ed)?|characters?|syllables?|syllabic"
        r"|beats?(?=\s+(?:only|words?|rhymes?|nouns?|verbs?|adjectives?|names?)\b))\b"
        r"(?P<word>[- ]words?\b)?(?:[- ]names?\b)?"
        r"(?:\s+in (?:(?:its|their|the) names?|it|them|total|all)\b)?"
        rf"(?P<after>,?\s+(?:{ex.OR_SO})\b(?!\s+words?\b))?",
        read.count,
    ),
    _rule(
        r"\b(?P<number>mono|di|bi|tri)syllab(?:les?|ic)\b",
        lambda match, fields: put(fields, "syllables", (ex.PREFIXES[match["number"]],) * 2),
    ),
    _rule(
        rf"\b(?<!no )(?<!not )(?P<how>longer|shorter) than\s+(?P<number>{ex.NUMBER})(?!\s*\w)", read.longer
    ),
    _rule(r"\((\d\d?)\)", lambda match, fields: put(fields, "letters", (int(match[1]), int(match[1])))),
    _rule(  # "with sp at the beginning and t at the end"
        rf"\b(?:with|have|has|having|got|and)\s+{ex.THE}[\"']?(?P<letters>[a-z]{{2,4}})[\"']?\s+"
        r"(?:at|in) the (?:(?P<start>start|beginning|front)|end)\b",
        lambda match, fields: put(fields, "starts" if match["start"] else "ends", match["letters"]),
    ),
    _rule(
        rf"(?:\b(?P<how>start|begin|end)\w*\s+(?:with|in)\s+)?(?:\b(?:an?|the)\s+)?\bsilent\s+(?:letters?\s+)?"
        rf"(?P<letters>gh\b|{ex.ONE})",
        read.silent,
    ),
    _rule(rf"(?P<letters>\bgh|{ex.ONE})(?P<how>)\s+(?:is|are)\s+(?:silent|not pronounced)\b", read.silent),
    _rule(
        rf"(?:\b{ex.ELSEWHERE}\s+(?:letter\s+)?(?P<yellow>{ex.ONE}),?\s+|(?<!\w)(?P<letter>{ex.ONE}),?\s+"
        rf"(?:(?P<only>is not|isn't)|(?:(?:is|in|it|them|the word|but)\s+)*(?:not|{ex.ELSEWHERE}),?)\s+)"
        rf"(?:(?:is|as|at|in|the|but|not)\s+)*{ex.PLACE}(?:\s+(?:letter|place|position|spot))?\b",
        read.elsewhere,
    ),
    _rule(
        rf"(?>\b{ex.THE})?{ex.ONES}\s+(?:(?:is|are)\s+)?"
        rf"(?P<how>{ex.COLOUR}|out\b(?! of)|(?:not\s+)?in (?:it|them|the word)\b)",
        read.coloured,
    ),
    _rule(
        rf"\b(?P<how>{ex.COLOUR})(?:\s+letters?)?(?:\s+(?:is|are)|\s*[:=])?\s+"
        rf"(?:{ex.ONES}|(?P<run>(?<=[s:=] )[a-z]{{2,12}}|[^aeiou\W\d]{{2,12}})\b)",
        read.coloured,
    ),
    *(
        _rule(rf"\b(?:(?:an?|its|the|their) )?(?:{source})\b", read.shape(shape))
        for shape, source in ex.SHAPES.items()
    ),
    _rule(
        rf"\b{ex.PLACE}(?:\s+(?:letters?|one|of (?:which|them|these)))?"
        r"(?:\s+(?:is|are|being|must be|of|=)|\s*[:=])?\s+(?P<not>not\s+|isn't\s+)?"
        rf"(?:{ex.KIND}|(?:an?\s+(?=[\"']?[a-z]\b))?(?:the letter\s+)?"
        rf"(?P<letters>{ex.ONE}{ex.NO_ARTICLE}){ex.MORE_ONES})",
        read.place,
    ),
    _rule(
        rf"(?:(?P<not>\bnot\s+|\bno\s+)|(?P<green>\bgreen\s+)|\b(?:with|has|have|having)\s+{ex.A})?"
        rf"(?:{ex.KIND}|(?P<letters>{ex.ONE})(?P<more>))\s+"
        rf"(?(green)|(?:is|as|at|in|for|green)\s+)(?:(?:is|as|at|in|for|the|its|their|an?|green)\s+)*"
        rf"(?!middle){ex.PLACE}(?:\s+(?:letter|place|position|spot))?\b(?!\s+(?:gap|blank|space|square|box|dash))",
        read.place,
    ),
    _rule(ex.REVERSING, read.shape("derived"), is_weak=True),
    _rule(
        rf"{ex.NOT}(?P<kind>(?!))?(?:\b(?:meaning of|(?:formed|made) (?:by|from|with)|takes?)\s+the\s+)?"
        r"\b(?P<how>prefix|suffix|(?:(?<=the )|(?<=an ))ending)(?:es)?\s+"
        rf"(?P<also>(?!))?{ex.RUN}{ex.MORE_RUNS}(?:\s+means?\b)?",
        read.edge,
        is_weak=True,
    ),
    _rule(
        r"(?:\b(?:(?P<starts>start|begin)\w*\s+with|with|has|have|having|contain\w*|where|in which)\s+)?"
        r"(?:(?:an?|the letter)\s+)?(?P<first>(?<!\w)[\"']?\b[a-z]\b[\"']?)\s+"
        r"(?:(?:that|which|is|and|but|are|(?P<not>not|never|isn't|without being))\s+)*"
        r"(?:(?:immediately|directly)\s+)?followed by\s+"
        r"(?:(?:an?|the letter)\s+)?(?P<next>[\"']?[a-z]\b[\"']?)",
        read.followed,
    ),
    _rule(
        rf"{ex.NOT}\b(?P<how>start|begin|end|finish)(?:s|ing|ning|es)?"
        rf"(?P<also>\s+and\s+(?:end|start|begin)\w*)?\s+(?:with|in|by|on)\s+(?!(?:it|them)\b)(?:{ex.KIND}|{ex.THE}{ex.RUN}{ex.MORE_RUNS})"
        r"(?:,? but not (?:(?:with|in) )?[\"'-]?(?P<except>[a-z]{1,5})\b[\"'-]?)?",
        read.edge,
    ),
    _rule(
        rf"{ex.NOT}(?P<kind>(?!))?\b(?P<how>start|begin|end|finish)(?P<also>(?!))?(?:s|ing|ning|es)?\s+"
        rf"{ex.BARE}{ex.RUN}{ex.THEN}(?P<more>)",
        read.edge,
        is_weak=True,
    ),
    _rule(
        r"\b(?:(?:with|has|have|having|contain\w*|includ\w*)\s+)?(?:all|each|every)\s+(?:the\s+|five\s+)*vowels?\b"
        rf"{ex.HERE}(?P<ordered>\s+in (?:\w+ )?order\b)?(?P<once>\s+(?:\w+ )?once\b)?",
        read.vowels,
    ),
    _rule(
        r"\b(?:(?:have|has|having|with|of)\s+(?:two|2)\s+words|(?:two|2)-word"
        r"|(?:contain(?:s|ing)?|have|has|having|with)\s+a\s+space)\b",
        lambda _match, fields: put(fields, "contains", ("_",)),
        is_weak=True,
    ),
    _rule(
        rf"(?:\b(?:in which|where)\s+)?{ex.THE}[\"']?\b(?P<letters>[a-z]{{2,4}})[\"']?\s+"
        rf"(?:are|come|go|stand|occur|appear)\s+{ex.TOGETHER}{ex.HERE}",
        read.contains,
    ),
    _rule(
        rf"\b(?:contain|includ|featur|hold|us(?:e|es|ing)\b)\w*\s+{ex.THE}{ex.ONES}{ex.HERE}", read.contains
    ),
    _rule(
        rf"(?!(?:(?<=\bnot )|\bnot )including [a-z]{{4}})"  # of a list, "not including lead"
        rf"{ex.NOT}\b(?:contain|includ|featur)\w*\s+(?:{ex.KIND}|{ex.THE}{ex.RUN}{ex.MORE_RUNS}){ex.HERE}",
        read.contains_runs,
    ),
    _rule(
        rf"\b(?:(?<!te )with|has|have|having|got|there(?:'?s| is| are))\s+"
        rf"{ex.THE}{ex.ONES}{ex.HERE}(?:{ex.THEN}|(?=\s+(?:are|can|could|do|does|for|i|is)\b))",
        read.contains,
        is_weak=True,
    ),
    _rule(
        rf"\b(?:(?<!do )(?<!te )with|has|have|having|got)\s+(?!(?:please|to|with)\b)"
        rf"{ex.THE}{ex.RUN}{ex.HERE}{ex.THEN}",
        read.contains,
        is_weak=True,
    ),
    _rule(
        r"(?<![\w?])(?=[a-z ]*(?:_|\? [a-z?]))(?=[_? ]*[a-z])[a-z_?](?: [a-z_?]){2,}(?![\w?])", read.mask
    ),  # _ r a _ e
    _rule(r"(?<![\w-])(?=-*[a-z])(?:[a-z]{0,3}--+)+[a-z]{0,3}(?![\w-])", read.mask),  # b---k
    _rule(r"(?<!\w)([b-hj-z])[- ]words\b", lambda match, fields: put(fields, "starts", match[1])),  # z words
    _rule(rf"\b{ex.COMMON}\s+(?=(?:word|synonym|antonym|opposite|rhyme|one)s?\b)", read.common),
    _rule(rf"\b{ex.COMMON}\b", read.common, is_weak=True),
    _rule(
        rf"\b(?:only|just)\s+{ex.ONE_WORD}|\b{ex.ONE_WORD},?\s+(?:only|please)\b|\bno phrases\b",
        lambda _match, fields: put(fields, "without", "_"),
    ),
    _rule(rf"\b{ex.ONE_WORD}", lambda _match, fields: put(fields, "without", "_"), is_weak=True),
    _rule(rf"\b{ex.EXCEPT}\s+{ex.LEFT_OUT}", read.other_than),
    _rule(rf"\b{ex.NO_SUCH}\s+{ex.LEFT_OUT}", read.other_than, is_weak=True),
)
