"""Little words, contractions and abbreviations: each has a true sentence about itself."""

from __future__ import annotations

import pytest

from shared.messages import Said
from workers.commands.word_facts.little_words import (
    ABBREVIATIONS,
    KINDS,
    ONLY,
    expanded,
    is_in_wordnet,
    note_on,
    with_apostrophe,
)
from workers.english.term_finder import TermFinder
from workers.wordnet.lexicon import Lexicon
from workers.wordnet.word_set import word_set

# The function words of English, and contractions as people write them; from grammars, not from the tables.
FUNCTION_WORDS = word_set(
    """
    the a an my your his her its our their mine yours hers ours theirs i me you he him she it we us they
    them myself yourself himself herself itself ourselves yourselves themselves this that these those
    who whom whose which what whoever whichever someone anyone everyone nobody somebody anybody
    everybody something anything everything nothing none one other another each every either neither
    both all any some no few many much more most several such of in to for with on at from by about as
    into like through after over between out against during without before under around among within
    along across behind beyond up down off above near since until till upon toward towards onto beside
    besides below beneath underneath despite except per via than inside outside throughout amid amongst
    unlike and or but nor so yet if because although though while whereas unless whether lest when where
    why how whenever wherever can could may might must shall should will would ought be am is are was
    were been being have has had having do does did not there here then thus hence however therefore oh
    ah ouch oops wow hey hmm ugh yikes phew
    """
)
CONTRACTIONS = word_set(
    """
    aren't can't couldn't didn't doesn't don't hadn't hasn't haven't isn't mustn't needn't shan't
    shouldn't wasn't weren't won't wouldn't ain't i'm i've i'd i'll you're you've you'd you'll he's he'd
    he'll she's she'd she'll it's it'd it'll we're we've we'd we'll they're they've they'd they'll
    that's that'd that'll there's here's what's what're what'll who's who'd who'll who've where's when's
    why's how's let's could've should've would've might've must've y'all y'all'd've shouldn't've 'tis
    'twas gonna gotta wanna dunno gimme amn't usedn't d'ye ya'll
    """
)


@pytest.mark.parametrize("word", sorted(FUNCTION_WORDS))
def test_a_function_word_is_answered_honestly(words: TermFinder, word: str) -> None:
    """As itself: by WordNet, which has it in this meaning, or by a sentence; never as another word."""
    text = f"what does {word} mean"
    at = text.index(word, 10)
    term = words.in_span(text, at, at + len(word))

    assert term is not None
    assert (term.shown, term.typed, term.part_of) == (word if word != "i" else "i", "", "")
    assert term.note or (term.name and words.lexicon.synsets(word) == words.lexicon.synsets(term.name))
    assert not term.note or ONLY in term.note.text
    assert not term.note or (term.name == word) is is_in_wordnet(word)


@pytest.mark.parametrize("word", sorted(CONTRACTIONS))
@pytest.mark.parametrize("frame", ["define {}", "what does “{}” mean", "{}"])
def test_a_contraction_is_answered_honestly(words: TermFinder, word: str, frame: str) -> None:
    """Also with a typographic apostrophe, and with a capital."""
    for typed in (word, word.replace("'", "\u2019"), word.capitalize()):
        text = frame.format(typed)
        at = text.index(typed)
        term = words.in_span(text, at, at + len(typed))

        assert term is not None
        assert term.name == ""
        assert "is short for" in term.note.text
        assert ONLY in term.note.text


def test_a_short_form_of_wordnet_is_named_in_the_note(lexicon: Lexicon) -> None:
    notes = [note.text for word in ("at", "or") if (note := note_on(lexicon, word))]

    assert "means astatine." in notes[0]
    assert "means Oregon or operating room." in notes[1]


def test_every_word_of_the_tables_has_a_note_and_no_other_meaning(lexicon: Lexicon) -> None:
    """Unless the table says that it has one."""
    for word in [*" ".join(KINDS.values()).split(), *ABBREVIATIONS]:
        assert note_on(lexicon, word), word
        assert (word in lexicon) == is_in_wordnet(word), word


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("she'd", "she would” or “she had"),
        ("shouldn't've", "should not have"),
        ("i'm", "I am"),
        ("dog's", ""),
        ("o'clock", ""),
        ("n't", ""),
    ],
)
def test_a_contraction_is_expanded(word: str, meant: str) -> None:
    assert expanded(word) == meant


@pytest.mark.parametrize(("affix", "kind"), [("un-", "prefix"), ("-ness", "suffix")])
def test_an_affix_is_no_word(words: TermFinder, affix: str, kind: str) -> None:
    term = words.term(affix)

    assert term is not None
    assert term.name == ""
    assert term.note == Said("little", [affix, f"a {kind}"], f"“{affix}” is a {kind}. WordNet has {ONLY}.")


def test_a_contraction_without_its_apostrophe_is_understood(words: TermFinder) -> None:
    """If it is no word itself: "wont" is one."""
    dont, wont = words.term("dont"), words.term("wont")

    assert with_apostrophe("dont") == "don't"
    assert dont is not None
    assert dont.name == ""
    assert "“Don't” is short for “do not”." in dont.note.text
    assert wont is not None
    assert wont.name == "wont"


def test_capitals_can_mean_the_short_form(words: TermFinder) -> None:
    """WHO is the organization, "Who" the pronoun."""
    organization, pronoun = words.term("WHO"), words.term("Who")

    assert organization is not None
    assert (organization.name, organization.note) == ("who", None)
    assert pronoun is not None
    assert pronoun.note
