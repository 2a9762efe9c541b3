/** What page and worker agree on about generations of generators. */
import type {ByteImages} from "../../lib/image.js";

/** The digit of which one kind of picture is, and the other in a mirror. */
export const digit = 7;
/** Pixels along an edge. */
export const side = 14;
/** Pictures of a row: of each generation the same noise. */
export const shownCount = 8;
/** Generations that are shown, the latest. */
export const rowCount = 6;
/** Pictures that a share is counted among. */
export const measuredCount = 400;

/** The pictures of both, which are of one size. */
export function joined(a: ByteImages, b: ByteImages): ByteImages {
  const data = new Uint8Array(a.data.length + b.data.length);
  data.set(a.data);
  data.set(b.data, a.data.length);
  const [n, h, w, c] = a.shape;
  return {data, shape: [n + b.shape[0], h, w, c]};
}
