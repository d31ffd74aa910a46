/** The text of the page around a selection, as a reader sees it. */
import type { Selected } from "./sentence.js";

/** More text than this on one side holds no part of the same sentence that a question could carry. */
const ENOUGH_CHARACTERS = 600;

/** Returns the selection with the text around it in the same paragraph; undefined if it spans more than one. */
export function selectedIn(range: Range): Selected | undefined {
  const block = blockOf(range.startContainer);
  if (!block || block !== blockOf(range.endContainer)) return undefined;
  const [first, last] = [textNodeAt(range, "start"), textNodeAt(range, "end")];
  return {
    before: read(first, block, "previousNode", first.text.slice(0, first.offset)),
    selected: shown(range.toString()),
    after: read(last, block, "nextNode", last.text.slice(last.offset)),
  };
}

interface Place {
  node: Node;
  text: string;
  offset: number;
}

/** Returns the text node in which a selection starts or ends; it may start and end between nodes, too. */
function textNodeAt(range: Range, edge: "start" | "end"): Place {
  const container = edge === "start" ? range.startContainer : range.endContainer;
  const offset = edge === "start" ? range.startOffset : range.endOffset;
  if (container instanceof Text) return { node: container, text: container.data, offset };
  const next = container.childNodes[offset];
  if (next) return { node: next, text: next instanceof Text ? next.data : "", offset: 0 };
  let last: Node = container;
  while (last.lastChild) last = last.lastChild;
  const text = last instanceof Text ? last.data : "";
  return { node: last, text, offset: text.length };
}

/** Returns the text from `place` on in one direction, until the paragraph or the line ends. */
function read(place: Place, block: Element, step: "previousNode" | "nextNode", own: string): string {
  const walker = document.createTreeWalker(block);
  walker.currentNode = place.node;
  let text = shown(own);
  while (text.length < ENOUGH_CHARACTERS) {
    const node = walker[step]();
    if (!node || node instanceof HTMLBRElement) break;
    if (!(node instanceof Text)) continue;
    const near = blockOf(node);
    if (near === undefined) continue;
    if (near !== block) break;
    text = step === "nextNode" ? text + shown(node.data) : shown(node.data) + text;
  }
  return step === "nextNode" ? text.slice(0, ENOUGH_CHARACTERS) : text.slice(-ENOUGH_CHARACTERS);
}

/** Returns the innermost element around `node` that starts a new line; undefined where it is not displayed. */
function blockOf(node: Node): Element | undefined {
  let element = node instanceof Element ? node : node.parentElement;
  while (element) {
    const { display, visibility } = getComputedStyle(element);
    if (display === "none" || visibility === "hidden") return undefined;
    if (!/^(?:inline|contents|ruby)/u.test(display)) return element;
    element = element.parentElement;
  }
  return undefined;
}

/** The source's line breaks are only spaces to a reader. */
function shown(text: string): string {
  return text.replaceAll(/\s+/gu, " ");
}
