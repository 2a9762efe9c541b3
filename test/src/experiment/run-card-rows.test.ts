import {expect, test} from "vitest";
import {readManifest} from "../../../data/write-manifest.js";
import {defaultParams} from "../../../lib/params.js";
import type {Experiment} from "../../../lib/training/experiment.js";
import {newRun} from "../../../src/experiment/run/run-record.js";
import {cardRows} from "../../../src/experiment/run-card-rows.js";
import {memorisation} from "../../../src/experiments/memorisation/experiment.js";

const experiment = memorisation as Experiment;
const fresh = newRun(experiment, 1, {...defaultParams(memorisation.params), pictures: 64});
const run = {
  ...fresh,
  ...{step: 1800, backend: "wasm" as const, msPerStep: 5},
  measurements: [
    {
      step: 1750,
      scalars: {copies: 41.5, repeated: 3, samples: 200},
      floors: {copies: {low: 1.9, high: 8.1}, repeated: {low: 0, high: 2}},
      arrays: {},
    },
  ],
};
const files = [readManifest().files["digits-test"]!];
const given = {experiment, run, weights: {denoiser: 235_204}, files, watts: 40};
const card = (more: Partial<typeof given> = {}) =>
  Object.fromEntries(cardRows({...given, ...more}));

test("a card is filled in from the run", () => {
  expect(card()).toMatchObject({
    Model: "A generator that learns by heart: denoiser, 235,204 weights",
    Settings: "seed 7; pictures = 64",
    Trained: "1,800 steps on wasm, 9 s of computing",
    "near-copies, step 1750": "41.5 %; held-out ones: 1.90 to 8.10",
    "Not known":
      "everything but near-copies and near-copies of the first ten: nobody has measured it",
  });
  expect(card()["Learned from"]).toMatch(
    /^handwritten digits, to test on, by Yann LeCun.*\(CC BY-SA 3\.0\)$/,
  );
});

test("energy is power times the time of the steps: 40 W for 9 s are a tenth of a watt hour", () => {
  expect(card()["Energy, estimated"]).toBe("0.100 Wh, if the machine takes 40 W: 9 s × 40 W");
  expect(card({watts: 80})["Energy, estimated"]).toMatch(/^0\.200 Wh/);
  const {msPerStep: _, ...unmeasured} = run;
  expect(card({run: unmeasured as typeof run})["Energy, estimated"]).toMatch(/^not known/);
});

test("before a run there is no card, and before a measurement it says so", () => {
  expect(cardRows({...given, run: fresh as never})).toEqual([]);
  expect(card({run: {...run, measurements: []}}).Measured).toBe("nothing yet");
});
