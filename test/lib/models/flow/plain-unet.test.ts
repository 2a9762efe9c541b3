import {afterEach, beforeAll, expect, test} from "vitest";
import {askNetwork} from "../../../../lib/models/flow/ask-network.js";
import {plainUNet} from "../../../../lib/models/flow/plain-unet.js";
import {type UNetShape, uNet} from "../../../../lib/models/flow/unet.js";
import {namedVariables, readVariables} from "../../../../lib/models/model-state.js";
import {Random} from "../../../../lib/random.js";
import * as tf from "../../../../lib/tf.js";
import {startWasm} from "../../../wasm.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

const shape: UNetShape = {side: 14, channels: 1, width: 8, blocks: 2, timeSize: 6, classes: 0};

/** A network none of whose weights is 0, and its weights by name. */
async function made(others: Partial<UNetShape> = {}) {
  const network = uNet({...shape, ...others}, new Random(1));
  const random = new Random(2);
  const isFixed = (name: string) => name.includes("moving");
  const values = network.weights.map(({originalName, shape: sizes}) => {
    const count = tf.util.sizeFromShape(sizes as number[]);
    if (originalName.endsWith("moving_mean")) return tf.zeros(sizes as number[]);
    if (isFixed(originalName)) return tf.ones(sizes as number[]);
    return tf.mul(tf.tensor(random.normals(count), sizes as number[]), 0.2);
  });
  network.setWeights(values);
  const named = await readVariables(namedVariables(network, "net"));
  const weights = Object.fromEntries(
    Object.entries(named).map(([name, array]) => [name.slice("net/".length), array]),
  );
  return {network, weights};
}

test("says what the network of layers says", async () => {
  const {network, weights} = await made();
  const x = new Random(3).normals(2 * 196);
  for (const t of [0, 0.3, 0.9]) {
    const [plain, layers] = [await plainUNet(weights)(x, t), await askNetwork(network, x, t)];
    const scale = Math.max(...layers.map(Math.abs));
    for (const [i, value] of layers.entries())
      expect(Math.abs(plain[i]! - value) / scale, `${t}, ${i}`).toBeLessThan(1e-4);
  }
});

test("so it does of a class, with other norms, told after them", async () => {
  const form = {groupWidth: 1, told: "after norm"} as const;
  const {network, weights} = await made({...form, classes: 3});
  const [x, condition] = [new Random(4).normals(196), Float32Array.of(0, 1, 0)];
  const plain = await plainUNet(weights, {...form, condition})(x, 0.4);
  const layers = await askNetwork(network, x, 0.4, condition);
  const scale = Math.max(...layers.map(Math.abs));
  for (const [i, value] of layers.entries())
    expect(Math.abs(plain[i]! - value) / scale, `${i}`).toBeLessThan(1e-4);
  expect(() => plainUNet(weights, form)).toThrow(/invalid condition: 0 classes \(3\)/);
});

test("a missing weight, half a picture and a class for a network without are refused", async () => {
  const {weights} = await made();
  const {"up/kernel": _, ...rest} = weights;
  await expect(plainUNet(rest)(new Float32Array(196), 0.5)).rejects.toThrow(/missing weight: up/);
  await expect(plainUNet(weights)(new Float32Array(100), 0.5)).rejects.toThrow(
    /invalid points: 100/,
  );
  expect(() => plainUNet(weights, {condition: Float32Array.of(1)})).toThrow(/1 classes \(0\)/);
});
