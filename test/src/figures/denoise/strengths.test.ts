import {expect, test} from "vitest";
import {mixtureText, ratioText, strengthText} from "../../../../src/figures/denoise/noise-text.js";
import {mixtures} from "../../../../src/figures/denoise/strengths.js";

test("a picture is mixed with noise in each of the strengths, and cut off at black and white", () => {
  const image = {data: Uint8Array.of(255, 0), shape: [1, 1, 2, 1]} as const;
  const noise = Float32Array.of(0.2, 3, 9);
  const mixed = mixtures(image, noise, [
    {signal: 1, noise: 0},
    {signal: 0, noise: 1},
    {signal: 0.5, noise: 0.5},
  ]);
  expect(mixed.shape).toEqual([3, 1, 2, 1]);
  expect([...mixed.data]).toEqual([255, 0, 153, 255, 204, 255]);
});

test("strengths and their ratio in words", () => {
  const half = {signal: 0.5, noise: 0.25};
  expect(strengthText(half)).toBe("0.50 + 0.25");
  expect(mixtureText(half)).toBe("0.50 · picture + 0.25 · noise");
  expect(ratioText(half)).toBe("signal to noise 4.00");
  expect(ratioText({signal: 1, noise: 0})).toBe("no noise");
});
