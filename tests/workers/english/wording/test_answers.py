"""Every answer, full or empty, is a sentence for people."""

from __future__ import annotations

from typing import Any

import pytest

from shared.catalog import COMMANDS
from shared.command import Command
from shared.messages import Match, Sense, Where
from workers.english.term_finder import AskedTerm
from workers.english.understood import Understood
from workers.english.wording.answers import sentence_on

TWO = Understood("similarity", AskedTerm("cat", "cat"), AskedTerm("dog", "dog"))


@pytest.mark.parametrize(
    ("question", "word", "found", "sentence"),
    [
        (Understood("synonyms"), "happy", ["glad"], "Other words for happy: glad."),
        (Understood("synonyms"), "table", [], "WordNet has no other word for “table”."),
        (Understood("hypernyms"), "ice cream", ["frozen_dessert"], "Ice cream is a kind of frozen dessert."),
        (Understood("antonyms", pos="a"), "pet", [], "WordNet has no opposite of “pet” as an adjective."),
        (Understood("derivations", pos="r"), "quick", ["quickly"], "Quick as an adverb: quickly."),
        (
            Understood("derivations", pos="n"),
            "legislator",
            ["legislator", "legislatorship"],
            "Legislator is itself a noun. Other nouns of its family: legislatorship.",
        ),
        (Understood("derivations", pos="n"), "epoch", ["epoch"], "Epoch is itself a noun."),
        (Understood("derivations", pos="r"), "new", ["newly", "new"], "New as an adverb: newly."),
        (Understood("spelling"), "ox", ["ox"], "The right spelling is “ox”: o-x (2 letters)."),
        (
            Understood("spelling"),
            "ri",
            ["fizz"],
            "WordNet (2006) does not have “ri”. Nearest to it: fizz. As you write it, it has 2 letters: r-i.",
        ),
        (
            Understood("spelling"),
            "xqz",
            [],
            "WordNet has no word that is spelt nearly like “xqz”. As you write it, it has 3 letters: x-q-z.",
        ),
        (Understood("pattern", where=Where(ends="xq")), "", [], "WordNet has no words that end in xq."),
        (Understood("random"), "", ["ice_cream"], "How about “ice cream”?"),
        (Understood("attributes"), "onion", ["2"], "Attributes of onion: 2."),
        (Understood("attributes"), "onion", [], "WordNet has no attributes for “onion”."),
        (Understood("pos"), "happy", ["a", "s"], "In WordNet, happy is an adjective."),
        (Understood("pos", pos="n"), "run", ["v"], "No, not in WordNet. There, run is a verb."),
        (Understood("lemmatizer"), "axes", ["ax", "axis"], "The dictionary form of axes is ax or axis."),
        (
            Understood("lemmatizer"),
            "left",
            ["left", "leave"],
            "Left is already a dictionary form, and also a form of leave.",
        ),
        (Understood("lemmatizer"), "leaf", ["leaf"], "Leaf is already a dictionary form."),
        (Understood("rhymes"), "orange", [], "CMUdict has nothing that rhymes with “orange”."),
        (
            Understood("pronunciation"),
            "colonel",
            [{"ipa": "ˈkɝnəl", "respelling": "KUR-nul", "syllables": 2, "stressed": [1]}],
            "Colonel is pronounced “KUR-nul” (/ˈkɝnəl/), 2 syllables, stressed on the first.",
        ),
        (
            Understood("pronunciation"),
            "use",
            [
                {"ipa": "jus", "respelling": "YOOSS", "syllables": 1, "stressed": [1], "pos": ["n"]},
                {"ipa": "juz", "respelling": "YOOZ", "syllables": 1, "stressed": [1], "pos": ["v"]},
            ],
            "Use is pronounced “YOOSS” (/jus/) as a noun; “YOOZ” (/juz/) as a verb, one syllable.",
        ),
        (
            Understood("inflect"),
            "octopus",
            [{"form": "plural", "pos": "n", "of": "octopus", "words": ["octopuses", "octopi"]}],
            "The plural of octopus is octopuses or octopi.",
        ),
        (
            Understood("inflect"),
            "selfie",
            [{"form": "plural", "pos": "n", "of": "selfie", "words": ["selfies"], "guessed": True}],
            "WordNet does not have “selfie”; by the rules, the plural of selfie is selfies.",
        ),
        (
            Understood("inflect"),
            "prep",
            [{"form": "past", "pos": "v", "of": "prep", "words": ["prepped"], "guessed": True}],
            "WordNet does not have “prep” as a verb; by the rules, the past tense of prep is prepped.",
        ),
        (
            Understood("inflect"),
            "advice",
            [{"form": "plural", "pos": "n", "of": "advice", "words": ["advice"], "uncountable": True}],
            "Advice has no plural, because it can't be counted.",
        ),
        (
            Understood("inflect"),
            "go",
            [
                {"form": "past", "pos": "v", "of": "go", "words": ["went"]},
                {"form": "past_participle", "pos": "v", "of": "go", "words": ["gone"]},
            ],
            "Go: past tense went; past participle gone.",
        ),
        (
            Understood("overview"),
            "minimal",
            [{"pos": "s", "definition": "the least possible"}],
            "Minimal has one meaning, as an adjective: the least possible.",
        ),
        (
            Understood("overview"),
            "oak",
            [
                {"sense": 1, "pos": "n", "definition": "a tree; it is hard"},
                {"sense": 2, "pos": "n", "definition": "wood"},
            ],
            "Oak has 2 meanings as a noun: (1) a tree; (2) wood.",
        ),
        (
            Understood("overview"),
            "oak",
            [{"sense": at, "pos": "nv"[at % 2], "definition": "that"} for at in range(1, 10)],
            "Oak has 9 meanings, 5 as a verb and 4 as a noun: (1) that; (2) that; (3) that; (4) that; "
            "(5) that; (6) that; and 3 more.",
        ),
        (
            Understood("hierarchy"),
            "oak",
            [{"paths": [["entity", "living_thing", "oak"], ["entity", "tree", "oak"]]}],
            "The way up from oak: oak → living thing → entity. There is one more way.",
        ),
    ],
)  # fmt: skip
def test_an_answer_is_a_sentence(question: Understood, word: str, found: list[Any], sentence: str) -> None:
    assert sentence_on(question, word, found) == sentence


