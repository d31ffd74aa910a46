"""How little words are used: archaic, British, informal; and what those mean that people ask about.

WordNet lacks most of these words, and marks few of the others. So the marks and the meanings are our own, and
replies say so.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple


class OwnMarks(NamedTuple):
    """The labels of a word, as in usage_marks.py, and its meaning, or nothing."""

    labels: list[str]
    meaning: str


NO_MARKS: Final = OwnMarks([], "")
# Labels: word or words with their meaning, if there is one.
_TABLE: Final = """
archaic: thou thee = you, said to one person; thy thine = your, yours, said to one person
archaic: thyself = yourself; ye = you, said to several people; hath = has; doth = does; hast = have, with thou
archaic: dost = do, with thou; hadst = had, with thou; didst = did, with thou; wast wert = were, with thou
archaic: wouldst shouldst couldst canst mayst durst; shalt = shall, with thou
archaic: ere = before; whither = to what place; whence = from what place; thence = from there
archaic: hither = to this place, towards the speaker; thither = to that place
archaic: wherefore = why, for what reason; yon = that, over there
archaic: betwixt = between; forsooth verily = in truth; prithee = please, I beg you; nay = no
archaic: methinks = it seems to me; quoth = said; perchance mayhap = perhaps; aught = anything; anon = soon
archaic: lo = look; zounds egad gadzooks pshaw fie; forasmuch; whosoever = whoever; whensoever = whenever
archaic: howbeit = however; wherewith = with which; whereat = at which; whereon = on which; d'ye = do you
archaic,literary: unto = to; 'tis 'twas 'twere 'twill; oft = often; ne'er = never; e'er = ever; o'er = over
formal: whom = is “who” as an object: “to whom it may concern”; whereas = while on the contrary
formal: lest = for fear that, so that not; albeit = although; inasmuch; oneself; shall; per = for each
formal: whereby = by which; wherein = in which; whereof = of which; whereupon = immediately after which
formal: upon = on; thereof = of it; herein = in this; hereby = by this; hence = therefore, or from now
formal: notwithstanding = in spite of; circa = about, before a year; qua = in the role of
formal: henceforth = from now on; hitherto = until now
British: whilst = while; amongst = among; towards = toward; shan't = shall not
British,literary: amidst = in the middle of
Scottish: outwith = outside, beyond
literary: amid = in the middle of; upon = on; sans = without; till = until; o' yonder
American: toward = in the direction of; gotten = is a past participle of get
American,informal: y'all = you, said to several people; gee = expresses surprise; finna imma tryna
British,informal: crikey blimey cor = expresses surprise; innit oi 'cos coz; ta = thank you; cheerio = goodbye
nonstandard,informal: ain't; alright = is “all right” in one word, which many editors refuse
nonstandard,informal: anyways = anyway
informal: gonna gotta wanna dunno gimme lemme sorta kinda outta lotta coulda shoulda woulda mighta musta hafta
informal: oughta whatcha gotcha betcha cuz ya thru altho c'mon 'em 'cause 'til 'bout
informal: 'n' ol' th' s'pose y'know ya'll
informal: yeah yep yup = yes; nope nah = no; heck = is a mild form of “hell”; oops whoops = admits a mistake
informal: yay yippee = expresses joy; ouch ow = expresses pain; yuck ugh eww = expresses disgust
informal: duh meh huh psst gosh golly jeepers jeez sheesh yikes eek haha whoa uh-huh uh-oh tada
"""

_CLAIMS: Final = ("is ", "admits ", "expresses ")  # beginnings of what is not the meaning itself


@lru_cache(maxsize=1)
def _marks() -> dict[str, OwnMarks]:
    found: dict[str, OwnMarks] = {}
    for line in _TABLE.strip().splitlines():
        labels, _, groups = line.partition(": ")
        for group in groups.split("; "):
            words, _, meaning = group.partition(" = ")
            for word in words.split():
                before = found.get(word, NO_MARKS)
                found[word] = OwnMarks([*before.labels, *labels.split(",")], meaning or before.meaning)
    return found


def marks_said(word: str) -> str:
    """Return the sentence on our own marks on a word, in lower case; "" if we have none.

    >>> marks_said("whilst")
    "By Wordwire's own notes, it is British and means “while”."
    """
    found = own_marks(word)
    if found == NO_MARKS:
        return ""
    claim = found.meaning if found.meaning.startswith(_CLAIMS) else f"means “{found.meaning}”"
    also = f"{',' if found.labels[1:] else ''} and {claim}" if found.meaning else ""
    return f"By Wordwire's own notes, it is {' and '.join(found.labels)}{also}."


def own_marks(word: str) -> OwnMarks:
    """Return our own marks on a word, in lower case; `NO_MARKS` if we have none.

    >>> own_marks("whilst")
    OwnMarks(labels=['British'], meaning='while')
    """
    return _marks().get(word, NO_MARKS)
