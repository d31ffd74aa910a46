import { describe, expect, test } from "vitest";
import { Graph, MOST_NODES, type Kind, type MapNode } from "./graph.js";

interface Edge {
  source: string;
  target: string;
  relation: string;
}

function nodeOf(kind: Kind, name: string, gloss = "", sense = 1): object {
  const id = `${kind.charAt(0)}:${name}`;
  return { id, kind, label: name, pos: kind === "word" ? null : "n", gloss, sense };
}

function edge(source: string, target: string, relation = "sense"): Edge {
  return { source, target, relation };
}

/** What the server answers to `map` of serendipity, shortened. */
const SERENDIPITY = [
  {
    nodes: [
      nodeOf("word", "serendipity"),
      nodeOf("sense", "serendipity.n.01", "good luck in making discoveries"),
      nodeOf("lemma", "good_luck"),
      nodeOf("lemma", "fluke"),
    ],
    edges: [
      edge("w:serendipity", "s:serendipity.n.01"),
      edge("s:serendipity.n.01", "l:good_luck", "hypernyms"),
      edge("s:serendipity.n.01", "l:fluke", "hypernyms"),
    ],
  },
];

/** What it answers to `map` of fluke. */
const FLUKE = [
  {
    nodes: [
      nodeOf("word", "fluke"),
      nodeOf("sense", "good_luck.n.01", "a stroke of luck"),
      nodeOf("lemma", "serendipity"),
      nodeOf("lemma", "trematode"),
    ],
    edges: [
      edge("w:fluke", "s:good_luck.n.01"),
      edge("s:good_luck.n.01", "l:serendipity", "hyponyms"),
      edge("s:good_luck.n.01", "l:trematode", "synonyms"),
    ],
  },
];

function graphOf(...responses: unknown[][]): Graph {
  const graph = new Graph();
  for (const response of responses) graph.add(response);
  return graph;
}

/** Returns a node's id without the part of speech of nouns. */
function idOf({ id }: MapNode): string {
  return id.replace(/ n$/, "");
}

function find(graph: Graph, id: string): MapNode {
  const found = graph.nodes.find((node) => idOf(node) === id);
  if (!found) throw new Error(`no node ${id} in ${graph.nodes.map(idOf).join(" ")}`);
  return found;
}

function ends(graph: Graph): string[] {
  return graph.links.map(({ source, target, relation }) => `${idOf(source)} ${relation} ${idOf(target)}`);
}

describe("one word", () => {
  test("its nodes are linked as the edges say", () => {
    const graph = graphOf(SERENDIPITY);

    expect(graph.nodes.map(idOf)).toEqual(["w:serendipity", "s:serendipity.n.01", "l:good_luck", "l:fluke"]);
    expect(ends(graph)).toEqual([
      "w:serendipity sense s:serendipity.n.01",
      "s:serendipity.n.01 hypernyms l:good_luck",
      "s:serendipity.n.01 hypernyms l:fluke",
    ]);
  });

  test("words are shown as people write them, senses by their number in the overview", () => {
    const graph = graphOf([
      {
        nodes: [nodeOf("word", "ice_cream"), nodeOf("sense", "a", "one", 7), nodeOf("sense", "b", "two", 9)],
        edges: [],
      },
    ]);

    expect(graph.nodes.map(({ shown }) => shown)).toEqual(["ice cream", "7", "9"]);
    expect(find(graph, "w:ice_cream").label).toBe("ice_cream");
  });

  test("a long label gets two lines, and a single word never", () => {
    const names = ["pacific_ocean", "depository_financial_institution", "incomprehensibility"];
    const graph = graphOf([{ nodes: names.map((name) => nodeOf("lemma", name)), edges: [] }]);

    expect(graph.nodes.map(({ lines }) => lines)).toEqual([
      ["pacific ocean"],
      ["depository financial ", "institution"],
      ["incomprehensibility"],
    ]);
    expect(graph.nodes.map(({ halfHeight }) => halfHeight)).toEqual([13, 20.5, 13]);
  });

  test("only the word itself counts as expanded", () => {
    expect(
      graphOf(SERENDIPITY)
        .nodes.filter(({ isExpanded }) => isExpanded)
        .map(idOf),
    ).toEqual(["w:serendipity"]);
  });

  test("a longer label is wider, a word is larger than a lemma, and all senses are alike", () => {
    const graph = graphOf(SERENDIPITY, [
      { nodes: [nodeOf("lemma", "serendipitx"), nodeOf("sense", "another.n.01")], edges: [] },
    ]);
    const width = (id: string): number => find(graph, id).halfWidth;

    expect(width("l:good_luck")).toBeGreaterThan(width("l:fluke"));
    expect(width("w:serendipity")).toBeGreaterThan(width("l:serendipitx"));
    expect(width("s:another.n.01")).toBe(width("s:serendipity.n.01"));
  });

  test("a node has the key by which the text of the answer means the same", () => {
    const graph = graphOf(SERENDIPITY);

    expect(find(graph, "l:good_luck").key).toBe("good_luck");
    expect(find(graph, "s:serendipity.n.01").key).toBe("= good luck in making discoveries");
  });

  test("no two nodes begin in the same place, where nothing could pull them apart", () => {
    const places = new Set(graphOf(SERENDIPITY).nodes.map(({ x, y }) => `${x} ${y}`));

    expect(places.size).toBe(4);
  });
});

