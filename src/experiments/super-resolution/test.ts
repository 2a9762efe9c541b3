import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import {type ByteImages, pick} from "../../lib/image.js";
import {decibels} from "../../lib/metrics/structural-similarity.js";
import {enlarging} from "../../lib/pipeline/enlarging.js";
import {textOf} from "../../lib/text-array.js";
import * as tf from "../../lib/tf.js";
import type {Setup} from "../../lib/training/setup.js";
import {rivalsOf, verdictText} from "./compared-text.js";
import {extremeCount, photographSide, side, superResolution} from "./experiment.js";
import {makeSuperResolution} from "./setup.js";
import {photographNames, shownCount, shownEmoji} from "./upscaler-params.js";

const make = setupMaker(superResolution, makeSuperResolution, {
  width: 8,
  layers: 1,
  batchSize: 4,
});
let setup: Setup;

beforeAll(async () => {
  await startWasm();
  setup = await make();
});
afterAll(() => setup.dispose());

/** As the page gets them. */
interface Shown {
  readonly emoji: ByteImages;
  readonly emojiMade: ByteImages;
  readonly photographs: ByteImages;
  readonly photographsMade: ByteImages;
  readonly gains: {readonly data: Float32Array};
  readonly names: {readonly data: Uint8Array; readonly shape: readonly number[]};
}
const shown = async (of: Setup) => (await of.snapshot()) as unknown as Shown;

test("it begins as bicubic, to the byte, and gains nothing", async () => {
  const {emoji, emojiMade, photographs, photographsMade, gains} = await shown(setup);
  expect(emoji.shape).toEqual([shownEmoji, side, side, 3]);
  expect(photographs.shape).toEqual([photographNames.length, photographSide, photographSide, 3]);
  expect(emojiMade).toEqual(enlarging(emoji, 2).base);
  expect(photographsMade).toEqual(enlarging(photographs, 2).base);
  expect([...gains.data]).toEqual(Array(shownCount).fill(0));
  const {scalars, floors} = await setup.measure();
  expect(scalars.gain).toBe(0);
  expect(scalars.right).toBe(0);
  expect(scalars.psnr).toBeGreaterThan(floors.psnr!.low);
  expect(scalars.psnr).toBeLessThan(floors.psnr!.high);
});

test("pictures that are looked at are of different kinds, each with its name", async () => {
  const names: unknown = JSON.parse(textOf((await shown(setup)).names));
  expect(new Set(names as string[]).size).toBe(shownEmoji);
});

test("without bicubic it begins with an even grey", async () => {
  const grey = await make({residual: false});
  expect(new Set((await shown(grey)).emojiMade.data)).toEqual(new Set([128]));
  grey.dispose();
});

test("after some steps, a measurement has every way's scores and the extreme gains in their order", async () => {
  const learned = await trained(await make({learningRate: 0.01}), 12);
  const {scalars, floors, intervals, arrays} = await learned.measure();
  const scores = [...arrays.scores!.data];
  expect(arrays.scores!.shape).toEqual([3, 2, 3]);
  for (let i = 0; i < scores.length; i += 3) {
    expect(scores[i]).toBeGreaterThanOrEqual(scores[i + 1]!);
    expect(scores[i]).toBeLessThanOrEqual(scores[i + 2]!);
  }
  expect(scores[6], "bicubic is nearer than nearest").toBeGreaterThan(scores[0]!);
  expect(scores[12]).toBeCloseTo(scalars.psnr!, 3);
  expect(scores[15]).toBeCloseTo(scalars.ssim!, 3);
  expect(scalars.gain, "paired differences have the mean of their difference").toBeCloseTo(
    scores[12]! - scores[6]!,
    3,
  );
  expect(scalars.better).toBeCloseTo((100 * scalars.right!) / scalars.count!, 10);
  const {gain} = intervals!;
  expect(gain!.low).toBeLessThanOrEqual(scalars.gain!);
  expect(gain!.high).toBeGreaterThanOrEqual(scalars.gain!);
  expect(floors.better!.low, "of two that are equally good").toBeLessThan(50);
  expect(floors.better!.high).toBeGreaterThan(50);
  const gains = [...arrays.extremeGains!.data];
  expect(gains).toEqual([...gains].sort((a, b) => a - b));
  const extremes = arrays.extremes as unknown as ByteImages;
  expect(extremes.shape[0]).toBe(6 * extremeCount);
  const [truth, base, made] = [0, 1, 2].map((i) => pick(extremes, [i]).data);
  expect(decibels(truth!, made!)! - decibels(truth!, base!)!).toBeCloseTo(gains[0]!, 3);
  learned.dispose();
});

test("a picture that the page asks about is enlarged, and one that it cannot be is refused", async () => {
  const tensors = tf.memory().numTensors;
  const image = pick((await shown(setup)).photographs, [0]);
  const {made} = (await setup.answers.enlarge!({image})) as unknown as {made: ByteImages};
  expect(made).toEqual(enlarging(image, 2).base);
  expect(tf.memory().numTensors).toBe(tensors);
  await expect(
    setup.answers.enlarge!({image: {data: image.data.slice(3), shape: [1, 64, 64, 3]}}),
  ).rejects.toThrow(
    "invalid image: 12285 values, [1,64,64,3] (bytes, [1, s, s, 3], s at most 128)",
  );
  await expect(setup.answers.enlarge!({})).rejects.toThrow("missing input: image");
});

test("who is nearer to the truth, in words", () => {
  const bicubic = {psnr: 24, ssim: 0.9};
  const words = (psnr: number | undefined, ssim: number) => verdictText({psnr, ssim}, bicubic);
  expect(words(25.5, 0.92)).toBe("The network is nearer, by 1.5 dB.");
  expect(words(23.8, 0.88)).toBe("Bicubic is nearer here, by 0.2 dB.");
  expect(words(24.6, 0.88)).toBe("The network is nearer, by 0.6 dB. SSIM says the opposite.");
  expect(words(24.01, 0.95)).toBe("As near to the truth as bicubic.");
  expect(words(undefined, 1)).toBe("The network is nearer, without any error.");
  expect(verdictText({psnr: undefined, ssim: 1}, {psnr: undefined, ssim: 1})).toBe(
    "As near to the truth as bicubic.",
  );
});

test("rivals are scored against the truth", () => {
  const truth = {
    data: Uint8Array.from({length: 768}, (_, i) => 16 * (Math.floor(i / 3) % 16)),
    shape: [1, 16, 16, 3],
  } as const;
  const {nearest, bicubic} = rivalsOf(truth, 2);
  expect(nearest.closeness.psnr, "each pixel of a ramp is 8 levels off").toBeCloseTo(30.07, 2);
  expect(bicubic.closeness.psnr).toBeGreaterThan(nearest.closeness.psnr!);
});
