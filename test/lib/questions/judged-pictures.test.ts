import {expect, test} from "vitest";
import {dataFile} from "../../../data/data-file.js";
import {
  type JudgedPictures,
  packJudged,
  realId,
  unpackJudged,
} from "../../../lib/questions/judged-pictures.js";

test("judged pictures come back as they were packed", () => {
  const frechet = {value: 9, floor: {low: 1, high: 2}, count: 250};
  const images = {data: Uint8Array.of(1, 2, 3, 4), shape: [2, 1, 2, 1]} as const;
  const pictures: JudgedPictures = {
    date: "2026-11-28",
    makers: [
      {id: realId, title: "real", frechet, images},
      {id: "gan-digits", title: "GAN", run: {seed: 7, steps: 2}, frechet, images},
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
  const [{frechet}] = makers as [(typeof makers)[0]];
  expect(frechet.value).toBeLessThan(frechet.floor.high);
  for (const made of makers.slice(1)) expect(made.frechet.value).toBeGreaterThan(frechet.value);
});
