"""What WordNet does know, for a question that it can't answer: about history, other languages, grammar."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from shared.catalog import BY_NAME, FORMS
from shared.messages import Question, Said
from workers.commands import for_reader
from workers.commands.comparison.ancestors import Ways
from workers.commands.sounds import near_rhymes, pronunciation, spoken
from workers.commands.term import Term
from workers.commands.word_facts.first_meanings import first_meanings
from workers.commands.word_facts.frames import frames
from workers.english.conditions.words_elsewhere import LANGUAGE
from workers.english.suggestions import looked_up
from workers.english.understood import Understood
from workers.english.wording.answers import sentence_on
from workers.english.wording.notes import times_offered
from workers.english.wording.patterns.prepositions_asked import on_prepositions
from workers.english.wording.sentences import SENTENCES, if_any, say, sentence
from workers.wordnet.pronunciation.syllable_guess import guessed_syllables

if TYPE_CHECKING:
    from workers.english.term_finder import AskedTerm
    from workers.wordnet.lexicon import Lexicon

# Words for a kind of English, when somebody asks for "the British word for elevator".
_KIND_OF_ENGLISH: Final = re.compile(
    r"\b(?:brit\w*|england|uk|u\.k\.?|london\w*|american?s?|us|u\.s\.?|usa|states|austral\w*|aussies?"
    r"|scot\w*|irish|ireland|canad\w*|kiwis?|new zealand\w*|africa\w*|indian?"
    r"|jamaican?|welsh|wales)\b",
    re.IGNORECASE,
)
_MOST_PATTERNS: Final = 3


def honest_answer(lexicon: Lexicon, understood: Understood, text: str) -> list[Said]:
    """Say why WordNet can't answer the question `text`, where an answer is, and related facts."""
    command = understood.command if understood.command in SENTENCES["unserved"] else "other"
    if command == "translate" and _KIND_OF_ENGLISH.search(text) and not LANGUAGE.search(text):
        command = "englishes"
    said, asked = [sentence(f"unserved.{command}")], understood.term
    if command == "grammar" and asked and asked.name and not asked.note:
        term = Term(lexicon, looked_up(asked), for_reader=True)
        if counted := on_prepositions(term, asked.shown, text.lower()):
            return counted
    if command == "grammar":
        said += times_offered(lexicon, text, understood)
    if asked and asked.note:
        return [*said, asked.note]  # "who" is a pronoun, whatever else WordNet has
    if asked and asked.name:
        term = Term(lexicon, looked_up(asked), understood.pos, for_reader=True)
        said += _instead(command, term, asked.shown) if term.meanings else []
    return said


def _instead(command: str, term: Term, word: str) -> list[Said]:
    """Return sentences that show how the word is used; for other questions, related words and its meaning."""
    if command == "grammar" and (shown := _in_use(term, word)):
        return shown
    meaning = meaning_of(term, word)
    if command == "etymology":
        own = {name for names in term.forms.values() for name in names}
        family = [name for name in for_reader.derivations(term) if name.lower() not in own]
        return [*if_any("instead.family", word=word, names=family), meaning]
    synonyms = for_reader.synonyms(term) if command == "englishes" else []
    return [*if_any("instead.other_words", word=word, names=synonyms), meaning]


def meaning_of(term: Term, word: str) -> Said:
    """Return the sentence on the first meanings of a term."""
    question = Question("definition", term.form, term.pos)
    senses = first_meanings(term.lexicon, question, for_reader.entry(term))
    text = sentence_on(Understood("definition"), word, for_reader.definition(term), senses)
    return Said("meaning", [word, senses[0].pos, senses[0].definition], text)


def of_other_word(lexicon: Lexicon, asked: Understood) -> list[Said]:
    """Return the meaning of the one word of two that WordNet has."""
    both = (asked.term, asked.term2)
    known = [term for term in both if term and term.name and not term.note]
    # "Is a villanelle a poem?" does not ask what a poem is.
    if not (all(both) and known) or (asked.command == "is_a" and known[0] is not asked.term):
        return []
    term = Term(lexicon, looked_up(known[0]), for_reader=True)
    return [meaning_of(term, known[0].shown)] if term.meanings else []


