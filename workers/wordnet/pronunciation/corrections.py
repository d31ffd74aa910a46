"""Corrects the CMU Pronouncing Dictionary: *thyme* with the sound of "th", *overcome* stressed on *over*.

Three mistakes are general: a word without a main stress, a word of one piece with two (*engineer*), and a
verb such as *overcome* or *outweigh* that is stressed like a noun. The others are in a table. They were found
by comparing the words of WordNet with what a speech synthesizer says by its rules of spelling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workers.wordnet.pronunciation.phones import (
    FIRST_VOWEL,
    PRIMARY,
    SECONDARY,
    STRESS_BITS,
    encode,
    syllable_count,
)
from workers.wordnet.pronunciation.sounds import POS_BITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workers.wordnet.pronunciation.cmudict import Pronunciations

# Our lines replace all that the dictionary has for the word.
_TABLE: Final = """
actuary AE1 K CH UW0 EH2 R IY0
actuate AE1 K CH UW0 EY2 T
antimatter AE1 N T IY0 M AE2 T ER0
antinomy AE0 N T IH1 N AH0 M IY0
antipode AE1 N T IH0 P OW2 D
antipodes AE0 N T IH1 P AH0 D IY2 Z
asthmatics AE0 Z M AE1 T IH0 K S
beret B ER0 EY1
berets B ER0 EY1 Z
bronchial B R AA1 NG K IY0 AH0 L
caesarean S IH0 Z EH1 R IY0 AH0 N
caesareans S IH0 Z EH1 R IY0 AH0 N Z
chimera K AY0 M IH1 R AH0
committeeman K AH0 M IH1 T IY0 M AH0 N
contextually K AH0 N T EH1 K S CH UW0 AH0 L IY0
counterespionage K AW2 N T ER0 EH1 S P IY0 AH0 N AA2 ZH
disembodied D IH2 S IH0 M B AA1 D IY0 D
disembody D IH2 S IH0 M B AA1 D IY0
endurance EH0 N D UH1 R AH0 N S
englishmen IH1 NG G L IH0 SH M AH0 N
espionage EH1 S P IY0 AH0 N AA2 ZH
excellency EH1 K S AH0 L AH0 N S IY0
faux F OW1
furthest F ER1 DH AH0 S T
gutsy G AH1 T S IY0
hypertrophy HH AY0 P ER1 T R AH0 F IY0
indefeasible IH2 N D AH0 F IY1 Z AH0 B AH0 L
inexplicable IH2 N AH0 K S P L IH1 K AH0 B AH0 L
interpolate IH0 N T ER1 P AH0 L EY2 T
interpolated IH0 N T ER1 P AH0 L EY2 T IH0 D
interpolation IH0 N T ER2 P AH0 L EY1 SH AH0 N
interpolations IH0 N T ER2 P AH0 L EY1 SH AH0 N Z
juicier JH UW1 S IY0 ER0
laugher L AE1 F ER0
lesotho L AH0 S UW1 T UW0
loathing L OW1 DH IH0 NG
lough L AA1 K
melange M EY0 L AA1 N ZH
merlot M ER0 L OW1
merlots M ER0 L OW1 Z
microfiche M AY1 K R OW0 F IY2 SH
mortification M AO2 R T AH0 F AH0 K EY1 SH AH0 N
neuronal N UH1 R AH0 N AH0 L
olympiads OW0 L IH1 M P IY0 AE2 D Z
pachysandra P AE2 K AH0 S AE1 N D R AH0
palimpsest P AE1 L AH0 M P S EH2 S T
patrolmen P AH0 T R OW1 L M EH0 N
phytoplankton F AY2 T OW0 P L AE1 NG K T AH0 N
picturesque P IH2 K CH ER0 EH1 S K
pinot P IY2 N OW1
pirouette P IH2 R UW0 EH1 T
plough P L AW1
preempt P R IY0 EH1 M P T
pyrenees P IH1 R AH0 N IY2 Z
reiterates R IY0 IH1 T ER0 EY2 T S
retort R IH0 T AO1 R T
schizophrenic S K IH2 T S AH0 F R EH1 N IH0 K
scythe S AY1 DH
severer S AH0 V IH1 R ER0
standby S T AE1 N D B AY2
superbly S UH0 P ER1 B L IY0
synapse S IH1 N AE2 P S
synapses S IH1 N AE2 P S IH0 Z
tern T ER1 N
thither DH IH1 DH ER0
thyme T AY1 M
troche T R OW1 K IY0
unite Y UW0 N AY1 T
unpaved AH0 N P EY1 V D
unstructured AH0 N S T R AH1 K CH ER0 D
upgrade AH0 P G R EY1 D
upgrade AH1 P G R EY2 D
viscount V AY1 K AW2 N T
viscounts V AY1 K AW2 N T S
writhe R AY1 DH
writhed R AY1 DH D
writhing R AY1 DH IH0 NG
"""

_PREFIXES: Final = ("over", "under", "out")
_LIKE_NOUNS: Final = ("outlaw", "outlin", "outrag", "underlin")  # verbs made of nouns keep their stress
_VERB: Final = POS_BITS["v"]
_SHORTEST_PART: Final = 3


def corrected(pronunciations: Pronunciations, parts_of_speech: Callable[[str], int]) -> Pronunciations:
    """Return the pronunciations with our corrections.

    `parts_of_speech` gives those that a word can be, as the bits of POS_BITS.
    """
    pronunciations = pronunciations | {
        word: sounds for word, sounds in _replaced().items() if word in pronunciations
    }
    return {word: _stressed(word, pronunciations, parts_of_speech) for word in pronunciations}


def _replaced() -> Pronunciations:
    found: Pronunciations = {}
    for line in _TABLE.strip().splitlines():
        word, _, arpabet = line.partition(" ")
        found.setdefault(word, []).append(encode(arpabet))
    return found


def _stressed(
    word: str, pronunciations: Pronunciations, parts_of_speech: Callable[[str], int]
) -> list[bytes]:
    prefix = next((each for each in _PREFIXES if word.startswith(each)), "")
    rest = word.removeprefix(prefix)
    is_verb = prefix and len(rest) >= _SHORTEST_PART and parts_of_speech(word) == _VERB
    if is_verb and rest in pronunciations and not word.startswith(_LIKE_NOUNS):
        return _unique(_with_late_stress(phones, pronunciations[rest][0]) for phones in pronunciations[word])
    may_have_two = _is_compound(word, pronunciations)
    return _unique(_with_one_stress(phones, may_have_two=may_have_two) for phones in pronunciations[word])


def _with_late_stress(phones: bytes, verb: bytes) -> bytes:
    """Return the sounds of a verb with a prefix, with the stress of the verb alone and a weaker one before.

    >>> _with_late_stress(encode("OW1 V ER0 K AH2 M"), encode("K AH1 M")) == encode("OW2 V ER0 K AH1 M")
    True
    """
    before = syllable_count(phones) - syllable_count(verb)
    stresses = [SECONDARY, *[0] * (before - 1), *(code & STRESS_BITS for code in verb if code >= FIRST_VOWEL)]
    return _with_stresses(phones, stresses) if before > 0 else phones


def _with_one_stress(phones: bytes, *, may_have_two: bool) -> bytes:
    """Return the sounds with one main stress, the last one or, where there is none, the first weaker one.

    >>> engineer = encode("EH1 N JH AH0 N IH1 R")
    >>> _with_one_stress(engineer, may_have_two=False) == encode("EH2 N JH AH0 N IH1 R")
    True
    """
    stresses = [code & STRESS_BITS for code in phones if code >= FIRST_VOWEL]
    if PRIMARY not in stresses and SECONDARY in stresses:
        stresses[stresses.index(SECONDARY)] = PRIMARY
    elif stresses.count(PRIMARY) > 1 and not may_have_two:
        last = len(stresses) - 1 - stresses[::-1].index(PRIMARY)
        stresses = [SECONDARY if each == PRIMARY and at != last else each for at, each in enumerate(stresses)]
    return _with_stresses(phones, stresses)


def _with_stresses(phones: bytes, stresses: list[int]) -> bytes:
    of_vowels = iter(stresses)
    return bytes(code & ~STRESS_BITS | next(of_vowels) if code >= FIRST_VOWEL else code for code in phones)


def _is_compound(word: str, pronunciations: Pronunciations) -> bool:
    """Whether the word is two words that the dictionary has: "baseball", whose parts may both be stressed."""
    if not word.isalpha():
        return True
    places = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    return any(word[:at] in pronunciations and word[at:] in pronunciations for at in places)


def _unique(sounds: Iterator[bytes]) -> list[bytes]:
    return list(dict.fromkeys(sounds))
