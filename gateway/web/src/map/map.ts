/** <ww-map>: a word, its senses and their neighbours, as a graph to zoom, pan and expand; also as a list. */
import {
  LitElement,
  html,
  nothing,
  svg,
  type PropertyValues,
  type SVGTemplateResult,
  type TemplateResult,
} from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Strings } from "../i18n/index.js";
import { PARTS } from "../model/entry.js";
import { responseOf } from "../model/answers.js";
import { commandName, lookUp, readable, wander } from "../model/questions.js";
import type { Question, Reply } from "../protocol.js";
import { LookEvent, PointEvent } from "../ui/events.js";
import { base } from "../ui/style/tokens.js";
import { downloadSvg } from "./export.js";
import { FullScreen } from "./full-screen.js";
import { Graph, LINE_HEIGHT, type MapLink, type MapNode } from "./graph.js";
import { nearestTowards } from "./keys.js";
import { Layout } from "./layout.js";
import { legend } from "./legend.js";
import { mapStyle } from "./map-style.js";
import { ICONS, icon } from "./icons.js";
import { outline } from "./outline.js";
import { relationStyle } from "./relations.js";
import { Viewport } from "./viewport.js";

const ZOOM_STEP = 1.3;
/** In square pixels; with more nodes to the area, labels get too small to read. */
const AREA_OF_A_NODE = 5000;
const FEWEST_NODES = 24;
/** A word that the reader adds gets this part of the room. */
const ADDED_SHARE = 1 / 3;

@customElement("ww-map")
export class MapElement extends LitElement {
  static override styles = [base, mapStyle, relationStyle()];

