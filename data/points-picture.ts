/** Points of a plane and ways between them as coloured pixels on black, for pictures that scripts leave behind. */
import type {ByteImages} from "../lib/image.js";

type Colour = readonly [red: number, green: number, blue: number];

export interface PointsPicture {
  readonly width: number;
  readonly height: number;
  /** Units of the plane from the middle to the upper edge. */
  readonly reach: number;
}

/** A picture to be drawn on, and what it looks like so far. */
export class PointsCanvas {
  readonly #pixels: Float32Array;

  constructor(private readonly options: PointsPicture) {
    this.#pixels = new Float32Array(options.width * options.height * 3);
  }

  /** Discs of `radius` pixels at points [n, 2] flat. */
  points(points: Float32Array, colour: Colour, radius: number): void {
    for (let i = 0; i < points.length; i += 2)
      this.#disc(this.#place(points[i]!, points[i + 1]!), radius, colour);
  }

  /** The line through points [n, 2] flat. */
  way(points: Float32Array, colour: Colour, radius: number): void {
    for (let i = 0; i + 3 < points.length; i += 2) {
      const [from, to] = [0, 2].map((at) => this.#place(points[i + at]!, points[i + at + 1]!));
      this.#line(from!, to!, radius, colour);
    }
  }

  /** The picture [1, height, width, 3]. */
  image(): ByteImages {
    const {width, height} = this.options;
    return {data: Uint8Array.from(this.#pixels, Math.round), shape: [1, height, width, 3]};
  }

  #place(x: number, y: number): readonly [number, number] {
    const {width, height, reach} = this.options;
    const scale = height / (2 * reach);
    return [width / 2 + x * scale, height / 2 - y * scale];
  }

  #line(
    [x0, y0]: readonly [number, number],
    [x1, y1]: readonly [number, number],
    radius: number,
    colour: Colour,
  ): void {
    const count = Math.max(1, Math.ceil(2 * Math.hypot(x1 - x0, y1 - y0)));
    for (let i = 0; i <= count; i++) {
      const t = i / count;
      this.#disc([x0 + t * (x1 - x0), y0 + t * (y1 - y0)], radius, colour);
    }
  }

  /** A pixel at the edge is covered by how far it reaches into the disc, and what is drawn later lies on top. */
  #disc([cx, cy]: readonly [number, number], radius: number, colour: Colour): void {
    const {width, height} = this.options;
    for (let y = Math.max(0, Math.floor(cy - radius)); y <= Math.min(height - 1, cy + radius); y++)
      for (
        let x = Math.max(0, Math.floor(cx - radius));
        x <= Math.min(width - 1, cx + radius);
        x++
      ) {
        const covered = Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(x - cx, y - cy)));
        for (const [c, value] of colour.entries()) {
          const at = (y * width + x) * 3 + c;
          this.#pixels[at] = this.#pixels[at]! * (1 - covered) + value * covered;
        }
      }
  }
}
