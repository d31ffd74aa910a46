"""The forms of pronouns and auxiliaries, which WordNet lacks or has only in other meanings (he: helium)."""

from __future__ import annotations

from typing import Final

# Form → word → its words.
_FORMS: Final[dict[str, dict[str, list[str]]]] = {
    "plural": {
        "this": ["these"],
        "that": ["those"],
        "i": ["we"],
        "he": ["they"],
        "she": ["they"],
        "it": ["they"],
        "me": ["us"],
        "my": ["our"],
        "mine": ["ours"],
        "myself": ["ourselves"],
        "yourself": ["yourselves"],
        "himself": ["themselves"],
        "herself": ["themselves"],
        "itself": ["themselves"],
    },
    "singular": {
        "these": ["this"],
        "those": ["that"],
        "we": ["I"],
        "us": ["me"],
        "our": ["my"],
        "ours": ["mine"],
        "ourselves": ["myself"],
        "yourselves": ["yourself"],
        "they": ["he", "she", "it"],
        "them": ["him", "her", "it"],
    },
    "possessive": {
        "i": ["my", "mine"],
        "you": ["your", "yours"],
        "he": ["his"],
        "she": ["her", "hers"],
        "it": ["its"],
        "we": ["our", "ours"],
        "they": ["their", "theirs"],
        "who": ["whose"],
    },
    "past": {"can": ["could"], "may": ["might"], "shall": ["should"], "will": ["would"]},
}
_WORDS: Final = frozenset(word for words in _FORMS.values() for word in words)


def closed_forms(typed: str) -> dict[str, list[str]]:
    """Return the forms of a pronoun or an auxiliary by name; empty for any other word, such as IT.

    >>> closed_forms("it"), closed_forms("IT")
    ({'plural': ['they'], 'possessive': ['its']}, {})
    """
    word = typed.lower()
    if word not in _WORDS or (typed.isupper() and len(typed) > 1):
        return {}
    return {form: words[word] for form, words in _FORMS.items() if word in words}
