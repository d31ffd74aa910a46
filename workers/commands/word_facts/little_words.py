# ruff: noqa: E501 (a table reads best with one row to a line)
"""Little words, contractions and abbreviations, each with its kind, for questions that WordNet can't answer.

WordNet has nouns, verbs, adjectives and adverbs only. It has nothing about *from*, and about *at* only that it
is short for astatine. So the honest answer says what kind of word it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from shared.messages import Said
from workers.commands.word_facts.marks.own_marks import marks_said, own_marks
from workers.wordnet.lexicon import POS_ORDER
from workers.wordnet.names.spelled import readable, spelled
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

OWN_WORD: Final = "own_word"  # the key of the note on a word that only our notes on usage have
ONLY: Final = "nouns, verbs, adjectives and adverbs only"
_MOST_MEANINGS: Final = 3
_AFFIX: Final = re.compile(r"-[a-z]{1,6}|[a-z]{1,6}-")  # un-, -ness

# fmt: off
# Kind → its words. Words that WordNet has in the meaning that people ask for (about, down, have) are not here.
KINDS: Final[dict[str, str]] = {
    "the definite article": "the",
    "the indefinite article": "a an",
    "a pronoun": "i me mine myself you yours yourself yourselves ye thou thee thine thyself he him himself she hers herself it itself we us ours ourselves they them theirs themselves themself oneself who whom which what that this these those whoever whomever whichever whosoever something anybody anyone anything everybody everyone everything others",
    "a possessive pronoun": "my your thy his her its our their whose",
    "a preposition": "of from to into onto for with without at in by on during against among amongst amid amidst upon toward towards until unto beside despite via versus vs per than circa sans qua outwith vis-à-vis",
    "a conjunction": "and or nor but if as because although since unless whereas whether while whilst lest till albeit inasmuch forasmuch whereby wherein whereon whereof whereupon wherewith whereat howbeit ere",
    "a verb": "methinks quoth",
    "an auxiliary, which helps another verb": "shall should would could ought cannot may might must can will shalt hath doth hast dost hadst didst wast wert wouldst shouldst couldst canst mayst durst",
    "a question word": "how when where whither whenever howsoever whensoever",
    "an interjection": "oh ouch ow oops whoops yay hmm um uh eh ugh phew yuck yikes huh shh psst hey ah aha whoo yippee bah brr duh gosh haha jeez meh nah nope oi pfft pshaw uh-huh uh-oh whoa yep yup yum zounds lo crikey blimey cor eek sheesh jeepers golly tada gadzooks egad fie heck prithee",
}
# Kind → words of that kind that WordNet has too, as nouns, verbs, adjectives or adverbs.
_TOO: Final[dict[str, str]] = {
    "a preposition": "about above across after along around aside before behind below beneath between beyond by concerning considering despite down except following given inside like minus near nearby notwithstanding off opposite out outside over past plus regarding round save since through throughout till times under underneath up within",
    "a conjunction": "after before directly except immediately like once only plus provided since so supposing yet",
    "an interjection": "ahoy alas amen boo bravo bye bye-bye cheers congratulations damn darn dear encore eureka farewell goodbye good-bye greetings hallelujah heavens hello hi hurrah hurray hooray indeed no okay ok ole ouch please right shoot tut welcome well whoopee wow yahoo yes",
    "a determiner": "all any both each either enough every few little many more most much neither no several some such",
    "a pronoun": "all both each either enough few many more most much neither nobody none nothing one several some such",
}
# WordNet has these as short forms or names of other things: at, he, or; it names them in the same sentence.
_SHORT_FORMS: Final = word_set("a an as at he i in it me oh or us who")
# WordNet has these in other, ordinary meanings: the mine, the might, by and by.
_OTHER_MEANINGS: Final = word_set("mine thou but by on despite while till may might must can will yay")

# A contraction is one of these words with one or more of the endings …
_STARTS: Final = word_set("i you he she it we they that this these those there here what who where when why how which one y'all someone somebody everyone everybody nobody nothing something everything")
_HELPERS: Final = word_set("am are could dare did do does had has have is may might must need ought should used was were would")
_ENDINGS: Final[dict[str, tuple[str, ...]]] = {
    "n't": ("not",), "'m": ("am",), "'re": ("are",), "'ve": ("have",), "'ll": ("will",), "'d": ("would", "had"), "'s": ("is", "has"),
}
# … or one of these.
_IRREGULAR: Final[dict[str, str]] = {
    "can't": "cannot", "won't": "will not", "shan't": "shall not", "ain't": "am not”, “is not” or “has not",
    "let's": "let us", "y'all": "you all", "ya'll": "you all", "'tis": "it is", "'twas": "it was", "'twere": "it were", "'twill": "it will",
    "'em": "them", "'cause": "because", "'cos": "because", "'til": "until", "'bout": "about", "'n'": "and", "o'": "of", "ol'": "old",
    "th'": "the", "d'you": "do you", "d'ye": "do you", "c'mon": "come on", "g'day": "good day", "y'know": "you know", "s'pose": "suppose",
    "gonna": "going to", "gotta": "got to", "wanna": "want to", "dunno": "do not know", "gimme": "give me", "lemme": "let me",
    "sorta": "sort of", "outta": "out of", "lotta": "lot of", "coulda": "could have", "shoulda": "should have", "woulda": "would have",
    "mighta": "might have", "musta": "must have", "hafta": "have to", "oughta": "ought to", "innit": "is it not", "tryna": "trying to",
    "imma": "I am going to", "finna": "fixing to", "whatcha": "what are you", "gotcha": "got you", "betcha": "bet you",
    "cuz": "because", "coz": "because", "ya": "you", "thru": "through", "altho": "although",
}
# Abbreviations that WordNet lacks, and the words that they stand for.
ABBREVIATIONS: Final[dict[str, str]] = {
    "fyi": "for your information", "diy": "do it yourself", "tba": "to be announced", "tbd": "to be decided", "tbc": "to be confirmed",
    "rsvp": "répondez s'il vous plaît”, French for “please answer", "eod": "end of day", "wfh": "work from home", "ooo": "out of office",
    "lol": "laughing out loud", "rofl": "rolling on the floor laughing", "omg": "oh my God", "btw": "by the way", "imho": "in my humble opinion",
    "afaik": "as far as I know", "iirc": "if I recall correctly", "idk": "I don't know", "tbh": "to be honest", "brb": "be right back",
    "ttyl": "talk to you later", "tldr": "too long; didn't read", "fomo": "fear of missing out", "yolo": "you only live once",
    "smh": "shaking my head", "nvm": "never mind", "irl": "in real life", "afk": "away from keyboard", "eli5": "explain it like I'm five",
    "nsfw": "not safe for work", "ftw": "for the win", "fwiw": "for what it's worth", "ily": "I love you", "bff": "best friends forever",
    "pls": "please", "plz": "please", "thx": "thanks", "npo": "non-profit organization” or “nothing by mouth", "pdf": "portable document format",
    "usb": "universal serial bus", "api": "application programming interface", "sql": "structured query language",
    "json": "JavaScript object notation", "css": "cascading style sheets", "gif": "graphics interchange format",
    "jpeg": "Joint Photographic Experts Group", "jpg": "Joint Photographic Experts Group", "png": "portable network graphics",
    "gpu": "graphics processing unit", "ssd": "solid-state drive", "sms": "short message service", "cto": "chief technical officer",
    "kpi": "key performance indicator", "b2b": "business to business", "q&a": "questions and answers", "approx": "approximately",
    "dept": "department", "govt": "government", "incl": "including", "misc": "miscellaneous", "w/o": "without", "w/": "with", "c/o": "care of",
    "b/c": "because", "lgbt": "lesbian, gay, bisexual and transgender", "lgbtq": "lesbian, gay, bisexual, transgender and queer",
}
# fmt: on
_CONTRACTED: Final = re.compile(r"(y'all|[a-z]+?)((?:n't|'(?:m|re|ve|ll|d|s))+)")
_ENDING: Final = re.compile("|".join(_ENDINGS))


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    return {word: kind for kind, words in KINDS.items() for word in words.split()}


@lru_cache(maxsize=1)
def contractions() -> dict[str, str]:
    """Return contraction as people type it in haste → contraction: dont → don't."""
    regular = [f"{word}n't" for word in _HELPERS]
    regular += [word + ending for word in _STARTS for ending in _ENDINGS if expanded(word + ending)]
    return {word.replace("'", ""): word for word in (*regular, *_IRREGULAR) if "'" in word}


