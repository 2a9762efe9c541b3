import {expect, test} from "vitest";
import {dataFile, dataFiles} from "../../../../data/data-file.js";
import {digits} from "../../../../lib/datasets/digits.js";
import {imageDataset} from "../../../../lib/datasets/image-dataset.js";
import {type ByteImages, halved, pick, toBytes, toFloats} from "../../../../lib/image.js";
import {triedDetector} from "../../../../lib/provenance/detector-trial.js";
import {foundIn} from "../../../../lib/provenance/watermark-trial.js";
import {unpackJudged} from "../../../../lib/questions/judged-pictures.js";
import {Random} from "../../../../lib/random.js";
import {
  detectorFiles,
  foundByFirst,
  foundByMaker,
  foundByOwn,
  madeCount,
  shareNumbers,
} from "../../../../src/experiments/shared/detector-shares.setup.js";

const files = dataFiles(...detectorFiles);
const train = imageDataset(digits, dataFile("digits-train")).images;
/** Real digits that the page's detectors know nothing of. */
const real = pick(
  train,
  Array.from({length: madeCount.ten}, (_, i) => 4000 + i),
);

/** A trace in the black, as a careless generator leaves it. */
function withTrace({data, shape}: ByteImages): ByteImages {
  const random = new Random(1);
  return {data: data.map((value) => Math.max(value, Math.round(8 + random.uniform()))), shape};
}

test("what bears a trace is found by all that have learned from it, and real digits are not", () => {
  const {own, real: alarms, ...others} = foundByOwn("gan-digits", withTrace(real), files);
  expect(own).toMatchObject({found: 100, low: 100, high: 100});
  expect(own!.error).toBeLessThan(0.05);
  // The limit lets 5 % of others be found.
  expect(alarms!.found).toBeGreaterThan(2);
  expect(alarms!.found).toBeLessThan(10);
  expect(Object.keys(others).sort()).toEqual(["diffusion-digits", "picture-tokens", "vae-digits"]);
});

test("real digits given out as made are found hardly more often than real ones are", () => {
  const {low, found, high, error} = foundByMaker("vae-digits", real, files);
  expect(found).toBeLessThan(15);
  expect(low).toBeLessThan(found);
  expect(high).toBeGreaterThan(found);
  // Half of what it is asked about is called made, and looks real.
  expect(error).toBeGreaterThan(0.4);
  const {own, real: alarms} = foundByOwn("vae-digits", real, files);
  expect(Math.abs(own!.found - alarms!.found)).toBeLessThan(10);
});

test("of one detector the interval of its share is told, and what one of another maker finds", () => {
  const {
    own,
    late,
    real: alarms,
  } = foundByFirst("vae-digits", withTrace(real), files, "gan-digits");
  expect(own!.found).toBe(100);
  // Of 200 found in 200.
  expect(own!.low).toBeCloseTo(100 * 0.025 ** (1 / 200), 9);
  expect(own!.high).toBe(100);
  expect(alarms!.low).toBeLessThan(alarms!.found);
  expect(alarms!.high).toBeGreaterThan(alarms!.found);
  const gan = unpackJudged(files["judged-digits"]!).makers.find(({id}) => id === "gan-digits")!;
  const {images: known} = imageDataset(digits, files["denoiser-digits"]!);
  const traced = withTrace(real);
  const own200 = pick(
    traced,
    Array.from({length: 200}, (_, i) => 60 + i),
  );
  const makers = {gan: gan.images, own: toBytes(halved(toFloats(own200)))};
  const tried = triedDetector(known, makers, {learned: "gan", falseAlarms: 0.05, seed: 1});
  expect(late!.found).toBe(foundIn(tried.made.own!, tried.limit) / 2);
});

test("its numbers have names", () => {
  expect(shareNumbers("findsVae", {found: 1, low: 0, high: 3, error: 0.5})).toEqual({
    findsVae: 1,
    findsVaeLow: 0,
    findsVaeHigh: 3,
    findsVaeError: 0.5,
  });
});
