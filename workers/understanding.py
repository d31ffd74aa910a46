"""Free text → what is asked, and of which word; pure, given the lexicon.

A sentence is read in this order, the first that makes sense wins: a command ("/synonyms happy"), a pattern, a
correction of itself ("adverb… no wait, noun"), small talk, a term that stands alone, what follows on from the
last answer, the rules of phrases.py, the cues of cues.py, the same question of another word, a term with
politeness around it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import msgspec

from shared.catalog import BY_NAME, PARTS_OF_SPEECH
from shared.messages import Context
from workers.corrections import split_at_correction
from workers.filling import fill
from workers.follow_ups import another_pos, read_follow_up, read_same_of_another, sense_of
from workers.frame_words import ARTICLES, PRONOUNS, STOP_WORDS, words
from workers.rules import compiled_cues, other_rules, pos_rules
from workers.sentences import BREAK, LONGEST, Sentence, read_sentence, trimmed
from workers.slash_commands import read_command
from workers.slots import two_terms
from workers.small_talk import SMALL_TALK
from workers.trimming import without_politeness, without_pos
from workers.understood import UNKNOWN, Situation, Understood, runs_of
from workers.vocabulary import AskedTerm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.sentences import Token
    from workers.vocabulary import Vocabulary

# What can stand around a bare term.
_POLITE: Final = ARTICLES | words(
    "word term phrase expression please thanks um uh hi hello hey ok okay so well hmm oh just to |"
)
# Single words that say something else than themselves.
_NEVER_ALONE: Final = PRONOUNS | words("random what which who how where when why")
# Words beside the term, where only a cue decides: with more of them, it is about something else.
_MOST_STRAY_WORDS: Final = 4
_MOST_WORDS_OF_A_PAIR: Final = 6

# "words matching p?ttern*": the tokens of a sentence would lose the signs.
_WILDCARD: Final = re.compile(r"(?<![\w?*'-])(?=[\w'-]*(?:\*|\?[\w*]))[\w?*'-]*\w[\w?*'-]*")
_WILDCARD_CUE: Final = re.compile(
    r"\b(?:match\w*|patterns?|fit|fits|fitting|wildcards?|crossword)\b", re.IGNORECASE
)


def understand(vocabulary: Vocabulary, text: str, context: Context | None = None) -> Understood:
    """Return what `text` asks; UNKNOWN where it asks nothing that can be made out."""
    command = read_command(vocabulary, text)
    if command:
        return command
    wildcard = _WILDCARD.search(text) if _WILDCARD_CUE.search(text) else None
    if wildcard:
        pattern = wildcard[0].lower()
        return Understood("pattern", AskedTerm(pattern, pattern))
    sentence = read_sentence(text, vocabulary.is_word)
    situation = Situation(vocabulary, _usable(context or Context()), shouted=_is_shouted(text))
    return _read_corrected(situation, sentence)


def _usable(context: Context) -> Context:
    """Return what a client says that its last question was about, without what no question can be about."""
    command = context.command if context.command in BY_NAME else ""
    pos = context.pos if context.pos in PARTS_OF_SPEECH else None
    return Context(command, context.word[:LONGEST], pos)


def prepare() -> None:
    """Compile all rules: so that a worker's parent does it, and not the first question."""
    _small_talk()
    compiled_cues()
    pos_rules()
    other_rules()


def _is_shouted(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)


def _read_corrected(situation: Situation, sentence: Sentence) -> Understood:
    """Return what the sentence asks once what it takes back is forgotten."""
    parts = split_at_correction(sentence)
    if parts is None:
        return _read(situation, sentence)
    before, after = parts
    if not before.tokens or not after.tokens:
        return _read(situation, after if after.tokens else before)
    if _is_frame_only(before):
        # "Sorry, I meant synonyms", "antonyms, no wait, of noisy": nothing was named yet.
        return _read(situation, after if _has_frame_word(after) else sentence)
    return _merged(situation, before, after) or _read(situation, sentence)


def _is_frame_only(sentence: Sentence) -> bool:
    return all(token.canonical in STOP_WORDS and not token.quoted for token in sentence.tokens)


def _has_frame_word(sentence: Sentence) -> bool:
    return any(token.canonical in STOP_WORDS for token in sentence.tokens)


def _merged(situation: Situation, before: Sentence, after: Sentence) -> Understood | None:
    """Return what `before` asks as `after` puts it right: another word, command or part of speech."""
    first = _read(situation, before)
    pos = another_pos(after)
    if pos and first.term:
        if first.command == "pos":
            return msgspec.structs.replace(first, asked_pos=(pos,))
        return msgspec.structs.replace(first, pos=pos)
    alone = None if _is_frame_only(after) else _read_bare(situation, after)
    if alone and first.term:
        return msgspec.structs.replace(first, term=alone.term)
    # What `before` was about is the context of `after`, where that does not say all itself.
    stray = situation.stray_term(before.tokens)
    term = first.term or (stray.term if stray else None)
    context = Context("", term.shown if term else "")
    second = _read(Situation(situation.vocabulary, context, shouted=situation.shouted), after)
    return None if second == UNKNOWN else second


