import {expect, test} from "vitest";
import {cosineOf, perceptualDistance, textScore} from "../../../lib/metrics/feature-likeness.js";
import {bareSample, precise, reference, space} from "./evaluation-reference.js";

const made = bareSample(reference.made);
const real = bareSample(reference.real.slice(0, reference.made.length));

test("agree with NumPy to 1e-6, relative", () => {
  const {cosine} = reference.pairs;
  expect(Math.abs(textScore(real, made, space).value / cosine - 1)).toBeLessThan(precise);
  const distance = perceptualDistance(real, made, space).value;
  expect(Math.abs(distance / (2 - 2 * cosine) - 1)).toBeLessThan(precise);
});

test("pictures that fit their prompts score above swapped prompts, by far", () => {
  const prompts = bareSample(
    Array.from({length: 8 * 6}, (_, i) => (i % 6 === Math.floor(i / 6) % 6 ? 1 : 0.1)),
  );
  const {value, floor} = textScore(prompts, prompts, space);
  expect(value).toBeCloseTo(1, 6);
  expect(floor.high).toBeLessThan(0.6);
});

test("length does not matter, and zeros have no angle", () => {
  expect(cosineOf(Float32Array.of(1, 2), Float32Array.of(10, 20))).toBeCloseTo(1, 6);
  expect(cosineOf(Float32Array.of(1, 2), Float32Array.of(0, 0))).toBeUndefined();
});
