"""What WordNet does know, for a question that it can't answer: about history, other languages, grammar."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from shared.catalog import BY_NAME
from shared.messages import Said
from workers.commands import for_reader
from workers.commands.term import Term
from workers.commands.word_facts.frames import frames
from workers.english.suggestions import looked_up
from workers.english.understood import Understood
from workers.english.wording.answers import sentence_on
from workers.english.wording.notes import on_little_word
from workers.english.wording.sentences import SENTENCES, sentence

if TYPE_CHECKING:
    from workers.english.term_finder import AskedTerm
    from workers.wordnet.lexicon import Lexicon

# Words for a kind of English, when somebody asks for "the British word for elevator".
_KIND_OF_ENGLISH: Final = re.compile(
    r"\b(?:brit\w*|england|uk|u\.k\.?|london\w*|american?s?|us|u\.s\.?|usa|states|austral\w*|aussies?"
    r"|scot\w*|irish|ireland|canad\w*|kiwis?)\b",
    re.IGNORECASE,
)
_MOST_PATTERNS: Final = 3
_DEFINITION: Final = Understood("definition")


def honest_answer(lexicon: Lexicon, understood: Understood, text: str) -> list[Said]:
    """Return what is missing to answer the question `text`, where to find it, and what WordNet has."""
    command = understood.command if understood.command in SENTENCES["unserved"] else "other"
    is_of_english = command == "translate" and _KIND_OF_ENGLISH.search(text)
    said = [sentence("unserved.englishes" if is_of_english else f"unserved.{command}")]
    asked = understood.term
    if asked and asked.note:
        said.append(on_little_word(asked))  # "who" is a pronoun, whatever else WordNet has
    elif asked and asked.name:
        term = Term(lexicon, looked_up(asked), understood.pos, for_reader=True)
        if term.meanings:
            says = _other_words if is_of_english else _SAYS.get(command, _meaning)
            said += says(term, asked)
    return said


def lacking(lexicon: Lexicon, understood: Understood) -> Said | None:
    """Return the sentence for an empty answer that says more than its command does, if there is one.

    It is on a word that the pronouncing dictionary lacks, or on a meaning with too high a number.
    """
    terms = [term for term in (understood.term, understood.term2) if term]
    if understood.sense and understood.command == "definition":
        return sentence("unknown.fewer", word=terms[0].shown, number=str(understood.sense))
    if not BY_NAME[understood.command].is_of_sound:
        return None
    sounds = lexicon.sounds.pronunciations
    silent = next((term.shown for term in terms if not sounds(term.name or term.shown)), "")
    return sentence("unknown.unpronounced", word=silent) if silent else None


def _meaning(term: Term, asked: AskedTerm) -> list[Said]:
    senses, definitions = for_reader.entry(term), for_reader.definition(term)
    text = sentence_on(_DEFINITION, asked.shown, definitions, senses)
    return [Said("meaning", [asked.shown, senses[0].pos, senses[0].definition], text)]


def _family(term: Term, asked: AskedTerm) -> list[Said]:
    own = {name for names in term.forms.values() for name in names}
    family = [name for name in for_reader.derivations(term) if name.lower() not in own]
    said = [sentence("instead.family", word=asked.shown, names=family)] if family else []
    return [*said, *_meaning(term, asked)]


def _other_words(term: Term, asked: AskedTerm) -> list[Said]:
    synonyms = for_reader.synonyms(term)
    said = [sentence("instead.other_words", word=asked.shown, names=synonyms)] if synonyms else []
    return [*said, *_meaning(term, asked)]


def _in_sentences(term: Term, asked: AskedTerm) -> list[Said]:
    """Return sentences that show how the word is used: a verb's patterns, or else examples."""
    patterns: list[str] = next((sense["frames"] for sense in frames(term)), []) if _is_verb(term) else []
    holding = [found for synset in term.meanings for found in term.holding(term.examples(synset), synset)]
    shown: list[Said] = []
    if patterns:
        shown.append(sentence("instead.patterns", word=asked.shown, patterns=patterns[:_MOST_PATTERNS]))
    if holding:
        shown.append(sentence("instead.in_sentences", word=asked.shown, sentences=holding[:2]))
    return shown or _meaning(term, asked)


def _is_verb(term: Term) -> bool:
    return term.lexicon.pos(term.meanings[0]) == "v"


_SAYS: Final = {"etymology": _family, "grammar": _in_sentences}
