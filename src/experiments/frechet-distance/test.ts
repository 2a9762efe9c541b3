import {afterAll, beforeAll, expect, test} from "vitest";
import {dataFiles} from "../../../data/data-file.js";
import {type ByteImages, firstPictures, toFloats} from "../../../lib/image.js";
import {featureStatistics, frechetDistance} from "../../../lib/metrics/frechet-distance.js";
import {featureCount} from "../../../lib/models/classifier.js";
import {train} from "../../../lib/training/train.js";
import {startRun} from "../../../tools/runs/start-run.js";
import {classifierIn, picturesIn} from "../shared/run-files.setup.js";
import {manyCount, manyParts} from "./experiment.js";
import {mainDirections, placesAlong} from "./main-directions.js";
import {distanceWords, refusal, seenWords} from "./many-words.js";

type Started = Awaited<ReturnType<typeof startRun>>;
let started: Started;

beforeAll(async () => {
  started = await startRun("frechet-distance", {maxSteps: 10, compared: 120});
  for await (const _ of train(started.run, {steps: 5}));
});
afterAll(() => started.setup.dispose());

const judged = async (fault: string, strength: number) => {
  started.setup.sample!({fault, strength});
  return started.setup.measure();
};

test("real pictures are within what real ones score, by nearly all metrics", async () => {
  const {scalars, floors} = await judged("none", 1);
  expect(scalars.samples).toBe(120);
  const outside = Object.entries(floors).filter(
    ([name, {low, high}]) => scalars[name]! < low || scalars[name]! > high,
  );
  expect(outside.length).toBeLessThanOrEqual(2);
});

test("the terms of the distance add up, and copies are found", async () => {
  const {scalars, floors, arrays} = await judged("copies", 1);
  const [centres, shapes] = arrays.terms!.data as Float32Array;
  expect(centres! + shapes!).toBeCloseTo(scalars.frechet!, 2);
  expect(scalars.authenticity).toBe(0);
  expect(scalars.nearestDistance!).toBeLessThan(floors.nearestDistance!.low);
  expect(scalars.frechet!).toBeLessThan(floors.frechet!.high);
});

test("the first picture shown is another one only where its fault makes it so", async () => {
  const first = async (fault: string, strength: number) => {
    started.setup.sample!({fault, strength});
    return Array.from((await started.setup.snapshot()).made!.data.subarray(0, 784));
  };
  const plain = await first("none", 0.5);
  expect(await first("noises", 0)).toEqual(plain);
  expect(await first("blurs", 0)).toEqual(plain);
  expect(await first("copies", 0)).toEqual(plain);
  expect(await first("noises", 0.5)).not.toEqual(plain);
  expect(await first("blurs", 0.5)).not.toEqual(plain);
});

const learnedFrom = (count: number) =>
  firstPictures(picturesIn(dataFiles("digits-train"), "digits").images, count);
const many = async (parts: readonly number[], pictures: ByteImages) => {
  const answers = [];
  for (const part of parts) {
    const asked = {part: {data: Float32Array.of(part), shape: [1]}, pictures};
    answers.push(await started.setup.answers.many!(asked));
  }
  return answers;
};
const judgedMany = async (pictures: ByteImages) => {
  const told = await many(
    Array.from({length: manyParts + 1}, (_, part) => part),
    pictures,
  );
  const [{numbers: terms}, {numbers: bands}] = [told.at(-2)!, told.at(-1)!];
  const [centres, shapes] = terms!.data;
  const [low, high, floorLow, floorHigh] = bands!.data;
  return {
    seen: told.map(({seen}) => seen!.data[0]),
    distance: centres! + shapes!,
    interval: [low!, high!],
    floor: [floorLow!, floorHigh!],
  };
};

test("the distance of 2,000 held-out pictures from 2,000 is that of all at once, within its interval", async () => {
  started.setup.sample!({fault: "none", strength: 1});
  const {distance, interval, floor} = await judgedMany(learnedFrom(manyCount));
  const classifier = classifierIn(dataFiles("classifier-digits"), "digits");
  const statistics = async (pictures: ByteImages) =>
    featureStatistics((await classifier.classify(toFloats(pictures))).features, featureCount);
  const held = await statistics(picturesIn(dataFiles("digits-test"), "digits", "test").images);
  const slow = frechetDistance(held, await statistics(learnedFrom(manyCount)));
  classifier.dispose();
  expect(Math.abs(distance - slow)).toBeLessThan(1e-5 * slow);
  expect(interval[0]).toBeLessThan(distance);
  expect(interval[1]).toBeGreaterThan(distance);
  expect(floor).toEqual(interval);
});

test("many pictures are all looked at once, part by part, and what is wrong shows against the floor", async () => {
  const real = learnedFrom(105);
  started.setup.sample!({fault: "none", strength: 1});
  const plain = await judgedMany(real);
  expect(plain.seen).toEqual([0, 11, 21, 32, 42, 53, 63, 74, 84, 95, 105, 105, 105]);
  started.setup.sample!({fault: "noises", strength: 1});
  const noisy = await judgedMany(real);
  expect(noisy.floor).toEqual(plain.floor);
  expect(noisy.interval[0]).toBeGreaterThan(noisy.floor[1]!);
  expect(noisy.distance).toBeGreaterThan(3 * plain.distance);
});

test("parts out of order and pictures of another size are refused, with what is legal", async () => {
  const real = learnedFrom(30);
  await expect(many([0, 2], real)).rejects.toThrow("invalid part: 2 (0, or 1, which comes next)");
  await expect(many([0], firstPictures(real, 10))).rejects.toThrow("(20 to 2000 pictures of 28");
  await expect(many([0], {...real, shape: [30, 14, 56, 1]})).rejects.toThrow("30 by 14 by 56 by 1");
});

test("how far it is, what came of it, and why it is refused is told", () => {
  expect(seenWords(1200, 2000)).toBe("1,200 of 2,000 pictures of either side are seen.");
  const bands = {interval: {low: 1.126, high: 1.375}, floor: {low: 1, high: 2}};
  const sum = {count: 2000, centres: 1.5, shapes: -0.25, ms: 870, bands};
  const told =
    "2,000 against 2,000: 1.50 for the centres + −0.25 for the shapes = 1.25, after 0.9 s beside the page. Its interval of 95 %: 1.13 to 1.38; with nothing wrong: 1.00 to 2.00.";
  expect(distanceWords({...sum, fault: "none", strength: 0.5})).toBe(`Real pictures. ${told}`);
  expect(distanceWords({...sum, fault: "noises", strength: 0.3})).toBe(
    `What is wrong: noisy, 0.30. ${told}`,
  );
  expect(distanceWords({...sum, fault: "drops", strength: 0.5})).toContain("come again");
  expect(refusal({fault: "gan", strength: 0.5}, 500)).toContain("Only 500 drawn pictures");
  expect(refusal({fault: "gan", strength: 0}, 500)).toBeUndefined();
  expect(refusal({fault: "copies", strength: 1}, 500)).toBeUndefined();
});

test("main directions are those of a stretched cloud, and places along them are from the mean", () => {
  const rows = Float32Array.of(1, 5, 0, 1, -5, 0, 1, 0, 2, 1, 0, -2);
  const covariance = Float64Array.of(0, 0, 0, 0, 50 / 3, 0, 0, 0, 8 / 3);
  const directions = mainDirections({count: 4, mean: Float64Array.of(1, 0, 0), covariance});
  expect([...placesAlong(directions, rows)]).toEqual([5, 0, -5, 0, 0, 2, 0, -2].map((x) => x + 0));
});
