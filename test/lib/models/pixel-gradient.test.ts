import {expect, test} from "vitest";
import {gradientTimesInput, pixelGradient} from "../../../lib/models/pixel-gradient.js";
import {plainClassifier} from "../../../lib/models/plain-classifier.js";
import {Random} from "../../../lib/random.js";
import {pictureAt, reference, weights} from "./saliency-reference.js";

const classify = plainClassifier(weights);
const gradientOf = pixelGradient(weights);

test.each(reference.maps)("is PyTorch's, for picture $index and class $kind", (expected) => {
  const picture = pictureAt(expected.index);
  const gradient = gradientOf(classify(picture), expected.kind);
  const times = gradientTimesInput(picture, gradient);
  const size = gradient.reduce((sum, value) => sum + Math.abs(value), 0);
  expect(size / expected.gradientSize).toBeCloseTo(1, 4);
  for (const [i, place] of reference.places.entries()) {
    expect(gradient[place]).toBeCloseTo(expected.gradient[i]!, 4);
    expect(times[place]).toBeCloseTo(expected.timesInput[i]!, 4);
  }
});

test("is the slope of the logit: a step forth and back along each of some pixels", () => {
  // In noise, since in flat black four pixels share a maximum, and a step makes another of them the largest.
  const step = 0.002;
  const noise = new Random(2).normals(784);
  const picture = pictureAt(42).map((value, i) => value + 0.1 * noise[i]!);
  const gradient = gradientOf(classify(picture), 2);
  const logit = (place: number, by: number) => {
    const moved = picture.slice();
    moved[place]! += by;
    return classify(moved).logits.data[2]!;
  };
  const places = [...new Random(1).permutation(784).subarray(0, 60)];
  const errors = places.map((place) =>
    Math.abs((logit(place, step) - logit(place, -step)) / (2 * step) - gradient[place]!),
  );
  const size = places.reduce((sum, place) => sum + Math.abs(gradient[place]!), 0) / 60;
  expect(size).toBeGreaterThan(0.05);
  expect(Math.max(...errors)).toBeLessThan(0.005);
});

test("times input is nothing where the picture is black", () => {
  expect([...gradientTimesInput(Float32Array.of(-1, 0, 1), Float32Array.of(3, 3, 3))]).toEqual([
    0, 3, 6,
  ]);
});

test("a class that there is not and a missing weight are named", () => {
  const outputs = classify(pictureAt(0));
  expect(() => gradientOf(outputs, 10)).toThrow("invalid class: 10 (a whole number from 0 to 9)");
  expect(() => pixelGradient({})(outputs, 0)).toThrow("missing weight: logits/kernel");
});
