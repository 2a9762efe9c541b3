import {expect, test} from "vitest";
import {accuracy} from "../../../../lib/metrics/accuracy.js";
import {floorOf, intervalOf} from "../../../../src/experiment/run/measured-interval.js";

const right = (count: number, n: number) => Array.from({length: n}, (_, i) => Number(i < count));

test("a share has the interval of as many, whichever count it is of", () => {
  const {low, high} = accuracy(right(165, 250), new Uint8Array(250).fill(1));
  const measured = {scalars: {agreement: 66, samples: 250, count: 10}};
  const of = (shareOf: "samples" | "count" | number) =>
    intervalOf({interval: {shareOf}}, "agreement", measured)!;
  expect(of("samples").low).toBeCloseTo(100 * low, 9);
  expect(of("samples").high).toBeCloseTo(100 * high, 9);
  expect(of("samples").n).toBe(250);
  expect(of(250)).toEqual(of("samples"));
  expect(of("count").low).toBeLessThan(of("samples").low);
});

test("a sampled measure has the one that came with the measurement, and nothing where none did", () => {
  const interval = {sampledOf: "samples"} as const;
  const scalars = {frechet: 38, samples: 250};
  const intervals = {frechet: {low: 34, high: 42}};
  expect(intervalOf({interval}, "frechet", {scalars, intervals})).toEqual({
    ...{low: 34, high: 42, n: 250},
  });
  expect(intervalOf({interval}, "frechet", {scalars})).toBeUndefined();
  expect(intervalOf({}, "frechet", {scalars, intervals})).toBeUndefined();
});

test("what was not counted or not measured has none", () => {
  const interval = {shareOf: "samples"} as const;
  expect(intervalOf({interval}, "agreement", {scalars: {agreement: 66}})).toBeUndefined();
  expect(intervalOf({interval}, "agreement", {scalars: {samples: 250}})).toBeUndefined();
  const broken = {scalars: {agreement: Number.NaN, samples: 250}};
  expect(intervalOf({interval}, "agreement", broken)).toBeUndefined();
  for (const scalars of [
    {agreement: 101, samples: 250},
    {agreement: -1, samples: 250},
    {agreement: 66, samples: 0},
  ])
    expect(intervalOf({interval}, "agreement", {scalars})).toBeUndefined();
});

test("one that says of how many it is needs no count, and one in an array is found there", () => {
  const beside = {sampledOf: "interval"} as const;
  const scalars = {loss: 0.5, samples: 200};
  const intervals = {loss: {low: 0.4, high: 0.6, n: 1000}};
  expect(intervalOf({interval: beside}, "loss", {scalars, intervals})).toEqual(intervals.loss);
  const arrays = {intervals: {data: Float32Array.of(1, 2, 0.25, 0.75), shape: [2, 2]}};
  const inRow = (row: number) =>
    intervalOf({interval: {sampledOf: "samples", row}}, "loss", {scalars, arrays});
  expect(inRow(1)).toEqual({low: 0.25, high: 0.75, n: 200});
  expect(inRow(2), "no such row").toBeUndefined();
  const none = {scalars, arrays: {}};
  expect(intervalOf({interval: {sampledOf: "samples", row: 0}}, "loss", none)).toBeUndefined();
});

test("a run kept before has its interval in the floor's place and no floor, one of today has both", () => {
  const interval = {sampledOf: "interval", onceInFloor: true} as const;
  const scalars = {loss: 0.5};
  const floors = {loss: {low: 0.4, high: 0.6}};
  expect(intervalOf({interval}, "loss", {scalars, floors})).toEqual({low: 0.4, high: 0.6});
  expect(floorOf({interval}, "loss", {floors})).toBeUndefined();
  const today = {scalars, floors: {loss: {low: 2.3, high: 2.3}}, intervals: floors};
  expect(intervalOf({interval}, "loss", today)).toEqual({low: 0.4, high: 0.6});
  expect(floorOf({interval}, "loss", today)).toEqual({low: 2.3, high: 2.3});
  expect(floorOf({interval: {sampledOf: "samples"}}, "loss", {floors})).toEqual(floors.loss);
  expect(floorOf({}, "loss", {floors: {}})).toBeUndefined();
});

test("what says why it has no interval has none, whatever a file says", () => {
  const scalars = {coverage: 2, samples: 500};
  const none = {none: "one picture"} as const;
  const intervals = {coverage: {low: 1, high: 2}};
  expect(intervalOf({interval: none}, "coverage", {scalars, intervals})).toBeUndefined();
});
