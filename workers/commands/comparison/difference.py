"""The difference of two words: the meanings that matter for the pair, and the relations of the words."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from workers.commands.comparison.ancestors import Ways
from workers.commands.comparison.common_ground import nearest_pair, nearest_rare_pair
from workers.commands.comparison.prominence import FEW_USES, SHARE
from workers.commands.comparison.standing import in_form, in_meaning, is_spelt_alike, named_path
from workers.commands.term import Term
from workers.commands.word_facts.little_words import is_explained, kind_of
from workers.commands.word_facts.named_sense import sense_by_words
from workers.wordnet.lexicon import POS_ORDER
from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.commands.term import Functions

MOST_MEANINGS: Final = 3  # of each word
_STEPS_APART: Final = 5  # at most, between a meaning that two words share and a rare one beside it
_OF_MEANING: Final = frozenset({"same_meaning", "opposites", "kind_of", "similar"})
# Relations that also connect rare meanings.
_NEAR: Final = frozenset({"shared_hypernym", "kind_of", "opposites"})


def difference(term: Term) -> list[dict[str, Any]]:
    """Return both words with their meanings and their relations, as a list of one object.

    Empty if WordNet knows neither word, and the two have nothing in common as words.
    """
    _narrow(term)
    ways, of_form = Ways(term.lexicon), list(in_form(term))
    are_forms = any(relation["relation"] == "form_of" for relation in of_form)
    apart = _apart(term) if are_forms else term
    relations = [*in_meaning(apart, ways), *of_form]
    if not any(relation["relation"] in _OF_MEANING and "rare" not in relation for relation in relations):
        relations += _in_common(apart, ways, is_alike=bool(relations))
    words = [_word(apart, apart.second, 0, ways, relations), _word(apart.second, apart, 1, ways, relations)]
    if not (relations or any(word["senses"] or "kind" in word for word in words)):
        return []
    if are_forms:
        _number_as_words(words, relations, (apart, term), (apart.second, term.second))
    return [{"words": words, "relations": relations}]


def _narrow(term: Term) -> None:
    """Limit the meanings that people have in mind to those that a hint names: *bonnet* or *hood*, "of a car".

    The name of a country stands for a meaning that both words share, even a rare one.
    """
    if not term.hint:
        return
    named = {each: sense_by_words(term.lexicon, each.form, term.hint) for each in (term, term.second)}
    is_of_country = not term.hint.islower() and not any(named.values())
    shared = [each for each in term.meanings if each in term.second.meanings] if is_of_country else []
    for each, number in named.items():
        if number or shared:
            vars(each)["prominent"] = [each.meanings[number - 1] if number else shared[0]]


def _apart(term: Term) -> Term:
    """Return both words without the meanings that one has as a form of the other, as "lay" of "lie"."""
    found, second = _without(term, term.second), _without(term.second, term)
    vars(found)["second"] = second
    return found


def _without(term: Term, other: Term) -> Term:
    name = other.form.lower()
    own = {pos: [lemma for lemma in lemmas if lemma != name] for pos, lemmas in term.forms.items()}
    found = Term(term.lexicon, term.form, term.pos, term.word2, for_reader=term.for_reader)
    if any(own.values()):
        vars(found)["forms"] = own
    return found


def _number_as_words(
    words: list[dict[str, Any]], relations: list[dict[str, Any]], *pairs: tuple[Term, Term]
) -> None:
    """Give the senses the numbers that they have among all meanings of the two words."""
    for place, (apart, term) in enumerate(pairs):
        numbers = {number: term.sense_number(each) for number, each in enumerate(apart.meanings, 1)}
        for sense in words[place]["senses"]:
            sense["sense"] = numbers[sense["sense"]]
        for relation in relations:
            if "senses" in relation:
                relation["senses"][place] = numbers[relation["senses"][place]]


def _word(
    term: Term, other: Term, place: int, ways: Ways, relations: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    name, written = term.form.lower(), readable(term.form)
    kind = kind_of(written.lower())
    if not kind:
        return {"word": written, "senses": _senses(term, other, place, ways, relations)}
    is_own = any(name in names for names in term.forms.values()) and not is_explained(name)
    # "Its" is no plural of IT, nobody means an organization by "who", and "mine" with "my" is the pronoun.
    is_other = not is_own or kind_of(other.form.lower())
    senses = [] if is_other else _senses(term, other, place, ways, relations)
    return {"word": written, "senses": senses, "kind": kind}


def _senses(
    term: Term, other: Term, place: int, ways: Ways, relations: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return the meanings to show: those in which the two are related, and the commonest.

    If both words share a meaning, the commonest one that the other word lacks makes the difference.
    Otherwise, the commonest is left out if the texts hardly know it: a tortoise is no kind of sweater.
    If none has an example, the first other one with an example follows, of their part of speech if related.
    """
    if not term.meanings:
        return []
    lexicon, likely = term.lexicon, term.prominent
    if any(map(_is_shared, relations)):
        beside = _beside_shared(term, other, ways, relations, place)
        return [_sense(term, synset) for synset in beside]
    related = [
        synset
        for relation in relations
        if "senses" in relation and "rare" not in relation
        if (synset := term.meanings[relation["senses"][place] - 1]) in likely or relation["relation"] in _NEAR
    ]
    is_related = bool(related)
    related = related or _of_common_pos(term, other)
    if not related or _is_counted(term):
        related.append(_commonest_beside(term, other) if is_related else likely[0])
    shown = list(dict.fromkeys(related))[:MOST_MEANINGS]
    senses = [_sense(term, synset) for synset in shown]
    others = [each for each in likely if each not in shown]
    if others and not any("example" in sense for sense in senses):
        parts = {lexicon.pos(synset) for synset in shown}
        alike = [each for each in others if lexicon.pos(each) in parts]
        found = alike if is_related else dict.fromkeys([*alike, *others])
        senses += [_sense(term, synset) for synset in islice(filter(term.example, found), 1)]
    return senses


