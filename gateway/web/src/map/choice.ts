/** Which nodes of an answer are drawn where there is no room for all of them. */
import { text } from "../model/answers.js";

type Fields = Record<string, unknown>;

/** Nodes for each sense: itself and three neighbours. */
const NODES_OF_A_SENSE = 4;

/**
 * Returns the nodes to draw, about `room` of them, in the order of the answer.
 *
 * They are the word, its first senses with at least one of each part of speech, and the first neighbours of these.
 */
export function chosenNodes(nodes: Fields[], edges: Fields[], room: number): Fields[] {
  if (nodes.length <= room) return nodes;
  const senses = chosenSenses(
    nodes.filter(({ kind }) => kind === "sense"),
    Math.floor(room / NODES_OF_A_SENSE),
  );
  const ids = new Set(senses.map(({ id }) => id));
  const near = new Set(edges.filter(({ source }) => ids.has(source)).map(({ target }) => target));
  const words = nodes.filter(({ kind }) => kind === "word");
  const lemmas = nodes.filter(({ kind, id }) => kind === "lemma" && near.has(id));
  return [...words, ...senses, ...lemmas.slice(0, Math.max(0, room - words.length - senses.length))];
}

function chosenSenses(senses: Fields[], most: number): Fields[] {
  const part = ({ pos }: Fields): string => text(pos).replace("s", "a");
  const firsts = senses.filter(
    (sense, index) => senses.findIndex((each) => part(each) === part(sense)) === index,
  );
  const others = senses.filter((sense) => !firsts.includes(sense));
  const chosen = [...firsts, ...others].slice(0, Math.max(most, firsts.length));
  return senses.filter((sense) => chosen.includes(sense));
}