def test_a_definition_names_the_part_of_speech_and_counts_the_other_meanings() -> None:
    core, point = Sense(1, "s", "the core; of it all"), Sense(2, "n", "a point; of view")
    second = Understood("definition", sense=2)

    assert sentence_on(Understood("definition"), "gist", ["the core", "a point"], [core]) == (
        "Gist (adjective): the core; of it all. There is one more meaning."
    )
    assert sentence_on(Understood("definition"), "gist", ["the core", "a point"], [core, point]) == (
        "Gist (adjective): the core; of it all. Also: (noun) a point."
    )
    assert sentence_on(second, "gist", ["a point"], [point]) == "Meaning 2 of gist: a point; of view."


def test_an_example_without_the_word_is_announced() -> None:
    asked, bold = Understood("examples"), Sense(1, "a", "fearless", examples=["a bold plan"])

    assert sentence_on(asked, "bold", ["a bold plan"], [bold]) == "Here is bold at work: “a bold plan”."
    assert "no example with “hardy” itself" in sentence_on(asked, "hardy", ["a bold plan"])


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.needs_word], ids=lambda command: command.name)
def test_every_command_has_words_for_an_empty_answer(command: Command) -> None:
    """Those that always have an answer, too."""
    sentence = sentence_on(Understood(command.name), command.word, [])

    assert sentence.startswith(("WordNet ", "CMUdict ", "I "))