def _is_shared(relation: dict[str, Any]) -> bool:
    return relation["relation"] == "same_meaning" and "rare" not in relation


def _beside_shared(
    term: Term, other: Term, ways: Ways, relations: Sequence[dict[str, Any]], place: int
) -> list[int]:
    """Return the meaning that both words share, and the commonest that one alone has.

    The shared one comes first, with others whose definition says which word is used for them (*farther* and
    *further*), unless both words have meanings of their own that are as common, as *deprecate* and
    *depreciate* have. Two spellings of one word have no other.
    """
    numbers = next(each for each in relations if _is_shared(each))["senses"]
    first, others = term.meanings[numbers[place] - 1], set(other.meanings)
    names = [f"`{each.form}'" for each in (term, other)]
    shared = [synset for synset in term.meanings if synset in others and synset != first]
    shared = [synset for synset in shared if all(name in term.definition(synset) for name in names)]
    is_named = (term.hint or other.hint) and term.prominent == [first]
    if is_named or any(each["relation"] == "variants" for each in relations):
        return [first, *shared]
    own = _own(term, other)
    do_own_lead = _own_lead(term, other, first) and _own_lead(other, term, first)
    if 1 not in numbers or (do_own_lead and numbers != [1, 1]):
        parts = {other.own[each].pos for each in _own(other, term)}
        own.sort(key=lambda each: term.own[each].pos not in parts)
        return [*own[:1], first, *shared]
    own.sort(key=lambda each: term.own[each].pos != term.own[first].pos)
    are_alike = is_spelt_alike(term.form.lower(), other.form.lower())  # people confuse them: insure, ensure
    telling = (synset for synset in own if are_alike or _can_tell(term, synset, first, ways))
    return [first, *shared, *islice(telling, 1)]


def _own(term: Term, other: Term) -> list[int]:
    """Return the meanings that the other word lacks; a name only if the word was typed with a capital."""
    others = set(other.meanings)
    return [synset for synset in term.meanings if synset not in others and _is_word(term, synset)]


def _own_lead(term: Term, other: Term, shared: int) -> bool:
    """Whether a word has a meaning of its own that is as common as the shared one; not so *elevator*."""
    return any(term.uses(synset) >= term.uses(shared) for synset in _own(term, other))


