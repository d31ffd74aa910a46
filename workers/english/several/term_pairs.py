"""Several terms in one question: "ice cream hot dog" in one piece of text, or one command for each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from shared.catalog import BY_NAME
from workers.commands.comparison.claimed_meaning import claim_in
from workers.commands.comparison.standing import is_spelt_alike
from workers.commands.term import Term
from workers.commands.word_facts.existence import is_word, right_forms, right_plural
from workers.commands.word_facts.marks.asked_labels import MARKED_WORDS, countries_in
from workers.english.pieces import quoted, quoted_together
from workers.english.several.classes_asked import classes_asked
from workers.english.several.descriptions import each_described
from workers.english.several.enumerations import compared, listed
from workers.english.several.ways_to_say import WAY_TO_SAY
from workers.english.term_finder import as_typed, literal
from workers.english.understood import Understood
from workers.english.wording.long_forms_asked import asks_long_form
from workers.english.wording.sounds.sounds_asked import stressed_first
from workers.english.wording.verdicts import asks_if_same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workers.english.reader import Reading, Span
    from workers.english.term_finder import AskedTerm, TermFinder

# Between two terms of which the same is asked: "plural of sheep and deer", "does there sound like their?"
_JOINT: Final = re.compile(
    r"\W+(?:(?:and|or|also|plus)\W+|(?:sounds?|pronounced)\W+(?:(?:the|same|just|exactly)\W+)*(?:like|as)\W+)?",
    re.IGNORECASE,
)
# A question with two words alone.
# "The plural of ox and of deer".
_SAME_BEFORE: Final = re.compile(
    r"\b(of|for|in|from) (?:the |an? )?[\w'-]+,? (?:and|or) (?:(?:also|one) )?\1\b", re.IGNORECASE
)
_EITHER: Final = re.compile(
    r"(?:(?:is it|is the|which (?:one )?is|do (?:you|i)|should i|correct|right|spell|spelled|spelt|spelling"
    r"|write)[,:]? )*[\"'“]?([\w'-]+?)[\"'”]?,? or [\"'“]?([\w'-]+?)[\"'”]?[ ?.!]*",
    re.IGNORECASE,
)
# Questions for the use of words, which the model reads as others about them.
_OF_USE: Final = re.compile(
    r"\b(?:british|american|slang|rude|swear|(?:in)?formal|old-fashioned|offensive) (?:word|term)\b"
    r"|\bjargon\b|\b(?:everyday|ordinary) (?:word|term)\b"
    r"|\b(?:rarer|commoner|used more|(?:more|less) (?:common|popular|often|used))\b",
    re.IGNORECASE,
)
# What the model takes a question for whether a form is right for.
_IF_RIGHT: Final = frozenset(["help", "lemmatizer", "grammar", "usage", "is_word", "pos", "text_help"])
_IF_STANDARD: Final = re.compile(r"\b(?:non-?)?standard\b", re.IGNORECASE)
# What it takes a question for whether a word has a meaning for.
_OF_CLAIMS: Final = frozenset(["similarity", "usage", "is_word", "inflect", "is_a"])
_SAID: Final = re.compile(r"\b(?:say|says|said|write|use) ([\w'-]+)[ ?.!]*$", re.IGNORECASE)
_SPELT_SAME: Final = re.compile(
    r"\b(?:spel(?:t|led|ling)|written|looks?)\b.*\bsame\b|\bsame\b.*\b(?:spelling|past)\b", re.IGNORECASE
)
_OF_MEANINGS: Final = frozenset(
    ["synonyms", "antonyms", "similar", "similarity", "difference", "definition", "usage"]
)
_ASKS_MEANINGS: Final = re.compile(
    r"\b(?:all|the|many|different|other|every) (?:\w+ )?(?:meanings|senses|definitions) (?:of|does|do|has)\b",
    re.IGNORECASE,
)
# "Does biscuit mean something else to an American than to a Brit?"
_ASKS_ELSEWHERE: Final = re.compile(
    r"\bmeans? (?:\w+ ){0,3}?(?:else|different|differently|same)\b", re.IGNORECASE
)
_OF_PAIRS: Final = ("difference", "similarity")
_ASKS_YES: Final = re.compile(
    r"(?:^|[,:;.-] ?)(?:(?:so|and|but|ok),? )?(?:is|are|do|does|can)\b|\bsame\b.*\bor\b", re.IGNORECASE
)
# "Are stressed and desserts anagrams?" asks whether they are.
_IS_ANAGRAM: Final = re.compile(r"(?:is|are|was|were)\b", re.IGNORECASE)
# Between two terms, the likeliest first.
_SEPARATORS: Final = tuple(re.compile(sign, re.IGNORECASE) for sign in (" ?, ?", " and ", " ", "-"))


def sides(text: str) -> Iterator[tuple[str, str]]:
    """Yield the two sides of each comma, then of each "and", blank and hyphen, the most even sides first.

    >>> list(sides("ice cream hot dog"))[0]
    ('ice cream', 'hot dog')
    """
    for separator in _SEPARATORS:
        pairs = [(text[: match.start()], text[match.end() :]) for match in separator.finditer(text)]
        yield from sorted(filter(all, pairs), key=lambda pair: abs(len(pair[0]) - len(pair[1])))


def pair_in(finder: TermFinder, text: str) -> tuple[AskedTerm, AskedTerm] | None:
    """Return two known terms that are together the whole of `text`, or None."""
    for one, other in sides(text):
        first, second = finder.term(one), finder.term(other)
        if first and second:
            return first, second
    return None


def one_or_other(finder: TermFinder, text: str) -> Understood | None:
    """Return the question of "lose or loose?": both are words, which differ, or only one is spelt right.

    Two little words, as in "who or whom?", make a question of grammar.
    """
    match = _EITHER.fullmatch(text)
    terms = [term for word in match.groups() if (term := finder.term(word))] if match else []
    right = _right(finder, terms)
    if len(right) == 1:
        return (match and _as_form(finder, right[0], *match.groups())) or Understood("spelling", right[0])
    shown = {term.shown for term in right}
    is_of_grammar = all(term.note for term in right) and "'" not in "".join(shown)
    return Understood("difference", right[0], right[1]) if len(shown) > 1 and not is_of_grammar else None


def _as_form(finder: TermFinder, term: AskedTerm, one: str, other: str) -> Understood | None:
    """Return the question for the form that is right, unless only its spelling is: "brought or brung"."""
    [entry] = is_word(Term(finder.lexicon, term.name or term.shown))
    if "pos" in entry or "of" not in entry or is_spelt_alike(one.lower(), other.lower()):
        return None
    return Understood("inflect", finder.term(entry["of"][0]["of"]), form=entry["of"][0]["form"])


def _right(finder: TermFinder, terms: Sequence[AskedTerm]) -> list[AskedTerm]:
    """Return those of `terms` that are no wrong spelling or form, as *wierd* and *sheeps* are."""
    return [term for term in terms if not (term.corrected or (term.name and _is_wrong(finder, term)))]


def _is_wrong(finder: TermFinder, term: AskedTerm, *, is_plural: bool = False) -> bool:
    """Whether a term is a form by the rules only, or only a form of a verb where a plural is asked for."""
    asked = Term(finder.lexicon, literal(term).name)
    return bool(right_forms(asked) or (is_plural and right_plural(asked)))


def fitting(
    finder: TermFinder, command: str, term: AskedTerm | None, term2: AskedTerm | None, text: str
) -> tuple[str, AskedTerm | None, AskedTerm | None]:
    """Return the command that the terms of `text` are rather meant for, and the terms as it takes them."""
    if wrong := _wrong_form(finder, command, term, text):
        return "is_word", literal(wrong), None  # "can you say sheeps?"
    if command == "definition" and _ASKS_MEANINGS.search(text):
        return "overview", term, term2
    is_short = asks_long_form(finder.lexicon, term, text)
    is_of_field = command == "domains" and _ASKS_YES.match(text) and not is_short  # "is tort a legal term?"
    if is_of_field or _asks_use(command, term2, text):
        return "usage", term, term2
    asks_same = command in _OF_MEANINGS and asks_if_same(text)
    if asks_same and (command == "similarity" or (term2 and _ASKS_YES.search(text))):
        command = "difference"
    is_of_one = command == "difference" and (not (term2 and term2.name) or term == term2)
    # "What does NASA stand for?", "does terrific still mean terrifying?"
    if is_short or ((is_of_one or command in _OF_CLAIMS) and claim_in(text)):
        command, term2 = "definition", None
    row = BY_NAME.get(command)
    is_in_one = term and term2 and term.shown == term2.shown and command == "is_a"  # "are poodles dogs"
    is_in_one = is_in_one or (term and not (term.name or term.note))  # "turtle tortoise"
    if row and term and row.needs_second_word and is_in_one:
        term, term2 = pair_in(finder, term.shown) or (term, term2)
    elif row and term and row.is_literal and row.is_about_form and command != "spelling":
        term = literal(term)
    if command == "is_a" and term2 and term2.shown in MARKED_WORDS:  # "is queer a slur?"
        return "usage", term, None
    if command == "spelling" and term2 and not (term and term.name):  # "zzqx or weird?"
        return command, term2, None
    right = _right(finder, [term, term2]) if term and term2 and command in ("difference", "spelling") else []
    return ("spelling", right[0], None) if len(right) == 1 else (command, term, term2)


def _wrong_form(finder: TermFinder, command: str, term: AskedTerm | None, text: str) -> AskedTerm | None:
    """Return a form by the rules only, such as *sheeps*, or a spelling that a question doubts."""
    if command == "spelling" and _IF_STANDARD.search(text):
        return term
    said = [*quoted(text), *_SAID.findall(text)] if command in _IF_RIGHT else []
    own = [finder.term(each) or as_typed(each) for each in said]
    own += [term] if term and (command == "usage" or _ASKS_YES.match(text)) else []
    return next((each for each in own if _is_wrong(finder, each, is_plural="plural" in text)), None)


def _asks_use(command: str, term2: AskedTerm | None, text: str) -> bool:
    """Whether a question that the model takes for another one is for the use of its word or words."""
    is_elsewhere = command in ("definition", *_OF_PAIRS) and not term2 and _ASKS_ELSEWHERE.search(text)
    if is_elsewhere and countries_in(text):
        return True
    return command in ("is_word", *_OF_PAIRS) and _OF_USE.search(text) is not None


def questions_on(finder: TermFinder, reading: Reading, understood: Understood, text: str) -> list[Understood]:
    """Return both questions on a term, or that on each of joint terms: "plural of sheep, deer and ox"."""
    if understood.command in BY_NAME and reading.then in BY_NAME and reading.then != understood.command:
        term = understood.term or understood.term2
        then = replace(understood, command=reading.then, term=term, where=None, unread=())
        return [understood, then]
    if understood.command in ("is_a", "reverse") and understood.term:
        is_of_class = understood.command == "is_a"
        return classes_asked(finder, understood, text) if is_of_class else each_described(understood, text)
    alone = understood.term or understood.term2
    if understood.command == "difference" and _SPELT_SAME.search(text) and len(quoted(text)) == 1 and alone:
        asked = replace(understood, term=alone, term2=None)  # "read" as a present and as a past
        return [replace(asked, command="inflect", form="past"), replace(asked, command="pronunciation")]
    if found := compared(finder, understood, text):
        return found
    row, one = BY_NAME.get(understood.command), reading.span("term")
    takes_one = row and not (row.needs_second_word or row.needs_model or row.name == "rhymes")
    is_of_both = understood.command == "anagram" and _IS_ANAGRAM.match(text)
    if is_of_both or understood.command == "grammar" or not (takes_one and one and understood.term):
        return [understood]
    return _on_each(finder, understood, text, one, reading.span("term2"))


def _on_each(
    finder: TermFinder, understood: Understood, text: str, one: Span, other: Span | None
) -> list[Understood]:
    """Return the question on each term of an enumeration, or of a pair that the model sees."""
    terms, is_end = listed(finder, text, {understood.term.shown.lower()} if understood.term else ())
    is_two = " or " in text or _SAME_BEFORE.search(text)
    is_clear = is_end and (not terms[2:] if is_two else terms[2:])
    if not (terms[1:] and (is_clear or understood.command == "pronunciation")):
        is_pair = other and _JOINT.fullmatch(text[one.end : other.start])
        # "May I write “kids”, or should I put “children”?"
        is_of_use = understood.command == "usage" and not WAY_TO_SAY.match(text)
        beside = map(finder.term, quoted(text) if is_of_use else quoted_together(text))
        terms = [term for term in (understood.term, is_pair and understood.term2, *beside) if term]
    named = {term.shown: term for term in terms}
    if len(named) == 1:
        return [understood]
    if understood.command == "spelling" and is_clear and " or " in text:  # both are right
        return [replace(understood, command="difference", term=terms[0], term2=terms[-1])]
    terms = list(named.values())
    if understood.command == "pronunciation":
        terms = stressed_first(finder.lexicon, terms, text)
    elif understood.command == "is_word":
        terms = list(map(literal, terms))
    return [replace(understood, term=term, term2=None) for term in terms]
