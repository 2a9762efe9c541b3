import {expect, test} from "vitest";
import {pictureNats} from "../../../../../src/experiments/shared/plane/picture-nats.js";

test("is the cross-entropy of each picture, by hand: a white pixel at a chance of 3/4, a grey one at 1/2", () => {
  const images = {data: Float32Array.of(1, 0, -1, -1), shape: [2, 1, 2, 1]} as const;
  const drawn = {data: Float32Array.of(0.5, 0, -1, 0.5), shape: [2, 1, 2, 1]} as const;
  const [first, second] = pictureNats(images, drawn);
  expect(first).toBeCloseTo(-Math.log(0.75) - Math.log(0.5), 6);
  expect(second, "surely black and right costs nothing").toBeCloseTo(-Math.log(0.25), 5);
});

test("a pixel that was surely wrong costs much, and no infinity", () => {
  const one = (value: number) => ({data: Float32Array.of(value), shape: [1, 1, 1, 1]}) as const;
  const [nats] = pictureNats(one(1), one(-1));
  expect(nats).toBeCloseTo(-Math.log(1e-7), 6);
});
