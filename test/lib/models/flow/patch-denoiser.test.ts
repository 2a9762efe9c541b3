import {expect, test} from "vitest";
import type {Images} from "../../../../lib/image.js";
import {patchDenoiser} from "../../../../lib/models/flow/patch-denoiser.js";
import {cosinePath, straightPath} from "../../../../lib/models/flow/path.js";
import {perfectDenoiser} from "../../../../lib/models/flow/perfect-denoiser.js";
import {Random} from "../../../../lib/random.js";

const random = new Random(5);
const [height, width, count] = [5, 6, 40] as const;
const size = height * width;
const pictures: Images = {
  data: random.normals(count * size),
  shape: [count, height, width, 1],
};

test("a patch that reaches over the whole picture gives the optimum of the set", async () => {
  const x = random.normals(3 * size);
  for (const path of [straightPath, cosinePath])
    for (const t of [0, 0.3, 0.9]) {
      const whole = await patchDenoiser(pictures, 2 * width - 1, path)(x, t);
      const perfect = await perfectDenoiser({data: pictures.data, size}, path)(x, t);
      for (const [i, value] of whole.entries()) expect(value).toBeCloseTo(perfect[i]!, 5);
    }
});

test("a patch of one pixel compares that pixel alone, by hand", async () => {
  const two: Images = {data: Float32Array.of(1, -1, -1, 1), shape: [2, 1, 2, 1]};
  const guess = await patchDenoiser(two, 1, straightPath)(Float32Array.of(0.5, 0), 0.5);
  const share = 1 / (1 + Math.exp(-2)); // distances 0 and 1, noise 1/2
  expect(guess[0]).toBeCloseTo(2 * share - 1, 6);
  expect(guess[1]).toBeCloseTo(0, 6);
});

test("a pixel sees what is in its patch, also at a corner, and nothing else", async () => {
  const denoise = patchDenoiser(pictures, 3, straightPath);
  const x = random.normals(size);
  const before = await denoise(x, 0.5);
  const changed = x.slice();
  changed[2 * width + 3]! += 1;
  const after = await denoise(changed, 0.5);
  for (let p = 0; p < size; p++) {
    const isNear = Math.abs(Math.floor(p / width) - 2) <= 1 && Math.abs((p % width) - 3) <= 1;
    expect(after[p] !== before[p], `pixel ${p}`).toBe(isNear);
  }
});

test("it leaves its input alone, and near the end its guess is a picture's own values", async () => {
  const chosen = pictures.data.slice(7 * size, 8 * size);
  const x = chosen.map((value) => 0.999 * value);
  const guess = await patchDenoiser(pictures, 3, straightPath)(x, 0.999);
  expect(x).toEqual(chosen.map((value) => 0.999 * value));
  for (const [i, value] of guess.entries()) expect(value).toBeCloseTo(chosen[i]!, 5);
});

test("what it cannot do is refused", async () => {
  expect(() => patchDenoiser(pictures, 4, straightPath)).toThrow("invalid patch: 4 (an odd");
  const colours: Images = {data: new Float32Array(12), shape: [1, 2, 2, 3]};
  expect(() => patchDenoiser(colours, 3, straightPath)).toThrow("invalid channels: 3 (1)");
  const denoise = patchDenoiser(pictures, 3, straightPath);
  await expect(denoise(new Float32Array(size), 1)).rejects.toThrow("invalid time: 1");
  await expect(denoise(new Float32Array(7), 0.5)).rejects.toThrow("invalid points: 7 values");
});
