"""How two words stand to each other: in meaning, in form, in sound and in spelling.

Each relation is an object with its name and its parts; `senses` are the numbers of the two meanings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from rapidfuzz.distance import DamerauLevenshtein

from shared.catalog import FORMS
from workers.commands.comparison.prominence import FEW_USES, SHARE
from workers.commands.comparison.two_spellings import are_one_word, listed_first
from workers.wordnet.inflection.inflections import inflect
from workers.wordnet.inflection.plurals import irregular_singulars
from workers.wordnet.pronunciation.phones import weakened
from workers.wordnet.relations import ANTONYM, CODES, RELATIONS, SIMILAR

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from workers.commands.comparison.ancestors import Ways
    from workers.commands.term import Term
    from workers.wordnet.lexicon import Lexicon

Relation = dict[str, Any]
# The number of a meaning and the adjective at the centre of its cluster.
Heads = list[tuple[int, int]]

_PERTAINING: Final = (CODES["\\"],)
_DERIVED: Final = (CODES["+"], *_PERTAINING, CODES["<"])
# Relation → the pointers from a meaning of one word to one of the other.
_DIRECT: Final = {
    "part_of": RELATIONS["holonyms"],
    "causes": RELATIONS["causes"],
    "entails": RELATIONS["entailments"],
}
_FEWEST_LETTERS: Final = 4  # of words that are spelt nearly alike; almost any two short words are
_LETTERS_A_CHANGE: Final = 4  # one letter more, fewer, or another for each four


def in_meaning(term: Term, ways: Ways) -> Iterator[Relation]:
    """Yield the relations of the two words' meanings: the same, opposites, kinds, parts, causes, similar."""
    second = term.second
    same = _same(term)
    if same and "rare" not in same:
        yield same
    heads = _numbered_heads(term)
    second_heads = _numbered_heads(second) if heads else []
    opposite = _opposite(term, heads, second_heads)
    if opposite:
        yield {"relation": "opposites", "senses": opposite}
    if same and "rare" not in same:
        return
    if same:
        yield same
    for low, high, is_swapped in ((term, second, False), (second, term, True)):
        found = _kind_of(low, high, ways)
        if found:
            numbers, path = found
            senses = numbers[::-1] if is_swapped else numbers
            yield {"relation": "kind_of", "narrower": low.form, "path": path, "senses": senses}
            break
    yield from _direct(term)
    if not opposite:
        alike = _alike(heads, second_heads)
        if alike and _are_likely(term, alike):
            yield {"relation": "similar", "senses": alike}


def in_form(term: Term) -> Iterator[Relation]:
    """Yield the relations of the two as words: forms of one word, of one family, alike to ear or eye."""
    second = term.second
    one, other = term.form.lower(), second.form.lower()
    form = _form_of(term, second) or _form_of(second, term)
    if form:
        yield form
    elif _is_family(term):
        yield {"relation": "derivation"}
    if one == other:
        return
    sounds = sounding(term.lexicon, one, other)
    if sounds:
        yield {"relation": sounds}
    if not form and is_spelt_alike(one, other):
        yield _variants(term) if are_one_word(term, sounds) else {"relation": "spelling"}


def _variants(term: Term) -> Relation:
    """Return the relation of two spellings, with the one that the texts use much more: not *supercede*."""
    return {"relation": "variants", **_commoner(term, {each: each.meanings for each in (term, term.second)})}


def _commoner(term: Term, meanings: Mapping[Term, Sequence[int]]) -> dict[str, str]:
    """Return as `commoner` the word that the texts use much more in these meanings, if there is one."""
    uses = {each.form: sum(map(each.uses, synsets)) for each, synsets in meanings.items()}
    rarer, commoner = sorted(uses, key=uses.__getitem__) if len(uses) > 1 else (term.form, term.form)
    is_clear = uses[commoner] >= FEW_USES and uses[commoner] > SHARE * uses[rarer]
    return {"commoner": commoner} if is_clear else {}


