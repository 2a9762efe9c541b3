import type {Colour} from "./paint.js";

const [red, teal, cream]: Colour[] = [
  [0.86, 0.16, 0.2],
  [0.1, 0.5, 0.56],
  [0.98, 0.93, 0.8],
];
/** Dots along an edge. */
const across = 11;

/** A print in dots: red ones that grow to the right, between them teal ones that grow downwards, on cream. */
export function dots(x: number, y: number): Colour {
  if (toMiddle(x, y, 0) < 0.2 + 0.2 * x) return red!;
  return toMiddle(x, y, 0.5) < 0.12 + 0.12 * y ? teal! : cream!;
}

/** From the middle of the nearest dot, in distances of dots. */
function toMiddle(x: number, y: number, shift: number): number {
  const [u, v] = [x, y].map((each) => each * across + shift);
  const [dx, dy] = [u, v].map((each) => each! - Math.floor(each!) - 0.5);
  return Math.sqrt(dx! * dx! + dy! * dy!);
}
