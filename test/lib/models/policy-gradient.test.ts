import {beforeAll, describe, expect, test} from "vitest";
import {
  type PolicyBatch,
  policyGradientLoss,
  policyOf,
} from "../../../lib/models/policy-gradient.js";
import * as tf from "../../../lib/tf.js";
import reference from "../../reference/policy-gradient.json";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);

const shape: [number, number] = [reference.actions.length, reference.count];
const logits = (values: readonly number[] = reference.logits) => tf.tensor2d([...values], shape);

function lossOf(logits: tf.Tensor, batch: PolicyBatch): tf.Scalar {
  return policyGradientLoss(logits as tf.Tensor2D, policyOf(logits as tf.Tensor2D), batch);
}

function batchOf(advantages: readonly number[], entropyWeight: number): PolicyBatch {
  return {
    actions: tf.tensor1d(reference.actions, "int32"),
    advantages: tf.tensor1d([...advantages]),
    episodes: reference.episodes,
    entropyWeight,
  };
}

function expectClose(values: ArrayLike<number>, expected: readonly number[], tolerance = 3e-6) {
  expect(values.length).toBe(expected.length);
  for (const [i, value] of expected.entries())
    expect(Math.abs(values[i]! - value)).toBeLessThan(tolerance * Math.max(1, Math.abs(value)));
}

describe("the loss of a policy", () => {
  test.each(reference.cases)(
    "and its slope equal PyTorch's: gamma $gamma, entropy $entropyWeight",
    async ({advantages, entropyWeight, loss, gradient}) => {
      const batch = batchOf(advantages, entropyWeight);
      expectClose(await lossOf(logits(), batch).data(), [loss]);
      const slope = tf.grad((x) => lossOf(x, batch))(logits());
      expectClose(await slope.data(), gradient);
    },
  );

  test("its slope is what small changes of each logit do", async () => {
    const {advantages, entropyWeight} = reference.cases.at(-1)!;
    const batch = batchOf(advantages, entropyWeight);
    const slope = await tf
      .grad((x) => lossOf(x, batch))(logits())
      .data();
    const h = 1 / 64;
    for (let i = 0; i < reference.logits.length; i += 5) {
      const at = async (change: number) => {
        const moved = reference.logits.map((value, k) => (k === i ? value + change : value));
        return (await lossOf(logits(moved), batch).data())[0]!;
      };
      const difference = ((await at(h)) - (await at(-h))) / (2 * h);
      expect(Math.abs(difference - slope[i]!), `logit ${i}`).toBeLessThan(1e-3);
    }
  });

  test("pulls a stroke up that did better than expected, and down one that did worse", async () => {
    const one = async (advantage: number) => {
      const batch = {
        actions: tf.tensor1d([1], "int32"),
        advantages: tf.tensor1d([advantage]),
        episodes: 1,
        entropyWeight: 0,
      };
      const grad = tf.grad((x) => lossOf(x, batch));
      return [...(await grad(tf.zeros([1, 4])).data())];
    };
    expect(await one(2)).toEqual([0.5, -1.5, 0.5, 0.5]);
    expect(await one(-2)).toEqual([-0.5, 1.5, -0.5, -0.5]);
    expect((await one(0)).every((value) => Math.abs(value) === 0)).toBe(true);
  });

  test("entropies equal PyTorch's; of four equal ones it is log 4", async () => {
    expectClose(await policyOf(logits()).entropies.data(), reference.entropies);
    const [even] = await policyOf(tf.zeros<tf.Rank.R2>([1, 4])).entropies.data();
    expect(even).toBeCloseTo(Math.log(4), 6);
  });
});

/** All four outcomes of one choice among four, each with its probability: the estimate's mean and variance, exactly. */
async function momentsOf(pi: readonly number[], rewards: readonly number[], baseline: number) {
  const rows = await Promise.all(
    pi.map(async (_, action) => {
      const batch = {
        actions: tf.tensor1d([action], "int32"),
        advantages: tf.tensor1d([rewards[action]! - baseline]),
        episodes: 1,
        entropyWeight: 0,
      };
      const x = tf.tensor2d([pi.map(Math.log)]);
      const grad = tf.grad((x) => lossOf(x, batch));
      return Array.from(await grad(x).data());
    }),
  );
  const mean = pi.map((_, k) => rows.reduce((sum, row, a) => sum + pi[a]! * row[k]!, 0));
  const square = rows.reduce(
    (sum, row, a) => sum + pi[a]! * row.reduce((total, g) => total + g * g, 0),
    0,
  );
  return {mean, variance: square - mean.reduce((sum, value) => sum + value * value, 0)};
}

describe("a baseline", () => {
  const pi = [0.1, 0.2, 0.3, 0.4];
  const rewards = [5, 6, 4, 7];

  test("leaves the mean of the gradient, which is that of the expected reward, and cuts its variance", async () => {
    const bare = await momentsOf(pi, rewards, 0);
    const expected = pi.reduce((sum, p, a) => sum + p * rewards[a]!, 0);
    const based = await momentsOf(pi, rewards, expected);
    bare.mean.forEach((value, k) => {
      expect(value).toBeCloseTo(based.mean[k]!, 5);
      expect(value).toBeCloseTo(-pi[k]! * (rewards[k]! - expected), 5);
    });
    expect(based.variance).toBeLessThan(bare.variance / 10);
  });
});
