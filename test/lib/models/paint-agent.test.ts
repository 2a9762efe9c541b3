import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {NamedArrays} from "../../../lib/array.js";
import {lineDrawing} from "../../../lib/datasets/line-drawings.js";
import {PaintAgent, type PaintAgentOptions} from "../../../lib/models/paint-agent.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

const options: PaintAgentOptions = {
  width: 4,
  strokes: 4,
  rewarded: "each",
  learningRate: 0.01,
  discount: 0.5,
  exploration: 0.01,
  baseline: "learned",
};
const make = (seed = 1, changes: Partial<PaintAgentOptions> = {}) =>
  new PaintAgent({...options, ...changes}, new Random(seed));
let batch: tf.Tensor4D;

beforeAll(async () => {
  await startWasm();
  const values = [lineDrawing("cross"), lineDrawing("square")].flatMap((target) =>
    Array.from(target, (value) => 2 * value - 1),
  );
  batch = tf.tensor4d([...values, ...values, ...values, ...values], [8, 28, 28, 1]);
});
afterAll(() => batch.dispose());

async function stateAfter(model: PaintAgent, steps: number, random = new Random(9)) {
  for (let i = 0; i < steps; i++) await model.step({x: batch}, random);
  return model.state();
}

const weights = (state: NamedArrays) =>
  Object.entries(state).filter(([name]) => name.startsWith("policy/"));

describe("PaintAgent", () => {
  test("paints better after practice, and chooses between fewer strokes", async () => {
    const model = make(1, {width: 8});
    const random = new Random(3);
    const rewards: number[] = [];
    let [first, last] = [0, 0];
    for (let i = 0; i < 120; i++) {
      const {reward, choices} = await model.step({x: batch}, random);
      if (i === 0) first = choices!;
      last = choices!;
      rewards.push(reward!);
    }
    const mean = (values: number[]) => values.reduce((a, b) => a + b) / values.length;
    expect(first).toBeCloseTo(1568, 0);
    expect(mean(rewards.slice(0, 5)), "random strokes").toBeLessThan(-10);
    expect(mean(rewards.slice(-20)), "after 120 steps").toBeGreaterThan(10);
    expect(last).toBeLessThan(400);
    model.dispose();
  });

  test("its first step moves the last layer alone: that one begins at zero", async () => {
    const model = make();
    const before = await model.state();
    const after = await stateAfter(model, 1);
    for (const [name, {data}] of weights(after)) {
      const isMoved = data.some((value, i) => value !== before[name]!.data[i]);
      expect(isMoved, name).toBe(name.startsWith("policy/score"));
    }
    model.dispose();
  });

  test("a baseline makes the spread smaller, with the same strokes", async () => {
    const spreads = await Promise.all(
      (["none", "mean", "learned"] as const).map(async (baseline) => {
        const model = make(1, {learningRate: 0, baseline, discount: 1});
        const random = new Random(5);
        let total = 0;
        for (let i = 0; i < 8; i++) {
          const {spread} = await model.step({x: batch}, random);
          if (i > 0) total += spread!;
        }
        model.dispose();
        return total;
      }),
    );
    expect(spreads[1]).toBeLessThan(0.8 * spreads[0]!);
    expect(spreads[2]).toBeLessThan(1.02 * spreads[1]!);
  });

  test("without foresight a reward at the end moves the last stroke's policy alone", async () => {
    const moved = async (changes: Partial<PaintAgentOptions>) => {
      const model = make(1, {exploration: 0, baseline: "none", ...changes});
      const {spread} = await model.step({x: batch}, new Random(6));
      model.dispose();
      return spread;
    };
    // Of four strokes one has a weight: the sum of all rewards, as each has without a discount.
    const [last, all] = [
      await moved({rewarded: "end", discount: 0}),
      await moved({rewarded: "end", discount: 1}),
    ];
    expect(all / last).toBeCloseTo(2, 5);
    expect(await moved({discount: 0})).not.toBeCloseTo(last, 1);
  });

  test("goes on bit-equal from a state in another agent", async () => {
    const model = make();
    const random = new Random(4);
    const middle = structuredClone(await stateAfter(model, 3, random));
    const place = random.state();
    const end = await stateAfter(model, 3, random);
    const other = make(2);
    other.restore(middle);
    expect(await stateAfter(other, 3, Random.from(place))).toStrictEqual(end);
    model.dispose();
    other.dispose();
  });

  test("refuses a state that does not fit, and is as before", async () => {
    const model = make();
    const before = structuredClone(await model.state());
    const wide = make(1, {width: 6});
    const foreign = await wide.state();
    expect(() => model.restore(foreign)).toThrow(/invalid shape of policy\/see/);
    const {baseline: _, ...less} = before;
    expect(() => model.restore(less)).toThrow("missing array: baseline");
    expect(() => model.restore({...before, more: before["adam/m"]!})).toThrow("unknown array");
    expect(await model.state()).toStrictEqual(before);
    model.dispose();
    wide.dispose();
  });

  test("takes a new learning rate and a new exploration, and nothing else", async () => {
    const model = make();
    const before = await model.state();
    model.set("learningRate", 0);
    model.set("exploration", 0.1);
    expect(weights(await stateAfter(model, 1))).toStrictEqual(weights(before));
    expect(() => model.set("strokes", 4)).toThrow(
      "unknown live param: strokes (one of learningRate, exploration)",
    );
    expect(() => model.set("exploration", "much")).toThrow("invalid exploration: much");
    model.dispose();
  });

  test("refuses a batch of another shape", async () => {
    const model = make();
    const wrong = tf.zeros([2, 784]);
    await expect(model.step({x: wrong}, new Random(1))).rejects.toThrow(
      "invalid batch: [2,784] ([B, 28, 28, 1])",
    );
    wrong.dispose();
    model.dispose();
  });

  test("leaks no tensor, and leaves none when it is disposed of", async () => {
    const start = tf.memory().numTensors;
    const model = make();
    const random = new Random(1);
    await model.step({x: batch}, random);
    const before = tf.memory().numTensors;
    for (let i = 0; i < 3; i++) await model.step({x: batch}, random);
    expect(tf.memory().numTensors).toBe(before);
    model.dispose();
    expect(tf.memory().numTensors).toBe(start);
  });
});
