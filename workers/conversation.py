"""The sentences that a reply to `ask` says to people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from shared.catalog import BY_NAME, PARTS_OF_SPEECH

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shared.catalog import Command
    from workers.understood import Understood

MOST_LISTED: Final = 6  # words in a sentence; all of them are in the response

# What a list of names is introduced by; and what is missing where there is none.
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
    "spelling": ("Spelt like {word}, or nearly: {names}.", "no words spelt like {word}"),
    "rhymes": ("{Word} rhymes with {names}.", "nothing that rhymes with {word}"),
    "pronunciation": ("{Word} is pronounced {names} (in ARPAbet).", "no pronunciation of {word}"),
    "examples": ("", "no example sentence for {word}"),
    "definition": ("", "no meaning of {word}"),
    "overview": ("", "nothing about {word}"),
    "similarity": ("", "no way from one to the other"),
    "hierarchy": ("These are the ways up from {word}.", "nothing above {word}"),
    "map": ("This is the neighbourhood of {word}.", "no neighbours of {word}"),
}

GREETING: Final = "Hello! Ask me about any English word: what it means, its opposite, what it is a kind of."
THANKS: Final = "You are welcome! Ask me about another word whenever you like."
HELP: Final = (
    "Ask about a word in your own words: “what does flange mean?”, “opposite of hot”, “parts of a car”,"
    " “how similar are cat and dog?”. Then go on: “and as a verb?”, “what about slow?”."
)
UNKNOWN: Final = (
    "I did not understand that: I only know about words. Ask me, for example, “what does serendipity mean?”"
)
OPENERS: Final = ["define serendipity", "synonyms of happy", "parts of a car", "surprise me"]

# What is said of a command that is understood but can't be served, if not its error's message.
NOT_SERVED: Final[dict[str, str]] = {
    "rhymes": "This server has no pronunciations.",
    "pronunciation": "This server has no pronunciations.",
}

# A good next question, for a word that has answers to it: command → the question.
NEXT: Final[dict[str, str]] = {
    "definition": "define {}",
    "synonyms": "synonyms of {}",
    "antonyms": "opposite of {}",
    "examples": "use {} in a sentence",
    "hyponyms": "kinds of {}",
    "hypernyms": "what is {} a kind of?",
    "meronyms": "parts of {}",
    "holonyms": "what is {} part of?",
    "derivations": "words derived from {}",
    "entailments": "what does {} entail?",
    "overview": "tell me everything about {}",
}
# "Kinds of create" would be odd.
NEXT_OF_NO_NOUN: Final = {"hyponyms": "hyponyms of {}", "hypernyms": "hypernyms of {}"}
# How the question that was asked is put for another word, where NEXT has no sentence for its command.
SAME_OF_ANOTHER: Final[dict[str, str]] = {
    **NEXT,
    "pos": "what part of speech is {}?",
    "lemmatizer": "lemma of {}",
    "rhymes": "what rhymes with {}?",
    "pronunciation": "how do you pronounce {}?",
}


def listed(names: Sequence[str], last: str = "and") -> str:
    """Return names as a sentence has them.

    >>> listed(["glad", "well_chosen", "felicitous"])
    'glad, well chosen and felicitous'
    """
    words = [name.replace("_", " ") for name in names]
    if len(words) < 2:  # noqa: PLR2004 (one word needs no "or")
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def some_of(names: Sequence[str]) -> str:
    """Return the first few names, and how many more there are."""
    if len(names) <= MOST_LISTED:
        return listed(names)
    return f"{listed(names[:MOST_LISTED], ',').replace(' , ', ', ')} and {len(names) - MOST_LISTED} more"


def as_command(command: Command) -> str:
    """Return the example of a command as it can be written.

    >>> as_command(BY_NAME["similarity"])
    '/similarity cat dog'
    """
    return " ".join(filter(None, (f"/{command.name}", command.word, command.word2)))


def how_to_write(command: Command) -> str:
    """Return what a command is missing that was written without its word, or without the second one."""
    needed = "two words, with a comma between longer ones" if command.needs_second_word else "a word"
    return f"/{command.name} needs {needed}. For example: “{as_command(command)}”."


def no_such_command(typed: str, near: Sequence[str]) -> str:
    """Return that there is no command of this name, and which may have been meant."""
    # Not by listed(): a name keeps its underscores, to be written as it stands.
    meant = f"Did you mean {' or '.join(f'“/{name}”' for name in near)}? " if near else ""
    return f"There is no command “/{typed}”. {meant}“/help” tells all there are."


def sentence_on(understood: Understood, word: str, found: Sequence[Any]) -> str:
    """Return what was found, as a sentence; for nothing, what there is none of."""
    command = understood.command
    if not found and understood.sense:
        return f"{_capital(word)} has fewer meanings than {understood.sense}."
    if not found:
        missing = LISTS.get(command, ("", "no answer for {word}"))[1]
        as_pos = f" as {_with_article(understood.pos)}" if understood.pos else ""
        return f"WordNet has {missing.format(word=f'“{word}”')}{as_pos}."
    if command in _SENTENCES:
        return _SENTENCES[command](understood, word, found)
    names = [str(name) for name in found]
    if command == "synonyms":
        names = [name for name in names if name.replace("_", " ").lower() != word.lower()]
        if not names:
            return f"WordNet has {LISTS[command][1].format(word=f'“{word}”')}."
    return LISTS[command][0].format(word=word, Word=_capital(word), names=some_of(names))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _with_article(pos: str) -> str:
    name = PARTS_OF_SPEECH[pos]
    return f"an {name}" if name[0] == "a" else f"a {name}"


def _more(count: int, one: str, many: str) -> str:
    if count <= 0:
        return ""
    return f" There is one more {one}." if count == 1 else f" There are {count} more {many}."


def _definition(understood: Understood, word: str, found: Sequence[str]) -> str:
    if understood.sense:
        return f"Meaning {understood.sense} of {word}: {found[0]}."
    return f"{_capital(word)}: {found[0]}.{_more(len(found) - 1, 'meaning', 'meanings')}"


def _examples(_understood: Understood, word: str, found: Sequence[str]) -> str:
    return f"Here is {word} at work: “{found[0]}”.{_more(len(found) - 1, 'example', 'examples')}"


def _pos(understood: Understood, word: str, found: Sequence[str]) -> str:
    # A satellite adjective is an adjective to everyone but WordNet.
    letters = list(dict.fromkeys("a" if letter == "s" else letter for letter in found))
    all_of_them = f"{_capital(word)} can be {listed([_with_article(letter) for letter in letters])}."
    asked = understood.asked_pos
    if not asked:
        return all_of_them
    right = [letter for letter in asked if letter in letters]
    if not right:
        return f"No, not in WordNet. {all_of_them}"
    return all_of_them if len(asked) > 1 else f"Yes. {all_of_them}"


def _lemmatizer(_understood: Understood, word: str, found: Sequence[str]) -> str:
    if [name.replace("_", " ") for name in found] == [word.lower()]:
        return f"{_capital(word)} is a dictionary form already."
    return f"The dictionary form of {word} is {listed(found, 'or')}."


def _overview(_understood: Understood, word: str, found: Sequence[dict[str, Any]]) -> str:
    counts: dict[str, int] = {}
    for entry in found:
        letter = "a" if entry["pos"] == "s" else entry["pos"]
        counts[letter] = counts.get(letter, 0) + 1
    kinds = listed([f"{count} as {_with_article(letter)}" for letter, count in counts.items()])
    meanings = "one meaning" if len(found) == 1 else f"{len(found)} meanings"
    return f"{_capital(word)} has {meanings}: {kinds}. The first: {found[0]['definition']}."


def _similarity(understood: Understood, word: str, found: Sequence[dict[str, Any]]) -> str:
    closest = found[0]
    other = understood.term2.shown if understood.term2 else ""
    meeting = closest["hypernym"]
    both = (
        f" They meet at “{meeting['words'][0].replace('_', ' ')}”: {meeting['definition']}."
        if meeting
        else ""
    )
    how = f"path similarity {closest['path']:.2f}, Wu-Palmer {closest['wup']:.2f}"
    return f"{_capital(word)} and {other}: {how} for their closest meanings.{both}"


def _random(_understood: Understood, _word: str, found: Sequence[str]) -> str:
    return f"How about “{found[0].replace('_', ' ')}”?"


def _word_of_the_day(_understood: Understood, _word: str, found: Sequence[str]) -> str:
    return f"Today's word is “{found[0].replace('_', ' ')}”."


def _hierarchy(_understood: Understood, word: str, _found: Sequence[Any]) -> str:
    return LISTS["hierarchy"][0].format(word=word)


def _map(_understood: Understood, word: str, _found: Sequence[Any]) -> str:
    return LISTS["map"][0].format(word=word)


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
    "definition": _definition,
    "examples": _examples,
    "pos": _pos,
    "lemmatizer": _lemmatizer,
    "overview": _overview,
    "similarity": _similarity,
    "random": _random,
    "word_of_the_day": _word_of_the_day,
    "hierarchy": _hierarchy,
    "map": _map,
    "help": _help,
}
