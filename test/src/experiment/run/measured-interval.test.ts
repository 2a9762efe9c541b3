import {expect, test} from "vitest";
import {accuracy} from "../../../../lib/metrics/accuracy.js";
import {intervalOf} from "../../../../src/experiment/run/measured-interval.js";

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
