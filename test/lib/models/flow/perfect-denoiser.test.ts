import {describe, expect, test} from "vitest";
import {findPointSet} from "../../../../lib/datasets/points.js";
import {
  wassersteinDistance,
  wassersteinFloor,
} from "../../../../lib/metrics/wasserstein-distance.js";
import {pathNamed, straightPath} from "../../../../lib/models/flow/path.js";
import {perfectDenoiser, perfectWeights} from "../../../../lib/models/flow/perfect-denoiser.js";
import {samplers} from "../../../../lib/models/flow/samplers.js";
import {lastOf} from "../../../../lib/models/flow/sampling.js";
import {timesOf} from "../../../../lib/models/flow/times.js";
import {Random} from "../../../../lib/random.js";
import reference from "../../../reference/flow.json" with {type: "json"};
import {expectClose} from "./close.js";

const points = Float32Array.from(reference.points);
const mixture = {data: Float32Array.from(reference.centres), size: 2, spread: reference.spread};

test.each(reference.clean)(
  "of a mixture it is NumPy's, on $path at $t",
  async ({path, t, clean}) => {
    expectClose(await perfectDenoiser(mixture, pathNamed(path))(points, t), clean);
  },
);

describe("a mixture of Gaussians comes back from noise", () => {
  const count = 200;
  const draw = (random: Random) =>
    Float32Array.from({length: count}, () => random.integer(3)).reduce(
      (all, k, i) => {
        for (const j of [0, 1])
          all[2 * i + j] = mixture.data[2 * k + j]! + mixture.spread * random.normal();
        return all;
      },
      new Float32Array(2 * count),
    );
  const chance = new Random(8);
  const floor = wassersteinFloor(() => draw(chance));

  test.each(["euler", "heun", "ddim", "ddpm"] as const)("by %s", async (name) => {
    const random = new Random(5);
    const path = straightPath;
    const made = await lastOf(
      samplers[name]({
        denoise: perfectDenoiser(mixture, path),
        kind: "clean",
        path,
        times: timesOf(40),
        start: random.normals(2 * count),
        random,
      }),
    );
    const distance = wassersteinDistance(made, draw(new Random(6)));
    expect(distance).toBeLessThan(1.15 * floor.high);
    expect(distance).toBeGreaterThan(0.5 * floor.low);
  });
});

describe("the optimum of a data set", () => {
  const size = 64;
  const data = Float32Array.from(new Random(2).normals(40 * size), (value) => (value > 0 ? 1 : -1));

  test.each(["euler", "ddim", "heun", "ddpm"] as const)(
    "followed by %s, ends at one of its pictures in at least 99 of 100 runs",
    async (name) => {
      const random = new Random(9);
      const made = await lastOf(
        samplers[name]({
          denoise: perfectDenoiser({data, size}, straightPath),
          kind: "clean",
          path: straightPath,
          times: timesOf(20),
          start: random.normals(100 * size),
          random,
        }),
      );
      const far = Array.from({length: 100}, (_, i) =>
        made.subarray(i * size, (i + 1) * size),
      ).filter((picture) => nearest(picture) > 1e-3);
      expect(far.length).toBeLessThanOrEqual(1);
    },
  );

  test("in the plane too, where pictures are points and lie close together", async () => {
    const spiral = findPointSet("spiral")(new Random(1), 100);
    const random = new Random(9);
    const made = await lastOf(
      samplers.euler({
        denoise: perfectDenoiser({data: spiral, size: 2}, straightPath),
        kind: "clean",
        path: straightPath,
        times: timesOf(60, "quadratic"),
        start: random.normals(200),
        random,
      }),
    );
    const ends = Array.from({length: 100}, (_, i) =>
      Math.min(
        ...Array.from({length: 100}, (_, k) =>
          Math.hypot(made[2 * i]! - spiral[2 * k]!, made[2 * i + 1]! - spiral[2 * k + 1]!),
        ),
      ),
    );
    expect(ends.filter((distance) => distance > 1e-3).length).toBeLessThanOrEqual(1);
  });

  /** Root mean square. */
  function nearest(picture: Float32Array): number {
    const distances = Array.from({length: data.length / size}, (_, k) =>
      Math.sqrt(picture.reduce((sum, v, i) => sum + (v - data[k * size + i]!) ** 2, 0) / size),
    );
    return Math.min(...distances);
  }
});

test("noise alone has the mean of the pictures behind it, a picture itself", async () => {
  const centres = {data: Float32Array.of(1, 0, -0.5, 0.6), size: 2};
  const denoise = perfectDenoiser(centres, straightPath);
  expectClose(await denoise(Float32Array.of(3, -2), 0), [0.25, 0.3]);
  expectClose(await denoise(Float32Array.of(0.9, 0.1), 1), [1, 0]);
});

test("weights are a softmax over squared distances, by hand", () => {
  const weigh = perfectWeights({data: Float32Array.of(0, 1), size: 1}, straightPath);
  // At t = 1/2: distances from 0 and 1/2 to 1/8, squared, over 2 / 4.
  const ratio = Math.exp(-((0.375 ** 2 - 0.125 ** 2) / 0.5));
  const [first, second] = weigh(Float32Array.of(0.125), 0.5);
  expect(second! / first!).toBeCloseTo(ratio, 12);
  expect(first! + second!).toBeCloseTo(1, 14);
  expect([...weigh(Float32Array.of(0.7), 1)]).toEqual([0, 1]);
});

test("sizes that do not fit are refused", async () => {
  const of = (data: number[], size: number, spread?: number) => () =>
    perfectDenoiser(
      {data: Float32Array.from(data), size, ...(spread !== undefined && {spread})},
      straightPath,
    );
  expect(of([], 2)).toThrow("invalid centres: 0 values of size 2");
  expect(of([1, 2, 3], 2)).toThrow("invalid centres: 3 values of size 2");
  expect(of([1, 2], 2, -1)).toThrow("invalid spread: -1 (a number, 0 or more)");
  await expect(of([1, 2], 2)()(Float32Array.of(1), 0.5)).rejects.toThrow("a multiple of 2");
});
