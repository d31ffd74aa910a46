"""The short answer on a class with an adjective that WordNet lacks: "is a heifer a male animal?"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workers.commands.comparison.modifiers import told
from workers.commands.term import Term
from workers.english.several.classes_asked import NEGATED
from workers.english.suggestions import looked_up
from workers.english.wording.sentences import sentence

if TYPE_CHECKING:
    from shared.messages import Said
    from workers.english.understood import Understood
    from workers.wordnet.lexicon import Lexicon


def on_modifier(lexicon: Lexicon, understood: Understood, entry: dict[str, Any]) -> list[Said]:
    """Return whether the adjective before a class holds, as a list of one; none if nothing tells.

    A thing of another class is none of the kind, whatever the adjective: then only a no is of use. For a
    class that WordNet has, the command itself says yes.
    """
    term, second = understood.term, understood.term2
    phrase = (second.part_of or second.shown).lower() if second else ""
    adjective, _, head = phrase.rpartition(" ")
    if not (term and head) or " " in adjective or "senses" not in entry or understood.hedge == NEGATED:
        return []
    sense = entry["senses"][0]
    synset = Term(lexicon, looked_up(term), for_reader=True).meanings[sense["sense"] - 1]
    found = told(lexicon, synset, adjective)
    is_said = found and found.holds and not (entry["is_a"] and second and second.part_of)
    if not found or is_said:
        return []
    return [
        sentence(
            f"is_a.with_{'yes' if found.holds else 'no'}{'_class' if found.is_class else ''}",
            phrase=phrase,
            word=term.shown,
            definition=sense["definition"],
            of="" if found.is_class else found.of,
            words=found.words,
        )
    ]