def _same(term: Term) -> Relation | None:
    """Return the relation of a shared meaning: one likely for both words, or else the first of one of them.

    Beside *elevator*, a *lift* is hardly anything else.
    """
    second = term.second
    shared = [synset for synset in term.meanings if synset in second.meanings]
    if not shared:
        return None
    likely, likely_second = set(term.prominent), set(second.prominent)
    both = [synset for synset in shared if synset in likely and synset in likely_second]
    both = both or [each for each in shared if each in (term.meanings[0], second.meanings[0])]
    first = min(
        both or shared, key=lambda each: (term.meanings.index(each) + second.meanings.index(each), each)
    )
    found: Relation = {
        "relation": "same_meaning",
        "senses": [term.sense_number(first), second.sense_number(first)],
        "definition": term.definition(first),
        "count": len(shared),
    }
    if not both:
        return {**found, "rare": True}
    whole = [each.form for each in (term, second) if len(shared) == len(each.meanings)]
    found |= {"all_of": whole} if whole else {}
    commoner = _commoner(term, dict.fromkeys((term, second), shared))
    one, other = (each.form.lower() for each in (term, second))
    if whole and not commoner and one[0] == other[0] and is_spelt_alike(one, other):
        listed = {listed_first(term, synset) for synset in shared}
        found |= {"listed_first": listed.pop()} if len(listed) == 1 else {}
    return found | commoner


def _are_likely(term: Term, numbers: Sequence[int]) -> bool:
    """Whether people have both meanings in mind: *sensible* is seldom *sensitive*."""
    pairs = zip((term, term.second), numbers, strict=True)
    return all(each.meanings[number - 1] in each.prominent for each, number in pairs)


def _opposite(term: Term, heads: Heads, second_heads: Heads) -> list[int] | None:
    """Return the numbers of two meanings that are opposites, direct or through the heads of satellites."""
    lexicon, second = term.lexicon, term.second
    for sense, antonym in lexicon.sense_pointers.from_each(term.all_senses, ANTONYM):
        target = lexicon.sense_synset(antonym)
        if second.senses(target):
            return [term.sense_number(lexicon.sense_synset(sense)), second.sense_number(target)]
    if not (heads and second_heads):
        return None
    numbers = _by_head(second_heads)
    for number, head in heads:
        for target in _opposites(lexicon, head):
            if target in numbers:
                return [number, numbers[target]]
    return None


def _opposites(lexicon: Lexicon, synset: int) -> Iterator[int]:
    """Yield the synsets of the antonyms of a synset's words."""
    for _, antonym in lexicon.sense_pointers.from_each(lexicon.senses(synset), ANTONYM):
        yield lexicon.sense_synset(antonym)


def _numbered_heads(term: Term) -> Heads:
    """Return the adjectives at the centre of the clusters of a word's meanings, with their numbers.

    The head of an adjective that is a centre is itself.
    """
    lexicon = term.lexicon
    found: list[tuple[int, int]] = []
    for number, synset in enumerate(term.meanings if term.forms["a"] else (), 1):
        pos = lexicon.pos(synset)
        if pos == "s":
            found += ((number, head) for head in lexicon.pointers.related(synset, SIMILAR))
        elif pos == "a":
            found.append((number, synset))
    return found


def _by_head(heads: Heads) -> dict[int, int]:
    """Return head → the number of the commonest meaning in its cluster."""
    return {head: number for number, head in reversed(heads)}


def _alike(heads: Heads, second_heads: Heads) -> list[int] | None:
    """Return the numbers of two adjective meanings in one cluster."""
    numbers = _by_head(second_heads)
    return next(([number, numbers[head]] for number, head in heads if head in numbers), None)


def _kind_of(low: Term, high: Term, ways: Ways) -> tuple[list[int], list[str]] | None:
    """Return two meanings of which one is above the other, with the names on the way; likely ones only."""
    if ways.all_above(low.prominent).isdisjoint(high.prominent):
        return None  # so it is for most pairs
    first_parts = {low.main_pos, high.main_pos}  # to *yacht* is to *boat*, but a yacht is no kind of boat
    for synset in low.prominent:
        if low.lexicon.pos(synset) not in first_parts:
            continue
        found = ways.first_among(synset, high.prominent)
        if found is not None:
            path = named_path(low, ways.path(synset, found), high)
            return [low.sense_number(synset), high.sense_number(found)], path
    return None


