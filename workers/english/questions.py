"""A question in plain English → the reply, with its sentence for people and suggested next questions.

No reply is a dead end: there are similar words, relations with an answer, or examples of questions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace

from shared import json_codec
from shared.catalog import BY_NAME
from shared.errors import BadRequest, UnknownCommand, wire_code_and_message
from shared.messages import NOTHING, Context, Question, Reply, ReplyError, Said
from workers.commands.table import answer_command, answer_reader
from workers.commands.word_facts.first_meanings import first_meanings
from workers.commands.word_facts.little_words import is_noted
from workers.commands.word_facts.named_sense import sense_matched
from workers.commands.word_facts.near_synonyms import near_words
from workers.commands.word_facts.nearest_kinds import nearest_kinds, nearest_words
from workers.english.conditions.question import is_on_letters
from workers.english.conditions.subjects import says_subject
from workers.english.games.word_games import without_names
from workers.english.sense_hint import hint_of_pair, is_unread, sense_of_hint
from workers.english.slash_commands import nearest_commands
from workers.english.suggestions import MOST_SUGGESTIONS, looked_up, next_questions
from workers.english.talk import HELD, UNKNOWN, said, saying
from workers.english.term_finder import AskedTerm
from workers.english.turns.dialogue import topic_after
from workers.english.understanding import UNSURE
from workers.english.unserved import honest_answer, lacking, of_other_word
from workers.english.wording.answers import sentence_on
from workers.english.wording.conditions import described, narrowed
from workers.english.wording.notes import doubt_of, lacks_word, notes_behind, notes_on
from workers.english.wording.offers import LISTS, OPENERS, as_command, as_question, missing_word
from workers.english.wording.sentences import MOST_LISTED, SENTENCES, if_any, say, sentence
from workers.english.wording.verdicts import verdict
from workers.wordnet.correction.hangul import is_korean
from workers.wordnet.inflection.plurals import singulars
from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.command import Command
    from shared.errors import LookupRefused
    from shared.messages import Match, Sense
    from workers.english.term_finder import TermFinder
    from workers.english.understood import Understood


class Answering(NamedTuple):
    """The reply to one understood question, which was `asked` in `text`."""

    finder: TermFinder
    asked: Understood
    before: Context
    text: str

    def reply(self) -> Reply:
        """Return the reply to the understood question."""
        asked = self.asked
        if asked.typed_command and asked.command == "unknown":
            return self._no_such_command()
        if asked.confidence < UNSURE and asked.command not in UNKNOWN:
            return self._unsure()
        if asked.command in SENTENCES["small_talk"]:
            return said(asked.command, self.before, in_korean=is_korean(self.text))
        is_typed_alone = asked.typed_command and not asked.term
        if asked.command not in BY_NAME or (asked.command in SENTENCES["unserved"] and not is_typed_alone):
            return self._unserved()
        return self._of_command(BY_NAME[asked.command])

    def _unsure(self) -> Reply:
        """Return the reply that asks back with the two likeliest readings."""
        asked = self.asked
        word = asked.term.shown if asked.term else self.before.word
        word2 = asked.term2.shown if asked.term2 else ""
        rows = [BY_NAME[name] for name in (asked.command, asked.second) if name in BY_NAME]
        offers = [
            as_question(row.name, word, word2 * row.needs_second_word) if row.needs_word else row.example
            for row in rows
            if (word if row.needs_word else not asked.term) and (word2 or not row.needs_second_word)
        ]
        text = sentence("ask_back.doubt" if offers else "small_talk.unclear", offers=offers)
        context = replace(self.before, offers=tuple(offers))
        return self._reply(text, word=word, suggestions=offers, context=context, option="unknown")

    def _unserved(self) -> Reply:
        """Return the reply to a question that WordNet can't answer, with related facts."""
        term = self.asked.term
        return self._reply(
            *honest_answer(self.finder.lexicon, self.asked, self.text),
            suggestions=self._about(term) if term and term.name else [],
            response=self._response() if term and self.asked.command in BY_NAME else NOTHING,
        )

    def _no_such_command(self) -> Reply:
        """Return the reply that names the nearest commands, and suggests each of them for the same term."""
        typed, term = self.asked.typed_command, self.asked.term
        near = nearest_commands(typed)
        wrong = sentence("ask_back.no_command", command=f"/{typed}", near=[f"/{row.name}" for row in near])
        offers = [
            f"/{row.name} {term.shown}" if term and tuple(row.terms) == ("word",) else as_command(row)
            for row in near
        ]
        return self._refused(UnknownCommand(wrong.text), wrong, [*offers, "/help"], word="")

    def _of_command(self, command: Command) -> Reply:
        """Return the reply of a command, or that it lacks a word, or WordNet the word."""
        asked = self.asked
        terms = [term for term in (asked.term, asked.term2) if term]
        if command.where_suffices and (asked.where or asked.unread or asked.unmet):
            if (asked.unread or asked.unmet) and not (asked.term or is_on_letters(asked.where)):
                return self._unchecked()
        elif command.needs_word and (not asked.term or len(terms) <= command.needs_second_word):
            return self._incomplete(command)
        is_known = command.is_about_form or (command.name == "usage" and is_noted(terms[0].shown.lower()))
        if not is_known and (unknown := next((term for term in terms if not term.name), None)):
            return self._not_a_word(unknown)
        return self._answered(command)

    def _incomplete(self, command: Command) -> Reply:
        """Return the reply to a command without its word, which says how to add it."""
        asked = self.asked
        word, is_typed = asked.term.shown if asked.term else "", bool(asked.typed_command)
        wanted = missing_word(command, word, is_typed=is_typed)
        offers = [as_command(command), "/help"] if is_typed else [command.example]
        return self._refused(BadRequest(wanted.text), wanted, offers)

    def _unchecked(self) -> Reply:
        """Return the reply to conditions that no rule reads: the question without them."""
        where, unread = self.asked.where, self.asked.unread + self.asked.unmet
        offers = [say("where.words", conditions=described(where))] if where else LISTS
        text = say("note.unchecked", conditions=unread, question=offers[0])
        return self._reply(Said("unchecked", list(unread), text), suggestions=offers)

    def _refused(self, error: LookupRefused, text: Said, offers: list[str], **fields: Any) -> Reply:
        """Return the reply with an error, and with its message as a sentence."""
        told = ReplyError(*wire_code_and_message(error))
        kept = {"context": None} if self.asked.typed_command else {}
        return self._reply(text, suggestions=offers, error=told, **kept, **fields)

    def _not_a_word(self, term: AskedTerm) -> Reply:
        """Return the reply to a question about an unknown word, with similar words."""
        asked = self.asked
        near = [] if term.note else self.finder.suggestions(term.shown, MOST_SUGGESTIONS)
        return self._reply(
            *([term.note] if term.note else lacks_word(term.shown, near)),
            *of_other_word(self.finder.lexicon, asked),
            suggestions=[as_question(asked.command, word) for word in near] or OPENERS,
            # The lemmatizer still has an answer to a typed command: the unchanged word.
            response=self._response() if asked.typed_command else NOTHING,
            pos=asked.pos,
        )

    def _reply(self, *sentences: Said, suggestions: list[str], **fields: Any) -> Reply:
        """Return a reply with these sentences about the term asked for; without suggestions, some openers."""
        asked = self.asked
        about: dict[str, Any] = {
            "option": asked.command,
            "word": asked.term.shown if asked.term else "",
            "response": NOTHING,
            "context": self._context(asked.term, suggestions),
        }
        return saying(Reply(**about | fields, suggestions=suggestions or OPENERS), *sentences)

    def _answered(self, command: Command) -> Reply:
        """Return the reply of a command about a term (a word, a description or a text), or without one."""
        asked, lexicon, term = self.asked, self.finder.lexicon, self.asked.term
        sense = asked.sense or (sense_of_hint(lexicon, asked, term, self.text) if term else 0)
        if not sense and is_unread(asked):
            asked = replace(asked, unread=(*asked.unread, asked.hint))
        # A capital that opens a message says little.
        opens = term is not None and self.text.lstrip(" \"'“").startswith(term.typed or term.shown)
        hint = hint_of_pair(lexicon, asked, self.text)
        reply = answer_reader(lexicon, self._question, opens=opens, sense=sense or None, hint=hint)
        found, is_part = json_codec.loads(reply.response), sense or asked.offset or asked.sentence
        if term and command.name == "lemmatizer" and "singular" in self.text:  # dice is a lemma, too
            found = [name for name in singulars(lexicon, term.name) if name != term.name] or found
        if command.name in ("hyponyms", "pattern") and not is_part and (nearest := self._nearest()):
            found, reply.senses = nearest, None
            asked = replace(asked, unread=(), unmet=(), nearest=asked.unread + asked.unmet)
        if command.is_about_form:
            asked, found = without_names(lexicon, asked, found, self.text)
        near = [] if is_part else near_words(lexicon, self._question, found, reply.senses or ())
        leads = not asked.where or not (reply.senses and reply.senses[0].sense == 1)
        sentences = self._sentences(asked, reply, found, near, leads=leads)
        saying(reply, *sentences)
        suggestions = self._next(found, reply.more)
        if term and not (found or near or command.needs_model or (command.name == "rhymes" and asked.term2)):
            reply.text = f"{reply.text} {say('ask_back.try', questions=suggestions)}"
        listed = [*near[:MOST_LISTED], *found]
        if asked.where:
            listed = found = list(dict.fromkeys([*near, *found] if leads else [*found, *near]))
        reply.response = json_codec.dumps(found)
        if term and asked.typed_command and not command.needs_model:  # it is taken literally
            reply.response = self._response()
        if found and not is_part and command.name != "help":
            all_of = [say("where.all", conditions=described(asked.where))] if asked.where and not term else []
            reply.notes = " ".join([*all_of, *(each.text for each in sentences if each.key not in HELD)])
        topic = None if command.name == "help" else term or (_as_term(found[0]) if found else None)
        sense = sense or sense_matched(lexicon, reply.matches, asked.offset)
        return replace(
            reply,
            word=term.shown if term else "",
            lemma=reply.lemma or (term.name if term and term.is_folded else None),
            pos=asked.pos,
            suggestions=suggestions,
            context=self._context(topic, suggestions, listed, reply.matches, sense) if topic else self.before,
        )

    def _nearest(self) -> list[str]:
        """Return the words that come nearest to conditions that no rule reads, or that no word meets."""
        asked, lexicon, most = self.asked, self.finder.lexicon, self.asked.wanted or MOST_LISTED
        if asked.command == "pattern":  # what is unread there can be anything
            subject = next((each for each in asked.unmet if says_subject(self.text, each)), "")
            return nearest_words(lexicon, asked.where, subject, most) if asked.where and subject else []
        described = " ".join(asked.unread + asked.unmet)
        is_any = any(len(word) > 1 for word in described.split())  # not letters: "birds with k"
        return nearest_kinds(lexicon, self._question, described, most) if is_any else []

    def _sentences(
        self, asked: Understood, reply: Reply, found: Sequence[Any], near: Sequence[str], *, leads: bool
    ) -> list[Said]:
        """Return the sentences of an answer, with the notes around it.

        Words close in meaning lead it if it has no word for the commonest meaning.
        """
        lexicon, term, word = self.finder.lexicon, asked.term, asked.term.shown if asked.term else ""
        senses: Sequence[Sense] | Sequence[Match] | None = reply.senses or reply.matches
        if reply.senses and asked.command == "definition" and not (asked.sentence or asked.sense):
            senses = first_meanings(lexicon, self._question, reply.senses)
        text = "" if near and set(near).issuperset(found) else sentence_on(asked, word, found, senses)
        where = None if asked.offset else asked.where
        answer = narrowed(text, where, found or near, reply.removed)
        key = f"{'note' if found or asked.where else 'instead'}.close_{asked.command}"
        close = if_any(key, word=word, names=near)
        answer = [*close, *answer] if leads else [*answer, *close]
        if term and not (found or near):
            answer = lacking(lexicon, asked) or answer
        short = verdict(lexicon, asked, found, self.text)
        return [
            *notes_on(self.finder, asked, reply.lemma, self.text, short),
            *doubt_of(asked, reply.matches),
            *short,
            *answer,
            *notes_behind(lexicon, asked, found, self.text),
        ]

    def _next(self, found: Sequence[Any], more: int | None) -> list[str]:
        """Return the next questions: about the term, or about the words found for it."""
        command, term = self.asked.command, self.asked.term
        if command == "gloss":
            words = [readable(entry["lemma"]) for entry in found[:MOST_SUGGESTIONS]]
            return [as_question("definition", word) for word in words] or list(OPENERS)
        if not term or command in ("help", "reverse"):
            return self._about(_as_term(found[0])) if found and command != "help" else list(OPENERS)
        suggestions = self._about(term)
        if more:
            suggestions[MOST_SUGGESTIONS - 1 :] = [as_question("overview", term.shown)]
        return suggestions

    def _context(
        self,
        term: AskedTerm | None,
        offers: list[str],
        found: Sequence[Any] = (),
        matches: Sequence[Match] | None = None,
        sense: int = 0,
    ) -> Context:
        last = replace(self.before, first=self.before.first or self.text[:100])
        topic = topic_after(self.asked, term, found, last, matches)
        return replace(topic, offers=tuple(offers), sense=sense)

    def _about(self, term: AskedTerm) -> list[str]:
        return next_questions(self.finder.lexicon, term, self.asked.command)

    def _response(self) -> str:
        """Return the response of the command alone."""
        return answer_command(self.finder.lexicon, self._question).response

    @property
    def _question(self) -> Question:
        understood, term, term2 = self.asked, self.asked.term, self.asked.term2
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
