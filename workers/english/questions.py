"""A question in plain English → the reply, with its sentence for people and suggested next questions.

No reply is a dead end: there are similar words, relations with an answer, or examples of questions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

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
from workers.english.suggestions import MOST_SUGGESTIONS, Suggestions, close_in_meaning, looked_up, near_words
from workers.english.talk import UNKNOWN, joined, said, saying
from workers.english.term_finder import AskedTerm, term_finder
from workers.english.texts import reply_on_description, reply_on_phrase, reply_on_text
from workers.english.understanding import plain, understand, usable
from workers.english.unserved import honest_answer, lacking
from workers.english.wording.answers import sentence_on
from workers.english.wording.conditions import described, narrowed
from workers.english.wording.notes import lacks_word, notes_on, on_little_word
from workers.english.wording.offers import OPENERS, as_command, as_question, how_to_write, which_word
from workers.english.wording.sentences import SENTENCES, if_any, say, sentence
from workers.wordnet.correction.hangul import is_korean
from workers.wordnet.inflection.plurals import singulars

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.english.term_finder import TermFinder
    from workers.english.understood import Understood
    from workers.wordnet.lexicon import Lexicon

UNSURE: Final = 0.3  # below this confidence the reply asks back


def answer_question(lexicon: Lexicon, question: Question) -> Reply:
    """Return the reply to the sentence `question.text`; two questions in it get one reply."""
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
        self._suggested = Suggestions(finder, understood.command)
        self._text = text

    def reply(self) -> Reply:
        """Return the reply to the understood question."""
        term = self._understood.term
        reply = self._without_a_command() or self._without_its_words()
        if reply or term is None:
            return reply or self._wordless()
        if self._understood.command == "gloss":
            return reply_on_text(self._finder.lexicon, term.shown, self._context(None, []))
        try:
            if self._understood.command == "reverse":
                reply = self._asked("reverse", term)
                return reply_on_description(self._understood, reply, self._suggested, self._context)
            return self._of_a_word(term)
        except LookupRefused as refused:
            return self._refused(refused, term.shown, self._suggested.about(term))

    def _without_a_command(self) -> Reply | None:
        """Return the reply to a question that comes down to no command, else None."""
        command = self._understood.command
        if self._understood.typed_command and command == "unknown":
            return self._no_such_command()
        if command in SENTENCES["small_talk"]:
            return self._small_talk()
        if self._understood.confidence < UNSURE:
            return self._unsure()
        is_typed_alone = self._understood.typed_command and not self._understood.term
        is_unserved = command not in BY_NAME or (command in SENTENCES["unserved"] and not is_typed_alone)
        return self._unserved() if is_unserved else None

    def _without_its_words(self) -> Reply | None:
        """Return the reply to a command without a word, or with a word that WordNet lacks, else None."""
        command = BY_NAME[self._understood.command]
        if self._is_incomplete():
            return self._incomplete()
        if command.name == "help":
            return self._wordless()
        terms = () if command.is_about_form else (self._understood.term, self._understood.term2)
        return next((self._not_a_word(term) for term in terms if term and term.name is None), None)

    def _small_talk(self) -> Reply:
        command, term = self._understood.command, self._understood.term
        if term and command in UNKNOWN:
            return reply_on_phrase(self._finder, term.shown, self._before)
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
        known = term is not None and term.name is not None
        suggestions = self._suggested.about(term) if term and known else list(OPENERS)
        pages = self._asked(command, term).response if term and command in BY_NAME else NOTHING
        reply = Reply(command, term.shown if term else "", pages, suggestions=suggestions)
        reply.context = self._context(term, suggestions if known else [])
        return saying(reply, *honest_answer(self._finder.lexicon, self._understood, self._text))

    def _no_such_command(self) -> Reply:
        """Return the reply that names the nearest commands, and suggests each of them for the same term."""
        typed = self._understood.typed_command
        near = nearest_commands(typed)
        names = [f"/{name}" for name in near]
        wrong = sentence("ask_back.no_command", command=f"/{typed}", near=names)
        offers = [*map(self._for_same_term, near), "/help"]
        return saying(self._refused(UnknownCommand(wrong.text), "", offers), wrong)

    def _for_same_term(self, name: str) -> str:
        """Return the slash command `name` for the same term, or its example if that has no answer."""
        command, term = BY_NAME[name], self._understood.term
        takes_one = command.needs_word and not command.needs_second_word
        if term and takes_one and self._suggested.has_answer(name, term):
            return f"/{name} {term.shown}"
        return as_command(command)

    def _is_incomplete(self) -> bool:
        understood, command = self._understood, BY_NAME[self._understood.command]
        suffices = command.where_suffices and understood.where and not understood.unread
        needs_word = command.needs_word and not suffices
        return (needs_word and not understood.term) or (command.needs_second_word and not understood.term2)

    def _incomplete(self) -> Reply:
        """Return the reply to a command without its word: how to write it, or which word to add."""
        command, term = BY_NAME[self._understood.command], self._understood.term
        word = term.shown if term else ""
        if command.where_suffices and self._understood.unread:
            return self._unchecked()
        if self._understood.typed_command:
            wanted, offers = how_to_write(command), [as_command(command), "/help"]
            return saying(self._refused(BadRequest(wanted.text), word, offers), wanted)
        wanted = which_word(command, word)
        reply = self._refused(BadRequest(wanted.text), word, [command.example])
        reply.context = self._context(term, [command.example])
        return saying(reply, wanted)

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

    def _refused(self, error: LookupRefused, word: str, suggestions: list[str]) -> Reply:
        """Return the reply that shows people the message of an error."""
        code, message = wire_code_and_message(error)
        reply = Reply(self._understood.command, word, NOTHING, error=ReplyError(code, message))
        return msgspec.structs.replace(reply, text=message, suggestions=suggestions)

    def _wordless(self) -> Reply:
        """Return the reply to a command without a word: help, or a random word with questions about it."""
        command, term = self._understood.command, self._understood.term
        reply = self._asked(command, term)
        found = json_codec.loads(reply.response)
        suggestions, context = list(OPENERS), self._before
        if command != "help" and found:
            chosen = str(found[0])
            shown = chosen.replace("_", " ")
            suggestions = self._suggested.about(AskedTerm(shown, chosen))
            context = self._context(AskedTerm(shown, chosen), suggestions, found)
        reply.pos, reply.suggestions, reply.context = self._understood.pos, suggestions, context
        answer = Said("answer", text=sentence_on(self._understood, "", found))
        return saying(reply, answer, *if_any("note.unread", conditions=self._understood.unread))

    def _not_a_word(self, term: AskedTerm) -> Reply:
        """Return the reply to a question about an unknown word, with similar words."""
        near = [] if term.note else self._finder.suggestions(term.shown, MOST_SUGGESTIONS)
        command = self._understood.command
        suggestions = [as_question(command, word) for word in near] or list(OPENERS)
        understood, asked = self._understood, self._understood.term or term
        reply = Reply(understood.command, asked.shown, NOTHING, pos=understood.pos)
        if understood.typed_command:
            # The lemmatizer still has an answer: the unchanged word.
            reply.response = self._asked(understood.command, asked, understood.term2).response
        reply.suggestions, reply.context = suggestions, self._context(asked, suggestions)
        return saying(reply, on_little_word(term) if term.note else lacks_word(term.shown, near))

    def _of_a_word(self, term: AskedTerm) -> Reply:
        understood, lexicon = self._understood, self._finder.lexicon
        sense = understood.sense or sense_of_hint(lexicon, understood, term, self._text)
        reply = self._for_reader(understood.command, term, sense)
        found = json_codec.loads(reply.response)
        is_narrowed = understood.where or understood.offset or sense or understood.sentence
        notes = notes_on(self._finder, understood, reply.lemma)
        unread = if_any("note.unread", conditions=understood.unread)
        close: list[Said] = []
        if understood.command == "synonyms" and not is_narrowed:
            close = close_in_meaning(lexicon, term, understood.pos, reply.senses or [])
            notes += close if found else []
        if found and not is_narrowed:
            reply.notes = " ".join(each.text for each in (*notes, *unread))
        if understood.typed_command:  # it is taken literally
            reply.response = self._asked(understood.command, term, understood.term2).response
        answer = Said("answer", text=sentence_on(understood, term.shown, found, reply.senses or []))
        sentences = [*notes, *([answer] if found else close or [lacking(lexicon, understood) or answer])]
        if understood.where and not understood.offset:
            text = narrowed(answer.text, understood.where, found, reply.removed or ())
            sentences[-1] = msgspec.structs.replace(sentences[-1], text=text)
            if understood.command == "synonyms" and not (sense or understood.typed_command):
                near = near_words(lexicon, self._question("synonyms", term, None), found)
                sentences += if_any("note.near", names=near)
                found += near
                reply.response = json_codec.dumps(found)
        suggestions = self._suggested.about(term)
        if reply.more:
            suggestions = [*suggestions[: MOST_SUGGESTIONS - 1], as_question("overview", term.shown)]
        saying(reply, *sentences, *unread)
        if not found:
            reply.text = f"{reply.text} {say('ask_back.try', questions=suggestions)}"
        return msgspec.structs.replace(
            reply,
            word=term.shown,
            lemma=reply.lemma or (term.name if term.is_folded else None),
            pos=understood.pos,
            suggestions=suggestions,
            context=self._context(term, suggestions, found),
        )

    def _for_reader(self, command: str, term: AskedTerm, sense: int = 0) -> Reply:
        """Return the reply with the commonest meaning first; a capital that opens a message says little."""
        opens = self._text.lstrip(" \"'“").startswith(term.typed or term.shown)
        question = self._question(command, term, self._understood.term2)
        reply = answer_reader(self._finder.lexicon, question, opens=opens, sense=sense or None)
        if command == "lemmatizer" and "singular" in self._text:  # dice is a lemma, too
            names = [each for each in singulars(self._finder.lexicon, term.name or "") if each != term.name]
            reply.response = json_codec.dumps(names) if names else reply.response
        return reply

    def _context(self, term: AskedTerm | None, suggestions: list[str], found: Sequence[Any] = ()) -> Context:
        """Return the topic after this reply."""
        return topic_after(self._understood, term, found, suggestions, self._before.first or self._text[:100])

    def _asked(self, command: str, term: AskedTerm | None = None, term2: AskedTerm | None = None) -> Reply:
        """Return the reply to a command; raises LookupRefused if this server can't answer it."""
        return answer_command(self._finder.lexicon, self._question(command, term, term2))

    def _question(self, command: str, term: AskedTerm | None, term2: AskedTerm | None) -> Question:
        return Question(
            command,
            looked_up(term) if term else "",
            None if command == "pos" else self._understood.pos,  # "is it a noun?" asks for all of them
            looked_up(term2) if term2 else None,
            form=self._understood.form or None,
            where=self._understood.where if command == self._understood.command else None,
            sentence=self._understood.sentence if BY_NAME[command].takes_sentence else None,
        )