@pytest.mark.parametrize(
    ("closest", "pos", "senses", "sentence"),
    [
        (
            (0.2, 0.857),
            "n",
            (1, 1),
            "Cat and dog are close in meaning: both are kinds of “carnivore”, where they meet. (",
        ),
        (
            (0.1, 0.5),
            "n",
            (1, 2),
            "Cat and dog are somewhat related if you take their closest meanings: both ",
        ),
        ((0.1, 0.31), "n", (1, 1), "Cat and dog have little in common: both are"),
        ((1, 1), "a", (1, 1), "Cat and dog can mean the same as adjectives: a gloss."),
    ],
)
def test_a_similarity_is_put_in_words(
    closest: tuple[float, float], pos: str, senses: tuple[int, int], sentence: str
) -> None:
    said = _on_similarity(closest, pos, senses, "carnivore")

    assert said.startswith(sentence)
    assert said.endswith(".)") is (closest[0] < 1)  # the figures


def test_words_that_meet_only_at_a_simulated_root_are_not_connected() -> None:
    said = _on_similarity((0.2, 0.33), "v", (1, 1), None)

    assert said.startswith("Cat and dog are not close in meaning: WordNet does not connect them as verbs. (")


def _on_similarity(
    closest: tuple[float, float], pos: str, senses: tuple[int, int], meeting: str | None
) -> str:
    both = [{"sense": sense, "pos": pos, "definition": "a gloss", "synonyms": []} for sense in senses]
    hypernym = {"words": [meeting], "definition": "where they meet"} if meeting else None
    path, wup = closest
    return sentence_on(TWO, "cat", [{"path": path, "wup": wup, "senses": both, "hypernym": hypernym}])


@pytest.mark.parametrize(
    ("found", "sentence"), [(["hat"], "Yes: cat rhymes with dog."), ([], "No: cat does not rhyme with dog.")]
)
def test_two_words_rhyme_or_not(found: list[str], sentence: str) -> None:
    asked = Understood("rhymes", TWO.term, TWO.term2)

    assert sentence_on(asked, "cat", found) == sentence


def test_help_lists_the_commands_to_somebody_who_types_commands() -> None:
    rows = [{"command": row.name, "summary": row.summary, "example": row.example} for row in COMMANDS]

    assert "/is_word" not in sentence_on(Understood("help"), "", rows)
    assert "/is_word, " in sentence_on(Understood("help", typed_command="help"), "", rows)
    assert sentence_on(Understood("help"), "is_word", rows[-1:]).startswith(f"/{rows[-1]['command']}: ")


def matches(*words: str, likelihood: float = 0.5, close: bool = True) -> list[Match]:
    return [Match(word, "n", f"{word}.n.01", f"the gloss of {word}", likelihood, close) for word in words]


@pytest.mark.parametrize(
    ("found", "offset", "sentence"),
    [
        (
            matches("ice_boat", "canoe"),
            0,
            "The word may be “ice boat”: the gloss of ice boat. Or perhaps canoe.",
        ),
        (matches("canoe", likelihood=0.2), 0, "Perhaps “canoe”: the gloss of canoe."),
        (matches("canoe") + matches("raft", close=False), 0, "The word may be “canoe”: the gloss of canoe."),
        (matches(*"abcdefgh"), 6, "Or perhaps g or h."),
        (matches(*"abcdefgh"), 8, "That was all I have for qzx."),
        ([], 0, "I find no word that means “qzx”. Try to describe it in other words."),
    ],
)
def test_a_description_is_answered_by_the_likeliest_words(
    found: list[Match], offset: int, sentence: str
) -> None:
    names = [match.word for match in found]

    assert sentence_on(Understood("reverse", offset=offset), "qzx", names, found) == sentence


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (0, "I see no hard word in this text."),
        (1, "“a1”: b1."),
        (2, "“a1”: b1; “a2”: b2."),
        (8, "“a1”: b1; “a2”: b2; “a3”: b3; “a4”: b4; “a5”: b5; “a6”: b6; and 2 more."),
    ],
)
def test_the_first_few_hard_words_are_explained(count: int, sentence: str) -> None:
    found = [{"word": f"a{at}", "definition": f"b{at}"} for at in range(1, count + 1)]

    assert sentence_on(Understood("gloss"), "a text", found) == sentence
