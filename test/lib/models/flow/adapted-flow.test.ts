import {afterAll, beforeAll, expect, test} from "vitest";
import {AdaptedFlow} from "../../../../lib/models/flow/adapted-flow.js";
import {straightPath} from "../../../../lib/models/flow/path.js";
import {uNet} from "../../../../lib/models/flow/unet.js";
import {Random} from "../../../../lib/random.js";
import * as tf from "../../../../lib/tf.js";
import {startWasm} from "../../../wasm.js";

const shape = {side: 4, channels: 1, width: 4, blocks: 1, timeSize: 4, classes: 3};
const told = {groupWidth: 1, told: "after norm"} as const;

/** A network whose last layer says something: a trained one does. */
function network() {
  const made = uNet({...shape, ...told}, new Random(3));
  const chance = new Random(4);
  tf.tidy(() =>
    made.setWeights(
      made.weights.map((weight) =>
        weight.originalName === "last/kernel"
          ? tf.tensor(
              chance.normals(36).map((value) => value / 4),
              [3, 3, 4, 1],
            )
          : weight.read(),
      ),
    ),
  );
  return made;
}

const made = (rank = 2) =>
  new AdaptedFlow(
    {
      ...{network: network(), drawer: network(), rank, path: straightPath},
      ...{kind: "velocity", timeDraw: "logit-normal", learningRate: 0.02, decaySteps: 0},
    } as const,
    new Random(1),
  );

const chance = new Random(5);
const points = chance.normals(6 * 16);
const condition = Float32Array.from({length: 18}, (_, i) =>
  i % 3 === Math.floor(i / 9) + 1 ? 1 : 0,
);
const batch = () => ({
  x: tf.tensor(points, [6, 4, 4, 1]),
  condition: tf.tensor2d(condition, [6, 3]),
});
const newClass = new Float32Array(18).map((_, i) => (i % 3 === 2 ? 1 : 0));
const oldClass = new Float32Array(18).map((_, i) => (i % 3 === 0 ? 1 : 0));
const said = (model: AdaptedFlow, strength: number, asked = oldClass) => {
  model.drawAt(strength);
  return model.denoiser(asked)(points, 0.5);
};

async function taught(model: AdaptedFlow, steps: number, random = new Random(2)) {
  const given = batch();
  for (let i = 0; i < steps; i++) await model.step(given, random);
  tf.dispose(Object.values(given));
  return model;
}

let model: AdaptedFlow;
let first: Float32Array;
beforeAll(async () => {
  await startWasm();
  model = made();
  first = await said(model, 1);
  await taught(model, 5);
});
afterAll(() => model.dispose());

test("a strength of 0 draws what the network drew before, to the bit; 1 does not, and half lies elsewhere", async () => {
  expect(await said(model, 0)).toEqual(first);
  const whole = await said(model, 1);
  expect(whole).not.toEqual(first);
  expect(await said(model, 0.5)).not.toEqual(whole);
  expect(() => model.drawAt(Number.NaN)).toThrow(/invalid strength/);
});

test("a rank of 0 learns the row of the new class alone: the others are drawn as before, to the bit", async () => {
  const plain = made(0);
  const before = [await said(plain, 1), await said(plain, 1, newClass)];
  await taught(plain, 3);
  expect(plain.adapterSize).toBe(16);
  expect(await said(plain, 1)).toEqual(before[0]);
  expect(await said(plain, 1, newClass)).not.toEqual(before[1]);
  plain.dispose();
});

test("drawing at a strength of 1 is what the network that learns says", async () => {
  const [state, drawn] = [await model.state(), await said(model, 1)];
  const other = made();
  other.restore(state);
  expect(await said(other, 1)).toEqual(drawn);
  other.dispose();
});

test("it learns: its loss falls, and only the adapter's numbers are in a state", async () => {
  const fresh = made();
  const given = batch();
  const losses: number[] = [];
  for (let i = 0; i < 30; i++) losses.push((await fresh.step(given, new Random(9))).loss);
  expect(losses.at(-1)).toBeLessThan(0.9 * losses[0]!);
  tf.dispose(Object.values(given));
  const numbers = Object.entries(await fresh.state())
    .filter(([name]) => !/\/(m|v|steps)$/.test(name))
    .reduce((sum, [, {data}]) => sum + data.length, 0);
  expect(numbers).toBe(fresh.adapterSize);
  expect(() => fresh.restore({})).toThrow(/missing array/);
  fresh.dispose();
});

test("a step leaves no tensor behind, and freeing frees all", async () => {
  const before = tf.memory().numTensors;
  const other = await taught(made(), 1);
  const between = tf.memory().numTensors;
  await taught(other, 2);
  expect(tf.memory().numTensors).toBe(between);
  other.dispose();
  expect(tf.memory().numTensors).toBe(before);
});
