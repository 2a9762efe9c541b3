import {expect, it} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {defaultParams} from "../../lib/params.js";
import {unpackRecording} from "../../lib/training/recording.js";
import {conditionalGan} from "../../src/experiments/conditional-gan/experiment.js";

const recordingOf = (id: string) => unpackRecording(dataFile(`recorded/${id}`));
const {params, measurements} = recordingOf("conditional-gan");
const at = (step: number) => measurements.find((each) => each.step === step)!;

/** What the chapter says of the run that it opens with. */
it("is recorded with the defaults of today", () => {
  expect(defaultParams(conditionalGan.params)).toMatchObject(params);
});

it("draws what is asked for after 1,000 steps: seen in at least 90 %, at a distance of at most 25", () => {
  const {scalars, floors} = at(1000);
  expect(scalars.agreement).toBeGreaterThanOrEqual(90);
  expect(scalars.frechet).toBeLessThanOrEqual(25);
  expect(scalars.frechet).toBeGreaterThan(floors.frechet!.low);
});

it("is sooner there than the GAN that is told no classes, at each step that both measured", () => {
  for (const {step, scalars} of recordingOf("gan-digits").measurements) {
    const told = measurements.find((each) => each.step === step);
    if (told && step >= 200)
      expect(told.scalars.frechet, `step ${step}`).toBeLessThan(scalars.frechet!);
  }
});

it("draws every class, the least often seen one in four of five", () => {
  const {agreement} = measurements.at(-1)!.arrays;
  expect(Math.min(...agreement!.data)).toBeGreaterThanOrEqual(80);
});
