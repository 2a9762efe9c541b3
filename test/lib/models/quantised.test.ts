import {describe, expect, test} from "vitest";
import {dequantise, quantise} from "../../../lib/models/quantised.js";
import {Random} from "../../../lib/random.js";

const kernel = {data: new Random(1).normals(3 * 3 * 4 * 8), shape: [3, 3, 4, 8]};
const bias = {data: Float32Array.of(0.1, -0.2), shape: [2]};

describe("quantise", () => {
  test("takes a quarter of the bytes for kernels and leaves biases as they are", () => {
    const packed = quantise({"conv/kernel": kernel, "conv/bias": bias});
    expect(packed["conv/kernel"]!.data).toBeInstanceOf(Uint8Array);
    expect(packed["conv/kernel/scale"]!.shape).toEqual([8]);
    expect(packed["conv/bias"]).toBe(bias);
  });

  test("comes back within half a step of each output's own scale", () => {
    // Outputs of very different size: one scale for all would lose the small ones.
    const data = kernel.data.map((w, i) => w * 10 ** -(i % 8));
    const packed = quantise({k: {data, shape: kernel.shape}});
    const back = dequantise(packed).k!;
    const scales = packed["k/scale"]!.data;
    expect(Object.keys(dequantise(packed))).toEqual(["k"]);
    data.forEach((w, i) => {
      expect(Math.abs(back.data[i]! - w)).toBeLessThanOrEqual(scales[i % 8]! * 0.500001);
    });
    expect(scales[7]!).toBeLessThan(1e-6);
  });

  test("keeps the largest weight of an output, zero and the sign exactly", () => {
    const data = Float32Array.of(1, -2, 0, 4, -0.5, -4);
    const back = dequantise(quantise({k: {data, shape: [3, 2]}})).k!.data;
    expect([back[0], back[3], back[2], back[5]]).toEqual([1, 4, 0, -4]);
  });

  test("an output whose weights are all 0 comes back as 0", () => {
    const back = dequantise(quantise({k: {data: new Float32Array(4), shape: [2, 2]}})).k!;
    expect([...back.data]).toEqual([0, 0, 0, 0]);
  });

  test("a second time changes nothing", () => {
    const once = dequantise(quantise({k: kernel}));
    const twice = dequantise(quantise(once));
    twice.k!.data.forEach((w, i) => {
      expect(w).toBeCloseTo(once.k!.data[i]!, 6);
    });
  });
});