def kind_of(word: str) -> str:
    """Explain a little word or a contraction, in lower case; "" if it is neither.

    >>> kind_of("from"), kind_of("can't"), kind_of("happy")
    ('a preposition', 'short for “cannot”', '')
    """
    meant = expanded(word)
    return _kinds().get(word) or (f"short for “{meant}”" if meant else "")


def is_noted(word: str) -> bool:
    """Whether we have something to say of a word, in lower case, without WordNet."""
    return bool(kind_of(word) or own_marks(word))


def other_kinds(word: str) -> list[str]:
    """Return the kinds of a word, in lower case, that WordNet does not tell.

    >>> other_kinds("between"), other_kinds("since"), other_kinds("dog")
    (['a preposition'], ['a preposition', 'a conjunction'], [])
    """
    return [kind for kind, words in _TOO.items() if word in words.split()]


def note_on(lexicon: Lexicon, word: str) -> Said | None:
    """Return the sentence on the kind of a little word, in lower case, or on a word that only our notes have.

    None for any other word.

    >>> note_on(lexicon, "from").text  # doctest: +SKIP
    '“From” is a preposition. WordNet has nouns, verbs, adjectives and adverbs only.'
    """
    quoted, kind, meant = f"“{word[:1].upper()}{word[1:]}”", _kinds().get(word), expanded(word)
    marks = own_marks(word)
    own = f" {marks_said(word)}" if marks else ""
    if kind:
        mostly = "mostly " if word in _OTHER_MEANINGS else ""
        meanings = f"; there, “{word}” means {_meanings(lexicon, word)}" if word in _SHORT_FORMS else ""
        return Said("little", [word, kind], f"{quoted} is {mostly}{kind}.{own} WordNet has {ONLY}{meanings}.")
    if meant:
        return Said("short", [word, meant], f"{quoted} is short for “{meant}”.{own} WordNet has {ONLY}.")
    kind, meant = affix_kind(word), abbreviated(word)
    if kind:
        return Said("little", [word, kind], f"“{word}” is {kind}. WordNet has {ONLY}.")
    if meant:
        text = f"“{word}” is short for “{meant}”. WordNet (2006) does not have it."
        return Said("abbreviation", [word, meant], text)
    is_wrong = any("nonstandard" in mark.labels for mark in marks)  # alot has a right spelling
    if not marks or is_wrong or any(lexicon.all_dictionary_forms(spelled(word)).values()):
        return None
    return Said(OWN_WORD, [word], f"WordNet (2006) does not have “{word}”.{own}")


