"""The commands there are, as data: what the gateway accepts, what the workers answer, what `help` lists."""

from __future__ import annotations

from typing import Final

from msgspec import Struct


class Command(Struct, frozen=True):
    """One command: its name, what it gives, and an example that can be asked as it stands.

    `word` and `word2` are the example as a `my_message` puts it. `takes_pos` says whether a part of speech
    narrows the answer; `is_topic`, whether a sentence that follows can refer to what was asked.
    """

    name: str
    summary: str
    example: str
    word: str = ""
    word2: str = ""
    needs_word: bool = True
    needs_second_word: bool = False
    takes_pos: bool = True
    is_topic: bool = True


COMMANDS: Final[tuple[Command, ...]] = (
    Command("synonyms", "every word that shares a meaning with this one", "synonyms of happy", "happy"),
    Command("examples", "sentences that use the word", "use bright in a sentence", "bright"),
    Command("definition", "what the word means", "define serendipity", "serendipity"),
    Command("pos", "the parts of speech the word can be", "what part of speech is run?", "run"),
    Command("lemmatizer", "the dictionary form of the word", "lemma of geese", "geese"),
    Command("overview", "all that is known of each meaning, by number", "tell me all about bank", "bank"),
    Command("antonyms", "words of opposite meaning", "opposite of hot", "hot"),
    Command("hypernyms", "what the word is a kind of", "what is a dog a kind of?", "dog"),
    Command("hyponyms", "the kinds of it that there are", "kinds of bread", "bread"),
    Command(
        "instances", "its single instances, and what it is an instance of", "instances of river", "river"
    ),
    Command(
        "holonyms", "what it is a part, a member or the substance of", "what is a wheel part of?", "wheel"
    ),
    Command("meronyms", "its parts, its members and what it is made of", "parts of a car", "car"),
    Command("entailments", "what doing it involves", "what does snoring entail?", "snore"),
    Command("causes", "what doing it brings about", "what does killing cause?", "kill"),
    Command("similar", "adjectives of similar meaning", "adjectives similar to bright", "bright"),
    Command("also_see", "words that WordNet says to see as well", "see also for free", "free"),
    Command("derivations", "words of the same family, by derivation", "words derived from create", "create"),
    Command(
        "pertainyms", "what an adjective pertains to or an adverb comes from", "pertainyms of lunar", "lunar"
    ),
    Command(
        "participles", "the verb that an adjective is a participle of", "participles of oxidized", "oxidized"
    ),
    Command(
        "attributes", "the quality an adjective tells of, and the reverse", "attributes of heavy", "heavy"
    ),
    Command(
        "domains", "the topics, regions and usages of it, and their words", "domains of tennis", "tennis"
    ),
    Command("verb_groups", "verbs grouped with it for their meaning", "verb groups of sell", "sell"),
    Command(
        "similarity",
        "how close the meanings of two words are",
        "how similar are cat and dog?",
        "cat",
        "dog",
        needs_second_word=True,
    ),
    Command("hierarchy", "the ways up from the word to the root of WordNet", "hierarchy of oak", "oak"),
    Command(
        "map",
        "the word's neighbours as nodes and edges, to be drawn",
        "map of ocean",
        "ocean",
        is_topic=False,
    ),
    Command(
        "suggest",
        "words that begin so, the commonest first",
        "words starting with seren",
        "seren",
        is_topic=False,
    ),
    Command(
        "pattern",
        "words of this pattern: ? is a letter, * any number",
        "words matching p?ttern*",
        "p?ttern*",
        is_topic=False,
    ),
    Command(
        "spelling",
        "the nearest words that do exist",
        "how do you spell serendipidy?",
        "serendipidy",
        is_topic=False,
    ),
    Command(
        "pronunciation",
        "how it sounds, in ARPAbet",
        "how do you pronounce colonel?",
        "colonel",
        takes_pos=False,
    ),
    Command("rhymes", "words that rhyme with it", "what rhymes with light?", "light"),
    Command("random", "any word", "give me a random word", needs_word=False, is_topic=False),
    Command(
        "word_of_the_day",
        "today's word, the same for everyone",
        "word of the day",
        needs_word=False,
        is_topic=False,
    ),
    Command(
        "help",
        "the commands, with an example of each",
        "help",
        needs_word=False,
        takes_pos=False,
        is_topic=False,
    ),
)

BY_NAME: Final[dict[str, Command]] = {command.name: command for command in COMMANDS}

PARTS_OF_SPEECH: Final[dict[str, str]] = {
    "n": "noun",
    "v": "verb",
    "a": "adjective",
    "s": "satellite adjective",
    "r": "adverb",
}
