"""Questions and commands as replies offer them, and as they come back when someone picks one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from shared.catalog import COMMANDS
from workers.english.wording.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.command import Command
    from shared.messages import Said

# For a client without a topic.
OPENERS: Final = ["define serendipity", "synonyms of happy", "parts of a car", "surprise me"]
# For one who asks for words by conditions that no rule reads.
LISTS: Final = [
    "words that end in ology",
    "seven-letter words without an e",
    "words that are palindromes",
    "anagrams of listen",
]
# The questions to suggest next, in this order, if they have an answer for the word.
NEXT: Final = (
    "definition", "synonyms", "antonyms", "examples", "hyponyms", "hypernyms", "meronyms", "holonyms",
    "derivations", "entailments", "overview",
)  # fmt: skip
# Command → its example in the catalog, with a place for any word; those with an article fit few other words.
QUESTIONS: Final[dict[str, str]] = {
    **{
        row.name: row.example.replace(row.word, "{}")
        for row in COMMANDS
        if row.word and row.word in row.example and not row.word2
    },
    "entailments": "what does {} entail?",
    "causes": "what does {} cause?",
    "hypernyms": "what is {} a kind of?",
    "holonyms": "what is {} part of?",
    "meronyms": "parts of {}",
}

_OF_TWO: Final = {
    "difference": "what is the difference between {} and {}?",
    "is_a": "is {} a kind of {}?",
    "similarity": "how similar are {} and {}?",
}

# The same in the words of Korean readers.
IN_KOREAN: Final = (
    ("definition", "{} 뜻"), ("synonyms", "{} 동의어"), ("antonyms", "{} 반대말"), ("examples", "{} 예문"),
    ("pronunciation", "{} 발음"), ("pos", "{} 품사"), ("lemmatizer", "{} 기본형"),
)  # fmt: skip

_OF: Final = re.compile("(?<=[a-z])의$", re.IGNORECASE)  # "happy의 뜻", Korean for "happy's meaning"
_LAST_SIGNS: Final = " ?!"
# Other words for our own questions → these.
_REWORDED: Final = (
    (re.compile(r"\b(?:a (?:real|proper|valid|true|legit)|an? (?:actual|english)) (?=word$)"), "a "),
    (
        re.compile(r"^is (\S+) an? (?:preposition|pronoun|conjunction|article|determiner|interjection)$"),
        r"what part of speech is \1",
    ),
)


def as_command(command: Command) -> str:
    """Return the example of a command as a slash command.

    >>> as_command(BY_NAME["similarity"])
    '/similarity cat dog'
    """
    return " ".join(filter(None, (f"/{command.name}", command.word, command.word2)))


def as_question(name: str, word: str, word2: str = "") -> str:
    """Return the command as a question in plain English, or else as a slash command.

    >>> as_question("antonyms", "hot"), as_question("is_a", "bat", "bird"), as_question("random", "")
    ('opposite of hot', 'is bat a kind of bird?', '/random')
    """
    question = _OF_TWO.get(name) if word2 else QUESTIONS.get(name)
    return question.format(word, word2) if question and word else f"/{name} {word}".strip()


def from_question(text: str) -> Iterator[tuple[str, str]]:
    """Yield the command and the word of each question of QUESTIONS that `text` may be.

    >>> list(from_question("Opposite of hot?"))
    [('antonyms', 'hot')]
    """
    text = text[:1].lower() + text[1:].rstrip(_LAST_SIGNS)
    for others, ours in _REWORDED:
        text = others.sub(ours, text)
    for name, question in (*QUESTIONS.items(), *IN_KOREAN):
        before, after = question.rstrip(_LAST_SIGNS).split("{}")
        if text.startswith(before) and text.endswith(after) and len(text) > len(before) + len(after):
            yield name, _OF.sub("", text[len(before) : len(text) - len(after)])


def missing_word(command: Command, word: str, *, is_typed: bool) -> Said:
    """Return the sentence that asks for the word, or the other word, that a question lacks.

    To a typed command, it says how to write it.

    >>> missing_word(BY_NAME["difference"], "affect", is_typed=False).text.partition("?")[0]
    'Which other word do you mean, besides affect'
    """
    number = "two" if command.needs_second_word else "one"
    if is_typed:
        return sentence(f"ask_back.write_{number}", command=f"/{command.name}", example=as_command(command))
    if word:
        return sentence("ask_back.which_other", example=command.example, word=word)
    return sentence(f"ask_back.which_{number}", example=command.example)
