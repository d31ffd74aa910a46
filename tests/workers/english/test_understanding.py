"""A sentence becomes a command and its terms: by the model, or without it where the text says enough."""

from __future__ import annotations

import pytest
from msgspec import structs

from shared.messages import Context
from tests.workers.commands.word_facts.test_little_words import CONTRACTIONS, FUNCTION_WORDS
from workers.english.reader import Reading, Span
from workers.english.readings import reader
from workers.english.term_finder import TermFinder
from workers.english.understanding import plain, understand, usable, without_model
from workers.english.understood import Understood

AFTER = Context("synonyms", "happy")


def understood(words: TermFinder, text: str, context: Context | None = None) -> list[Understood]:
    return understand(words, reader().read, text, context or Context())


def shown(question: Understood) -> tuple[str, str]:
    return question.command, question.term.shown if question.term else ""


@pytest.mark.parametrize(
    ("text", "command", "term"),
    [
        ("/define happy", "definition", "happy"),
        ("words matching p?ttern*", "pattern", "p?ttern*"),
        ("p??tern", "pattern", "p??tern"),
        ("GEESE", "definition", "geese"),
        ("“ice cream”?", "definition", "ice cream"),
        ("how similar are cat and dog?", "similarity", "cat"),
        ("the last straw", "definition", "last straw"),
        ("define e.g.", "definition", "e.g."),
        ("define one", "definition", "one"),
        ("'tis", "definition", "'tis"),
        ("’em!", "definition", "'em"),  # noqa: RUF001 (the apostrophe of phones is meant)
        ("'cat'", "definition", "cat"),
        ("Is you're a real word", "is_word", "you're"),
        ("is “the” a word", "is_word", "the"),
        ("what part of speech is with", "pos", "with"),
        ("행복 뜻", "definition", "행복"),
        ("what is 87", "definition", "87"),
        ("10,000", "definition", "10000"),
        ("1984", "definition", "1984"),
    ],
)
def test_some_texts_need_no_model(words: TermFinder, text: str, command: str, term: str) -> None:
    """Commands, wildcards, bare terms, the wording of our own examples, and mentioned words."""
    found = without_model(words, text, Context())

    assert found is not None
    assert shown(found) == (command, term)


@pytest.mark.parametrize(
    "text", ["hello", "more", "thanks", "why?", "what about light", "use it in a sentence"]
)
def test_small_talk_and_references_need_the_model(words: TermFinder, text: str) -> None:
    """Though WordNet has most of them as words."""
    assert without_model(words, text, AFTER) is None


@pytest.mark.parametrize(("text", "term"), [("more", "more"), ("why", "why"), ("another", "another")])
def test_words_that_refer_are_terms_at_the_start_of_a_conversation(
    words: TermFinder, text: str, term: str
) -> None:
    found = without_model(words, text, Context())

    assert found is not None
    assert shown(found) == ("definition", term)
    assert without_model(words, f"{text}?", Context()) is None


@pytest.mark.parametrize("text", ["cool", "great", "night", "wait", "please"])
def test_praise_and_farewells_are_terms_at_the_start_of_a_conversation(words: TermFinder, text: str) -> None:
    found = without_model(words, text, Context())

    assert found is not None
    assert shown(found) == ("definition", text)
    assert without_model(words, text, AFTER) is None


@pytest.mark.parametrize("text", ["Ms.", "“etc.”", "var."])
def test_a_bare_term_keeps_the_dot_of_its_name(words: TermFinder, text: str) -> None:
    found = without_model(words, text, Context())

    assert found is not None
    assert found.term is not None
    assert (found.term.name or "").endswith(".")


def test_the_name_of_a_command_is_a_follow_up_after_a_question_and_a_term_before(words: TermFinder) -> None:
    first = without_model(words, "antonyms", Context())

    assert first is not None
    assert first.command == "definition"
    assert without_model(words, "antonyms?", AFTER) is None


