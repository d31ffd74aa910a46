"""A word and its neighbours as nodes and edges, few enough to draw.

    word ──sense──▶ sense ──synonym──▶ lemma
                      └─────hypernym, antonym, …──▶ lemma

The word's node is `w:dog`, a sense's `s:dog.n.01`, a lemma's `l:canine`. Several senses can share one lemma.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from workers.commands.related_words import relations_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.commands.term import Functions, Term

MAX_NODES: Final = 60
MAX_EDGES: Final = 120
MAX_SENSES: Final = 14  # so that each sense has room for three neighbours

_Neighbour = tuple[str, str]


def word_map(term: Term) -> list[dict[str, Any]]:
    """Return one graph `{nodes, edges}` around the word, as a list of one; empty for an unknown word.

    The senses come first. Then each sense in turn adds its next neighbour, up to 60 nodes.
    """
    if not term.meanings:
        return []
    centre = f"w:{term.form}"
    nodes: dict[str, dict[str, Any]] = {
        centre: {"id": centre, "kind": "word", "label": term.form, "pos": None}
    }
    edges: dict[tuple[str, str, str], None] = {}
    waiting: list[tuple[str, str, Iterator[_Neighbour]]] = []
    for synset in term.meanings[:MAX_SENSES]:
        node = _sense_node(term, synset)
        nodes[node["id"]] = node
        edges[centre, node["id"], "sense"] = None
        waiting.append((node["id"], node["pos"], _neighbours(term, synset)))
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


def _sense_node(term: Term, synset: int) -> dict[str, Any]:
    lexicon = term.lexicon
    return {
        "id": f"s:{lexicon.synset_name(synset)}",
        "kind": "sense",
        "label": lexicon.words(synset)[0],
        "pos": lexicon.pos(synset),
        "gloss": term.definition(synset),
    }


def _neighbours(term: Term, synset: int) -> Iterator[_Neighbour]:
    """Yield the neighbours of a sense as relation and name: the first of each relation, then the second …"""
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


FUNCTIONS: Final[Functions] = {"map": word_map}
