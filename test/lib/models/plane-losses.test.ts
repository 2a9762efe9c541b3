import {afterEach, beforeAll, expect, test} from "vitest";
import {trainableWeights} from "../../../lib/models/descent.js";
import {flatNumbers} from "../../../lib/models/flat-weights.js";
import {type LayeredOptions, layeredNetwork} from "../../../lib/models/layered-network.js";
import {networkLoss} from "../../../lib/models/network-race.js";
import {pathLosses, planeLosses} from "../../../lib/models/plane-losses.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

const shape: LayeredOptions = {
  ...{side: 2, layers: 1, width: 3, outputs: 2},
  ...({activation: "relu", gain: 1} as const),
};
const pictures = [
  [0.5, -1, 0.25, 1],
  [-0.5, 0.75, 1, -0.25],
];
const labels = [1, 0];

/** The mean cross-entropy of the network with weights `w`, in plain arithmetic. */
function lossAt(w: ArrayLike<number>): number {
  const losses = pictures.map((x, i) => {
    const hidden = [0, 1, 2].map((j) =>
      Math.max(
        0,
        x.reduce((sum, v, k) => sum + v * w[3 * k + j]!, w[12 + j]!),
      ),
    );
    const logits = [0, 1].map((j) =>
      hidden.reduce((sum, v, k) => sum + v * w[15 + 2 * k + j]!, w[21 + j]!),
    );
    return Math.log(logits.reduce((sum, v) => sum + Math.exp(v), 0)) - logits[labels[i]!]!;
  });
  return (losses[0]! + losses[1]!) / 2;
}

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

test("heights are the losses of moved weights, and that of the centre is its own to the bit", async () => {
  const [own, moved] = [1, 2].map((seed) => layeredNetwork(shape, new Random(seed)));
  const batch = {
    x: tf.tensor4d(pictures.flat(), [2, 2, 2, 1]),
    label: tf.tensor1d(labels, "int32"),
  };
  const centre = await flatNumbers(trainableWeights(own!));
  const [across, up] = [5, 6].map((seed) => Float64Array.from(new Random(seed).normals(23)));
  const tensors = tf.memory().numTensors;
  const {data} = await planeLosses(
    moved!,
    {centre, across: across!, up: up!},
    {extent: 1.5, nodes: 5},
    () => networkLoss(moved!, batch),
  );
  expect(tf.memory().numTensors).toBe(tensors);
  for (let row = 0; row < 5; row++)
    for (let column = 0; column < 5; column++) {
      const [a, b] = [0.75 * (column - 2), 0.75 * (row - 2)];
      const there = centre.map((w, i) => w + a * across![i]! + b * up![i]!);
      expect(data[5 * row + column], `${a}, ${b}`).toBeCloseTo(lossAt(there), 5);
    }
  const [itself] = await pathLosses(own!, [centre], () => networkLoss(own!, batch));
  expect(data[12]).toBe(itself);
  tf.dispose([batch.x, batch.label]);
  own!.dispose();
  moved!.dispose();
});
