import {expect, test} from "vitest";
import {denoisingRun, type Way} from "../../../../src/figures/denoise/denoising-run.js";
import {
  heldOutDistances,
  heldOutText,
  laneSummary,
  sharedText,
  timeText,
} from "../../../../src/figures/denoise/denoising-text.js";

const training = {data: Uint8Array.of(0, 0, 255, 255), shape: [2, 1, 2, 1]} as const;
const noise = [Float32Array.of(1, 1), Float32Array.of(-1, -0.5)];

/** Two steps, and a guess that is always the noise turned round. */
const turning: Way = async function* (start) {
  yield {x: start, clean: start.map((value) => -value)};
  yield {x: start.map((value) => -value), clean: start.map((value) => -value)};
};

async function framesOf(ways: readonly Way[], breathe?: () => Promise<void>) {
  const all = [];
  for await (const frames of denoisingRun({training, ways, noise, ...(breathe && {breathe})}))
    all.push(frames);
  return all;
}

test("every lane has a frame at each time, with the training picture nearest to each guess", async () => {
  const all = await framesOf([turning, turning]);
  expect(all).toHaveLength(2);
  expect(all.every((frames) => frames.length === 2)).toBe(true);
  const [{noisy, guess, nearest, distances}] = all[0]! as [(typeof all)[0][0]];
  expect([...noisy.data]).toEqual([255, 255, 0, 64]);
  expect([...guess.data]).toEqual([0, 0, 255, 191]);
  expect(nearest).toEqual([0, 1]);
  expect(distances[0]).toBe(0);
  expect(distances[1]).toBeCloseTo(64 / 255 / Math.SQRT2, 6);
});

test("the page may breathe after each guess", async () => {
  let breaths = 0;
  await framesOf([turning], async () => {
    breaths++;
  });
  expect(breaths).toBe(4);
});

test("how open the choice among the training pictures still is", async () => {
  const [frames] = await framesOf([turning]);
  const among = (...shares: number[]) =>
    sharedText(frames![0]!, 0.5, () => Float64Array.from(shares));
  expect(among(0.25, 0.25, 0.25, 0.25)).toBe(
    "Each guess is a mean of about 4.0 training pictures.",
  );
  expect(among(1, 0, 0)).toBe("Each guess is a mean of about 1.0 training pictures.");
  expect(among(...Array<number>(1000).fill(0.001))).toContain("about 1,000 training");
});

test("times, distances, and what held-out pictures score", async () => {
  expect(timeText(10, 25)).toBe("t = 0.40");
  const [frames] = await framesOf([turning]);
  expect(laneSummary("Patches", frames![0]!)).toBe(
    "Patches: distances from the nearest training picture 0.000, 0.177",
  );
  const data = Uint8Array.from({length: 22}, (_, i) => 5 * Math.floor(i / 2));
  const heldOut = {data, shape: [11, 1, 2, 1]} as const;
  const {low, high} = heldOutDistances(heldOut, training);
  expect([low, high]).toEqual([5 / 255, 45 / 255]);
  expect(heldOutText(heldOut, training)).toContain("of 11 real pictures");
});
