/** The visible part of the map: zoom and pan by pointer, pinch, wheel and keys. */
import type { MapNode } from "./graph.js";

const NEAREST = 4;
const FARTHEST = 0.15;
const MARGIN = 24;
/** Around the whole map. */
const FIT_MARGIN = 10;
/** In pixels; a pointer that moved less than this has clicked. */
const CLICK_SLACK = 4;

export class Viewport {
  private x = 0;
  private y = 0;
  private scale = 1;
  private readonly pointers = new Map<number, PointerEvent>();
  private travelled = 0;
  /** Whether the reader has moved the map, which then no longer fits itself into its frame. */
  isMoved = false;

  constructor(private readonly changed: () => void) {}

  get transform(): string {
    return `translate(${this.x} ${this.y}) scale(${this.scale})`;
  }

  /** Whether the last press dragged the map, so that its release is no click. */
  get wasDragged(): boolean {
    return this.travelled > CLICK_SLACK;
  }

  fit(nodes: readonly MapNode[], width: number, height: number): void {
    if (nodes.length === 0 || width === 0) return;
    const left = Math.min(...nodes.map((node) => (node.x ?? 0) - node.halfWidth)) - FIT_MARGIN;
    const right = Math.max(...nodes.map((node) => (node.x ?? 0) + node.halfWidth)) + FIT_MARGIN;
    const top = Math.min(...nodes.map((node) => (node.y ?? 0) - node.halfHeight)) - FIT_MARGIN;
    const bottom = Math.max(...nodes.map((node) => (node.y ?? 0) + node.halfHeight)) + FIT_MARGIN;
    this.scale = Math.min(1.3, width / (right - left), height / (bottom - top));
    this.x = width / 2 - ((left + right) / 2) * this.scale;
    this.y = height / 2 - ((top + bottom) / 2) * this.scale;
    this.changed();
  }

  zoom(factor: number, atX: number, atY: number): void {
    const scale = Math.min(NEAREST, Math.max(FARTHEST, this.scale * factor));
    this.x = atX - ((atX - this.x) * scale) / this.scale;
    this.y = atY - ((atY - this.y) * scale) / this.scale;
    this.scale = scale;
    this.isMoved = true;
    this.changed();
  }

  /** Moves the map so that `node` is visible, for example when it gets the focus. */
  show(node: MapNode, width: number, height: number): void {
    const atX = this.x + (node.x ?? 0) * this.scale;
    const atY = this.y + (node.y ?? 0) * this.scale;
    const byX = Math.max(0, MARGIN - atX) + Math.min(0, width - MARGIN - atX);
    const byY = Math.max(0, MARGIN - atY) + Math.min(0, height - MARGIN - atY);
    if (byX !== 0 || byY !== 0) this.pan(byX, byY);
  }

  press(event: PointerEvent): void {
    if (this.pointers.size === 0) this.travelled = 0;
    this.pointers.set(event.pointerId, event);
  }

  move(event: PointerEvent): void {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const others = [...this.pointers.values()].filter(({ pointerId }) => pointerId !== event.pointerId);
    this.travelled += Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY);
    if (others[0]) this.pinch(before, event, others[0]);
    else if (this.wasDragged) this.pan(event.clientX - before.clientX, event.clientY - before.clientY);
    this.pointers.set(event.pointerId, event);
  }

  release(event: PointerEvent): void {
    this.pointers.delete(event.pointerId);
  }

  private pinch(before: PointerEvent, now: PointerEvent, other: PointerEvent): void {
    const distance = (to: PointerEvent): number =>
      Math.hypot(to.clientX - other.clientX, to.clientY - other.clientY);
    const box = (now.currentTarget as Element).getBoundingClientRect();
    const middleX = (now.clientX + other.clientX) / 2 - box.left;
    const middleY = (now.clientY + other.clientY) / 2 - box.top;
    this.zoom(distance(now) / Math.max(1, distance(before)), middleX, middleY);
  }

  private pan(byX: number, byY: number): void {
    this.x += byX;
    this.y += byY;
    this.isMoved = true;
    this.changed();
  }
}
