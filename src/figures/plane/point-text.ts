import {counted, formatCount} from "../../controls/format.js";
import type {NdArray} from "../../lib/array.js";
import type {Point} from "../point.js";
import {fieldAt, meanField} from "./plane-geometry.js";

/** "x 0.25, y −0.40". */
export function placeText({x, y}: Point): string {
  return `x ${coordinate(x)}, y ${coordinate(y)}`;
}

function coordinate(value: number): string {
  return value
    .toFixed(2)
    .replace(/^-0\.00$/, "0.00")
    .replace("-", "−");
}

export function opinionText(field: NdArray, extent: number, place: Point): string {
  return `the judge says ${fieldAt(field, extent, place).toFixed(2)} real`;
}

/** "2 real points". */
export function countText({data}: NdArray, name: string): string {
  return counted(data.length / 2, `${name} point`);
}

/** "300 generated points, 12 of them beyond the frame". */
export function generatedText(generated: NdArray, extent: number): string {
  const count = countText(generated, "generated");
  const beyond = countBeyond(generated, extent);
  return beyond === 0 ? count : `${count}, ${formatCount(beyond)} of them beyond the frame`;
}

/** The mean of the field at points, in words. */
export function meanText(field: NdArray, extent: number, {data}: NdArray): string {
  return data.length === 0 ? "nothing" : meanField(field, extent, data).toFixed(2);
}

/** An invitation, and a count of the points that the frame does not show. */
export function plainText(generated: NdArray | undefined, extent: number): string {
  const invitation = "Point anywhere, or use the arrow keys, to ask the judge.";
  const beyond = generated ? countBeyond(generated, extent) : 0;
  if (beyond === 0) return invitation;
  const points = counted(beyond, "generated point");
  return `${invitation} ${points} ${beyond === 1 ? "lies" : "lie"} beyond the frame.`;
}

function countBeyond({data}: NdArray, extent: number): number {
  let count = 0;
  for (let i = 0; i + 1 < data.length; i += 2)
    if (!(Math.abs(data[i]!) <= extent && Math.abs(data[i + 1]!) <= extent)) count++;
  return count;
}

export function paintedText(count: number): string {
  if (count === 0) return "Paint inside the frame: drag, or arrow keys and Space.";
  return `${counted(count, "point")} painted`;
}