def affix_kind(word: str) -> str:
    """Return whether a word is a prefix or a suffix; "" if it is neither.

    >>> affix_kind("un-"), affix_kind("-ness"), affix_kind("dog")
    ('a prefix', 'a suffix', '')
    """
    if not _AFFIX.fullmatch(word):
        return ""
    return "a suffix" if word[0] == "-" else "a prefix"


def abbreviated(word: str) -> str:
    """Return the words that an abbreviation that WordNet lacks stands for, or "" if `word` is none.

    >>> abbreviated("rofl"), abbreviated("dog")
    ('rolling on the floor laughing', '')
    """
    return ABBREVIATIONS.get(word.replace(".", ""), "")


def is_in_wordnet(word: str) -> bool:
    """Return whether a word with a note is also a name of WordNet, in another meaning."""
    return word in _SHORT_FORMS or word in _OTHER_MEANINGS


def is_explained(word: str) -> bool:
    """Return whether the note on a word names its meanings in WordNet, too: "at" is short for astatine."""
    return word in _SHORT_FORMS


def with_apostrophe(word: str) -> str:
    """Return the contraction that `word` lacks the apostrophe of, or `word`: dont → don't."""
    return contractions().get(word, word)


def expanded(word: str) -> str:
    """Return the words that a contraction is short for, or "" if `word` is none.

    >>> expanded("she'd"), expanded("shouldn't've"), expanded("dog's")
    ('she would” or “she had', 'should not have', '')
    """
    match = _CONTRACTED.fullmatch(word) if "'" in word else None
    if word in _IRREGULAR or not match:
        return _IRREGULAR.get(word, "")
    start, endings = match[1], _ENDING.findall(match[2])
    if start not in (_HELPERS if endings[0] in ("n't", "'ve") and start in _HELPERS else _STARTS):
        return ""
    said = [_IRREGULAR.get(start, "I" if start == "i" else start)]
    said += [_ENDINGS[ending][0] for ending in endings[:-1]]
    return "” or “".join(" ".join((*said, last)) for last in _ENDINGS[endings[-1]])


def _meanings(lexicon: Lexicon, word: str) -> str:
    """Return the other names of the first meanings of a short form: at → astatine."""
    named: list[str] = []
    lemma = lexicon.number_of(word)
    for synset in (synset for pos in POS_ORDER for synset in lexicon.entry(lemma, pos)):
        words = [name for name in lexicon.words(synset) if name.lower() != word]
        if words and words[0] not in named:
            named.append(words[0])
    named = list(map(readable, named[:_MOST_MEANINGS]))
    return " or ".join((", ".join(named[:-1]), named[-1])) if named[1:] else "".join(named)
