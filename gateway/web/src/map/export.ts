/** The map as a separate file: an SVG that any program draws as the page does. */
import { download } from "../desk/download.js";

const SVG = "http://www.w3.org/2000/svg";
/** The room of an item of the legend, in pixels. */
const ITEM = { width: 170, height: 22, sign: 36 };

const STYLED = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
];

/** Offers the map, with `legend` below it, as a download named after `word`. */
export function downloadSvg(map: SVGSVGElement, legend: Element[], word: string): void {
  const name = `wordwire-${word.replace(/[^\p{L}\p{N}]+/gu, "-")}.svg`;
  download(standalone(map, legend), "image/svg+xml", name);
}

/** Returns the map as SVG text, with the styles of the page written into each element. */
export function standalone(map: SVGSVGElement, legend: Element[]): string {
  const copy = map.cloneNode(true) as SVGSVGElement;
  const { width, height: top } = map.getBoundingClientRect();
  const columns = Math.max(1, Math.floor(width / ITEM.width));
  const height = top + Math.ceil(legend.length / columns) * ITEM.height;
  write(copy, { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}` });
  const drawn = [...map.querySelectorAll<SVGElement>("*")];
  for (const [index, element] of [...copy.querySelectorAll<SVGElement>("*")].entries()) {
    const original = drawn[index];
    if (!original) continue;
    write(element, styleOf(original));
    for (const name of ["class", "tabindex", "role", "aria-label"]) element.removeAttribute(name);
  }
  copy.prepend(made("rect", { width: "100%", height: "100%", fill: getComputedStyle(map).backgroundColor }));
  for (const [index, item] of legend.entries()) {
    const x = (index % columns) * ITEM.width + ITEM.height / 2;
    const y = top + Math.floor(index / columns) * ITEM.height;
    copy.append(legendItem(item, x, y));
  }
  return new XMLSerializer().serializeToString(copy);
}

/** Draws an item of the legend: a line for a relation, a dot for a part of speech, and its name. */
function legendItem(item: Element, x: number, y: number): SVGElement {
  const line = item.querySelector(".line");
  const sign = line
    ? made("path", { d: `M0 0H${ITEM.sign}`, ...styleOf(line) })
    : made("circle", { cx: ITEM.sign / 2, r: 5, fill: getComputedStyle(item, "::before").backgroundColor });
  const { color, fontFamily, fontSize } = getComputedStyle(item);
  const name = made("text", {
    x: ITEM.sign + 6,
    fill: color,
    "font-family": fontFamily,
    "font-size": fontSize,
    "dominant-baseline": "central",
  });
  name.textContent = item.textContent.trim();
  const drawn = made("g", { transform: `translate(${x} ${y})` });
  drawn.append(sign, name);
  return drawn;
}

function styleOf(element: Element): Record<string, string> {
  const style = getComputedStyle(element);
  return Object.fromEntries(STYLED.map((name) => [name, style.getPropertyValue(name)]));
}

function made(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name);
  write(element, attributes);
  return element;
}

function write(element: Element, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
