import {describe, expect, test} from "vitest";
import {
  decibels,
  peakSignalToNoise,
  similarityOf,
  structuralSimilarity,
} from "../../../lib/metrics/structural-similarity.js";
import {precise, reference, space} from "./evaluation-reference.js";

const {shape, clear, noisy, ssim, psnr} = reference.pairs;
const sample = (bytes: readonly number[]) => ({
  pictures: {data: Uint8Array.from(bytes), shape},
  features: new Float32Array(shape[0] * space.size),
  probabilities: new Float32Array(0),
});

describe("against NumPy", () => {
  test("PSNR and SSIM of pairs agree to 1e-6, relative", () => {
    const [real, made] = [sample(clear), sample(noisy)];
    expect(Math.abs(peakSignalToNoise(real, made, space).value / psnr - 1)).toBeLessThan(precise);
    expect(Math.abs(structuralSimilarity(real, made, space).value / ssim - 1)).toBeLessThan(
      precise,
    );
  });
});

test("equal pictures have an SSIM of 1 and no PSNR", () => {
  const picture = Uint8Array.from(clear.slice(0, 14 * 13 * 2));
  expect(similarityOf(picture, picture, [1, 14, 13, 2])).toBeCloseTo(1, 12);
  expect(decibels(picture, picture)).toBeUndefined();
  const real = sample(clear);
  expect(() => peakSignalToNoise(real, real, space)).toThrow("equal in every pixel");
});

test("an error of one in every pixel is 48.13 dB", () => {
  expect(decibels(new Uint8Array(9).fill(7), new Uint8Array(9).fill(8))).toBeCloseTo(48.1308, 4);
});

test("pictures without room for a window are refused", () => {
  expect(() => similarityOf(new Uint8Array(100), new Uint8Array(100), [1, 10, 10, 1])).toThrow(
    "too small a picture for SSIM: 10 by 10 (at least 11 by 11)",
  );
});
