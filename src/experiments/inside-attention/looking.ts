/** Who looks at whom, read from a snapshot: what the figure shows and says. */
import type {NdArray} from "../../lib/array.js";

/** Layers from 0, and a head or the mean of all. */
export interface LookAt {
  readonly step: number;
  readonly layer: number;
  readonly head: number | "mean";
  /** The patch that looks, from 0, row by row. */
  readonly patch: number;
}

/** Shares of each patch [q] and of the digit, together 1 but for rounding. */
export interface Look {
  readonly patches: Float32Array;
  readonly digit: number;
}

/** The look of one patch in `looks` [steps, L, H, q, q + 1]; after the last step that of the last. */
export function lookOf({data, shape}: NdArray, {step, layer, head, patch}: LookAt): Look {
  const [steps, layers, heads, queries, keys] = shape as number[] as [
    number,
    number,
    number,
    number,
    number,
  ];
  const at = Math.min(step, steps - 1);
  const each = head === "mean" ? Array.from({length: heads}, (_, h) => h) : [head];
  const mean = new Float32Array(keys);
  for (const one of each) {
    const start = (((at * layers + layer) * heads + one) * queries + patch) * keys;
    for (let key = 0; key < keys; key++) mean[key]! += data[start + key]! / 255 / each.length;
  }
  return {patches: mean.subarray(0, queries), digit: mean[queries]!};
}

/** "Row 3, column 2 gives 1 % to the 3, 1 % to itself, and most, 11 %, to row 6, column 5." Short, for a phone. */
export function lookText(
  {patches, digit}: Look,
  patch: number,
  edge: number,
  told: string,
): string {
  const most = patches.indexOf(Math.max(...patches));
  const name = told === "none" ? "no digit" : `the ${told}`;
  const itself = percent(patches[patch]!);
  const rest =
    most === patch
      ? `and most, ${itself}, to itself`
      : `${itself} to itself, and most, ${percent(patches[most]!)}, to ${placeText(most, edge)}`;
  const place = placeText(patch, edge);
  return `${place[0]!.toUpperCase()}${place.slice(1)} gives ${percent(digit)} to ${name}, ${rest}.`;
}

export function placeText(patch: number, edge: number): string {
  return `row ${Math.floor(patch / edge) + 1}, column ${(patch % edge) + 1}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
