import {expect, test} from "vitest";
import {featureStatistics, frechetDistance} from "../../../lib/metrics/frechet-distance.js";
import {frechetPull} from "../../../lib/metrics/frechet-pull.js";
import {Random} from "../../../lib/random.js";

const d = 5;
const random = new Random(3);
const mixed = (n: number, chance: Random) => {
  const raw = chance.normals(n * d);
  return raw.map((value, i) => value + 0.5 * raw[i - (i % d)]! + 0.2 * (i % d));
};
const real = featureStatistics(mixed(200, random.fork("real")), d);
const distanceOf = (features: Float32Array) =>
  frechetDistance(featureStatistics(features, d), real);

test("its distance is the Fréchet distance, its gradient that of finite differences", () => {
  const made = mixed(12, random.fork("made"));
  const {distance, gradient} = frechetPull(real)(made);
  expect(distance).toBeCloseTo(distanceOf(made), 9);
  const h = 2 ** -9;
  for (const i of [0, 7, 23, 59]) {
    const [up, down] = [made.slice(), made.slice()];
    up[i]! += h;
    down[i]! -= h;
    const slope = (distanceOf(up) - distanceOf(down)) / (up[i]! - down[i]!);
    expect(gradient[i], `${i}`).toBeCloseTo(slope, 4);
  }
});

test("against it the distance falls to nearly nothing", () => {
  const pull = frechetPull(real);
  let made = mixed(12, random.fork("start")).map((value) => 0.3 * value);
  const before = distanceOf(made);
  for (let step = 0; step < 200; step++) {
    const {gradient} = pull(made);
    made = made.map((value, i) => value - gradient[i]!);
  }
  expect(distanceOf(made)).toBeLessThan(before / 100);
});

test("pictures that do not vary at all are pulled, too, by finite numbers", () => {
  const {distance, gradient} = frechetPull(real)(new Float32Array(6 * d));
  expect(distance).toBeGreaterThan(0);
  expect(gradient.every(Number.isFinite)).toBe(true);
  expect(gradient.some((value) => value !== 0)).toBe(true);
});

test("what is not finite is refused", () => {
  expect(() => frechetPull(real)(new Float32Array(2 * d).fill(Number.NaN))).toThrow(/NaN/);
});