def named_path(low: Term, path: Sequence[int], high: Term) -> list[str]:
    """Return the names of the synsets on the way from a meaning of one word up to one of another."""
    between = (low.lexicon.words(each)[0] for each in path[1:-1])
    return [low.word_in(path[0]), *between, high.word_in(path[-1])]


def _direct(term: Term) -> Iterator[Relation]:
    """Yield the relations by a pointer between two meanings, from `first` to the other.

    Parts and wholes point to each other, but causes and entailments, which only verbs have, point one way.
    """
    ways = [(term, term.second, False), (term.second, term, True)]
    are_near = [
        term.lexicon.pointers.point_to(low.prominent, set(high.prominent))
        for low, high, is_swapped in ways
        if not is_swapped or (low.forms["v"] and high.forms["v"])
    ]
    for low, high, is_swapped in ways if any(are_near) else ():
        wanted = set(high.prominent)
        for relation, codes in _DIRECT.items():
            numbers = _pointing(low, high, wanted, codes)
            if numbers:
                yield {
                    "relation": relation,
                    "first": low.form,
                    "senses": numbers[::-1] if is_swapped else numbers,
                }


def _pointing(low: Term, high: Term, wanted: Collection[int], codes: Sequence[int]) -> list[int] | None:
    for synset in low.prominent:
        for code in codes:
            for target in low.lexicon.pointers.related(synset, code):
                if target in wanted:
                    return [low.sense_number(synset), high.sense_number(target)]
    return None


def _form_of(term: Term, base: Term) -> Relation | None:
    """Return the relation of an inflected form to its dictionary form: went to go."""
    name, form = base.form.lower(), term.form.lower()
    if name == form:
        return None
    if name in irregular_singulars(term.lexicon, form):  # a noun itself, too: dice
        return {"relation": "form_of", "first": term.form, "form": "plural", "pos": "n"}
    for pos, names in term.forms.items():
        if name not in names:
            continue
        for kind, parts in FORMS.items():
            if pos in parts and kind != "singular" and form in inflect(term.lexicon, name, kind, pos):
                return {"relation": "form_of", "first": term.form, "form": kind, "pos": pos}
    return None


def _is_family(term: Term) -> bool:
    """Whether one word is derived from the other."""
    second = term.second
    if _points_to(term, second.all_senses, _DERIVED):
        return True
    may_pertain = second.forms["a"] or second.forms["r"]  # no noun or verb does
    return bool(may_pertain) and _points_to(second, term.all_senses, _PERTAINING)


def _points_to(term: Term, wanted: Iterable[int], codes: Collection[int]) -> bool:
    """Whether a sense of the word points to one of the senses `wanted` with one of these codes."""
    pointers, among = term.lexicon.sense_pointers, set(wanted)
    if not pointers.point_to(term.all_senses, among):
        return False
    related = (pointers.related(sense, code) for sense in term.all_senses for code in codes)
    return not all(map(among.isdisjoint, related))


def sounding(lexicon: Lexicon, one: str, other: str) -> str | None:
    """Return "homophones", or "near_homophones" if only weak vowels differ: affect, effect."""
    if ("_" in one) != ("_" in other):
        return None  # the sounds of several words have blanks between them
    one_sounds = lexicon.sounds.spoken(one)
    other_sounds = lexicon.sounds.spoken(other) if one_sounds else set()
    if not one_sounds.isdisjoint(other_sounds):
        return "homophones"
    lengths = set(map(len, other_sounds))
    weak = {weakened(sound) for sound in one_sounds if len(sound) in lengths}
    return "near_homophones" if weak and not weak.isdisjoint(map(weakened, other_sounds)) else None


def is_spelt_alike(one: str, other: str) -> bool:
    """Whether at most one letter in four differs between two words."""
    shorter = min(len(one), len(other))
    most = max(1, shorter // _LETTERS_A_CHANGE)
    if shorter < _FEWEST_LETTERS and sorted(one) != sorted(other):
        return one.replace("'", "") == other.replace("'", "")
    if abs(len(one) - len(other)) > most:
        return False
    return DamerauLevenshtein.distance(one, other, score_cutoff=most) <= most
