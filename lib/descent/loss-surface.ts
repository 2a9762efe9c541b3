import type {NdArray} from "../array.js";
import {answerOf, type Example, lossOf, type SmallNetwork} from "./small-network.js";

export interface SurfaceOptions {
  readonly network: SmallNetwork;
  readonly examples: readonly Example[];
  readonly weights: readonly number[];
  /** The two weights that the surface lies over; all others stay as they are. */
  readonly across: number;
  readonly up: number;
  /** Both go from -extent to extent, in as many nodes. */
  readonly extent: number;
  readonly nodes: number;
}

/** The loss over two of the weights, [nodes, nodes], the first row lowest. */
export function lossSurface(options: SurfaceOptions): NdArray<Float32Array> {
  const {network, examples, across, up, extent, nodes} = options;
  const weights = [...options.weights];
  const at = (i: number) => -extent + (2 * extent * i) / (nodes - 1);
  const data = new Float32Array(nodes * nodes);
  for (let row = 0; row < nodes; row++)
    for (let column = 0; column < nodes; column++) {
      weights[across] = at(column);
      weights[up] = at(row);
      data[row * nodes + column] = lossOf(network, weights, examples);
    }
  return {data, shape: [nodes, nodes]};
}

/** The answer to each picture of two pixels, [nodes, nodes]: the first pixel grows from column to column, the second from row to row. */
export function answerField(
  network: SmallNetwork,
  weights: readonly number[],
  nodes: number,
): NdArray<Float32Array> {
  const data = Float32Array.from({length: nodes * nodes}, (_, i) =>
    answerOf(network, weights, [(i % nodes) / (nodes - 1), Math.floor(i / nodes) / (nodes - 1)]),
  );
  return {data, shape: [nodes, nodes]};
}
