import {expect, test} from "vitest";
import {dataFile} from "../../../data/data-file.js";
import {
  type JudgedPictures,
  packJudged,
  realId,
  unpackJudged,
} from "../../../lib/questions/judged-pictures.js";

test("judged pictures come back as they were packed", () => {
  const band = {low: 1, high: 2};
  const metrics = [
    {label: "distance", better: "lower", value: 9, interval: band, floor: band, n: 250},
  ] as const;
  const images = {data: Uint8Array.of(1, 2, 3, 4), shape: [2, 1, 2, 1]} as const;
  const pictures: JudgedPictures = {
    date: "2026-11-28",
    makers: [
      {id: realId, title: "real", metrics, images},
      {id: "gan-digits", title: "GAN", run: {seed: 7, steps: 2}, metrics, images},
    ],
  };
  expect(unpackJudged(packJudged(pictures))).toEqual(pictures);
});

test("those that the course has are of one size and number, real ones first and within their own floor", () => {
  const {makers} = unpackJudged(dataFile("judged-digits"));
  expect(makers.map(({id}) => id)).toEqual([
    realId,
    ...["gan-digits", "vae-digits", "picture-tokens", "diffusion-digits"],
  ]);
  for (const {images} of makers) expect(images.shape).toEqual([60, 14, 14, 1]);
  const [real, ...made] = makers.map(({metrics}) => metrics);
  for (const {value, floor} of real!) {
    expect(value).toBeGreaterThanOrEqual(floor.low);
    expect(value).toBeLessThanOrEqual(floor.high);
  }
  for (const metrics of made) {
    expect(metrics.map(({label}) => label)).toEqual(real!.map(({label}) => label));
    expect(metrics[0]!.value).toBeGreaterThan(real![0]!.value);
  }
});