def test_a_bare_term_after_a_question_outside_entries_asks_it_again(words: TermFinder) -> None:
    found = without_model(words, "mouse", Context("inflect", "goose", form="plural"))

    assert found is not None
    assert (*shown(found), found.form) == ("inflect", "mouse", "plural")


@pytest.mark.parametrize("text", ["sad?", '"sad"', "continue", "keep going"])
def test_a_bare_term_may_go_on_with_the_last_question(words: TermFinder, text: str) -> None:
    first = without_model(words, text, Context())

    assert first is not None
    assert first.command == "definition"
    assert without_model(words, text, AFTER) is None


def test_a_bare_term_after_a_meaning_asks_for_its_meaning(words: TermFinder) -> None:
    found = without_model(words, "sad?", Context("definition", "happy"))

    assert found is not None
    assert shown(found) == ("definition", "sad")


@pytest.mark.parametrize(
    ("text", "context", "command", "term"),
    [
        ("can you tell me what flange means", None, "definition", "flange"),
        ("whats another word for happy", None, "synonyms", "happy"),
        ("what's the opposite of heavy, please?", None, "antonyms", "heavy"),
        ("and sad?", AFTER, "synonyms", "sad"),
        ("and the opposite?", AFTER, "antonyms", "happy"),
        ("use it in a sentence", AFTER, "examples", "happy"),
        ("defintion of serendipty", None, "definition", "serendipity"),
    ],
)
def test_the_model_proposes_and_the_lexicon_decides(
    words: TermFinder, text: str, context: Context | None, command: str, term: str
) -> None:
    assert shown(understood(words, text, context)[0]) == (command, term)


@pytest.mark.parametrize(
    ("text", "command", "terms"),
    [
        ("its vs it's", "difference", ("its", "it's")),
        ("what's the difference between that and which", "difference", ("that", "which")),
        ("turtle tortoise difference", "difference", ("turtle", "tortoise")),
        ("is a whale a fish", "is_a", ("whale", "fish")),
        ("poisonous or venomous", "difference", ("poisonous", "venomous")),
    ],
)
def test_two_terms_are_found(words: TermFinder, text: str, command: str, terms: tuple[str, str]) -> None:
    [found] = understood(words, text, None)

    assert found.command == command
    assert found.term is not None
    assert found.term2 is not None
    assert (found.term.shown, found.term2.shown) == terms


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("is it gray or grey", "difference"),
        ("is it recieve or receive", "spelling"),
        ("is a dog an animal", "is_a"),
        ("I must write to office. recieve or receive which one good", "spelling"),
    ],
)
def test_the_terms_decide_between_two_readings(words: TermFinder, text: str, command: str) -> None:
    assert understood(words, text, None)[0].command == command


def test_a_missing_second_word_may_follow_alone(words: TermFinder) -> None:
    context = Context("difference", "affect")
    [found] = understood(words, "effect", context)

    assert (found.command, found.term and found.term.shown) == ("difference", "affect")
    assert found.term2 is not None
    assert found.term2.shown == "effect"


@pytest.mark.parametrize("text", ["is alot a word", "Is alot an actual word?", "is alot really a word"])
def test_a_question_whether_something_is_a_word_takes_it_literally(words: TermFinder, text: str) -> None:
    [found] = understood(words, text, None)

    assert found.term is not None
    assert (found.command, found.term.name) == ("is_word", "alot")


@pytest.mark.parametrize(
    "frame", ["is {} a word", "Is {} a proper word?", "is {} a preposition?", "how do you spell {}"]
)
def test_every_little_word_can_be_asked_about_without_a_question_mark(words: TermFinder, frame: str) -> None:
    texts = {word: frame.format(word) for word in FUNCTION_WORDS | CONTRACTIONS}
    found = {word: without_model(words, text, Context()) for word, text in texts.items()}

    assert [word for word, each in found.items() if each is None or shown(each)[1].lower() != word] == []


def test_your_own_question_is_about_the_last_answer_or_the_bot(words: TermFinder) -> None:
    assert without_model(words, "is it a word", AFTER) is None
    assert without_model(words, "noun or verb?", AFTER) is None
    assert without_model(words, "tell me all about you", Context()) is None


