import {beforeAll, expect, test} from "vitest";
import {afterOwnLeap} from "../../../../lib/models/flow/own-leap.js";
import {Random} from "../../../../lib/random.js";
import * as tf from "../../../../lib/tf.js";
import {startWasm} from "../../../wasm.js";

beforeAll(startWasm);

const [pictures, noise] = [
  [1, 2, 3, 4, 5, 6, 7, 8],
  [-1, 0, 1, 0.5, 2, -2, 0.25, 1],
];
const told = [1, 0, 0, 1, 1, 0, 0, 1];
const times = [0, 0.5, 0.75, 0.5];

/** Four rows of two numbers; the flow says of a row its numbers and what it is told. */
async function drawn(rowTimes: readonly number[] = times) {
  const asked: unknown[] = [];
  const pairs = afterOwnLeap(
    async () => ({
      x: tf.tensor(pictures, [4, 2, 1]),
      noise: tf.tensor(noise, [4, 2, 1]),
      times: tf.tensor1d([...rowTimes]),
      condition: tf.tensor2d(told, [4, 2]),
    }),
    {
      async denoise(x, t, condition) {
        asked.push([[...x], t, [...condition!]]);
        return x.map((value, i) => value + 10 * condition![i]!);
      },
    },
    0.5,
  );
  const batch = {x: tf.scalar(0)};
  const rows = await pairs(batch, new Random(1), 0);
  const made = [...(await rows.noise!.data())];
  const {shape} = rows.noise!;
  tf.dispose([batch.x, ...Object.values(rows)]);
  return {made, shape, asked};
}

test("the flow is asked once, at pure noise, for the rows that are looked at halfway", async () => {
  expect((await drawn()).asked).toEqual([[[1, 0.5, 0.25, 1], 0, [0, 1, 0, 1]]]);
});

test("halfway on its line such a row is where the flow's leap ends, and goes from there to the picture", async () => {
  const {made, shape} = await drawn();
  expect(shape).toEqual([4, 2, 1]);
  for (const row of [1, 3])
    for (const j of [0, 1]) {
      const i = 2 * row + j;
      const said = noise[i]! + 10 * told[i]!;
      const reached = noise[i]! + 0.5 * said;
      expect(0.5 * pictures[i]! + 0.5 * made[i]!).toBeCloseTo(reached, 5);
      expect(pictures[i]! - made[i]!).toBeCloseTo((pictures[i]! - reached) / 0.5, 5);
    }
});

test("other rows keep their noise, and without one halfway nobody is asked", async () => {
  const {made} = await drawn();
  for (const i of [0, 1, 4, 5]) expect(made[i]).toBe(noise[i]);
  const none = await drawn([0, 0.25, 0.75, 0.9]);
  expect(none.asked).toEqual([]);
  expect(none.made).toEqual(noise);
});

test("no tensor is left behind", async () => {
  await drawn();
  const before = tf.memory().numTensors;
  await drawn();
  expect(tf.memory().numTensors).toBe(before);
});
