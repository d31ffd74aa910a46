"""Each rule reads its conditions in many wordings, and nothing else."""

from __future__ import annotations

from multiprocessing import get_context
from typing import Any

import pytest

from shared.messages import Where
from workers.english.conditions.parser import Conditions, read_conditions


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("words starting with st", {"starts": "st"}),
        ("words starting with st, it's for a second grader", {"starts": "st"}),
        ("words that begin with the letters qu", {"starts": "qu"}),
        ("words which start with an s", {"starts": "s"}),
        ("words ending in -tion", {"ends": "tion"}),
        ("anything that finishes with 'gry'?", {"ends": "gry"}),
        ("words that start and end with e", {"starts": "e", "ends": "e"}),
        ("words containing qu", {"contains": ("qu",)}),
        ("words that include x and y", {"contains": ("x", "y")}),
        ("words with xyz in them", {"contains": ("xyz",)}),
        ("words with the letters: q and z", {"contains": ("q", "z")}),
        ("words with a q, a z and an x", {"contains": ("q", "z", "x")}),
        ("words with double z", {"contains": ("zz",)}),
        ("words with three o's", {"contains": ("o*o*o",)}),
        ("words with two k's next to each other", {"contains": ("kk",)}),
        ("words with three n in them", {"contains": ("n*n*n",)}),
        ("words with two ps", {"contains": ("p*p",)}),
        ("words with the letter s three times", {"contains": ("s*s*s",)}),
        ("words where e appears at least twice", {"contains": ("e*e",)}),
        ("words with exactly two o's", {"contains": ("o*o", "!o*o*o")}),
        ("words with only one e", {"contains": ("e", "!e*e")}),
        ("words with at most one e", {"contains": ("!e*e",)}),
        ("words with more than two t's", {"contains": ("t*t*t",)}),
        ("five q words", {"starts": "q"}),
        ("words ending with double s", {"ends": "ss"}),
        ("birds with double o in their names", {"contains": ("oo",)}),
        ("words with z as the second-last letter", {"ends": "z?"}),
        ('words that contain the word "cat"', {"contains": ("cat",)}),
        ("words with cat inside them, not at the start", {"contains": ("cat",), "starts": "!cat"}),
        ("words with u but no other vowel", {"contains": ("u",), "without": "aeio"}),
        ("words whose only vowel is e", {"contains": ("e",), "without": "aiou"}),
        ("words with y as the only vowel", {"contains": ("y",), "without": "aeiou"}),
        ("words with no vowels except o", {"contains": ("o",), "without": "aeiu"}),
        (
            "words with gh in the middle, not at the start or end",
            {"contains": ("gh",), "starts": "!gh", "ends": "!gh"},
        ),
        ("words that contain ck, but not at the end", {"contains": ("ck",), "ends": "!ck"}),
        ('words that contain "sk" but do not begin with it', {"contains": ("sk",), "starts": "!sk"}),
        ("words that include nk and don't end in it", {"contains": ("nk",), "ends": "!nk"}),
        (
            "words that contain mp but never start or end with it",
            {"contains": ("mp",), "starts": "!mp", "ends": "!mp"},
        ),
        ("words that have P as their last letter", {"ends": "p"}),
        ("words with t as their first and last letter", {"starts": "t", "ends": "t"}),
        ("words with four letters, the third of which is k", {"letters": 4, "starts": "??k"}),
        ("four letters, the second of which isn't 'o'", {"letters": 4, "starts": "!?o"}),
        ("words that use q, j and z", {"contains": ("q", "j", "z")}),
        ('words that contain all the letters of "egg"', {"contains": ("e", "g*g")}),
        ("fish whose names have no letter a in them", {"without": "a"}),
        ("trees with a name that ends in w", {"ends": "w"}),
        ("fruit starting with l, one-word names only", {"starts": "l", "without": "_"}),
        ("fruit starting with l, only single words", {"starts": "l", "without": "_"}),
        ("trees not including birch", {"pattern": "!birch"}),
        ("words starting with kn longer than 5", {"starts": "kn", "letters": (6, 100)}),
        ('words with the consonant cluster "spl" at the start', {"starts": "spl"}),
        ("words that start with the blend bl", {"starts": "bl"}),
        ("words with the sh digraph", {"contains": ("sh",)}),
        ("words that rhyme with string", {"rhymes_with": "string"}),
        ("words with sp at the start and only one syllable", {"starts": "sp", "syllables": 1}),
        ("trees with five letters in their names", {"letters": 5}),
        ("words with xyz somewhere or in the middle", {"contains": ("xyz",)}),
        ("words with all the vowels", {"contains": tuple("aeiou")}),
        ("words with every vowel in alphabetical order", {"contains": ("a*e*i*o*u",)}),
        ("words without an e", {"without": "e"}),
        ("words that don't have a or e in them", {"without": "ae"}),
        ("no a, no e", {"without": "ae"}),
        ("words that contain none of the letters l, n and r", {"without": "lnr"}),
        ("words with neither an o nor an i", {"without": "oi"}),
        ("words with none of the vowels", {"without": "aeiou"}),
        ("words without any of the vowels a, o and u", {"without": "aou"}),
        ("short words, none of them with a t", {"without": "t"}),
        ("words that rhyme with moon but not with oo in them", {"rhymes_with": "moon", "contains": ("!oo",)}),
        ("words that chime with light, without gh", {"rhymes_with": "light", "contains": ("!gh",)}),
        ("words that rhyme with cue but not spelt with ue", {"rhymes_with": "cue", "contains": ("!ue",)}),
        ("words with no oo in them", {"contains": ("!oo",)}),
        ("words with a q and without u after it", {"contains": ("q", "!qu")}),
        ("words with q but no u after it", {"contains": ("q", "!qu")}),
        ("words with no a r t", {"without": "art"}),
        ("starts with an s I think", {"starts": "s"}),
        ("b---k", {"pattern": "b???k"}),
        ("q words without u", {"starts": "q", "without": "u"}),
        ("words that dont contain an e", {"without": "e"}),
        ("words that dont start with b and arent common", {"starts": "!b", "common": False}),
        ("words without vowels", {"without": "aeiou"}),
        ("words in which the letters hh come together, such as beachhead", {"contains": ("hh",)}),
        ('words where "ii" appear side by side, like skiing', {"contains": ("ii",)}),
        ("palindromes with 5 letters", {"shape": "palindrome", "letters": 5}),
        ("words that read the same forwards and backwards", {"shape": "palindrome"}),
        ("words with no repeated letters", {"shape": "isogram"}),
        ("words where every letter is different", {"shape": "isogram"}),
        ("words with a double letter", {"shape": "double"}),
        ("words with their letters in alphabetical order", {"shape": "alphabetical"}),
        ("words with every vowel only once", {"shape": "each_vowel"}),
        ("words made up of only vowels", {"shape": "vowels"}),
        ("words without consonants", {"shape": "vowels"}),
        ("words with only one vowel", {"shape": "one_vowel"}),
        ("words with two double letters", {"shape": "two_doubles"}),
        ("words containing three double letters", {"shape": "three_doubles"}),
        ("words with three double letters in a row like bookkeeper", {"shape": "doubles_in_row"}),
        ("words with three vowels in a row", {"shape": "vowels_in_row"}),
        ("words with three consecutive vowels", {"shape": "vowels_in_row"}),
        ("words that start and end with the same letter", {"shape": "same_ends"}),
        ("words whose first and last letters are the same", {"shape": "same_ends"}),
        ("words with f, g and h in that order", {"contains": ("f*g*h",)}),
        ("animals with four-letter names", {"letters": 4}),
        ("words with a silent k", {"silent": "k"}),
        ("words with a silent k in them", {"silent": "k"}),
        ("words where gh is silent", {"silent": "gh"}),
        ("words beginning with a silent p", {"silent": "p", "starts": "p"}),
        ("words ending in silent n", {"silent": "n", "ends": "n"}),
        ("five letter words", {"letters": 5, "without": "_"}),
        ("three-beat names", {"syllables": 3}),
        ("words of 5-7 letters", {"letters": (5, 7)}),
        ("words with at least ten letters", {"letters": (10, 100)}),
        ("words with more than 8 letters", {"letters": (9, 100)}),
        ("words with no more than 4 letters", {"letters": (1, 4)}),
        ("words no longer than 4 letters", {"letters": (1, 4)}),
        ("words not shorter than 4 letters", {"letters": (4, 100)}),
        ("words of 4 letters max", {"letters": (1, 4)}),
        ("words, six letters tops", {"letters": (1, 6)}),
        ("words that run to four letters at the most", {"letters": (1, 4)}),
        ("words of 7 letters or so", {"letters": (6, 8)}),
        ("words of four letters exactly", {"letters": 4}),
        ("words with only two syllables", {"syllables": 2}),
        ("words up to five letters long", {"letters": (1, 5)}),
        ("single-syllable words", {"syllables": 1}),
        ("monosyllabic words", {"syllables": 1}),
        ("words of 4 letters or under", {"letters": (1, 4)}),
        ("words of 4 letters at least", {"letters": (4, 100)}),
        ("words shorter than 4 letters", {"letters": (1, 3)}),
        ("words of 3 letters or fewer", {"letters": (1, 3)}),
        ("words of 9+ letters", {"letters": (9, 100)}),
        ("a two-syllable word", {"syllables": 2}),
        ("seven letters, second o", {"letters": 7, "starts": "?o"}),
        ("words with r as second letter and t as last", {"starts": "?r", "ends": "t"}),
        ("the third letter is an x", {"starts": "??x"}),
        ("words with a j as the fourth letter", {"starts": "???j"}),
        ("words with e in second to last place", {"ends": "e?"}),
        ("words with h at the beginning", {"starts": "h"}),
        ("a word with green a in slot 2, z misplaced", {"starts": "?a", "contains": ("z",)}),
        ("a word with a green in position 3", {"starts": "??a"}),
        ("green O 3rd, L and E yellow, X, Y out", {"starts": "??o", "contains": ("l", "e"), "without": "xy"}),
        ("wordle, e is in the word but not last", {"letters": 5, "contains": ("e",), "ends": "!e"}),
        ("yellow r in 2, yellow e third", {"contains": ("r", "e"), "starts": "!?r,??e"}),
        ("a word with an e, but not in third place", {"contains": ("e",), "starts": "!??e"}),
        ("wordle, l yellow but not last", {"letters": 5, "contains": ("l",), "ends": "!l"}),
        ("a word where e isn't in third place", {"starts": "!??e"}),
        ("gray: crn, grey letters are s and t", {"without": "crnst"}),
        ("a word with a q in it", {"contains": ("q",)}),
        ("a word with a u and an i in it", {"contains": ("u", "i")}),
        ("o and u in it, s and t not in it", {"contains": ("o", "u"), "without": "st"}),
        ("words with u in the middle, 3 letters", {"letters": 3, "starts": "?u"}),
        ("words with qu in the middle and ending in e", {"contains": ("?qu?",), "ends": "e"}),
        ("five-letter words whose middle letter is x", {"letters": 5, "without": "_", "starts": "??x"}),
        ("words that contain the letters x and y", {"contains": ("x", "y")}),
        ("words that hold both q and z", {"contains": ("q", "z")}),
        ("words that rhyme with sight and begin with kn", {"rhymes_with": "sight", "starts": "kn"}),
        ("six letters, _ a _ _ e r", {"letters": 6, "pattern": "?a??er"}),
        ("seven letters, ? A ? ? E R N", {"letters": 7, "pattern": "?a??ern"}),
        ("common words ending in x", {"common": True, "ends": "x"}),
        ("rare words ending in x", {"common": False, "ends": "x"}),
        ("words that aren't common", {"common": False}),
        ("less common words", {"common": False}),
        ("a fancy word ending in x", {"common": False, "ends": "x"}),
        ("posher words", {"common": False}),
        ("single words only", {"without": "_"}),
        ("just one-word names", {"without": "_"}),
        ("names of two words", {"contains": ("_",)}),
        ("words that start with x and contain a space", {"starts": "x", "contains": ("_",)}),
        ("two words with an x", {"contains": ("x",)}),
        ("words starting with b or c", {"starts": "b,c"}),
        ("words that start with p, q or r", {"starts": "p,q,r"}),
        ("words starting with b and c", {"starts": "b,c"}),
        ("words starting with b and ending in c", {"starts": "b", "ends": "c"}),
        ("words ending in -ing or -ed", {"ends": "ing,ed"}),
        ("words that end in a t or a d", {"ends": "t,d"}),
        ("words that start with s or have five letters", {"starts": "s", "letters": 5}),
        ("words that start with s, five letters", {"starts": "s", "letters": 5}),
        ("words not starting with n", {"starts": "!n"}),
        ("words that don't end in s or z", {"ends": "!s,z"}),
        ("words starting with st but not ending in y", {"starts": "st", "ends": "!y"}),
        ("words starting with s, not starting with st", {"starts": "s", "pattern": "!st*"}),
        ("words starting with a vowel", {"starts": "a,e,i,o,u"}),
        ("words that end with a consonant", {"ends": "!a,e,i,o,u"}),
        ("words whose second letter is a vowel", {"starts": "?a,?e,?i,?o,?u"}),
        ("the third letter is not e", {"starts": "!??e"}),
        ("the last letter is x or z", {"ends": "x,z"}),
        ("words containing th or sh", {"contains": ("th,sh",)}),
        ("words that include x or z", {"contains": ("x,z",)}),
        ("words that don't contain th", {"contains": ("!th",)}),
        ("words of five or six letters", {"letters": (5, 6)}),
        ("words with the suffix ness", {"ends": "ness", "shape": "derived"}),
        ("words with the prefix un or re", {"starts": "un,re", "shape": "derived"}),
        ("words that have the ending -ish", {"ends": "ish"}),
        ("words starting with sh, ch or th for a class", {"starts": "sh,ch,th"}),
        ("easy words ending in x", {"common": True, "ends": "x"}),
        ("words that end OUGH", {"ends": "ough"}),
        ("verbs beginning thr-", {"starts": "thr"}),
        ("nouns that end -osis", {"ends": "osis"}),
        ("there's a J somewhere, 5 letters", {"contains": ("j",), "letters": 5}),
        ("words having O, E and A all in them", {"contains": ("o", "e", "a")}),
        ("words with a double k, as in 'kk'", {"contains": ("kk",)}),
        ("starting now, at the end of a party, 5 letters", {"letters": 5}),
        ("words of five or seven letters", {"pattern": "?????,???????"}),
    ],
)
def test_a_condition_becomes_its_fields(text: str, fields: dict[str, Any]) -> None:
    assert read_conditions(text, "pattern").where == (Where(**fields) if fields else None)


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("words with a silent letter", "silent letter"),
        ("words with ei after c", "ei after c"),
        ("minimal pairs for b and v", "minimal pairs for b and v"),
    ],
)
def test_what_no_rule_reads_is_not_taken_for_something_else(text: str, unread: str) -> None:
    found = read_conditions(text, "pattern")

    assert found.unread == (unread,)
    assert found.where in (None, Where(letters=5))