  @property() word = "";
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) quietly!: (question: Question) => Promise<Reply>;
  @property() pointed = "";
  @state() private status: "loading" | "drawn" | "empty" | "failed" = "loading";
  @state() private current: MapNode | undefined;
  @state() private revision = 0;
  @query("svg[role]") private readonly svg!: SVGSVGElement | null;
  private readonly graph = new Graph();
  private readonly layout = new Layout(this.graph, () => this.place());
  private readonly view = new Viewport(() => this.applyView());
  private readonly full = new FullScreen(this);
  private readonly resized = new ResizeObserver(() => this.fitUnlessMoved());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.layout.stop();
    this.resized.disconnect();
  }

  protected override firstUpdated(): void {
    if (this.svg) this.resized.observe(this.svg);
    void this.load(this.word);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("revision")) this.place();
  }

  override render(): TemplateResult {
    const { strings: s, status } = this;
    if (status === "empty" || status === "failed") {
      return html`<p class="note">${status === "empty" ? s.map.empty : s.map.failed}</p>`;
    }
    const { nodes, links } = this.graph;
    return html`${this.bar()}
      <div class="frame">
        <svg
          role="group"
          aria-label=${s.map.title(readable(this.word))}
          aria-describedby="hint"
          @wheel=${this.wheel}
          @keydown=${this.key}
          @pointerdown=${this.press}
          @pointermove=${(event: PointerEvent) => this.view.move(event)}
          @pointerup=${(event: PointerEvent) => this.view.release(event)}
          @pointercancel=${(event: PointerEvent) => this.view.release(event)}
        >
          <g id="view">
            ${repeat(
              links,
              (link) => `${link.source.id} ${link.target.id} ${link.relation}`,
              (link) => this.link(link),
            )}
            ${repeat(
              nodes,
              (node) => node.id,
              (node) => this.node(node),
            )}
          </g>
        </svg>
        ${status === "loading" ? html`<p class="note over">${s.map.loading}</p>` : nothing} ${this.about()}
      </div>
      <p id="hint" class="hint">${matchMedia("(pointer: coarse)").matches ? s.map.touchHint : s.map.hint}</p>
      ${legend(this.graph, s)} ${outline(this.graph, s)}`;
  }

  private link({ source, target, relation }: MapLink): SVGTemplateResult {
    const near = this.current !== undefined && (source === this.current || target === this.current);
    const style = `line ${relation} ${near ? "near" : this.current ? "dim" : ""}`;
    return svg`<path class=${style}><title>${commandName(this.strings, relation)}</title></path>`;
  }

  private node(node: MapNode): SVGTemplateResult {
    const { current } = this;
    const dim = current !== undefined && node !== current && !this.graph.neighbours(current).has(node);
    const marked = node.key === this.pointed || node === current;
    const style = `node ${node.kind} ${PARTS[node.pos] ?? ""} ${marked ? "marked" : ""} ${dim ? "dim" : ""}`;
    const isStop = node === (current ?? this.graph.nodes[0]);
    return svg`<g
      class=${style}
      role="button"
      tabindex=${isStop ? 0 : -1}
      aria-label=${this.nameOf(node)}
      aria-expanded=${node.kind === "lemma" ? node.isExpanded : nothing}
      @click=${() => this.view.wasDragged || this.choose(node)}
      @dblclick=${() => this.dispatchEvent(new LookEvent(wander(node.label)))}
      @focus=${() => this.point(node)}
      @pointerenter=${() => this.dispatchEvent(new PointEvent(node.key))}
      @pointerleave=${() => this.dispatchEvent(new PointEvent(""))}
    >
      <title>${node.gloss || node.shown}</title>
      <rect
        x=${-node.halfWidth} y=${-node.halfHeight} width=${node.halfWidth * 2} height=${node.halfHeight * 2}
        rx=${node.halfHeight}
      ></rect>
      <text text-anchor="middle" dominant-baseline="central">${node.lines.map(
        (line, index) =>
          svg`<tspan x="0" y=${(index - (node.lines.length - 1) / 2) * LINE_HEIGHT}>${line}</tspan>`,
      )}</text>
    </g>`;
  }

  private nameOf(node: MapNode): string {
    const { map, pos } = this.strings;
    const kind = [node.kind === "sense" ? map.sense : map.word, pos[node.pos]].filter(Boolean).join(", ");
    const label = node.kind === "sense" ? `${node.shown}: ${node.gloss}` : node.shown;
    return map.node(label, kind, this.graph.linksOf(node).length);
  }

  /** The row above the map: how many meanings it has, and its buttons. */
  private bar(): TemplateResult {
    const { map } = this.strings;
    const { drawn, all } = this.graph.senses;
    const { isOn } = this.full;
    const button = (label: string, path: string, act: () => void): TemplateResult =>
      html`<button type="button" aria-label=${label} title=${label} @click=${act}>${icon(path)}</button>`;
    return html`<div class="bar">
      <p class="count">${all > 0 ? map.meanings(drawn, all) : nothing}</p>
      ${button(map.zoomIn, ICONS.plus, () => this.zoom(ZOOM_STEP))}
      ${button(map.zoomOut, ICONS.minus, () => this.zoom(1 / ZOOM_STEP))}
      ${button(map.fit, ICONS.fit, () => this.fit())}
      ${button(map.download, ICONS.download, () => this.download())}
      ${button(isOn ? map.leaveFull : map.full, isOn ? ICONS.leave : ICONS.full, () => void this.full.toggle())}
    </div>`;
  }

  /** Describes the chosen node in words, with a button that looks it up. */
  private about(): TemplateResult {
    const node = this.current;
    if (!node) return html`<div class="about" role="status"></div>`;
    const { strings: s } = this;
    const relations = new Set(this.graph.linksOf(node).map(({ relation }) => commandName(s, relation)));
    return html`<div class="about" role="status">
      <span>
        <b>${node.kind === "sense" ? readable(node.label) : node.shown}</b>
        ${node.pos ? html`<i>${s.pos[node.pos] ?? node.pos}</i>` : nothing}
        ${node.kind === "sense" ? node.gloss : [...relations].join(", ")}
      </span>
      <button
        type="button"
        class="chip"
        @click=${() => this.dispatchEvent(new LookEvent(wander(node.label)))}
      >
        ${s.lookUp(readable(node.label))}
      </button>
    </div>`;
  }

  private async load(word: string, origin?: MapNode): Promise<void> {
    const reply = await this.quietly(lookUp("map", readable(word)));
    if (reply.error) {
      if (!origin) this.status = "failed";
      return;
    }
    const [width, height] = this.size();
    const room = Math.max(FEWEST_NODES, (width * height) / AREA_OF_A_NODE) * (origin ? ADDED_SHARE : 1);
    this.graph.add(responseOf(reply), origin, Math.floor(room));
    this.status = this.graph.nodes.length > 0 ? "drawn" : "empty";
    this.layout.settle(matchMedia("(prefers-reduced-motion: reduce)").matches, width / height || 1);
    this.revision++;
  }

  private choose(node: MapNode): void {
    this.point(node);
    if (node.kind !== "lemma" || node.isExpanded || this.graph.isFull) return;
    node.isExpanded = true;
    void this.load(node.label, node);
  }

  private point(node: MapNode): void {
    this.current = node;
    this.dispatchEvent(new PointEvent(node.key));
  }

  /** Moves the drawing to the layout's places: directly in the DOM, because this happens sixty times a second. */
  private place(): void {
    const group = this.svg?.querySelector("#view");
    if (!group) return;
    const lines = group.querySelectorAll(".line");
    for (const [index, { source, target }] of this.graph.links.entries()) {
      lines[index]?.setAttribute("d", `M${at(source)}L${at(target)}`);
    }
    const drawn = group.querySelectorAll(".node");
    for (const [index, node] of this.graph.nodes.entries()) {
      drawn[index]?.setAttribute("transform", `translate(${at(node)})`);
    }
    this.fitUnlessMoved();
  }

  private applyView(): void {
    this.svg?.querySelector("#view")?.setAttribute("transform", this.view.transform);
    this.svg?.classList.toggle("moved", this.view.isMoved);
  }

  private fitUnlessMoved(): void {
    if (!this.view.isMoved) this.view.fit(this.graph.nodes, ...this.size());
  }

  private fit(): void {
    this.view.isMoved = false;
    this.fitUnlessMoved();
  }

  private size(): [number, number] {
    return [this.svg?.clientWidth ?? 0, this.svg?.clientHeight ?? 0];
  }

  private download(): void {
    if (this.svg) downloadSvg(this.svg, [...this.renderRoot.querySelectorAll(".legend li")], this.word);
  }

  private zoom(factor: number): void {
    const [width, height] = this.size();
    this.view.zoom(factor, width / 2, height / 2);
  }

  /** Zooms while the control key is held (a pinch on a touchpad sends it, too); otherwise the page scrolls. */
  private wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.view.zoom(Math.exp(-event.deltaY / 200), event.offsetX, event.offsetY);
  }

  private press(event: PointerEvent): void {
    this.view.press(event);
    if (event.target === this.svg) this.svg?.setPointerCapture(event.pointerId);
  }

  private key(event: KeyboardEvent): void {
    const at = this.current ?? this.graph.nodes[0];
    if (!at) return;
    const next = nearestTowards(event.key, at, this.graph.nodes);
    if (event.key === "Enter" || event.key === " ") this.choose(at);
    else if (event.key === "+" || event.key === "=") this.zoom(ZOOM_STEP);
    else if (event.key === "-") this.zoom(1 / ZOOM_STEP);
    else if (event.key === "0") this.fit();
    else if (next) this.goTo(next);
    else return;
    event.preventDefault();
  }

  private goTo(node: MapNode): void {
    this.view.show(node, ...this.size());
    const index = this.graph.nodes.indexOf(node);
    this.svg?.querySelectorAll<SVGGElement>(".node")[index]?.focus();
  }
}

/** Returns the place of a node; tenths of a pixel are enough, and the browser reads them faster. */
function at({ x = 0, y = 0 }: MapNode): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
