import {afterEach, beforeAll, expect, test} from "vitest";
import {euler} from "../../../../lib/models/flow/flow-samplers.js";
import {kernelPass} from "../../../../lib/models/flow/kernel-pass.js";
import {bankedPairs, leapTime} from "../../../../lib/models/flow/pair-bank.js";
import {straightPath} from "../../../../lib/models/flow/path.js";
import {lastOf} from "../../../../lib/models/flow/sampling.js";
import {Teacher} from "../../../../lib/models/flow/teacher.js";
import {timesOf} from "../../../../lib/models/flow/times.js";
import {emptyUNet, uNet} from "../../../../lib/models/flow/unet.js";
import {Random} from "../../../../lib/random.js";
import * as tf from "../../../../lib/tf.js";
import {startWasm} from "../../../wasm.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

const shape = {side: 4, channels: 1, width: 4, blocks: 1, timeSize: 3, classes: 2};
const size = 16;
const [count, growth, rowCount] = [10, 4, 40];
const flow = {path: straightPath, kind: "velocity"} as const;

/** A network that says something, which a new one does not. */
function networkOf(seed: number): tf.LayersModel {
  const network = uNet(shape, new Random(seed));
  const random = new Random(seed);
  tf.tidy(() =>
    network.setWeights(
      network.getWeights().map((w) => tf.add(w, tf.tensor(random.normals(w.size), w.shape))),
    ),
  );
  return network;
}

function make(seed = 1) {
  const teacher = new Teacher(emptyUNet(shape), kernelPass);
  teacher.take(networkOf(seed));
  const pairs = bankedPairs({
    ...{teacher, flow, steps: 3, shape: [4, 4, 1], classes: 2, count, growth},
    ...{time: leapTime, random: new Random(5)},
  });
  /** The pairs of the step after `taken`, as rows. */
  const at = async (taken: number, seed = 7) => {
    const x = tf.zeros([rowCount, 4, 4, 1]);
    const drawn = await pairs({x}, new Random(seed), taken);
    const {x: made, ...others} = drawn;
    const rows = Object.entries({made, ...others}).map(([name, tensor]) => [
      name,
      tensor.dataSync<"float32">().slice(),
    ]);
    tf.dispose([x, ...Object.values(drawn)]);
    return Object.fromEntries(rows) as Record<
      "made" | "noise" | "condition" | "times",
      Float32Array
    >;
  };
  return {teacher, at};
}

const rowsOf = (data: Float32Array) =>
  Array.from({length: data.length / size}, (_, i) => `${data.slice(i * size, (i + 1) * size)}`);

test("a pair is noise and what the teacher, told its class, makes of it", async () => {
  const {teacher, at} = make();
  const {made, noise, condition} = await at(9);
  const steps = euler({
    ...{...flow, times: timesOf(3), start: noise, random: new Random(1)},
    denoise: (x, t) => teacher.ask(x, t, condition),
  });
  const expected = await lastOf(steps);
  for (const [i, value] of made.entries()) expect(value).toBeCloseTo(expected[i]!, 4);
  for (let i = 0; i < rowCount; i++) expect(condition[2 * i]! + condition[2 * i + 1]!).toBe(1);
});

test("with each step there are some more, until all are made", async () => {
  const {at} = make();
  const kinds = async (taken: number) => new Set(rowsOf((await at(taken)).noise));
  const first = await kinds(0);
  expect(first.size).toBeLessThanOrEqual(growth);
  const later = await kinds(1);
  expect(later.size).toBeGreaterThan(growth);
  for (const row of first) expect(later).toContain(row);
  expect((await kinds(50)).size).toBeLessThanOrEqual(count);
});

test("they follow from the teacher alone, whenever they are asked for", async () => {
  const [one, other] = [make(), make()];
  await one.at(0);
  await one.at(1, 8);
  expect(await one.at(2)).toEqual(await other.at(2));
});

test("of another teacher they are made anew", async () => {
  const [one, other] = [make(1), make(2)];
  const before = await one.at(2);
  one.teacher.restore(structuredClone(await other.teacher.state()));
  const after = await one.at(2);
  expect(after.noise).toEqual(before.noise);
  expect(after).toEqual(await other.at(2));
  expect(after.made).not.toEqual(before.made);
});

test("pairs are looked at where leaps begin, and anywhere", async () => {
  const random = new Random(3);
  const times = Array.from({length: 20000}, () => leapTime(random));
  const share = (holds: (t: number) => boolean) => times.filter(holds).length / times.length;
  expect(share((t) => t === 0)).toBeCloseTo(2 / 5, 1.8);
  expect(share((t) => t === 0.5)).toBeCloseTo(2 / 5, 1.8);
  expect(share((t) => t > 0 && t < 0.25)).toBeCloseTo(1 / 20, 1.8);
  expect(share((t) => t > 0.75 && t < 1)).toBeCloseTo(1 / 20, 1.8);
  const {times: drawn} = await make().at(9);
  expect(drawn).toHaveLength(rowCount);
  expect([...drawn].sort()).toEqual(expect.arrayContaining([0, 0.5]));
});

test("drawing leaves no tensor behind", async () => {
  const {at} = make();
  await at(0);
  const before = tf.memory().numTensors;
  await at(3);
  expect(tf.memory().numTensors).toBe(before);
});