def _read(situation: Situation, sentence: Sentence) -> Understood:
    """Return what a sentence asks that takes nothing back."""
    if not sentence.tokens:
        return UNKNOWN
    return (
        _read_small_talk(situation, sentence)
        or _read_alone(situation, sentence)
        or read_follow_up(situation, sentence)
        or _read_by_rules(situation, sentence)
        or _read_call_for_help(situation, sentence)
        or _read_by_cues(situation, sentence)
        or read_same_of_another(situation, sentence)
        or _read_bare(situation, sentence)
        or UNKNOWN
    )


@lru_cache(maxsize=1)
def _small_talk() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((command, re.compile(pattern)) for command, pattern in SMALL_TALK)


def _read_small_talk(situation: Situation, sentence: Sentence) -> Understood | None:
    said = sentence.canonical.replace("| ", "").strip()
    for command, pattern in _small_talk():
        # "How do I use it?" is about the word, if there was one, and not about us.
        if pattern.fullmatch(said) and not (situation.context.word and said.endswith(" use it")):
            return Understood(command)
    return None


def _read_call_for_help(situation: Situation, sentence: Sentence) -> Understood | None:
    """Return help if one part of the sentence says only that: "Good day. I am new. What may I ask?"."""
    parts: list[list[Token]] = [[]]
    for token in sentence.tokens:
        if token.canonical == BREAK:
            parts.append([])
        else:
            parts[-1].append(token)
    if len(parts) == 1:
        return None
    found = (_read_small_talk(situation, Sentence(part)) for part in parts if part)
    return next((understood for understood in found if understood and understood.command == "help"), None)


def _read_alone(situation: Situation, sentence: Sentence) -> Understood | None:
    """Return the definition of a term that stands there all by itself."""
    tokens = sentence.tokens
    if any(token.canonical == BREAK for token in tokens):
        return None
    if len(tokens) == 1 and (tokens[0].canonical in _NEVER_ALONE):
        return None
    # "Synonyms?", after another question, asks for synonyms.
    if (situation.context.word or situation.context.command) and all(
        token.canonical in STOP_WORDS for token in tokens
    ):
        return None
    term = situation.term(" ".join(token.typed for token in tokens))
    return Understood("definition", term) if term else None


def _read_by_rules(situation: Situation, sentence: Sentence) -> Understood | None:
    stripped = without_politeness(sentence)
    narrowed, pos = without_pos(stripped)
    # "Can you use X as a noun" asks about its part of speech; less politeness and "as a noun", it would not.
    for candidate in (sentence, stripped) if sentence is not stripped else (sentence,):
        for rule, match in pos_rules().fitting(candidate):
            found = fill(situation, candidate, rule, match)
            if found:
                return found
    for rule, match in other_rules().fitting(narrowed):
        found = fill(situation, narrowed, rule, match)
        if found:
            sense = sense_of(narrowed) if rule.command == "definition" else None
            return msgspec.structs.replace(found, pos=found.pos or pos, sense=sense)
    return None


def _read_by_cues(situation: Situation, sentence: Sentence) -> Understood | None:
    """Return what words of the sentence hint at, if the rest of it is a term, or nothing but a pronoun."""
    stripped, pos = without_pos(without_politeness(sentence))
    runs = runs_of(stripped.tokens)
    for cue in compiled_cues():
        if not cue.search(stripped):
            continue
        if not runs:
            term = situation.context_term()
            return Understood(cue.command, term, pos=pos) if term and cue.command != "similarity" else None
        if cue.command == "similarity":
            found = _read_pair(situation, stripped.tokens, runs)
        else:
            found = _read_rest(situation, cue.command, runs)
        if found:
            return msgspec.structs.replace(found, pos=found.pos or pos)
    return None


def _read_pair(situation: Situation, tokens: Sequence[Token], runs: list[list[Token]]) -> Understood | None:
    """Return the comparison of the two terms in `runs`; or of the last question's with the one there."""
    words = [token for run in runs for token in run]
    if len(words) > _MOST_WORDS_OF_A_PAIR:
        return None
    pair = two_terms(situation.vocabulary, words, situation.shouted)
    if pair:
        return Understood("similarity", *pair)
    slot, context = situation.slot(words, strict=True), situation.context_term()
    if slot and slot.term and context and any(token.canonical in PRONOUNS for token in tokens):
        return Understood("similarity", context, slot.term)
    return None


def _read_rest(situation: Situation, command: str, runs: list[list[Token]]) -> Understood | None:
    quoted = [run for run in runs if any(token.quoted for token in run)]
    if sum(map(len, runs)) > _MOST_STRAY_WORDS and not quoted:
        return None
    for run in quoted or runs:
        slot = situation.slot(run, strict=len(runs) > 1)
        if slot and slot.term and (slot.term.name or len(runs) == 1):
            return Understood(command, slot.term, pos=slot.pos)
    return None


def _read_bare(situation: Situation, sentence: Sentence) -> Understood | None:
    """Return the definition of a term with nothing but politeness around it."""
    tokens = list(sentence.tokens)
    for end in (-1, 0):
        while len(tokens) > 1 and not tokens[end].quoted and tokens[end].canonical in _POLITE:
            tokens.pop(end)
    rest, pos = without_pos(Sentence(trimmed(tokens)))
    words = rest.tokens
    if not words or any(token.canonical == BREAK for token in words):
        return None
    if len(words) > 1 and any(token.canonical in STOP_WORDS for token in words):
        return None
    slot = situation.slot(words, strict=True)
    if not slot or not slot.term or not slot.term.name:
        return None
    return Understood("definition", slot.term, pos=pos or slot.pos)
