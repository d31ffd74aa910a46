"""The answer of a command as a sentence, and the sentence for an empty answer."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from shared.catalog import BY_NAME
from workers.commands.descriptions import hopeful
from workers.commands.word_facts.little_words import is_explained
from workers.english.wording import comparisons, word_facts
from workers.english.wording.conditions import described
from workers.english.wording.offers import as_command
from workers.english.wording.sentences import MOST_LISTED, Answer, listed, say
from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workers.english.understood import Understood


PROBABLE: Final = 0.5  # the least likelihood of a meaning that is probably meant in a sentence
_POSSIBLE: Final = 0.1  # and of another that is worth a mention
MOST_LENGTHS: Final = 3  # of the words that letters make


def sentence_on(asked: Understood, word: str, found: Sequence[Any], senses: Sequence[Any] | None = ()) -> str:
    """Return the answer as a sentence, or the sentence for an empty answer."""
    answer = Answer(asked, word, found, senses or (), asked.term2.shown if asked.term2 else "")
    if asked.term2 and asked.command in ("rhymes", "anagram"):
        is_so = found if asked.command == "rhymes" else _is_anagram(word, answer.other)
        return answer.say(f"sound.{asked.command}_{'yes' if is_so else 'no'}")
    if not (found or asked.command == "spelling"):  # any word has letters
        return _nothing(answer)
    in_one_sense = asked.sentence and not asked.sense
    if senses and not asked.offset and (in_one_sense or _is_elsewhere(answer)):
        return in_sentence(answer)
    return _SENTENCES.get(asked.command, listing)(answer)


def _is_anagram(one: str, other: str) -> bool:
    return one.lower() != other.lower() and _letters(one) == _letters(other)


def _letters(word: str) -> list[str]:
    """Return the letters of a word, and the `?` that stand for others, in their order."""
    return sorted(letter for letter in word.lower() if letter.isalpha() or letter == "?")


def _nothing(answer: Answer) -> str:
    asked = answer.asked
    if asked.where and not answer.word:
        return say("where.nothing", conditions=described(asked.where))
    return answer.say(f"nothing.{asked.command}", pos=list(asked.pos or ()))


def _is_elsewhere(answer: Answer) -> bool:
    """Whether other senses have the answer that the one asked for, which comes first, has not."""
    row, first = BY_NAME[answer.asked.command], answer.senses[0]
    is_list = row.takes_sentence and row.name in first.__struct_fields__
    return is_list and not getattr(first, row.name)


def in_sentence(answer: Answer) -> str:
    """Return the likeliest meaning, the next one if neither is probable, and the answer of a command."""
    command, (first, *others) = answer.asked.command, answer.senses
    is_probable = first.likelihood is None or first.likelihood >= PROBABLE
    key = "in_sentence.fits" if is_probable else "in_sentence.may_fit"
    if answer.asked.sense:
        key = "answer.meaning_number"
    said = [answer.say(key, number=first.sense, definition=first.definition)]
    if command not in ("definition", "overview"):
        own = getattr(first, command)
        names = own or list(dict.fromkeys(name for sense in others for name in getattr(sense, command)))
        key = f"in_sentence.{command}" if own else f"in_sentence.{command}_elsewhere"
        said.append(say(key, names=names, example=names[0]))
    elif others and not is_probable and (others[0].likelihood or 0) >= _POSSIBLE:
        said.append(say("in_sentence.or_perhaps", definition=others[0].definition))
    return " ".join(said)


def listing(answer: Answer) -> str:
    """Return the sentence that lists the names found, and one on those of other senses.

    It lists as many names as a list that is not by sense, in the same order.
    """
    asked, names = answer.asked, answer.found[answer.asked.offset :]
    most = asked.wanted or MOST_LISTED
    names = names[: asked.wanted or None]
    if not names:
        return answer.say("list_end.no_more")
    if asked.where and not answer.word:
        return say("where.found", conditions=described(asked.where), names=_as_wanted(names, asked))
    first = answer.senses[0] if answer.senses and not asked.offset else None
    own = (first.synonyms or first.antonyms or first.words)[: asked.wanted or None] if first else []
    if first is None or list(names[: len(own)]) != own:
        return answer.say(f"list.{asked.command}", names=_as_wanted(names, asked))
    meaning = first.definition.partition(";")[0] if first.sense == 1 else ""
    said = [answer.say(f"list.{asked.command}", names=_as_wanted(own, asked), definition=meaning)]
    if first.sense > 1:
        said.append(say("list_end.which_meaning", number=first.sense, definition=first.definition))
    others, shown = names[len(own) :], most - len(own)
    if others:
        key = "list_end.other_meanings" if shown > 0 else "list_end.more_in_others"
        said.append(say(key, names=listed(others, most=shown), count=len(others)))
    return " ".join(said)


def _from_letters(answer: Answer) -> str:
    """Return the words that letters make by their length, the longest first."""
    asked, names = answer.asked, answer.found
    is_of_all = "_" in names[0] or len(names[0]) == len(names[-1]) == len(_letters(answer.word))
    if is_of_all or asked.offset or asked.wanted:
        return listing(answer)
    groups = [list(group) for _, group in groupby(names, len)]
    said = [say("answer.of_length", names=group, count=len(group[0])) for group in groups[:MOST_LENGTHS]]
    return answer.say("answer.from_letters", words=said, more=sum(map(len, groups[MOST_LENGTHS:])))


def _as_wanted(names: Sequence[str], asked: Understood) -> str | Sequence[str]:
    return listed(names, most=asked.wanted) if asked.wanted else names


def _definition(answer: Answer) -> str:
    asked, first = answer.asked, answer.senses[0]
    if asked.sense:
        return answer.say("answer.meaning_number", number=asked.sense, definition=first.definition)
    if asked.term and asked.term.note and is_explained(asked.term.name):
        return ""  # the note has said all that people want to know about "at" or "or"
    others = [
        say("answer.other_meaning", pos=pos if each[0] is sense else "", short=_short(sense.definition))
        for pos, group in groupby(answer.senses, lambda sense: sense.pos.replace("s", "a"))
        for each in [list(group)]
        for sense in each
        if sense is not first
    ]
    values = {
        "definition": first.definition,
        "others": others,
        "more": len(answer.found) - len(answer.senses),
    }
    return answer.say("answer.definition", pos=first.pos, **values)


def _short(definition: str) -> str:
    """Return the first part of a gloss."""
    return definition.partition(";")[0]


def _examples(answer: Answer) -> str:
    key = "answer.examples" if answer.senses else "answer.examples_other"
    return answer.say(key, example=answer.found[0], more=len(answer.found) - 1)


def _derivations(answer: Answer) -> str:
    pos, names = answer.asked.pos, answer.found
    others = [name for name in names if readable(name).lower() != answer.word.lower()]
    if not pos:
        return listing(answer._replace(found=others or names))
    key = "answer.family_as" if names[0] in others else "answer.family_itself"
    return answer.say(key, pos=pos, names=others)


def _pos(answer: Answer) -> str:
    # A satellite adjective is an adjective to everyone but WordNet.
    asked, pos = answer.asked.pos or "", list(dict.fromkeys("".join(answer.found).replace("s", "a")))
    key = "answer.parts_yes" if len(asked) == 1 else "answer.parts"
    if asked and set(asked).isdisjoint(pos):
        key = "answer.parts_no"
    return answer.say(key, pos=pos)


def _lemmatizer(answer: Answer) -> str:
    first, *others = answer.found
    if readable(first).lower() == answer.word.lower():
        return answer.say("answer.lemma_same", names=others)
    return answer.say("answer.lemma", names=answer.found)


def _overview(answer: Answer) -> str:
    """Return the first meanings, each by the first part of its gloss, and the number of the others."""
    found = answer.found
    if len(found) == 1:
        return answer.say("answer.overview_one", **found[0])
    counts = Counter(entry["pos"].replace("s", "a") for entry in found)
    kinds = [say("answer.kind", count=count, pos=pos) for pos, count in counts.items()]
    shown = [{**each, "short": _short(each["definition"])} for each in found[:MOST_LISTED]]
    return answer.say(
        "answer.overview",
        count=len(found),
        kinds=kinds if len(kinds) > 1 else (),
        pos="" if len(kinds) > 1 else found[0]["pos"],
        meanings=[say("answer.meaning", **each) for each in shown],
        more=len(found) - len(shown),
    )


def _hierarchy(answer: Answer) -> str:
    """Return the first way up; it begins with the word as typed."""
    ways = [way for sense in answer.found for way in sense["paths"]]
    return answer.say("answer.hierarchy", path=[answer.word, *ways[0][-2::-1]], more=len(ways) - 1)


def _reverse(answer: Answer) -> str:
    """Return the likeliest word with its meaning, and a few others that fit nearly as well."""
    if answer.asked.offset:
        return listing(answer)
    first, *others = answer.senses
    key = "text.match" if first.likelihood >= hopeful(answer.asked.where) else "text.unsure_match"
    close = [match.word for match in others if match.close]
    return say(key, word=first.word, definition=first.definition, others=close[: MOST_LISTED - 1])


def _gloss(answer: Answer) -> str:
    """Return the first few hard words with their meanings, and the number of the others."""
    words = [say("text.hard_word", **entry) for entry in answer.found[:MOST_LISTED]]
    return say("text.hard_words", words=words, more=max(len(answer.found) - MOST_LISTED, 0))


def _help(answer: Answer) -> str:
    entries, is_typed = answer.found, answer.asked.typed_command
    if len(entries) == 1:
        command = BY_NAME[entries[0]["command"]]
        return say("help.one", **entries[0] | {"command": f"/{command.name}"}, written=as_command(command))
    return say("help.general", commands=[f"/{entry['command']}" for entry in entries] if is_typed else ())


_SENTENCES: Final[dict[str, Callable[[Answer], str]]] = {
    "definition": _definition,
    "examples": _examples,
    "derivations": _derivations,
    "pos": _pos,
    "lemmatizer": _lemmatizer,
    "overview": _overview,
    "anagram": _from_letters,
    "similarity": comparisons.similarity,
    "spelling": word_facts.spelling,
    "pronunciation": word_facts.pronunciation,
    "inflect": word_facts.inflection,
    "difference": comparisons.difference,
    "is_a": comparisons.is_a,
    "is_word": word_facts.is_word,
    "usage": word_facts.usage,
    "frames": word_facts.frames,
    "hierarchy": _hierarchy,
    "reverse": _reverse,
    "gloss": _gloss,
    "help": _help,
}
