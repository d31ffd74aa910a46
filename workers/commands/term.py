"""The term that a command is asked about, in WordNet's spelling, with part of speech and second word."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from shared.catalog import FORMS, POS_NAMES
from shared.errors import BadRequest
from shared.messages import Where
from workers.commands.comparison.prominence import prominent
from workers.commands.conditions.word_filter import WordFilter
from workers.meaning.senses import WordInSentence, likelihoods
from workers.wordnet import sense_order
from workers.wordnet.glosses import definition_for_reader, examples_for_reader
from workers.wordnet.lexicon import NAME, POS_ORDER
from workers.wordnet.names.spelled import readable, spelled
from workers.wordnet.offensive import left_in
from workers.wordnet.word_in_text import holds_any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from shared.messages import Match
    from workers.wordnet.lexicon import Lexicon

MOST_REMOVED: Final = 100  # words of an answer that a reply names as removed by its conditions

# Name of a command → the function that answers it.
Functions = dict[str, "Callable[[Term], list[Any]]"]
_Value = TypeVar("_Value")


class _computed(Generic[_Value]):  # noqa: N801 (a decorator)
    """As functools.cached_property, but without a lock: a lookup makes a dozen, each in 0.6, not 1.4 µs."""

    def __init__(self, compute: Callable[[Any], _Value]) -> None:
        self._compute, self._name, self.__doc__ = compute, compute.__name__, compute.__doc__

    def __get__(self, instance: Any, owner: type) -> _Value:
        value = instance.__dict__[self._name] = self._compute(instance)
        return value


class Term:
    """One term in one lexicon; it computes only once what several commands need.

    For a reader, senses come in sense_order's order; otherwise in NLTK's; in a sentence, the likeliest comes
    first. `opens`: the word opened a message; `hint` names the meanings of words that are compared;
    `removed` gets the words that the conditions `where` leave out, `matches` the meanings for a description.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        word: str,
        pos: str | None = None,
        word2: str | None = None,
        *,
        inflection: str | None = None,
        for_reader: bool = False,
        opens: bool = False,
        where: Where | None = None,
        sentence: str | None = None,
        hint: str = "",
    ) -> None:
        if pos and pos not in POS_NAMES:
            raise BadRequest(f"`pos` must be one of {', '.join(POS_NAMES)}, or left out.")
        if inflection and inflection not in FORMS:
            raise BadRequest(f"`form` must be one of {', '.join(FORMS)}, or left out.")
        self.lexicon = lexicon
        self.form = spelled(word)
        self.word2 = spelled(word2 or "")
        self.for_reader = for_reader
        self._opens = opens
        self.pos, self.inflection = pos or None, inflection or None
        self.where = where
        self.sentence, self.hint = sentence or None, hint
        self.removed: dict[str, None] = {}
        self.matches: list[Match] = []
        self._is_narrowed = False

    @_computed
    def synsets(self) -> list[int]:
        """The synsets of the word, each once: in the order of NLTK's `synsets`, or a reader's meanings."""
        if self.for_reader:
            return [synset for _, synset in self.numbered]
        lexicon = self.lexicon
        found = (
            synset
            for pos in (self.pos or POS_ORDER)
            for name in self.forms_as(pos)
            for synset in lexicon.entry(lexicon.number_of(name), pos)
        )
        return self._likeliest_first(list(dict.fromkeys(found)))

    @_computed
    def _stored(self) -> dict[int, sense_order.OwnSenses]:
        """The senses of the word in a reader's order, if the snapshot has it."""
        return {} if self.pos else sense_order.stored_senses(self.lexicon, self.form)

    @_computed
    def meanings(self) -> list[int]:
        """The synsets of the word, the commonest first; their places here are the numbers of senses."""
        if self._stored:
            return list(self._stored)
        return sense_order.order_for_reader(self.lexicon, self.form, self.forms, self.pos, opens=self._opens)

    @property
    def main_pos(self) -> str:
        """The part of speech of the commonest meaning, or nothing."""
        return self.lexicon.pos(self.meanings[0]) if self.meanings else ""

    @_computed
    def numbered(self) -> list[tuple[int, int]]:
        """The number and the synset of each meaning, in the order of the answer."""
        numbers = {synset: number for number, synset in enumerate(self.meanings, 1)}
        return [(numbers[synset], synset) for synset in self._likeliest_first(self.meanings)]

    @_computed
    def in_sentence(self) -> WordInSentence:
        """The word in its sentence, with those synsets whose part of speech has the form there."""
        sentence, own = self.sentence or "", self.own
        held = {pos: holds_any(self.lexicon, sentence, names, pos) for pos, names in self.forms.items()}
        fitting = [synset for synset in self.meanings if held[own[synset].pos]] or self.meanings
        word = readable(next(iter(self.lemmas), self.form))
        return WordInSentence(word, sentence, {synset: own[synset].uses for synset in fitting})

    @_computed
    def likelihoods(self) -> dict[int, float]:
        """The probability of each synset in the sentence; those whose form does not fit are missing."""
        [found] = likelihoods(self.lexicon, [self.in_sentence])
        return found

    def likelihood(self, synset: int) -> float | None:
        """Return the probability that the word has this meaning in the sentence; None without a sentence."""
        return self.likelihoods.get(synset, 0.0) if self.sentence else None

    def _likeliest_first(self, synsets: list[int]) -> list[int]:
        return sorted(synsets, key=lambda each: -self.likelihoods.get(each, 0)) if self.sentence else synsets

    @_computed
    def lemmas(self) -> list[str]:
        """The lemmas of which the word can be a form, for readers: the word itself, then by frequency."""
        return sense_order.likely_lemmas(self.lexicon, self.form.lower(), self.meanings, self.forms)

    def definition(self, synset: int) -> str:
        """Return the gloss of `synset`: as NLTK has it, or for a reader without remnants of quotations."""
        if self.for_reader:
            return definition_for_reader(self.lexicon, synset)
        return self.lexicon.definition(synset)

    def examples(self, synset: int) -> list[str]:
        """Return the examples of `synset`: as NLTK has them, or for a reader with their authors."""
        if self.for_reader:
            return examples_for_reader(self.lexicon, synset)
        return self.lexicon.examples(synset)

    def holding(self, texts: Iterable[str], synset: int) -> Iterator[str]:
        """Yield those of `texts` that hold the word, inflected or not, as `synset` has it."""
        lexicon, pos = self.lexicon, self.lexicon.pos(synset)
        return (text for text in texts if holds_any(lexicon, text, self.forms_as(pos), pos))

    def example(self, synset: int) -> str | None:
        """Return the first example of `synset` that holds the word, or None."""
        place = self.own[synset].place
        if place is None:
            return next(self.holding(self.examples(synset), synset), None)
        number = self.lexicon.tables["entry_example"][place]
        return self.examples(synset)[number - 1] if number else None

    def synonyms(self, synset: int) -> list[str]:
        """Return the words of `synset`, for a reader without the word itself."""
        words = self.lexicon.words(synset)
        if not self.for_reader:
            return words
        own = self.forms_as(self.lexicon.pos(synset))
        return [word for word in words if word.lower() not in own]

    def kept(self, words: Iterable[str], limit: int | None = None) -> list[str]:
        """Return the first `limit` of `words` that meet the conditions, and note the others in `removed`."""
        conditions = None if self._is_narrowed else self.conditions
        if conditions is None:
            return list(islice(words, limit))
        return list(islice((word for word in words if conditions.keeps(word) or self.remove(word)), limit))

    def offered(self, words: Iterable[str]) -> Iterable[str]:
        """Return those of `words` that a reader may see: nothing offensive, unless the term is."""
        return left_in(self.lexicon, words, (self.form.lower(), *self.lemmas)) if self.for_reader else words

    def remove(self, word: str) -> bool:
        """Note a word that the conditions leave out, unless there are many; returns False."""
        if len(self.removed) < MOST_REMOVED:
            self.removed[word] = None
        return False

    @_computed
    def conditions(self) -> WordFilter | None:
        """The conditions on the words of the answer, or None."""
        return self._filter() if self.where else None

    def _filter(self, pattern: str = "", pos: str | None = None) -> WordFilter:
        where = self.where or Where()
        return WordFilter(self.lexicon, where, pattern, pos, self.synsets if where.about else ())

    @property
    def has_spaces(self) -> bool:
        """Whether the conditions ask for names of several words."""
        return self.where is not None and "_" in (self.where.contains or ())

    def matching(self, pattern: str) -> WordFilter:
        """Return the conditions together with a pattern and the part of speech that were asked for.

        An answer that consists of such words needs no further look at the conditions.
        """
        self._is_narrowed = True
        return self._filter(pattern, self.pos)

    @_computed
    def second(self) -> Term:
        """The second word as a term."""
        return Term(self.lexicon, self.word2, self.pos, for_reader=self.for_reader)

    def as_any_pos(self) -> Term:
        """Return this term as any part of speech."""
        return Term(self.lexicon, self.form, for_reader=self.for_reader, opens=self._opens)

    @_computed
    def forms(self) -> dict[str, list[str]]:
        """Part of speech → the lemmas of which the word can be a form."""
        if self._stored:  # of no other word than itself
            return {pos: [] for pos in POS_ORDER} | {own.pos: [self.form] for own in self._stored.values()}
        form = self.form.lower()
        found = self.lexicon.all_dictionary_forms(form)
        return sense_order.likely_forms(self.lexicon, form, found) if self.for_reader else found

    def forms_as(self, pos: str) -> list[str]:
        """Return the lemmas of which the word can be a form as one part of speech."""
        return self.forms["a" if pos == "s" else pos]

    @property
    def lemma(self) -> str | None:
        """The lemma that was found instead of the word; None if the word is a lemma itself, or unknown.

        For a reader, the lemma of the first meaning: of *held*, hold.
        """
        if self._stored:
            return None
        if self.for_reader:
            found = self._lemmas_of(self.synsets[0]) if self.meanings else []
        else:
            found = [name for pos in (self.pos or POS_ORDER) for name in self.forms_as(pos)]
        return found[0] if found and self.form.lower() not in found else None

    def _lemmas_of(self, synset: int) -> list[str]:
        words = [word.lower() for word in self.lexicon.words(synset)]
        return [name for name in self.forms_as(self.lexicon.pos(synset)) if name in words]

    @_computed
    def prominent(self) -> list[int]:
        """The meanings that people are likely to have in mind, the commonest first."""
        return prominent(self.meanings, self.own)

    def uses(self, synset: int) -> int:
        """Return how often the tagged texts use the word in this meaning."""
        return self.own[synset].uses if synset in self.own else 0

    def sense_number(self, synset: int) -> int:
        """Return the number of the sense that `synset` is, from 1 for the commonest."""
        return self.meanings.index(synset) + 1

    def word_in(self, synset: int) -> str:
        """Return the word, or the lemma of which it is a form, as `synset` spells it."""
        place = self.own[synset].place
        if place is not None and not self.lexicon.tables["entry_marks"][place] & NAME:
            return self.form
        names, words = self.forms_as(self.lexicon.pos(synset)), self.lexicon.words(synset)
        return next((word for word in words if word.lower() in names), words[0])

    @property
    def is_unknown(self) -> bool:
        """Whether WordNet knows neither the word nor any lemma of which it can be a form."""
        return not any(self.forms.values())

    @_computed
    def all_senses(self) -> list[int]:
        """The word's own senses in all its synsets, the commonest first."""
        own = self.own
        return [sense for synset in self.meanings for sense in own[synset].senses]

    def senses(self, synset: int) -> list[int]:
        """Return the word's own senses in `synset`: two if it is a form of two of its words."""
        own = self.own.get(synset)
        return own.senses if own else []

    @_computed
    def own(self) -> dict[int, sense_order.OwnSenses]:
        """Synset → the senses of the word in it, for every synset of a lemma of which it can be a form."""
        return self._stored or sense_order.own_senses(self.lexicon, self.forms)
