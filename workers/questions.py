"""A question in plain English → the reply: what was understood, its answer, and what to ask next.

No dead ends: a word that WordNet does not have brings the words that it may have been, a relation without an
answer brings those that have one, and what was not understood brings examples of what can be asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from shared import json_codec
from shared.catalog import BY_NAME
from shared.errors import BadRequest, LookupRefused, UnknownCommand, wire_code_and_message
from shared.messages import NOTHING, Context, Lookup, Reply, ReplyError
from workers import conversation, understanding
from workers.conversation import (
    NEXT,
    NEXT_OF_NO_NOUN,
    NOT_SERVED,
    OPENERS,
    SAME_OF_ANOTHER,
    as_command,
    how_to_write,
    listed,
    no_such_command,
    sentence_on,
)
from workers.frame_words import FORMS, STOP_WORDS
from workers.slash_commands import nearest_commands
from workers.spelling import spelling_index
from workers.vocabulary import AskedTerm, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workers.lexicon import Lexicon
    from workers.understood import Understood
    from workers.vocabulary import Vocabulary

    Answer = Callable[[Lookup], Reply]

MOST_SUGGESTIONS: Final = 4
# Commands whose answer is made of one word's letters: that WordNet lacks the word says nothing.
_OF_LETTERS: Final = frozenset(["suggest", "pattern", "spelling", "pronunciation", "rhymes"])
_SOCIAL: Final = {
    "greeting": conversation.GREETING,
    "thanks": conversation.THANKS,
    "unknown": conversation.UNKNOWN,
}


def prepare(lexicon: Lexicon) -> None:
    """Build all that questions need: called in a worker's parent, so that its children share it."""
    vocabulary(lexicon)
    spelling_index(lexicon)
    understanding.prepare()


def answer_question(lexicon: Lexicon, lookup: Lookup, answer: Answer) -> Reply:
    """Return the reply to `lookup.text`; `answer` gives the reply to each command that it comes down to."""
    words = vocabulary(lexicon)
    understood = understanding.understand(words, lookup.text or "", lookup.context)
    return _Answering(words, lookup, answer, understood).reply()


