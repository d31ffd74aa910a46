"""The first five commands straight from NLTK, written without thought of speed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from nltk.corpus import wordnet
from nltk.stem import WordNetLemmatizer

WORDS = Path(__file__).parents[1] / "words.txt"

_lemmatizer = WordNetLemmatizer()


def answer(command: str, word: str) -> list[str]:
    """Return the answer to `command` for `word`, without repeats, in WordNet's sense order."""
    if command == "lemmatizer":
        return [_lemmatizer.lemmatize(word)]
    found: list[str] = []
    for synset in wordnet.synsets(word):
        if command == "synonyms":
            found += synset.lemma_names()
        elif command == "examples":
            found += synset.examples()
        elif command == "definition":
            found.append(synset.definition())
        elif command == "pos":
            found.append(synset.pos())
    return list(dict.fromkeys(found))


def reply_to(lookup: dict[str, Any]) -> dict[str, Any]:
    """Return the `reply` to a client's `my_message`."""
    command, word = lookup["command"], lookup["word"]
    response = json.dumps(answer(command, word))
    return {"option": command, "word": word, "response": response, "id": lookup["id"]}


def warm_up() -> None:
    """Make NLTK read its index and all words of the bench, which it then keeps in memory."""
    wordnet.ensure_loaded()
    for word in WORDS.read_text().split():
        answer("definition", word)
