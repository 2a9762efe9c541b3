/**
 * Where codes stand on a plane that gives every picture the same share of N(0, 1). A code z is a number pair; its place has
 * coordinates in [-1, 1], x to the right and y upwards: x = 2 share(z) - 1, with the share of normal.ts.
 */
import {normalPlace, normalShare} from "../../lib/normal.js";
import type {Point} from "../point.js";

/** Half of the share that lies beyond the plane's last codes: the edge itself would be infinitely far out. */
const least = 0.002;

export function placeOfCode({x, y}: Point): Point {
  return {x: 2 * normalShare(x) - 1, y: 2 * normalShare(y) - 1};
}

/** At the edge it is the code at which 0.2 % of N(0, 1) lies beyond. */
export function codeOfPlace({x, y}: Point): Point {
  const code = (v: number) => normalPlace(Math.max(least, Math.min(1 - least, (v + 1) / 2)));
  return {x: code(x), y: code(y)};
}

/** The outline, in places, of the ellipse that is `radius` standard deviations around a code, as `count` corners. */
export function cloudOutline(code: Point, spread: Point, radius: number, count = 32): Point[] {
  return Array.from({length: count}, (_, i) => {
    const angle = (2 * Math.PI * i) / count;
    return placeOfCode({
      x: code.x + radius * spread.x * Math.cos(angle),
      y: code.y + radius * spread.y * Math.sin(angle),
    });
  });
}

/** The plane's picture whose cell a place lies in; pictures go row by row from the top left, `side` in each. */
export function pictureAt({x, y}: Point, side: number): number {
  const cell = (v: number) => Math.max(0, Math.min(side - 1, Math.floor(((v + 1) / 2) * side)));
  return (side - 1 - cell(y)) * side + cell(x);
}

/** "(0.31, −1.20)". */
export function codeText({x, y}: Point): string {
  const number = (v: number) => v.toFixed(2).replace("-", "−");
  return `(${number(x)}, ${number(y)})`;
}
