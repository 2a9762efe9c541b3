/**
 * The height of a land that lies over a plane in the space of all weights w [P]: a network's loss, where its weights are put there.
 *
 *   w(a, b) = centre + a across + b up,   height(a, b) = loss(w(a, b))
 *
 * At (0, 0) the weights are those of the centre, to the bit.
 */
import type {NdArray} from "../array.js";
import * as tf from "../tf.js";
import {trainableWeights} from "./descent.js";
import {putNumbers} from "./flat-weights.js";

export interface WeightPlane {
  readonly centre: Float32Array;
  readonly across: Float64Array;
  readonly up: Float64Array;
}

export interface PlaneGrid {
  /** Both ways the plane goes from -extent to extent. */
  readonly extent: number;
  /** Along each edge. An odd number has one at the centre. */
  readonly nodes: number;
}

/** Heights [nodes, nodes], the first row lowest. The weights of `network`, of which `loss` [] is, are moved: it is made for this. */
export async function planeLosses(
  network: tf.LayersModel,
  {centre, across, up}: WeightPlane,
  {extent, nodes}: PlaneGrid,
  loss: () => tf.Scalar,
): Promise<NdArray<Float32Array>> {
  const at = (i: number) => (i === (nodes - 1) / 2 ? 0 : extent * ((2 * i) / (nodes - 1) - 1));
  const data = new Float32Array(nodes * nodes);
  for (let row = 0; row < nodes; row++) {
    const b = at(row);
    const places = Array.from({length: nodes}, (_, column) => {
      const a = at(column);
      return centre.map((w, i) => w + a * across[i]! + b * up[i]!);
    });
    data.set(await pathLosses(network, places, loss), row * nodes);
  }
  return {data, shape: [nodes, nodes]};
}

/** The loss at each of some places, vectors [P]. The weights of `network` are moved there. */
export async function pathLosses(
  network: tf.LayersModel,
  places: readonly Float32Array[],
  loss: () => tf.Scalar,
): Promise<Float32Array> {
  const weights = trainableWeights(network);
  const losses = tf.tidy(() =>
    tf.stack(
      places.map((place) => {
        putNumbers(weights, place);
        return loss();
      }),
    ),
  );
  const values = await losses.data<"float32">();
  losses.dispose();
  return Float32Array.from(values);
}
