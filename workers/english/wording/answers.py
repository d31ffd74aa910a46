"""The answer of a command as a sentence, and the sentence for an empty answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from shared.catalog import BY_NAME
from workers.commands.word_facts.little_words import is_explained
from workers.english.wording import comparisons, forms, word_facts
from workers.english.wording.by_sense import by_sense
from workers.english.wording.conditions import of_letters
from workers.english.wording.in_sentence import in_sentence
from workers.english.wording.offers import as_command
from workers.english.wording.phrases import capital, ended, listed, plain_name, some_of, with_article
from workers.english.wording.small_talk import HELP

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shared.messages import Sense
    from workers.english.understood import Understood

# Command → the sentence that lists names, and the words for an empty list.
LISTS: Final[dict[str, tuple[str, str]]] = {
    "synonyms": ("Other words for {word}: {names}.", "no other word for {word}"),
    "antonyms": ("The opposite of {word}: {names}.", "no opposite of {word}"),
    "hypernyms": ("{Word} is a kind of {names}.", "nothing that {word} is a kind of"),
    "hyponyms": ("Kinds of {word}: {names}.", "no kinds of {word}"),
    "instances": ("Instances for {word}: {names}.", "no instances for {word}"),
    "holonyms": ("{Word} belongs to {names}.", "nothing that {word} is a part of"),
    "meronyms": ("What belongs to {word}: {names}.", "no parts of {word}"),
    "entailments": ("To {word} is also to {names}.", "nothing that {word} entails"),
    "causes": ("What {word} can cause: {names}.", "nothing that {word} causes"),
    "similar": ("Adjectives similar to {word}: {names}.", "no adjectives similar to {word}"),
    "also_see": ("See also {names}.", "nothing to see as well for {word}"),
    "derivations": ("Of the same family as {word}: {names}.", "no words derived from {word}"),
    "pertainyms": ("{Word} pertains to {names}.", "nothing that {word} pertains to"),
    "participles": ("{Word} is a participle of {names}.", "no verb that {word} is a participle of"),
    "attributes": ("{Word} tells of {names}.", "no attributes of {word}"),
    "domains": ("Domains of {word}: {names}.", "no domain of {word}"),
    "verb_groups": ("Verbs grouped with {word}: {names}.", "no verbs grouped with {word}"),
    "suggest": ("Words that begin with {word}: {names}.", "no words that begin with {word}"),
    "pattern": ("Words of the pattern {word}: {names}.", "no words of the pattern {word}"),
    "anagram": ("Words of the letters of {word}: {names}.", "no other word of the letters of {word}"),
    "spelling": ("", "no word of nearly the spelling {word}"),
    "rhymes": ("{Word} rhymes with {names}.", "nothing that rhymes with {word}"),
    "near_rhymes": ("{Word} nearly rhymes with {names}.", "nothing that nearly rhymes with {word}"),
    "homophones": ("{Word} sounds exactly like {names}.", "no other word that sounds like {word}"),
    "pronunciation": ("", "no pronunciation of {word}"),
    "inflect": ("", "no such form of {word}"),
    "examples": ("", "no example sentence for {word}"),
    "definition": ("", "no meaning of {word}"),
    "overview": ("", "nothing about {word}"),
    "similarity": ("", "no way from one to the other"),
    "difference": ("", "nothing about either word"),
    "is_a": ("", "no way to tell for {word}: only nouns and verbs are kinds of something"),
    "is_word": ("", "no answer for {word}"),
    "usage": ("", "nothing about the usage of {word}"),
    "frames": ("", "no verb {word}"),
    "hierarchy": ("", "nothing above {word}"),
    "map": ("This is the neighbourhood of {word}.", "no neighbours of {word}"),
}
# The least Wu-Palmer similarity of two words → how close they are. Cat and dog have .86, winter and song .31.
_CLOSE: Final = (
    (0.75, "are close in meaning"),
    (0.5, "are somewhat related"),
    (0.0, "have little in common"),
)
# For a command without words of its own here.
_ANY_LIST: Final = ("{Word}: {names}.", "no answer for {word}")


def sentence_on(understood: Understood, word: str, found: Sequence[Any], senses: Sequence[Sense] = ()) -> str:
    """Return the answer as a sentence, or the sentence for an empty answer."""
    command = understood.command
    if not found:
        return _nothing(understood, word)
    if understood.sentence and senses and not (understood.sense or understood.offset):
        return in_sentence(command, word, senses)
    if command in ("definition", "examples"):
        say = _definition if command == "definition" else _examples
        return say(understood, word, found, senses)
    if command in _SENTENCES:
        return _SENTENCES[command](understood, word, found)
    listed_now = [str(name) for name in found][understood.offset :]
    if not listed_now:
        return f"That was all I have for {word}."
    text = LISTS.get(command, _ANY_LIST)[0]
    return by_sense(text, word, listed_now, () if understood.offset else senses)


def _nothing(understood: Understood, word: str) -> str:
    if understood.where and not word:
        return of_letters(understood.where, [])
    if understood.sense and understood.command == "definition":
        return f"{capital(word)} has fewer meanings than {understood.sense}."
    missing = LISTS.get(understood.command, _ANY_LIST)[1]
    as_pos = f" as {with_article(understood.pos)}" if understood.pos else ""
    row = BY_NAME.get(understood.command)
    source = "CMUdict" if row and row.is_of_sound else "WordNet"
    return f"{source} has {missing.format(word=f'“{word}”')}{as_pos}."


def _more(count: int, one: str, many: str) -> str:
    if count <= 0:
        return ""
    return f" There is one more {one}." if count == 1 else f" There are {count} more {many}."


def _definition(understood: Understood, word: str, found: Sequence[str], senses: Sequence[Sense]) -> str:
    first = senses[0]
    if understood.sense:
        return f"Meaning {understood.sense} of {word}: {ended(first.definition)}"
    if understood.term and understood.term.note and is_explained(understood.term.name or ""):
        return ""  # the note has said all that people want to know about "at" or "or"
    more = _more(len(found) - 1, "meaning", "meanings")
    return f"{capital(word)} ({plain_name(first.pos)}): {ended(first.definition)}{more}"


def _examples(_understood: Understood, word: str, found: Sequence[str], senses: Sequence[Sense]) -> str:
    if not senses:
        return (
            f"WordNet has no example with “{word}” itself, but with a word of the same meaning: “{found[0]}”."
        )
    more = _more(len(found) - 1, "example", "examples")
    return f"Here is {word} at work: “{found[0]}”.{more}"


def _derivations(understood: Understood, word: str, found: Sequence[str]) -> str:
    if not understood.pos:
        return LISTS["derivations"][0].format(word=word, names=some_of(found))
    as_pos = with_article(understood.pos)
    others = [name for name in found if name.replace("_", " ").lower() != word.lower()]
    if found[0] in others:
        return f"{capital(word)} as {as_pos}: {some_of(others)}."
    more = f" Other {plain_name(understood.pos)}s of its family: {some_of(others)}." if others else ""
    return f"{capital(word)} is {as_pos} itself.{more}"


def _pos(understood: Understood, word: str, found: Sequence[str]) -> str:
    # A satellite adjective is an adjective to everyone but WordNet.
    letters = list(dict.fromkeys("a" if letter == "s" else letter for letter in found))
    verb = "can be" if len(letters) > 1 else "is"
    all_of_them = f"{capital(word)} {verb} {listed([with_article(letter) for letter in letters])}."
    asked = understood.pos or ""
    if not asked:
        return all_of_them
    right = [letter for letter in asked if letter in letters]
    if not right:
        return f"No, not in WordNet. {all_of_them}"
    return all_of_them if len(asked) > 1 else f"Yes. {all_of_them}"


def _lemmatizer(_understood: Understood, word: str, found: Sequence[str]) -> str:
    if found[0].replace("_", " ").lower() == word.lower():
        others = f", and a form of {listed(found[1:], 'or')}" if found[1:] else ""
        return f"{capital(word)} is a dictionary form already{others}."
    return f"The dictionary form of {word} is {listed(found, 'or')}."


def _overview(_understood: Understood, word: str, found: Sequence[dict[str, Any]]) -> str:
    counts: dict[str, int] = {}
    for entry in found:
        letter = "a" if entry["pos"] == "s" else entry["pos"]
        counts[letter] = counts.get(letter, 0) + 1
    first = ended(found[0]["definition"])
    if len(found) == 1:
        return f"{capital(word)} has one meaning, as {with_article(found[0]['pos'])}: {first}"
    kinds = listed([f"{count} as {with_article(letter)}" for letter, count in counts.items()])
    kinds = f": {kinds}" if len(counts) > 1 else kinds.removeprefix(str(len(found)))
    return f"{capital(word)} has {len(found)} meanings{kinds}. The first: {first}"


def _similarity(understood: Understood, word: str, found: Sequence[dict[str, Any]]) -> str:
    closest = found[0]
    other = understood.term2.shown if understood.term2 else ""
    one, two = closest["senses"]
    figures = f"path similarity {closest['path']:.2f}, Wu-Palmer {closest['wup']:.2f}"
    as_pos = f"as {plain_name(one['pos'])}s"
    meeting = closest["hypernym"]
    if closest["path"] == 1:
        return f"{capital(word)} and {other} can mean the same, {as_pos}: {ended(one['definition'])}"
    if meeting is None:
        return f"WordNet does not connect {word} and {other} {as_pos} ({figures}, by a simulated root)."
    how = next(words for least, words in _CLOSE if closest["wup"] >= least)
    name = meeting["words"][0].replace("_", " ")
    meant = "" if (one["sense"], two["sense"]) == (1, 1) else ", in their closest meanings"
    met = f" They meet at “{name}”: {ended(meeting['definition'])}"
    return f"{capital(word)} and {other} {how}{meant} ({figures}).{met}"


def _pattern(understood: Understood, word: str, found: Sequence[str]) -> str:
    names = found[understood.offset :]
    if not names:
        return "That was all I have."
    if understood.where and not word:
        return of_letters(understood.where, names)
    return LISTS["pattern"][0].format(word=word, names=some_of(names))


def _random(_understood: Understood, _word: str, found: Sequence[str]) -> str:
    return f"How about “{found[0].replace('_', ' ')}”?"


def _word_of_the_day(_understood: Understood, _word: str, found: Sequence[str]) -> str:
    return f"Today's word is “{found[0].replace('_', ' ')}”."


def _hierarchy(_understood: Understood, word: str, found: Sequence[dict[str, Any]]) -> str:
    """Return the first way up; it begins with the word as typed."""
    ways = sum(len(sense["paths"]) for sense in found)
    above = [name.replace("_", " ") for name in reversed(found[0]["paths"][0][:-1])]
    more = _more(ways - 1, "way", "ways")
    return f"The way up from {word}: {' → '.join([word, *above])}.{more}"


def _without_list(understood: Understood, word: str, _found: Sequence[Any]) -> str:
    return LISTS[understood.command][0].format(word=word)


def _help(understood: Understood, _word: str, found: Sequence[dict[str, str]]) -> str:
    if len(found) == 1:
        [entry] = found
        written = as_command(BY_NAME[entry["command"]])
        return f"/{entry['command']}: {entry['summary']}. For example: “{written}”, or “{entry['example']}”."
    if understood.typed_command:
        names = ", ".join(f"/{entry['command']}" for entry in found)
        return f"{HELP} Or write a command and a word, as in “{as_command(BY_NAME['synonyms'])}”: {names}."
    return HELP


_SENTENCES: Final[dict[str, Callable[[Understood, str, Sequence[Any]], str]]] = {
    "derivations": _derivations,
    "pos": _pos,
    "lemmatizer": _lemmatizer,
    "overview": _overview,
    "similarity": _similarity,
    "spelling": forms.spelling,
    "pronunciation": forms.pronunciation,
    "inflect": forms.inflection,
    "difference": comparisons.difference,
    "is_a": comparisons.is_a,
    "is_word": word_facts.is_word,
    "usage": word_facts.usage,
    "frames": word_facts.frames,
    "random": _random,
    "pattern": _pattern,
    "word_of_the_day": _word_of_the_day,
    "hierarchy": _hierarchy,
    "map": _without_list,
    "help": _help,
}