class _Answering:
    def __init__(self, words: Vocabulary, lookup: Lookup, answer: Answer, understood: Understood) -> None:
        self._words = words
        self._lookup = lookup
        self._answer = answer
        self._understood = understood

    def reply(self) -> Reply:
        """Return the reply to what was understood."""
        command = self._understood.command
        if command in _SOCIAL:
            return self._no_such_command() if self._understood.typed_command else self._social()
        if self._is_incomplete():
            return self._incomplete()
        if self._understood.term is None or command == "help":
            return self._wordless()
        if command not in _OF_LETTERS:
            for term in (self._understood.term, self._understood.term2):
                if term and term.name is None:
                    return self._not_a_word(term)
        return self._of_a_word(self._understood.term)

    def _social(self) -> Reply:
        """Return the reply to what asks about no word; somebody who says nothing at all is greeted."""
        command = self._understood.command
        says_nothing = not (self._lookup.text or "").strip()
        text = conversation.GREETING if says_nothing else _SOCIAL[command]
        return Reply(command, "", NOTHING, text=text, suggestions=list(OPENERS))

    def _no_such_command(self) -> Reply:
        """Return the reply that names the nearest commands, and offers what was asked of each."""
        typed = self._understood.typed_command
        near = nearest_commands(typed)
        error = UnknownCommand(no_such_command(typed, near))
        return self._refused(error, "", [*map(self._same_by, near), "/help"])

    def _same_by(self, name: str) -> str:
        """Return a command of the term that followed another name; its example if that has no answer."""
        command, term = BY_NAME[name], self._understood.term
        takes_one = command.needs_word and not command.needs_second_word
        if term and takes_one and self._has_answer(name, term):
            return f"/{name} {term.shown}"
        return as_command(command)

    def _is_incomplete(self) -> bool:
        understood, command = self._understood, BY_NAME[self._understood.command]
        return (command.needs_word and not understood.term) or (
            command.needs_second_word and not understood.term2
        )

    def _incomplete(self) -> Reply:
        """Return the reply that says how to write a command that lacks a word."""
        command, term = BY_NAME[self._understood.command], self._understood.term
        error = BadRequest(how_to_write(command))
        return self._refused(error, term.shown if term else "", [as_command(command), "/help"])

    def _refused(self, error: LookupRefused, word: str, suggestions: list[str]) -> Reply:
        """Return the reply that tells people of an error by its own sentence."""
        code, message = wire_code_and_message(error)
        reply = Reply(self._understood.command, word, NOTHING, error=ReplyError(code, message))
        return msgspec.structs.replace(reply, text=message, suggestions=suggestions)

    def _wordless(self) -> Reply:
        """Return the reply to what needs no word: help, or a word of chance, to be asked about then."""
        command, term, pos = self._understood.command, self._understood.term, self._understood.pos
        reply = self._asked(command, term, pos)
        found = json_codec.loads(reply.response)
        suggestions, context = list(OPENERS), None
        if command != "help" and found:
            chosen = str(found[0])
            shown = chosen.replace("_", " ")
            context = Context(command, shown)
            suggestions = list(self._next_questions(AskedTerm(shown, chosen)))
        text = sentence_on(self._understood, "", found)
        return msgspec.structs.replace(reply, pos=pos, text=text, suggestions=suggestions, context=context)

    def _not_a_word(self, term: AskedTerm) -> Reply:
        """Return the reply that says so, and what it may have been."""
        near = self._words.suggestions(term.shown, MOST_SUGGESTIONS)
        text = f"WordNet (2006) does not have “{term.shown}”."
        if term.shown.lower() in STOP_WORDS:
            text += " It has nouns, verbs, adjectives and adverbs only."
        if near:
            text += f" Did you mean {listed(near, 'or')}?"
        suggestions = [self._same_of(word) for word in near] or list(OPENERS)
        understood, asked = self._understood, self._understood.term or term
        reply = Reply(understood.command, asked.shown, NOTHING, pos=understood.pos)
        if understood.typed_command:
            # The lemmatizer has an answer all the same: the word as it is.
            command = self._asked(understood.command, asked, understood.pos, understood.term2)
            reply.response = command.response
        return msgspec.structs.replace(reply, text=text, suggestions=suggestions)

    def _same_of(self, word: str) -> str:
        """Return the question as asked of another word; its meaning, if it has no answer to the question."""
        command, term = self._understood.command, AskedTerm(word, word.replace(" ", "_"))
        answered = command in SAME_OF_ANOTHER and self._has_answer(command, term)
        return SAME_OF_ANOTHER[command if answered else "definition"].format(_quoted(word))

    def _of_a_word(self, term: AskedTerm) -> Reply:
        understood = self._understood
        context = Context(understood.command, term.shown, understood.pos)
        try:
            reply = self._asked(understood.command, term, understood.pos, understood.term2)
        except LookupRefused as refused:
            code, message = wire_code_and_message(refused)
            if isinstance(refused, UnknownCommand):
                message = NOT_SERVED.get(understood.command, message)
            error, text = ReplyError(code, message), f"I know what you ask, but I can't answer it. {message}"
            reply = Reply(understood.command, term.shown, NOTHING, error=error, text=text)
            return msgspec.structs.replace(reply, suggestions=self._suggestions(term), context=context)
        reply = self._adjusted(reply, term)
        found = json_codec.loads(reply.response)
        text = self._notes(term) + sentence_on(understood, term.shown, found)
        suggestions = self._suggestions(term)
        if not found and suggestions:
            text += " Try: " + ", ".join(f"“{question}”" for question in suggestions) + "."
        return msgspec.structs.replace(
            reply, word=term.shown, pos=understood.pos, text=text, suggestions=suggestions, context=context
        )

    def _adjusted(self, reply: Reply, term: AskedTerm) -> Reply:
        """Return the reply as a question has it and a command has not: all lemmas, or one sense of many."""
        name = term.name or term.shown
        if self._understood.command == "lemmatizer" and not self._understood.typed_command:
            forms = [form for form in self._forms(name) if form != name] or [name]
            reply = msgspec.structs.replace(reply, response=json_codec.dumps(forms))
        if self._understood.sense:
            senses = json_codec.loads(reply.response)[self._understood.sense - 1 :][:1]
            reply = msgspec.structs.replace(reply, response=json_codec.dumps(senses))
        if reply.lemma is None and term.is_folded:
            reply = msgspec.structs.replace(reply, lemma=name)
        return reply

    def _forms(self, name: str) -> list[str]:
        if self._understood.pos:
            return self._words.lexicon.dictionary_forms(name, self._understood.pos)
        return self._words.dictionary_forms(name)

    def _notes(self, term: AskedTerm) -> str:
        """Return what was done to the terms on the way, as typed → found; empty if nothing was."""
        notes = ""
        for each in (term, self._understood.term2):
            if each is None or each.name is None or self._understood.command in _OF_LETTERS:
                continue
            if each.corrected:
                notes += f"I took “{each.typed}” for “{each.shown}”. "
            forms = self._words.dictionary_forms(each.name)
            if each.name not in self._words.lexicon and self._understood.command != "lemmatizer":
                notes += f"{each.shown} → {', '.join(forms).replace('_', ' ')}. "
        return notes

    def _asked(
        self,
        command: str,
        term: AskedTerm | None = None,
        pos: str | None = None,
        term2: AskedTerm | None = None,
    ) -> Reply:
        """Return the reply to a command; raises LookupRefused where it can't be served."""
        return self._answer(
            msgspec.structs.replace(
                self._lookup,
                command=command,
                word=self._looked_up(term) if term else "",
                pos=pos,
                word2=self._looked_up(term2) if term2 else None,
                text=None,
                context=None,
            )
        )

    def _looked_up(self, term: AskedTerm) -> str:
        """Return the word that a command is asked of; where one was typed, as it stands if that is a word."""
        if term.name is None or (self._understood.typed_command and not term.is_folded):
            return term.shown
        return term.name

    def _suggestions(self, term: AskedTerm) -> list[str]:
        return list(self._next_questions(term)) or list(OPENERS)

    def _next_questions(self, term: AskedTerm) -> Iterator[str]:
        """Yield up to four questions about the term that have an answer."""
        if term.name is None or not self._words.is_word(term.name):
            return
        left = MOST_SUGGESTIONS
        is_noun = bool(self._words.lexicon.dictionary_forms(term.name, "n"))
        for command, question in NEXT.items():
            if left and command != self._understood.command and self._has_answer(command, term):
                left -= 1
                suited = question if is_noun else NEXT_OF_NO_NOUN.get(command, question)
                yield suited.format(_quoted(term.shown))

    def _has_answer(self, command: str, term: AskedTerm) -> bool:
        if command == "overview":
            return True
        try:
            reply = self._asked(command, term)
        except LookupRefused:
            return False
        if command == "synonyms":
            found: list[Any] = json_codec.loads(reply.response)
            return any(str(name).lower() != term.name for name in found)
        return reply.response != NOTHING


def _quoted(word: str) -> str:
    """Return `word` as it is safe in a question: in quotes if it could be taken for the question's words."""
    of_questions = word.lower() in STOP_WORDS or word.lower() in FORMS
    plain = word.isascii() and word.isalpha() and not of_questions
    return word if plain else f'"{word}"'
