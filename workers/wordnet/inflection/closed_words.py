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


def closed_forms(typed: str, form: str) -> list[str]:
    """Return a form of a pronoun or an auxiliary; empty for any other word, and for IT, which is no pronoun.

    >>> closed_forms("it", "possessive"), closed_forms("IT", "possessive"), closed_forms("I", "plural")
    (['its'], [], ['we'])
    """
    is_shouted = typed.isupper() and len(typed) > 1
    return [] if is_shouted else _FORMS.get(form, {}).get(typed.lower(), [])
