"""A reader's answers: an entry, grouped by sense, whose numbers mean the same everywhere."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from shared.messages import Question, Where
from tests.workers.questions import Chat, ask, found, look_up
from workers.commands import for_reader
from workers.commands.completions import pattern
from workers.commands.table import answer_command, answer_reader
from workers.commands.term import Term
from workers.wordnet.word_in_text import holds_any

if TYPE_CHECKING:
    from shared.messages import Reply
    from tests.workers.nltk_side import AllOfNltk
    from workers.wordnet.lexicon import Lexicon

RICH = ("run", "light", "bank", "hot", "make", "turkey", "geese", "saw", "well-known", "give up")


def read(lexicon: Lexicon, command: str, word: str, pos: str | None = None) -> Reply:
    return answer_reader(lexicon, Question(command, word, pos))


def test_an_entry_has_up_to_four_senses_of_each_part_of_speech(lexicon: Lexicon) -> None:
    reply = read(lexicon, "definition", "light")
    senses = reply.senses or []
    parts = [sense.pos.replace("s", "a") for sense in senses]

    assert list(dict.fromkeys(parts)) == ["n", "a", "v", "r"]
    assert all(1 <= parts.count(pos) <= for_reader.MOST_SHOWN for pos in parts)
    assert reply.more == len(json.loads(reply.response)) - len(senses)


def test_an_entry_has_the_other_senses_in_full_as_well(lexicon: Lexicon) -> None:
    reply = read(lexicon, "definition", "bright")
    senses, rest = reply.senses or [], reply.rest or []
    splendid = next(sense for sense in rest if sense.sense == 6)

    assert sorted(sense.sense for sense in senses + rest) == list(range(1, 12))
    assert reply.more == len(rest)
    assert splendid.definition == "splendid"
    assert splendid.examples == ["the bright stars of stage and screen"]
    assert next(sense for sense in rest if sense.sense == 7).synonyms == ["hopeful", "promising"]
    assert read(lexicon, "definition", "serendipity").rest is None


def test_an_entry_has_the_antonyms_of_each_sense(lexicon: Lexicon) -> None:
    antonyms = {sense.sense: sense.antonyms for sense in read(lexicon, "definition", "bright").senses or []}

    assert antonyms == {1: ["dull"], 2: ["colorless"], 3: ["unintelligent"], 11: []}


@pytest.mark.parametrize("word", RICH)
def test_the_number_of_a_sense_is_its_place_everywhere(lexicon: Lexicon, word: str) -> None:
    glosses = json.loads(read(lexicon, "definition", word).response)
    overview = {
        entry["sense"]: entry["definition"] for entry in json.loads(read(lexicon, "overview", word).response)
    }

    assert [overview[number] for number in range(1, len(glosses) + 1)] == glosses
    for command in ("definition", "synonyms", "antonyms", "examples"):
        for sense in read(lexicon, command, word).senses or []:
            assert sense.definition == glosses[sense.sense - 1]
    for entry in json.loads(read(lexicon, "hierarchy", word).response):
        assert entry["definition"] == glosses[entry["sense"] - 1]


def test_the_second_meaning_is_the_second_of_the_entry(lexicon: Lexicon) -> None:
    chat = Chat(lexicon)
    [_, second, *_] = chat.ask("define run").senses or []
    [asked] = chat.ask("the second meaning").senses or []

    assert (asked.sense, asked.definition) == (2, second.definition)
    assert found(ask(lexicon, "the second meaning of run")) == [second.definition]


def test_examples_of_an_entry_hold_the_word(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    for name in [*RICH, *nltk_side.sampled(50)]:
        term = Term(lexicon, name, for_reader=True)
        for sense in for_reader.entry(term):
            names = term.forms_as(sense.pos)

            assert all(holds_any(lexicon, text, names, sense.pos) for text in sense.examples), name


def test_the_first_example_holds_the_word_where_one_does(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    """Two thirds did before."""
    for name in nltk_side.sampled(20):
        term = Term(lexicon, name, for_reader=True)
        every = [(text, synset) for synset in term.meanings for text in term.examples(synset)]
        holding = [text for text, synset in every if list(term.holding([text], synset))]

        assert set(for_reader.examples(term)) == set(holding or (text for text, _ in every))


def test_no_word_is_its_own_synonym(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    for name in [*RICH, *nltk_side.sampled(100)]:
        reply = read(lexicon, "synonyms", name)
        own = {form for forms in Term(lexicon, name).forms.values() for form in forms}
        grouped = [word for sense in reply.senses or [] for word in sense.synonyms]

        assert name.lower() not in [word.lower() for word in grouped]
        assert set(json.loads(reply.response)) == set(grouped)
        assert not own.intersection(["_".join(name.split())]).intersection(map(str.lower, grouped))


def test_antonyms_are_grouped_by_sense(lexicon: Lexicon) -> None:
    reply = read(lexicon, "antonyms", "hot")
    grouped = [(sense.sense, sense.antonyms) for sense in reply.senses or []]

    assert grouped[:2] == [(1, ["cold"]), (2, ["nonviolent"])]
    assert {word for _, words in grouped for word in words} == set(json.loads(reply.response))


def test_relations_are_grouped_by_sense(lexicon: Lexicon) -> None:
    reply = read(lexicon, "hypernyms", "bank")
    words = [word for sense in reply.senses or [] for word in sense.words]

    assert (reply.senses or [])[0].words == ["slope", "incline", "side"]
    assert list(dict.fromkeys(words)) == json.loads(reply.response)
    assert read(lexicon, "derivations", "bank").senses is None


def test_examples_with_an_inflected_form_as_asked_come_first(lexicon: Lexicon) -> None:
    assert "went" in json.loads(read(lexicon, "examples", "went").response)[0]
    assert "found" in json.loads(read(lexicon, "examples", "found").response)[0]


def test_the_lemmatizer_keeps_a_lemma_and_a_word_without_one(lexicon: Lexicon) -> None:
    assert json.loads(read(lexicon, "lemmatizer", "pass").response) == ["pass"]
    assert json.loads(read(lexicon, "lemmatizer", "lest").response) == ["lest"]


def test_an_irregular_plural_that_is_a_noun_itself_has_its_singular_too(lexicon: Lexicon) -> None:
    assert json.loads(read(lexicon, "lemmatizer", "dice").response) == ["dice", "die"]
    assert json.loads(read(lexicon, "lemmatizer", "dice", "v").response) == ["dice"]
    assert json.loads(read(lexicon, "lemmatizer", "data").response) == ["data", "datum"]
    assert json.loads(answer_command(lexicon, Question("lemmatizer", "dice")).response) == ["dice"]
    assert read(lexicon, "definition", "was").lemma == "be"


def test_a_reader_takes_no_word_of_two_letters_for_a_plural(lexicon: Lexicon) -> None:
    senses = read(lexicon, "definition", "us").senses or []

    assert [sense.definition[:22] for sense in senses] == ["North American republi"]
    assert "angstrom" not in json.loads(read(lexicon, "synonyms", "as").response)


def test_derivations_are_of_the_asked_part_of_speech(lexicon: Lexicon) -> None:
    assert json.loads(read(lexicon, "derivations", "quick", "r").response)[0] == "quickly"
    assert json.loads(read(lexicon, "derivations", "quick", "a").response) == ["quick"]
    assert json.loads(read(lexicon, "derivations", "new", "r").response) == ["newly", "new"]
    assert json.loads(read(lexicon, "derivations", "epoch", "n").response) == ["epoch"]
    assert json.loads(read(lexicon, "derivations", "xyzzy", "a").response) == []


def _plain(lexicon: Lexicon, command: str, word: str) -> list[Any]:
    return list(json.loads(answer_command(lexicon, Question(command, word)).response))


def test_a_program_gets_no_senses_and_nltks_order(lexicon: Lexicon) -> None:
    reply = answer_command(lexicon, Question("definition", "run"))

    assert (reply.senses, reply.more) == (None, None)
    assert _plain(lexicon, "definition", "run")[0].startswith("a score in baseball")
    assert look_up(lexicon, "synonyms", "hot")[0] == "hot"


def test_an_unknown_word_has_no_entry(lexicon: Lexicon) -> None:
    reply = read(lexicon, "definition", "xyzzy")

    assert (reply.response, reply.senses, reply.more) == ("[]", None, None)


@pytest.mark.parametrize(
    ("command", "word", "first"),
    [
        ("hyponyms", "tree", {"oak", "beech", "willow", "elm"}),
        ("hyponyms", "bread", {"toast", "loaf", "roll", "cracker"}),
        ("hyponyms", "emotion", {"fear", "love", "anger", "joy"}),
        ("instances", "city", {"New_York", "Chicago", "Dallas", "Los_Angeles"}),
    ],
)
def test_kinds_begin_with_those_that_people_know(
    lexicon: Lexicon, command: str, word: str, first: set[str]
) -> None:
    reply = read(lexicon, command, word, "n")
    names = json.loads(reply.response)
    [sense, *_] = reply.senses or []

    assert first <= set(names[:10])
    assert sense.words == names[: len(sense.words)]
    assert set(look_up(lexicon, command, word, "n")) - set(names) <= {"Moron"}  # the city is a rude word, too


@pytest.mark.parametrize(
    ("command", "word", "first"),
    [
        ("hyponyms", "quadrilateral", {"square", "rectangle", "trapezoid"}),
        ("hyponyms", "reptile", {"snake", "lizard", "alligator"}),
        ("instances", "planet", {"Mars", "Venus", "Jupiter"}),
    ],
)
def test_a_few_direct_kinds_come_with_those_below(
    lexicon: Lexicon, command: str, word: str, first: set[str]
) -> None:
    names = json.loads(read(lexicon, command, word).response)

    assert first <= set(names[:10])
    assert set(look_up(lexicon, command, word)) <= set(names)


@pytest.mark.parametrize(
    ("command", "word", "unwanted"),
    [
        ("synonyms", "water", "piss"),
        ("hyponyms", "congress", "fuck"),
        ("derivations", "toss", "tosser"),
        ("antonyms", "advanced", "retarded"),
    ],
)
def test_a_list_about_a_harmless_word_leaves_out_offensive_ones(
    lexicon: Lexicon, command: str, word: str, unwanted: str
) -> None:
    reply = read(lexicon, command, word)

    assert unwanted in look_up(lexicon, command, word)
    assert unwanted not in json.loads(reply.response)
    assert not any(unwanted in (sense.words or sense.synonyms or ()) for sense in reply.senses or ())


def test_a_list_about_an_offensive_word_and_homophones_are_whole(lexicon: Lexicon) -> None:
    assert "motherfucker" in json.loads(read(lexicon, "synonyms", "bastards").response)
    assert "whore" in json.loads(read(lexicon, "homophones", "hoar").response)
    assert "blue_tit" in json.loads(read(lexicon, "hyponyms", "titmouse").response)


@pytest.mark.parametrize(("word", "above", "number"), [("whale", "cetacean", 2), ("dog", "canine", 1)])
def test_where_the_texts_say_little_what_is_above_the_sense_with_most_kinds_comes_first(
    lexicon: Lexicon, word: str, above: str, number: int
) -> None:
    reply = read(lexicon, "hypernyms", word)

    assert json.loads(reply.response)[0] == above
    assert next(sense.sense for sense in reply.senses or []) == number


def test_forms_come_between_the_words_and_the_names_of_anagrams(lexicon: Lexicon) -> None:
    found = for_reader.anagrams(Term(lexicon, "slate", for_reader=True))

    assert found.index("least") < found.index("tales") < found.index("Lates")
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(("letters", "where"), [("sl?te", None), ("slates", Where(letters=(3, 6)))])
def test_anagrams_with_blanks_or_spare_letters_have_no_forms(
    lexicon: Lexicon, letters: str, where: Where | None
) -> None:
    assert "tales" not in for_reader.anagrams(Term(lexicon, letters, for_reader=True, where=where))


def test_forms_come_between_words_and_names_of_a_pattern_that_few_match(
    lexicon: Lexicon,
) -> None:
    found = for_reader.patterns(Term(lexicon, "*mt", for_reader=True))

    assert found[:2] == ["undreamt", "dreamt"]
    assert "Klimt" in found[2:]


def test_a_pattern_that_many_words_match_has_no_forms(lexicon: Lexicon) -> None:
    term = Term(lexicon, "*cked", for_reader=True)

    assert for_reader.patterns(term) == pattern(term)
    assert "kicked" not in pattern(term)
