"""Whether a verb goes with an infinitive or with an -ing form: "want to do", "avoid doing".

WordNet's frames lack many of these, and some that they have are of rare meanings, so its example sentences
and the verbs that stand behind this one in its own texts count, too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from workers.commands.word_facts.frames import frames
from workers.commands.word_facts.prepositions import next_words
from workers.wordnet.inflection.inflections import inflect
from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from workers.commands.term import Term
    from workers.wordnet.lexicon import Lexicon

INFINITIVE, ING = "infinitive", "ing"
# Chosen on 77 verbs: for 49 of them these tell, always as learner's dictionaries do.
_TELLING: Final = 4  # the fewest times behind a verb by which WordNet's texts tell
_SHARE: Final = 5  # times as often, another form is no exception
_FEW: Final = 2  # times that back a frame or an example
_PIECES: Final = 2  # of evidence
_FRAMES: Final = {
    INFINITIVE: re.compile(r"Somebody [\w-]+ to do something"),
    ING: re.compile(r"Somebody [\w-]+ doing something"),
}
_EXAMPLES: Final = {INFINITIVE: re.compile(r"They [\w-]+ to move"), ING: re.compile(r"They [\w-]+ moving")}


class Complement(NamedTuple):
    """A form that goes with a verb, how often WordNet's texts have it there, and its frame or example."""

    form: str
    times: int
    shown: str


def complements(term: Term, verb: str) -> tuple[list[Complement], bool]:
    """Return the forms that WordNet has behind a verb, and whether it has enough of them to tell."""
    found = frames(term)
    patterns = [pattern for each in found for pattern in each["frames"]]
    examples = [example for each in found for example in each.get("sentences", ())]
    times = _times(term.lexicon, verb)
    pieces, shown = dict.fromkeys(times, 0), dict.fromkeys(times, "")
    for texts, rules in ((examples, _EXAMPLES), (patterns, _FRAMES)):  # the frame is shown, if there is one
        for form, rule in rules.items():
            if text := next(filter(rule.fullmatch, texts), ""):
                pieces[form], shown[form] = pieces[form] + 1, text
    has = [Complement(form, times[form], shown[form]) for form in times if times[form] or shown[form]]
    most = max(times.values())
    if most >= _TELLING:
        full = [each for each in has if pieces[each.form] == _PIECES or _SHARE * each.times >= most]
        are_nouns = len(full) > 1 and not any(pieces.values())  # "a practice to do", "practice swinging"
        return (has, False) if are_nouns else (full, True)
    is_clear = any(pieces[form] + (times[form] >= _FEW) >= _PIECES for form in times)
    return [each for each in has if each.shown] if is_clear else has, is_clear


def _times(lexicon: Lexicon, verb: str) -> dict[str, int]:
    """Return how often a verb stands behind this one in WordNet's definitions and examples, by its form.

    Only the present counts: "considered to be" and "used to" are something else.
    """
    present = {readable(each) for each in (verb, *inflect(lexicon, verb, "third_person", "v"))}
    behind = list(next_words(lexicon, present, r" (to [a-z]+|[a-z]+ing)\b"))
    bases = [each.removeprefix("to ") for each in behind if each.startswith("to ")]
    others = [each for each in behind if not each.startswith("to ")]
    return {
        INFINITIVE: sum(each in lexicon.dictionary_forms(each, "v") for each in bases),
        ING: sum(any(name != each for name in lexicon.dictionary_forms(each, "v")) for each in others),
    }