def _is_word(term: Term, synset: int) -> bool:
    """Whether a meaning is no name, or the word was typed with a capital."""
    return not term.form.islower() or term.word_in(synset).islower()


def _can_tell(term: Term, own: int, shared: int, ways: Ways) -> bool:
    """Whether a word's own meaning is common, or near to the shared one; of adjectives that is not known."""
    if term.uses(own) >= FEW_USES:
        return True
    steps, parts = ways.steps(own, shared), {term.own[own].pos, term.own[shared].pos}
    return parts <= {"a", "r"} if steps is None else steps <= _STEPS_APART


def _commonest_beside(term: Term, other: Term) -> int:
    """Return the commonest meaning as a part of speech that the other word has, too: no verb for *autumn*."""
    others = _first_of_parts(other)
    alike = (synset for synset in term.prominent if term.own[synset].pos in others)
    return next(alike, term.meanings[0])


def _of_common_pos(term: Term, other: Term) -> list[int]:
    """Return the first meaning as the likeliest part of speech of both words, if it is common enough."""
    firsts, others = _first_of_parts(term), _first_of_parts(other)
    shared = [pos for pos in POS_ORDER if pos in firsts and pos in others]
    if not shared:
        return []
    pos = shared[0]
    if len(shared) > 1:
        pos = min(shared, key=lambda each: _rank(term, each) + _rank(other, each))
    found = firsts[pos]
    if _is_counted(term):
        return [found] if term.uses(found) * SHARE >= term.uses(term.meanings[0]) else []
    alike = [each for each in term.prominent if term.own[each].pos == pos]
    if len(alike) == 1:
        return alike
    fields = {other.lexicon.lexname(each) for each in other.prominent if other.own[each].pos == pos}
    in_field = (each for each in alike if term.lexicon.lexname(each) in fields)
    return [next(in_field, found)]  # no *fen* of a yuan beside a *moor*


def _first_of_parts(term: Term) -> dict[str, int]:
    """Return part of speech → its first meaning, the commonest part of speech first."""
    parts: dict[str, int] = {}
    for synset in term.prominent:
        parts.setdefault(term.own[synset].pos, synset)
    return parts


def _rank(term: Term, pos: str) -> int:
    """Return the rank of a part of speech in the texts, 0 if they do not tell."""
    return list(_first_of_parts(term)).index(pos) if _is_counted(term) else 0


def _is_counted(term: Term) -> bool:
    """Whether the texts use the part of speech of the first meaning often enough for their counts to tell."""
    if not term.meanings:
        return False
    first = term.own[term.meanings[0]]
    if first.uses >= FEW_USES:
        return True
    return sum([own.uses for own in term.own.values() if own.pos == first.pos]) >= FEW_USES


def _sense(term: Term, synset: int) -> dict[str, Any]:
    sense: dict[str, Any] = {
        "sense": term.sense_number(synset),
        "pos": term.lexicon.pos(synset),
        "definition": term.definition(synset),
    }
    if example := term.example(synset):
        sense["example"] = example
    return sense


def _in_common(term: Term, ways: Ways, *, is_alike: bool) -> list[dict[str, Any]]:
    """Return the relation of two words with a common hypernym that says something, as a list of one.

    If no likely meanings have one, any that are near to each other count: *raven* is a bird, too, though the
    texts know only the verb. Words that are alike (`is_alike`) are compared for that, not for rare meanings.
    """
    pair = nearest_pair(term, ways) or (None if is_alike else nearest_rare_pair(term, ways))
    if pair is None:
        return []
    second, high = term.second, pair.hypernym
    senses = [term.sense_number(pair.first), second.sense_number(pair.second)]
    if high in (pair.first, pair.second):
        low, low_synset = (second, pair.second) if high == pair.first else (term, pair.first)
        path = named_path(low, ways.path(low_synset, high), term if low is second else second)
        return [{"relation": "kind_of", "narrower": low.form, "path": path, "senses": senses}]
    words, definition = term.lexicon.words(high), term.definition(high)
    return [{"relation": "shared_hypernym", "words": words, "definition": definition, "senses": senses}]


FUNCTIONS: Final[Functions] = {"difference": difference}
