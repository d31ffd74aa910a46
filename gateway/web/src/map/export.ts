/** The map as a separate file: an SVG that any program draws as the page does. */
import { download } from "../desk/download.js";

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

/** Offers the map as a download named after `word`. */
export function downloadSvg(map: SVGSVGElement, word: string): void {
  download(standalone(map), "image/svg+xml", `wordwire-${word.replace(/[^\p{L}\p{N}]+/gu, "-")}.svg`);
}

/** Returns the map as SVG text, with the styles of the page written into each element. */
export function standalone(map: SVGSVGElement): string {
  const copy = map.cloneNode(true) as SVGSVGElement;
  const { width, height } = map.getBoundingClientRect();
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
  };
  for (const [name, value] of Object.entries(attributes)) copy.setAttribute(name, String(value));
  const drawn = [...map.querySelectorAll<SVGElement>("*")];
  for (const [index, element] of [...copy.querySelectorAll<SVGElement>("*")].entries()) {
    const original = drawn[index];
    if (!original) continue;
    const style = getComputedStyle(original);
    for (const name of STYLED) element.setAttribute(name, style.getPropertyValue(name));
    for (const name of ["class", "tabindex", "role", "aria-label"]) element.removeAttribute(name);
  }
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", getComputedStyle(map).backgroundColor);
  copy.prepend(ground);
  return new XMLSerializer().serializeToString(copy);
}
