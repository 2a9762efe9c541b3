/** Points beyond the frame, flat [n, 2]: at its edge a wedge for each, and on each side how many there are. */
import {formatCount} from "../../../controls/format.js";
import {cssColour} from "../../colour.js";
import type {Point} from "../../point.js";
import {toPixels} from "../plane-geometry.js";
import {type Ink, layer, type PlaneBrush, type PlaneLayer} from "../plane-layer.js";
import {type Letter, letters} from "./letters.js";

/** The place on the edge that is nearest to a point beyond it, and the direction out of the frame there. */
export interface Stray extends Point {
  readonly out: Point;
}

/** A point that is no number lies nowhere. */
export function straysOf(points: ArrayLike<number>, extent: number): Stray[] {
  const strays: Stray[] = [];
  const onEdge = (value: number) => Math.max(-extent, Math.min(extent, value));
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [x, y] = [points[i]!, points[i + 1]!];
    const [beyondX, beyondY] = [Math.abs(x) - extent, Math.abs(y) - extent];
    if (!(Math.max(beyondX, beyondY) > 0)) continue;
    const out = beyondX > beyondY ? {x: Math.sign(x), y: 0} : {x: 0, y: Math.sign(y)};
    strays.push({x: onEdge(x), y: onEdge(y), out});
  }
  return strays;
}

const sides: readonly Point[] = [
  {x: 1, y: 0},
  {x: -1, y: 0},
  {x: 0, y: 1},
  {x: 0, y: -1},
];

/** Where a count stands, as a share of the way from the middle to the edge. */
const countAt = 0.9;

/** How many there are on each side, beside the middle of them. */
export function strayCounts(strays: readonly Stray[], extent: number, ink: Ink): Letter[] {
  const onSide = ({x, y}: Point) => strays.filter(({out}) => out.x === x && out.y === y);
  const within = (value: number) => extent * Math.max(-countAt, Math.min(countAt, value / extent));
  return sides.flatMap((side) => {
    const there = onSide(side);
    if (there.length === 0) return [];
    const [x, y] = [within(mean(there, ({x}) => x)), within(mean(there, ({y}) => y))];
    return [{x, y, text: formatCount(there.length), ink}];
  });
}

function mean(strays: readonly Stray[], of: (stray: Stray) => number): number {
  return strays.reduce((sum, stray) => sum + of(stray), 0) / strays.length;
}

/** The wedges and their counts, of the points that `of` finds in the data. `extent` is the plane's. */
export function strays<Data>(
  of: (data: Data) => ArrayLike<number> | undefined,
  extent: number,
  ink: Ink,
  textInk: Ink,
): PlaneLayer<Data> {
  const found = (data: Data) => straysOf(of(data) ?? [], extent);
  const wedges = layer(found, (brush, shown) => drawWedges(brush, shown, ink));
  const counts = letters((data: Data) => strayCounts(found(data), extent, textInk), {
    px: 14,
    weight: 600,
    hasRim: true,
  });
  return {
    draw(brush, data) {
      wedges.draw?.(brush, data);
      counts.draw?.(brush, data);
    },
  };
}

function drawWedges(brush: PlaneBrush, shown: readonly Stray[], ink: Ink): void {
  const {context, scale, ratio, colour} = brush;
  const [length, half] = [8 * ratio, 4 * ratio];
  context.fillStyle = cssColour(colour(ink));
  context.strokeStyle = cssColour(colour("--paper"), 0.8);
  context.lineWidth = ratio;
  for (const {out, ...place} of shown) {
    const {x, y} = toPixels(scale, place);
    const [backX, backY] = [x - length * out.x, y + length * out.y];
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(backX + half * out.y, backY + half * out.x);
    context.lineTo(backX - half * out.y, backY - half * out.x);
    context.closePath();
    context.fill();
    context.stroke();
  }
}