describe("answers that are broken", () => {
  test("edges to nodes that are not there, and from a node to itself, are dropped", () => {
    const edges = [edge("w:a", "l:none"), edge("l:none", "w:a"), edge("w:a", "w:a")];

    expect(graphOf([{ nodes: [nodeOf("word", "a")], edges }]).links).toEqual([]);
  });

  test("what is no graph adds nothing", () => {
    expect(
      graphOf([], ["text", null, 7], [{}], [{ nodes: "a", edges: 1 }], [{ nodes: [1], edges: [] }]),
    ).toEqual(new Graph());
  });
});

describe("expanding another word", () => {
  function expanded(): Graph {
    const graph = graphOf(SERENDIPITY);
    const origin = find(graph, "l:fluke");
    origin.x = 300;
    origin.y = -200;
    graph.add(FLUKE, origin);
    return graph;
  }

  test("the word that was asked is the node that was there", () => {
    const graph = expanded();

    expect(graph.nodes.map(idOf).slice(4)).toEqual(["s:good_luck.n.01", "l:trematode"]);
    expect(ends(graph)).toContain("l:fluke sense s:good_luck.n.01");
    expect(find(graph, "l:fluke").isExpanded).toBe(true);
  });

  test("a lemma that is the first word is that word's node", () => {
    expect(ends(expanded())).toContain("s:good_luck.n.01 hyponyms w:serendipity");
  });

  test("new nodes begin close to the word they come from", () => {
    const { x = 0, y = 0 } = find(expanded(), "l:trematode");

    expect(Math.hypot(x - 300, y + 200)).toBeLessThan(2);
  });

  test("the same answer once more adds nothing", () => {
    const graph = expanded();
    graph.add(FLUKE, find(graph, "l:fluke"));

    expect(graph.nodes).toHaveLength(6);
    expect(graph.links).toHaveLength(6);
  });

  test("two relations between the same nodes are two links", () => {
    const graph = graphOf(SERENDIPITY, [
      {
        nodes: [nodeOf("word", "serendipity"), nodeOf("lemma", "fluke")],
        edges: [edge("w:serendipity", "l:fluke", "a")],
      },
      { nodes: [], edges: [edge("w:serendipity", "l:fluke", "b")] },
    ]);

    expect(ends(graph).slice(3)).toEqual(["w:serendipity a l:fluke", "w:serendipity b l:fluke"]);
  });
});

test("a full map takes no new node, but still links those that are there", () => {
  const lemmas = Array.from({ length: MOST_NODES + 20 }, (_, index) => nodeOf("lemma", `word${index}`));
  const graph = graphOf([{ nodes: lemmas, edges: [] }]);

  expect(graph.nodes).toHaveLength(MOST_NODES);
  expect(graph.isFull).toBe(true);
  graph.add([
    {
      nodes: [nodeOf("lemma", "word0"), nodeOf("lemma", "word1"), nodeOf("lemma", "new")],
      edges: [edge("l:word0", "l:word1", "similar"), edge("l:word0", "l:new", "similar")],
    },
  ]);
  expect(ends(graph)).toEqual(["l:word0 similar l:word1"]);
});

test("neighbours are found whichever way a link points", () => {
  const graph = graphOf(SERENDIPITY);
  const sense = find(graph, "s:serendipity.n.01");

  expect([...graph.neighbours(sense)].map(idOf)).toEqual(["w:serendipity", "l:good_luck", "l:fluke"]);
  expect(graph.linksOf(find(graph, "l:fluke"))).toHaveLength(1);
});

test("a word of two parts of speech is two nodes, whichever answer has which first", () => {
  const verb = { ...nodeOf("lemma", "fluke"), pos: "v" };
  const graph = graphOf(SERENDIPITY, [{ nodes: [verb], edges: [] }], FLUKE);

  expect(graph.nodes.map(({ id }) => id).filter((id) => id.startsWith("l:fluke"))).toEqual([
    "l:fluke n",
    "l:fluke v",
  ]);
});

describe("where there is room for a few nodes", () => {
  const senses = Array.from({ length: 6 }, (_, index) => nodeOf("sense", `bank.n.0${index}`, "", index + 1));
  const lemmas = senses.map((_, index) => nodeOf("lemma", `word${index}`));
  const edges = senses.flatMap((_, index) => [
    edge("w:bank", `s:bank.n.0${index}`),
    edge(`s:bank.n.0${index}`, `l:word${index}`, "synonyms"),
  ]);
  const answer = [{ nodes: [nodeOf("word", "bank"), ...senses, ...lemmas], edges, left_out: 4 }];

  test("the first senses come with their neighbours, and the others are counted", () => {
    const graph = new Graph();
    graph.add(answer, undefined, 8);

    expect(graph.nodes.map(({ shown }) => shown)).toEqual(["bank", "1", "2", "word0", "word1"]);
    expect(graph.senses).toEqual({ drawn: 2, all: 10 });
  });

  test("expanding a word leaves the count of the first one", () => {
    const graph = graphOf(SERENDIPITY);
    graph.add(answer, find(graph, "l:fluke"), 8);

    expect(graph.senses).toEqual({ drawn: 1, all: 1 });
  });
});
