import type {Point} from "../point.js";
import {strokePoints} from "./plane-geometry.js";

/** Distance between the points of a stroke, in plane units. */
const spacing = 0.035;

/** The points a reader paints, at most `most` of them; each within [-1, 1]. */
export class PaintedPoints {
  #points: Point[] = [];
  #last: Point | undefined;
  readonly #most: number;

  constructor(most = 2000) {
    this.#most = most;
  }

  get count(): number {
    return this.#points.length;
  }

  /** Begins a stroke with a point. */
  press(place: Point): void {
    this.#last = place;
    this.#add([place]);
  }

  /** Goes on with the stroke; points follow at even distances however fast the hand is. */
  drag(place: Point): void {
    if (!this.#last) return;
    const more = strokePoints(this.#last, place, spacing);
    this.#last = more.at(-1) ?? this.#last;
    this.#add(more);
  }

  release(): void {
    this.#last = undefined;
  }

  undo(): void {
    this.#points.pop();
  }

  clear(): void {
    this.#points = [];
  }

  /** [n, 2], flat. */
  get values(): Float32Array {
    return Float32Array.from(this.#points.flatMap(({x, y}) => [x, y]));
  }

  #add(places: readonly Point[]): void {
    const inside = places.filter(({x, y}) => Math.abs(x) <= 1 && Math.abs(y) <= 1);
    this.#points.push(...inside.slice(0, this.#most - this.#points.length));
  }
}