@pytest.mark.parametrize(("text", "command"), [("cat 이거", "definition"), ("cat thing", "goodbye")])
def test_unclear_korean_around_an_english_word_asks_for_its_meaning(
    words: TermFinder, text: str, command: str
) -> None:
    unsure = Reading("goodbye", 0.1, "etymology", spans={"term": [Span("cat", 0, 3)]})
    [found] = understand(words, lambda *_: unsure, text, Context())

    assert shown(found) == (command, "cat")


def test_a_sentence_may_ask_two_questions(words: TermFinder) -> None:
    def read(text: str, before: str) -> Reading:
        return structs.replace(reader().read(text, before), then="antonyms")

    both = understand(words, read, "what does candid mean and what is its opposite", Context())

    assert [shown(question) for question in both] == [("definition", "candid"), ("antonyms", "candid")]


@pytest.mark.parametrize("context", [Context("no_such", "dog"), Context("synonyms", "dog", "x")])
def test_unknown_commands_and_parts_of_speech_of_a_context_are_ignored(context: Context) -> None:
    """A client can send any."""
    kept = usable(context)

    assert kept.word == "dog"
    assert kept.command in {"", "synonyms"}
    assert kept.pos is None


def test_a_text_is_made_plain() -> None:
    assert plain("  what\u00a0 does\u200b ﬂange\n mean ") == "what does flange mean"


def test_an_article_asks_for_the_noun_unless_the_text_names_a_part_of_speech(words: TermFinder) -> None:
    assert [found.pos for found in understood(words, "what's a fly?")] == ["n"]
    assert [found.pos for found in understood(words, "what does the fly mean as a verb")] == ["v"]
    assert [found.pos for found in understood(words, "what does fly mean")] == [None]


@pytest.mark.parametrize(
    ("sentence", "kept"), [("we banked the money", "we banked the money"), ("we sat by the river", "")]
)
def test_a_sentence_must_hold_the_term(words: TermFinder, sentence: str, kept: str) -> None:
    spans = {"term": [Span("bank", 7, 11)], "sentence": [Span(sentence, 16, 16 + len(sentence))]}
    reading = Reading("definition", 1.0, "synonyms", spans=spans)
    [found] = understand(words, lambda _text, _before: reading, f"define bank in “{sentence}”", Context())

    assert (found.command, found.sentence) == ("definition", kept)


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("gloss this: ", "", "He fled. They lauded him."),
        ("gloss this: “", "”", "He fled. They lauded him."),
        ("gloss “", "” please", "He fled."),
    ],
)
def test_after_a_colon_all_of_the_rest_is_the_text(
    words: TermFinder, before: str, after: str, text: str
) -> None:
    """The model may find only its first sentence."""
    reading = Reading(
        "gloss", 1.0, "definition", spans={"sentence": [Span("He fled.", len(before), len(before) + 8)]}
    )
    [found] = understand(words, lambda _text, _before: reading, f"{before}{text}{after}", Context())

    assert shown(found) == ("gloss", text)


@pytest.mark.parametrize(
    ("text", "command", "terms"),
    [
        ("plural of sheep and deer", "inflect", ["sheep", "deer"]),
        ("what are synonyms of big and large?", "synonyms", ["big", "large"]),
        ("synonyms of happy and sad", "synonyms", ["happy", "sad"]),
        ("what is the difference between affect and effect?", "difference", ["affect"]),
        ("does though rhyme with cough", "rhymes", ["though"]),
        ("do meet and meat sound alike?", "pronunciation", ["meet", "meat"]),
    ],
)
def test_a_command_for_one_word_is_asked_of_each_of_two(
    words: TermFinder, text: str, command: str, terms: list[str]
) -> None:
    assert list(map(shown, understood(words, text))) == [(command, term) for term in terms]


def test_a_pronoun_can_be_a_word_to_rhyme_with(words: TermFinder) -> None:
    [found] = understood(words, "do they and day rhyme")
    assert (shown(found), found.term2 and found.term2.shown) == (("rhymes", "they"), "day")
