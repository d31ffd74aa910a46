"""WordNet's pointers by name: the symbols of wninput(5WN), and which of them each command follows."""

from __future__ import annotations

from typing import Final

# Every symbol that WordNet 3.0 has between synsets or senses; pointers are stored by their place here.
SYMBOLS: Final = (
    "!", "@", "@i", "~", "~i", "#m", "#p", "#s", "%m", "%p", "%s", "=", "+",
    ";c", "-c", ";r", "-r", ";u", "-u", "*", ">", "^", "$", "&", "<", "\\",
)  # fmt: skip

CODES: Final = {symbol: code for code, symbol in enumerate(SYMBOLS)}

ANTONYM: Final = CODES["!"]
SIMILAR: Final = CODES["&"]
HYPERNYM: Final = CODES["@"]
INSTANCE_HYPERNYM: Final = CODES["@i"]

# Relation command → the symbols it follows, in this order for each sense of the word.
RELATIONS: Final[dict[str, tuple[int, ...]]] = {
    name: tuple(CODES[symbol] for symbol in symbols.split())
    for name, symbols in {
        "antonyms": "!",
        "hypernyms": "@",
        "hyponyms": "~",
        "instances": "~i @i",
        "holonyms": "#m #p #s",
        "meronyms": "%m %p %s",
        "entailments": "*",
        "causes": ">",
        "similar": "&",
        "also_see": "^",
        "derivations": "+",
        "pertainyms": "\\",
        "participles": "<",
        "attributes": "=",
        "domains": ";c -c ;r -r ;u -u",
        "verb_groups": "$",
    }.items()
}
