import {formatCount} from "../../controls/format.js";
import type {NdArray} from "../../lib/array.js";
import type {Point} from "../point.js";
import {fieldAt, meanField} from "./plane-geometry.js";

/** "x 0.25, y −0.40: the judge says 0.83 real". */
export function placeText(place: Point, field: NdArray | undefined, extent: number): string {
  const where = `x ${coordinate(place.x)}, y ${coordinate(place.y)}`;
  if (!field) return where;
  return `${where}: the judge says ${fieldAt(field, extent, place).toFixed(2)} real`;
}

function coordinate(value: number): string {
  return value
    .toFixed(2)
    .replace(/^-0\.00$/, "0.00")
    .replace("-", "−");
}

export interface PlaneContents {
  readonly real?: NdArray | undefined;
  readonly generated?: NdArray | undefined;
  readonly field?: NdArray | undefined;
}

/** What the plane holds, in words. */
export function planeSummary({real, generated, field}: PlaneContents, extent: number): string {
  const parts = [
    countText(real, "real"),
    countText(generated, "generated"),
    field && real && `the judge says ${mean(field, real, extent)} real at the real points`,
    field && generated && `${mean(field, generated, extent)} at the generated ones`,
  ].filter((part) => typeof part === "string");
  return parts.length === 0 ? "empty" : parts.join(", ");
}

/** What to do, and what the frame does not show. */
export function plainText(generated: NdArray | undefined, extent: number): string {
  const invitation = "Point anywhere, or use the arrow keys, to ask the judge.";
  const beyond = generated ? countBeyond(generated, extent) : 0;
  if (beyond === 0) return invitation;
  const points = beyond === 1 ? "generated point lies" : "generated points lie";
  return `${invitation} ${formatCount(beyond)} ${points} beyond the frame.`;
}

function countBeyond({data}: NdArray, extent: number): number {
  let count = 0;
  for (let i = 0; i + 1 < data.length; i += 2)
    if (!(Math.abs(data[i]!) <= extent && Math.abs(data[i + 1]!) <= extent)) count++;
  return count;
}

export function paintedText(count: number): string {
  const points = `${formatCount(count)} ${count === 1 ? "point" : "points"} painted`;
  return count === 0 ? "Paint inside the frame: drag, or arrow keys and Space." : points;
}

function countText(points: NdArray | undefined, name: string): string | undefined {
  if (!points) return undefined;
  const count = points.data.length / 2;
  return `${formatCount(count)} ${name} ${count === 1 ? "point" : "points"}`;
}

function mean(field: NdArray, {data}: NdArray, extent: number): string {
  return data.length === 0 ? "nothing" : meanField(field, extent, data).toFixed(2);
}