def _in_use(term: Term, word: str) -> list[Said]:
    """Return the sentences on the patterns of a verb's first meaning, and with examples."""
    first = frames(term)[:1] if term.main_pos == "v" else []
    patterns = [pattern for each in first for pattern in each["frames"]]
    holding = [found for synset in term.meanings for found in term.holding(term.examples(synset), synset)]
    return [
        *if_any("instead.patterns", word=word, patterns=patterns[:_MOST_PATTERNS]),
        *if_any("instead.in_sentences", word=word, sentences=holding[:2]),
    ]


def _with_meaning(lexicon: Lexicon, understood: Understood, asked: AskedTerm) -> list[Said]:
    term = Term(lexicon, asked.name, understood.pos, for_reader=True)
    if understood.sentence or understood.where or not term.meanings:
        return []
    said = [Said("answer", [], sentence_on(understood, asked.shown, []))]
    if understood.command == "domains":
        synset = term.meanings[0]
        ways = Ways(term.lexicon).just_above(synset, 1)
        above = [term.lexicon.words(high)[0] for high, steps in ways if steps]
        said += [*if_any("instead.kind", word=asked.shown, names=above), sentence("instead.labels")]
    return [*said, meaning_of(term, asked.shown)]


def _of_no_form(lexicon: Lexicon, understood: Understood, asked: AskedTerm) -> list[Said]:
    own = [pos for pos, names in Term(lexicon, asked.name).forms.items() if names]
    form = understood.form
    if not (form and own) or not set(own).isdisjoint(FORMS[form]):
        return []
    said = sentence("unknown.no_form", word=asked.shown, pos=own, form=form)
    more = {"comparative": "more", "superlative": "most"}.get(form, "")
    return [said, *if_any("instead.degree", word=asked.shown, more=more)]


def _of_no_relative(lexicon: Lexicon, understood: Understood, asked: AskedTerm) -> list[Said]:
    """Return that no relative is of the part of speech that was asked for, and the others."""
    if not understood.pos:
        return []
    terms = (Term(lexicon, asked.name, pos, for_reader=True) for pos in "nvar" if pos != understood.pos)
    names = [name for term in terms for name in for_reader.derivations(term) if name.lower() != asked.name]
    text = sentence_on(understood, asked.shown, [])
    return [Said("answer", [], text), *if_any("instead.family", word=asked.shown, names=names)]


def _of_no_part(lexicon: Lexicon, understood: Understood, asked: AskedTerm) -> list[Said]:
    """Return the family of a word that is no thing: of "what is quickly formed from?"."""
    term = Term(lexicon, asked.name, understood.pos, for_reader=True)
    if term.main_pos == "n":
        return []
    names = for_reader.derivations(term)
    text = sentence_on(understood, asked.shown, [])
    return [Said("answer", [], text), *if_any("instead.family", word=asked.shown, names=names)]


_INSTEAD: Final = {
    "meronyms": _of_no_part,
    "domains": _with_meaning,
    "examples": _with_meaning,
    "inflect": _of_no_form,
    "derivations": _of_no_relative,
}


def lacking(lexicon: Lexicon, understood: Understood) -> list[Said]:
    """Return the sentence for an empty answer that says more than its command does, if there is one.

    It is on a word that CMUdict lacks, on a meaning with too high a number, on a part of speech, or on the
    meaning of a word without examples or a field.
    """
    terms = [term for term in (understood.term, understood.term2) if term]
    if understood.sense and understood.command == "definition":
        return [sentence("unknown.fewer", word=terms[0].shown, number=str(understood.sense))]
    if instead := _INSTEAD.get(understood.command):
        return instead(lexicon, understood, terms[0])
    if not BY_NAME[understood.command].is_of_sound:
        return []
    words = [Term(lexicon, term.name or term.shown) for term in terms]
    silent = (term.shown for term, word in zip(terms, words, strict=True) if not pronunciation(word))
    unknown = [
        Said("unpronounced", [word], say("unknown.unpronounced", word=word, count=guessed_syllables(word)))
        for word in islice(silent, 1)
    ]
    if unknown or understood.command != "rhymes" or understood.where:
        return unknown
    if not words[1:]:
        return if_any("instead.near_rhymes", word=terms[0].shown, names=near_rhymes(words[0]))
    is_near = words[1].form.lower() in lexicon.sounds.near_rhymes(spoken(words[0]))
    key = "sound.rhymes_nearly" if is_near else "sound.rhymes_no"
    return [sentence(key, word=terms[0].shown, other=terms[1].shown)]
