"""What WordNet does know, for a question that it can't answer: about history, other languages, grammar."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workers.commands import for_reader
from workers.commands.term import Term
from workers.commands.word_facts.frames import frames
from workers.english.suggestions import looked_up
from workers.english.understood import Understood
from workers.english.wording.answers import sentence_on
from workers.english.wording.phrases import capital, quoted, some_of
from workers.english.wording.small_talk import ELSEWHERE, ENGLISHES, UNSERVED

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


def honest_answer(lexicon: Lexicon, understood: Understood, text: str) -> str:
    """Return what is missing to answer the question `text`, where to find it, and what WordNet has."""
    command = understood.command
    is_of_english = command == "translate" and _KIND_OF_ENGLISH.search(text)
    said = (
        [ENGLISHES] if is_of_english else [UNSERVED.get(command, UNSERVED["other"]), ELSEWHERE.get(command)]
    )
    asked = understood.term
    if asked and asked.note:
        said.append(asked.note)  # "who" is a pronoun, whatever else WordNet has
    elif asked and asked.name:
        term = Term(lexicon, looked_up(asked), understood.pos, for_reader=True)
        if term.meanings:
            says = _other_words if is_of_english else _SAYS.get(command, _meaning)
            said.append(says(term, asked))
    return " ".join(filter(None, said))


def _meaning(term: Term, asked: AskedTerm) -> str:
    senses = for_reader.entry(term)
    return sentence_on(_DEFINITION, asked.shown, for_reader.definition(term), senses)


def _family(term: Term, asked: AskedTerm) -> str:
    own = {name for names in term.forms.values() for name in names}
    family = [name for name in for_reader.derivations(term) if name.lower() not in own]
    said = f"Of the same family as {asked.shown}: {some_of(family)}. " if family else ""
    return said + _meaning(term, asked)


def _other_words(term: Term, asked: AskedTerm) -> str:
    synonyms = for_reader.synonyms(term)
    said = f"Its other words for {asked.shown}: {some_of(synonyms)}. " if synonyms else ""
    return said + _meaning(term, asked)


def _in_sentences(term: Term, asked: AskedTerm) -> str:
    """Return sentences that show how the word is used: a verb's patterns, or else examples."""
    patterns: list[str] = next((sense["frames"] for sense in frames(term)), []) if _is_verb(term) else []
    holding = [found for synset in term.meanings for found in term.holding(term.examples(synset), synset)]
    shown = [f"Patterns of {asked.shown}: {'; '.join(patterns[:_MOST_PATTERNS])}."] if patterns else []
    if holding:
        shown.append(f"{capital(asked.shown)} in a sentence: {' '.join(map(quoted, holding[:2]))}.")
    return " ".join(shown) or _meaning(term, asked)


def _is_verb(term: Term) -> bool:
    return term.lexicon.pos(term.meanings[0]) == "v"


_SAYS: Final = {"etymology": _family, "grammar": _in_sentences}
