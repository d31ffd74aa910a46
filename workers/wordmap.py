"""A word and its neighbours as nodes and edges, few enough to be drawn.

    word ──sense──▶ sense ──synonym──▶ lemma
                      └─────hypernym, antonym, …──▶ lemma

A word's node is `w:dog`, a sense's `s:dog.n.01`, a lemma's `l:canine`; a lemma that several senses lead to is
one node.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from workers.related_words import relations_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.term import Term

MAX_NODES: Final = 60
MAX_EDGES: Final = 120
MAX_SENSES: Final = 14  # so that each sense has room for three neighbours

_Neighbour = tuple[str, str]


def word_map(term: Term) -> list[dict[str, Any]]:
    """Return one graph `{nodes, edges}` around the word, as a list of one; empty if there is no such word.

    The senses come first; then each sense in turn adds its next neighbour, until there are 60 nodes.
    """
    if not term.synsets:
        return []
    lexicon = term.lexicon
    centre = f"w:{term.form}"
    nodes: dict[str, dict[str, Any]] = {
        centre: {"id": centre, "kind": "word", "label": term.form, "pos": None}
    }
    edges: dict[tuple[str, str, str], None] = {}
    waiting: list[tuple[str, str, Iterator[_Neighbour]]] = []
    for synset in term.synsets[:MAX_SENSES]:
        pos = lexicon.pos(synset)
        sense = f"s:{lexicon.synset_name(synset)}"
        nodes[sense] = {
            "id": sense,
            "kind": "sense",
            "label": lexicon.words(synset)[0],
            "pos": pos,
            "gloss": lexicon.definition(synset),
        }
        edges[centre, sense, "sense"] = None
        waiting.append((sense, pos, _neighbours(term, synset)))
    while waiting:
        turn = waiting.pop(0)
        sense, pos, neighbours = turn
        relation, name = next(neighbours, ("", ""))
        if not name:
            continue
        waiting.append(turn)
        lemma = f"l:{name}"
        if len(edges) >= MAX_EDGES or (lemma not in nodes and len(nodes) >= MAX_NODES):
            break
        nodes.setdefault(lemma, {"id": lemma, "kind": "lemma", "label": name, "pos": pos})
        edges[sense, lemma, relation] = None
    return [
        {
            "nodes": list(nodes.values()),
            "edges": [{"source": a, "target": b, "relation": relation} for a, b, relation in edges],
        }
    ]


def _neighbours(term: Term, synset: int) -> Iterator[_Neighbour]:
    """Yield relation and name of what is next to a sense: each relation's first, then each one's second, …"""
    lists = {"synonyms": term.lexicon.words(synset), **relations_of(term, synset)}
    own = {term.form.lower(), *(name for names in term.forms.values() for name in names)}
    waiting = [(relation, iter(names)) for relation, names in lists.items()]
    while waiting:
        relation, names = waiting.pop(0)
        name = next(names, None)
        if name is None:
            continue
        waiting.append((relation, names))
        if name.lower() not in own:
            yield relation, name
