import {afterAll, beforeAll, expect, test} from "vitest";
import {train} from "../../../lib/training/train.js";
import {startRun} from "../../../tools/runs/start-run.js";
import {mainDirections, placesAlong} from "./main-directions.js";

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

test("main directions are those of a stretched cloud, and places along them are from the mean", () => {
  const rows = Float32Array.of(1, 5, 0, 1, -5, 0, 1, 0, 2, 1, 0, -2);
  const covariance = Float64Array.of(0, 0, 0, 0, 50 / 3, 0, 0, 0, 8 / 3);
  const directions = mainDirections({count: 4, mean: Float64Array.of(1, 0, 0), covariance});
  expect([...placesAlong(directions, rows)]).toEqual([5, 0, -5, 0, 0, 2, 0, -2].map((x) => x + 0));
});
