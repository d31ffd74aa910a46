"""A question in plain English → the reply, with its sentence for people and suggested next questions.

No reply is a dead end: there are similar words, relations with an answer, or examples of questions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from shared import json_codec
from shared.catalog import BY_NAME
from shared.errors import BadRequest, LookupRefused, UnknownCommand, wire_code_and_message
from shared.messages import NOTHING, Context, Question, Reply, ReplyError, Said
from workers.commands.table import answer_command, answer_reader
from workers.english.dialogue import topic_after
from workers.english.readings import read
from workers.english.sense_hint import sense_of_hint
from workers.english.slash_commands import nearest_commands
from workers.english.suggestions import MOST_SUGGESTIONS, looked_up, near_synonyms, next_questions
from workers.english.talk import UNKNOWN, joined, said, saying
from workers.english.term_finder import AskedTerm, term_finder
from workers.english.understanding import UNSURE, plain, understand, usable
from workers.english.unserved import honest_answer, lacking
from workers.english.wording.answers import sentence_on
from workers.english.wording.conditions import described, narrowed
from workers.english.wording.notes import lacks_word, notes_behind, notes_on
from workers.english.wording.offers import OPENERS, as_command, as_question, how_to_write, which_word
from workers.english.wording.sentences import SENTENCES, if_any, say, sentence
from workers.wordnet.correction.hangul import is_korean
from workers.wordnet.inflection.plurals import singulars
from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.english.term_finder import TermFinder
    from workers.english.understood import Understood
    from workers.wordnet.lexicon import Lexicon


def answer_question(lexicon: Lexicon, question: Question) -> Reply:
    """Return the reply to the sentence `question.text`; several questions in it get one reply."""
    text, context = plain(question.text or ""), question.context or Context()
    if not text:
        return msgspec.structs.replace(said("greeting", context), option="unknown")
    finder, context = term_finder(lexicon), usable(context)
    found = understand(finder, read, text, context)
    if found[0].command in ("yes", "complaint"):
        other = context.other if found[0].command == "complaint" else next(iter(context.offers), "")
        if not other:
            return said(found[0].command, context)
        found = understand(finder, read, other, context)
    replies = [_Answering(finder, understood, context, text).reply() for understood in found]
    return joined(replies)


class _Answering:
    """The reply to one understood question."""

    def __init__(self, finder: TermFinder, understood: Understood, context: Context, text: str) -> None:
        self._finder = finder
        self._understood = understood
        self._before = context
        self._text = text

    def reply(self) -> Reply:
        """Return the reply to the understood question."""
        term = self._understood.term
        reply = self._without_a_command() or self._without_its_words()
        if reply or term is None:
            return reply or self._wordless()
        try:
            return self._of_a_word(term)
        except LookupRefused as refused:
            return self._refused(refused, term.shown, self._about(term))

    def _without_a_command(self) -> Reply | None:
        """Return the reply to a question that comes down to no command, else None."""
        command = self._understood.command
        if self._understood.typed_command and command == "unknown":
            return self._no_such_command()
        if self._understood.confidence < UNSURE and command not in UNKNOWN:
            return self._unsure()
        if command in SENTENCES["small_talk"]:
            return self._small_talk()
        is_typed_alone = self._understood.typed_command and not self._understood.term
        is_unserved = command not in BY_NAME or (command in SENTENCES["unserved"] and not is_typed_alone)
        return self._unserved() if is_unserved else None

    def _without_its_words(self) -> Reply | None:
        """Return the reply to a command without a word, or with a word that WordNet lacks, else None."""
        command = BY_NAME[self._understood.command]
        incomplete = self._incomplete()
        if incomplete or command.is_about_form:
            return incomplete
        if command.name == "help":
            return self._wordless()
        terms = (self._understood.term, self._understood.term2)
        return next((self._not_a_word(term) for term in terms if term and term.name is None), None)

    def _small_talk(self) -> Reply:
        command = self._understood.command
        in_korean = command == "out_of_scope" and is_korean(self._text)
        return said(command, self._before, Said(command, text=say("unknown.hangul")) if in_korean else None)

    def _unsure(self) -> Reply:
        """Return the reply that asks back with the two likeliest readings."""
        term = self._understood.term
        word = term.shown if term else self._before.word
        commands = [name for name in (self._understood.command, self._understood.second) if name in BY_NAME]
        offers = [as_question(name, word) for name in commands if word or not BY_NAME[name].needs_word]
        context = msgspec.structs.replace(self._before, offers=tuple(offers))
        reply = Reply("unknown", word, NOTHING, suggestions=offers or list(OPENERS), context=context)
        return saying(reply, sentence("ask_back.doubt" if offers else "small_talk.unclear", offers=offers))

    def _unserved(self) -> Reply:
        """Return the reply to a question that WordNet can't answer, with what it knows instead."""
        command, term = self._understood.command, self._understood.term
        suggestions = self._about(term) if term else list(OPENERS)
        context = self._context(term, suggestions if term and term.name else [])
        pages = self._asked().response if term and command in BY_NAME else NOTHING
        word = term.shown if term else ""
        reply = Reply(command, word, pages, suggestions=suggestions, context=context)
        return saying(reply, *honest_answer(self._finder.lexicon, self._understood, self._text))

    def _no_such_command(self) -> Reply:
        """Return the reply that names the nearest commands, and suggests each of them for the same term."""
        typed, term = self._understood.typed_command, self._understood.term
        near = [BY_NAME[name] for name in nearest_commands(typed)]
        wrong = sentence("ask_back.no_command", command=f"/{typed}", near=[f"/{row.name}" for row in near])
        offers = [
            f"/{row.name} {term.shown}" if term and tuple(row.terms) == ("word",) else as_command(row)
            for row in near
        ]
        return self._refused(UnknownCommand(wrong.text), "", [*offers, "/help"], wrong)

    def _incomplete(self) -> Reply | None:
        """Return the reply to a command without its word, which says how to add it; else None."""
        understood, command = self._understood, BY_NAME[self._understood.command]
        if command.where_suffices and (understood.where or understood.unread):
            return self._unchecked() if understood.unread and not understood.term else None
        if not command.needs_word or (
            understood.term and (understood.term2 or not command.needs_second_word)
        ):
            return None
        word = understood.term.shown if understood.term else ""
        if understood.typed_command:
            wanted, offers = how_to_write(command), [as_command(command), "/help"]
        else:
            wanted, offers = which_word(command, word), [command.example]
        reply = self._refused(BadRequest(wanted.text), word, offers, wanted)
        reply.context = None if understood.typed_command else self._context(understood.term, offers)
        return reply

    def _unchecked(self) -> Reply:
        """Return the reply to conditions that no rule reads: the question without them."""
        understood = self._understood
        suggestions = list(OPENERS)
        if understood.where:
            suggestions = [say("where.words", conditions=described(understood.where))]
        context = self._context(None, suggestions)
        reply = Reply(understood.command, "", NOTHING, suggestions=suggestions, context=context)
        text = say("note.unchecked", conditions=understood.unread, question=suggestions[0])
        return saying(reply, Said("unchecked", list(understood.unread), text))

    def _refused(
        self, error: LookupRefused, word: str, suggestions: list[str], sentence: Said | None = None
    ) -> Reply:
        """Return the reply that shows people the message of an error, as a sentence if there is one."""
        code, message = wire_code_and_message(error)
        reply = Reply(self._understood.command, word, NOTHING, error=ReplyError(code, message))
        reply.suggestions = suggestions
        return saying(reply, sentence or Said("answer", text=message))

    def _wordless(self) -> Reply:
        """Return the reply to a command without a word: help, or a random word with questions about it."""
        command = self._understood.command
        reply = self._asked()
        found = json_codec.loads(reply.response)
        suggestions, context = list(OPENERS), self._before
        if command != "help" and found:
            chosen = _as_term(found[0])
            suggestions = self._about(chosen)
            context = self._context(chosen, suggestions, found)
        reply.pos, reply.suggestions, reply.context = self._understood.pos, suggestions, context
        answer = Said("answer", text=sentence_on(self._understood, "", found))
        return saying(reply, answer, *if_any("note.unread", conditions=self._understood.unread))

    def _not_a_word(self, term: AskedTerm) -> Reply:
        """Return the reply to a question about an unknown word, with similar words."""
        near = [] if term.note else self._finder.suggestions(term.shown, MOST_SUGGESTIONS)
        understood, asked = self._understood, self._understood.term or term
        suggestions = [as_question(understood.command, word) for word in near] or list(OPENERS)
        # The lemmatizer still has an answer to a typed command: the unchanged word.
        response = self._asked().response if understood.typed_command else NOTHING
        reply = Reply(understood.command, asked.shown, response, pos=understood.pos, suggestions=suggestions)
        reply.context = self._context(asked, suggestions)
        return saying(reply, term.note or lacks_word(term.shown, near))

    def _of_a_word(self, term: AskedTerm) -> Reply:
        """Return the reply of a command about a term: a word, a description or a text."""
        understood, lexicon = self._understood, self._finder.lexicon
        command = BY_NAME[understood.command]
        sense = understood.sense or sense_of_hint(lexicon, understood, term, self._text)
        reply = self._for_reader(term, sense)
        found = json_codec.loads(reply.response)
        is_part = sense or understood.offset or understood.sentence
        has_near = command.name == "synonyms" and not is_part
        near = near_synonyms(lexicon, self._question, found, reply.senses or ()) if has_near else []
        close = if_any("note.close", word=term.shown, names=near)
        notes = notes_on(self._finder, understood, reply.lemma)
        unread = notes_behind(lexicon, understood, self._text)
        text = sentence_on(understood, term.shown, found, reply.senses or reply.matches)
        if understood.where:
            if not understood.offset:
                text = narrowed(text, understood.where, found, reply.removed or ())
            sentences = [*notes, Said("answer", text=text), *close, *unread]
            found += near
            reply.response = json_codec.dumps(found)
        elif found:
            sentences = [*notes, *close, Said("answer", text=text), *unread]
            if not is_part:
                reply.notes = " ".join(each.text for each in sentences if each.key != "answer")
        else:
            close = if_any("instead.close", word=term.shown, names=near)
            sentences = [*notes, *(close or lacking(lexicon, understood) or [Said("answer", text=text)])]
            sentences += unread
        if understood.typed_command and not command.needs_model:  # it is taken literally
            reply.response = self._asked().response
        suggestions = self._next(term, found, reply.more)
        saying(reply, *sentences)
        if not (found or command.needs_model):
            reply.text = f"{reply.text} {say('ask_back.try', questions=suggestions)}"
        return msgspec.structs.replace(
            reply,
            word=term.shown,
            lemma=reply.lemma or (term.name if term.is_folded else None),
            pos=understood.pos,
            suggestions=suggestions,
            context=self._context(term, suggestions, found),
        )

    def _next(self, term: AskedTerm, found: Sequence[Any], more: int | None) -> list[str]:
        """Return the next questions: about the term, or about the words found for it."""
        command = self._understood.command
        if command == "gloss":
            return _meanings_of([entry["lemma"] for entry in found]) or list(OPENERS)
        if command == "reverse":
            return self._about(_as_term(found[0])) if found else list(OPENERS)
        suggestions = self._about(term)
        if more:
            suggestions[MOST_SUGGESTIONS - 1 :] = [as_question("overview", term.shown)]
        return suggestions

    def _for_reader(self, term: AskedTerm, sense: int) -> Reply:
        """Return the reply with the commonest meaning first; a capital that opens a message says little."""
        opens = self._text.lstrip(" \"'“").startswith(term.typed or term.shown)
        reply = answer_reader(self._finder.lexicon, self._question, opens=opens, sense=sense or None)
        if self._understood.command == "lemmatizer" and "singular" in self._text:  # dice is a lemma, too
            names = singulars(self._finder.lexicon, term.name or "")
            if names and names[0] != term.name:
                reply.response = json_codec.dumps([name for name in names if name != term.name])
        return reply

    def _context(self, term: AskedTerm | None, suggestions: list[str], found: Sequence[Any] = ()) -> Context:
        """Return the topic after this reply."""
        return topic_after(self._understood, term, found, suggestions, self._before.first or self._text[:100])

    def _about(self, term: AskedTerm) -> list[str]:
        return next_questions(self._finder.lexicon, term, self._understood.command)

    def _asked(self) -> Reply:
        """Return the reply to the command; raises LookupRefused if this server can't answer it."""
        return answer_command(self._finder.lexicon, self._question)

    @property
    def _question(self) -> Question:
        understood, term, term2 = self._understood, self._understood.term, self._understood.term2
        return Question(
            understood.command,
            looked_up(term) if term else "",
            None if understood.command == "pos" else understood.pos,  # "is it a noun?" asks for all of them
            looked_up(term2) if term2 else None,
            form=understood.form or None,
            where=understood.where,
            sentence=understood.sentence if BY_NAME[understood.command].takes_sentence else None,
        )


def _as_term(name: str) -> AskedTerm:
    return AskedTerm(readable(name), name.lower())


def _meanings_of(words: Sequence[str]) -> list[str]:
    """Return the questions for the meanings of the first few words."""
    return [as_question("definition", readable(word)) for word in words[:MOST_SUGGESTIONS]]
