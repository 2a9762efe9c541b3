/** What a fused kernel does to its result before it stores it. */
import type {Heap} from "./heap.js";

export interface FusedAttributes {
  readonly activation?: string;
  readonly leakyreluAlpha?: number;
}

/** Least and most value, and the slope below zero. */
type Bounds = readonly [least: number, most: number, slope: number];

const bounds: Readonly<Record<string, Bounds>> = {
  linear: [-Infinity, Infinity, 1],
  relu: [0, Infinity, 1],
  relu6: [0, 6, 1],
};

/** Sets the activation of the next product or convolution; false if it is not one of those that can be fused. */
export function useActivation(
  heap: Heap,
  {activation = "linear", leakyreluAlpha = 0.2}: FusedAttributes,
): boolean {
  const known = activation === "leakyrelu" ? leaky(leakyreluAlpha) : bounds[activation];
  if (known) heap.run.setActivation(...known);
  return known !== undefined;
}

/** max(y, slope · y) is a leaky ReLU only for slopes up to 1. */
function leaky(slope: number): Bounds | undefined {
  return slope <= 1 ? [-Infinity, Infinity, slope] : undefined;
}
