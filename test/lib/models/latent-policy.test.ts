import {expect, test} from "vitest";
import {LatentPolicy} from "../../../lib/models/latent-policy.js";
import {Random} from "../../../lib/random.js";

const [size, count] = [2, 64];

/** Steps up `reward` of a code. */
function trained(
  reward: (code: Float32Array) => number,
  {steps, leash = 0, learningRate = 0.05}: {steps: number; leash?: number; learningRate?: number},
): LatentPolicy {
  const policy = new LatentPolicy(size);
  const random = new Random(3);
  for (let step = 0; step < steps; step++) {
    const noise = random.normals(count * size);
    const codes = policy.codes(noise);
    const rewards = Array.from({length: count}, (_, i) =>
      reward(codes.subarray(i * size, (i + 1) * size)),
    );
    policy.learn(noise, rewards, {leash, learningRate});
  }
  return policy;
}

test("at first it is what the generator was made for", () => {
  const policy = new LatentPolicy(size);
  expect(policy.divergence()).toBe(0);
  const noise = Float32Array.of(1, -2);
  expect(policy.codes(noise)).toEqual(noise);
});

test("it finds where the reward is highest, and gets sure of it", () => {
  const policy = trained(([x, y]) => -((x! - 2) ** 2) - (y! + 1) ** 2, {steps: 300});
  expect(policy.means[0]).toBeCloseTo(2, 0);
  expect(policy.means[1]).toBeCloseTo(-1, 0);
  expect(Math.max(...policy.deviations)).toBeLessThan(0.3);
});

test("of a straight reward, the leash lets the mean go as far as slope by leash, and the spread stay", () => {
  const policy = trained(([x]) => 0.8 * x!, {steps: 600, leash: 0.4, learningRate: 0.02});
  expect(Math.abs(policy.means[0]! - 2)).toBeLessThan(0.35);
  expect(Math.abs(policy.means[1]!)).toBeLessThan(0.35);
  expect(Math.abs(policy.deviations[0]! - 1)).toBeLessThan(0.25);
  const [mean, deviation] = [policy.means, policy.deviations];
  const byHand = [0, 1].map(
    (i) => (mean[i]! ** 2 + deviation[i]! ** 2 - 1) / 2 - Math.log(deviation[i]!),
  );
  expect(policy.divergence()).toBeCloseTo(byHand[0]! + byHand[1]!, 9);
});

test("no reward moves nothing but chance, and the leash pulls back", () => {
  const away = trained(([x]) => x!, {steps: 40});
  const far = away.divergence();
  expect(far).toBeGreaterThan(0.5);
  const noise = new Random(1).normals(count * size);
  for (let step = 0; step < 60; step++)
    away.learn(noise, new Float64Array(count), {leash: 1, learningRate: 0.05});
  expect(away.divergence()).toBeLessThan(far / 4);
});

test("put back, it goes on bit-equal", () => {
  const policy = trained(([x]) => x!, {steps: 5});
  const other = new LatentPolicy(size);
  other.restore(structuredClone(policy.state()));
  const noise = new Random(2).normals(count * size);
  for (const each of [policy, other])
    each.learn(noise, noise.subarray(0, count), {leash: 0.1, learningRate: 0.05});
  expect(other.state()).toEqual(policy.state());
  expect(() => other.restore({})).toThrow(/missing array: policy\/values/);
  expect(other.state()).toEqual(policy.state());
});