@pytest.mark.parametrize(
    ("text", "fields", "unread"),
    [
        ("words where ea sounds like eh", {"contains": ("ea",)}, "ea sounds like eh"),
        ("words in which gh is pronounced f", {"contains": ("gh",)}, "gh is pronounced f"),
        ("words with a soft g", {"contains": ("g",)}, "soft g"),
        ("words with a long a sound", {"contains": ("a",)}, "long a sound"),
        ("words that start with an f sound", {"starts": "f"}, "f sound"),
        ("words ending in the k sound", {"ends": "k"}, "k sound"),
    ],
)
def test_letters_are_read_but_not_how_they_sound(text: str, fields: dict[str, Any], unread: str) -> None:
    assert read_conditions(text, "pattern") == Conditions(Where(**fields), (unread,))


@pytest.mark.parametrize(
    ("text", "command", "pattern", "unread"),
    [
        ("animals but not sheep", "hyponyms", "!sheep", ()),
        ("fruit other than apples or pears", "hyponyms", "!apples,pears", ()),
        ("rhymes with cat except hat", "rhymes", "!hat", ()),
        ("animals that are not too big", "hyponyms", None, ("not too big",)),
    ],
)
def test_a_list_of_a_class_can_leave_out_one_of_it(
    text: str, command: str, pattern: str | None, unread: tuple[str, ...]
) -> None:
    first = next(at for word in ("but", "other", "except", "not") if (at := text.find(word)) >= 0)
    found = read_conditions(text, command, (0, 0), [(first, len(text))])

    assert (found.where and found.where.pattern, found.unread) == (pattern, unread)


@pytest.mark.parametrize(
    "repeated", ["a ", "a, a/a ", "an a ", "the a ", "a b ", "e.g. a, ", "with three s "]
)
def test_no_rule_takes_exponential_time(repeated: str) -> None:
    process = get_context("fork").Process(target=read_conditions, args=((repeated * 1000)[:1000], "pattern"))
    process.start()
    process.join(timeout=60)  # an expression can't be interrupted
    is_reading = process.is_alive()
    process.kill()

    assert not is_reading
