"""A word and its neighbours as nodes and edges, few enough to draw.

    word ──sense──▶ sense ──synonym──▶ lemma
                      └─────hypernym, antonym, …──▶ lemma

The word's node is `w:dog`, a sense's `s:dog.n.01`, a lemma's `l:canine`. Several senses can share one lemma.
A lemma that the graph has as two parts of speech is two nodes: `l:deposit` and `l:deposit.v`.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Final

from workers.commands.related_words import present_relations, targets_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.commands.term import Functions, Term

MAX_NODES: Final = 60
MAX_EDGES: Final = 120
MAX_SENSES: Final = 14  # so that each sense has room for three neighbours

_Neighbour = tuple[str, str, str]  # relation, name, part of speech


class _Graph:
    """The nodes by id and the edges, each once."""

    def __init__(self, form: str) -> None:
        self.centre = f"w:{form}"
        self.nodes: dict[str, dict[str, Any]] = {}
        self.edges: dict[tuple[str, str, str], None] = {}
        self._lemmas: dict[tuple[str, str], str] = {}
        self._add(self.centre, "word", form, None)

    def add_sense(self, term: Term, synset: int) -> str:
        """Add a sense of the word, and return its id."""
        lexicon = term.lexicon
        sense = f"s:{lexicon.synset_name(synset)}"
        self._add(sense, "sense", lexicon.words(synset)[0], lexicon.pos(synset))
        self.nodes[sense] |= {"gloss": term.definition(synset), "sense": term.sense_number(synset)}
        self.edges[self.centre, sense, "sense"] = None
        return sense

    def add_neighbour(self, sense: str, neighbour: _Neighbour) -> bool:
        """Add a neighbour of a sense; returns False if the graph is full."""
        relation, name, pos = neighbour
        part = pos.replace("s", "a")
        lemma = self._lemmas.get((name, part))
        if len(self.edges) >= MAX_EDGES or (lemma is None and len(self.nodes) >= MAX_NODES):
            return False
        if lemma is None:
            lemma = f"l:{name}" if f"l:{name}" not in self.nodes else f"l:{name}.{part}"
            self._lemmas[name, part] = lemma
            self._add(lemma, "lemma", name, pos)
        self.edges[sense, lemma, relation] = None
        return True

    def _add(self, node: str, kind: str, label: str, pos: str | None) -> None:
        self.nodes[node] = {"id": node, "kind": kind, "label": label, "pos": pos}


def word_map(term: Term) -> list[dict[str, Any]]:
    """Return one graph `{nodes, edges, left_out}` around the word in a list; empty for an unknown word.

    The senses come first. Then each sense in turn adds its next neighbour, up to 60 nodes. `left_out` counts
    the senses without a node.
    """
    if not term.meanings:
        return []
    graph = _Graph(term.form)
    drawn = _drawn_senses(term)
    waiting = deque((graph.add_sense(term, synset), _neighbours(term, synset)) for synset in drawn)
    while waiting:
        sense, neighbours = waiting.popleft()
        neighbour = next(neighbours, None)
        if neighbour is None:
            continue
        if not graph.add_neighbour(sense, neighbour):
            break
        waiting.append((sense, neighbours))
    return [
        {
            "nodes": list(graph.nodes.values()),
            "edges": [{"source": a, "target": b, "relation": relation} for a, b, relation in graph.edges],
            "left_out": len(term.meanings) - len(drawn),
        }
    ]


def _drawn_senses(term: Term) -> list[int]:
    """Return the senses to draw, in their order: the commonest of each part of speech, then by uses."""
    meanings = term.meanings
    commonest: dict[str, int] = {}
    for synset in meanings:
        commonest.setdefault(term.lexicon.pos(synset).replace("s", "a"), synset)
    by_uses = sorted(meanings, key=lambda each: (each not in commonest.values(), -term.uses(each)))
    return sorted(by_uses[:MAX_SENSES], key=meanings.index)


def _neighbours(term: Term, synset: int) -> Iterator[_Neighbour]:
    """Yield the neighbours of a sense: the first of each relation, then the second …"""
    lexicon = term.lexicon
    own = {term.form.lower(), *(name for names in term.forms.values() for name in names)}
    synonyms = ((name, synset) for name in lexicon.words(synset))
    relations = present_relations(term, synset)
    waiting = deque([("synonyms", synonyms), *((each, targets_of(term, synset, each)) for each in relations)])
    seen = set()
    while waiting:
        relation, targets = waiting.popleft()
        for name, target in targets:
            if (relation, name) in seen:
                continue
            waiting.append((relation, targets))
            seen.add((relation, name))
            if name.lower() not in own:
                yield relation, name, lexicon.pos(target)
            break


FUNCTIONS: Final[Functions] = {"map": word_map}
