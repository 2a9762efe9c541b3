import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {defaultParams, parseParams} from "../../../lib/params.js";
import {packSheets, unpackSheets} from "../../../lib/questions/recorded-sheets.js";
import {type SmallSheet, smallSheet} from "../../../lib/questions/sheet-pictures.js";
import {askedParams, nearestSheet, sheetGap} from "../../../lib/questions/sheet-question.js";
import {train} from "../../../lib/training/train.js";
import {sheetVerdict} from "../../../src/experiment/questions/sheet-verdict.js";
import {teller} from "../../../src/experiment/questions/sheet-words.js";
import {findExperiment, sheetQuestions} from "../../../src/experiments/index.js";
import {startRun} from "../../../tools/runs/start-run.js";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url));
const recordedOf = (name: string) =>
  unpackSheets(new Uint8Array(gunzipSync(read(`data/recorded/${name}.bin.gz`))));

describe.each(Object.entries(sheetQuestions))("the sheets of %s", (name, question) => {
  const experiment = findExperiment(question.experiment);
  const recorded = recordedOf(name);
  const values = recorded.sheets.map(({scalars}) => scalars[question.by]!);
  const alike = sheetVerdict(question, experiment, recorded, recorded.sheets[0]!).alike;

  it("were recorded with the settings that the question gives them", () => {
    expect(recorded).toMatchObject({experiment: question.experiment, question: question.id});
    expect(recorded.sheets.map(({params, step}) => ({params, step}))).toEqual(
      question.sheets.map(({params, step}) => ({
        params: parseParams(experiment.params, params),
        step,
      })),
    );
  });

  it("are three or four, apart by what they are compared by, and one has the settings asked about", () => {
    expect(recorded.sheets.length).toBeGreaterThanOrEqual(3);
    expect(recorded.sheets.length).toBeLessThanOrEqual(4);
    expect(recorded.sheets[alike]).toMatchObject({step: question.step});
    expect(recorded.sheets[alike]!.params).toMatchObject(question.params);
    const starts = {
      ...askedParams(question, experiment),
      seed: defaultParams(experiment.params).seed!,
    };
    expect(recorded.sheets[alike]!.params.seed, "not the run to come").not.toBe(starts.seed);
  });

  it("leave no doubt which of them five runs of these settings are nearest to", () => {
    expect(recorded.repeats.map(({seed}) => seed)).toEqual([1, 2, 3, 4, 5]);
    for (const {seed, scalars} of recorded.repeats) {
      const value = scalars[question.by]!;
      expect(nearestSheet(question, values, value), `seed ${seed}`).toBe(alike);
      const others = values.filter((_, i) => i !== alike);
      const gaps = others.map((other) => sheetGap(question, other, value));
      expect(Math.min(...gaps), `seed ${seed}`).toBeGreaterThan(
        (question.isRatio ? 1.2 : 1.5) * sheetGap(question, values[alike]!, value),
      );
    }
  });

  it("come with as many runs of what the question contrasts these settings with", () => {
    const seeds = question.against ? [1, 2, 3, 4, 5] : [];
    expect(recorded.rivals.map(({seed}) => seed)).toEqual(seeds);
  });

  it("have measures, words with their own numbers, and an alternative text that tells no setting", () => {
    for (const [i, {alt, words}] of question.sheets.entries()) {
      const sheet = recorded.sheets[i]!;
      for (const measure of [question.by, ...question.beside])
        expect(sheet.scalars[measure], measure).toBeTypeOf("number");
      const [own, run] = [sheet, recorded.sheets[alike]!].map((one) => teller(experiment, one));
      const text = words(own!, run!);
      expect(text).toContain(own!(question.by));
      expect(alt.length).toBeGreaterThan(60);
      expect(alt).not.toMatch(/\d|beta|step|seed|loss|judge|rate|collapse|healthy/i);
    }
  });

  it("survive packing", () => {
    const packed = read(`data/recorded/${name}.bin.gz`);
    expect(packed.length).toBeLessThan(60_000);
    expect(gunzipSync(packed).equals(packSheets(recorded))).toBe(true);
  });

  it("are asked about at a step at which the experiment is measured", () => {
    expect(question.step % 100).toBe(0);
  });
});

/** Mean difference of neighbouring pictures, in grey levels, along the rows and down the columns. */
function changes({images: {data, shape}, columns}: SmallSheet): {along: number; down: number} {
  const size = data.length / shape[0];
  const between = (apart: number, isPair: (i: number) => boolean) => {
    const pairs = Array.from({length: shape[0] - apart}, (_, i) => i).filter(isPair);
    const sum = (i: number) =>
      data
        .subarray(i * size, (i + 1) * size)
        .reduce((total, value, k) => total + Math.abs(value - data[(i + apart) * size + k]!), 0);
    return pairs.reduce((total, i) => total + sum(i), 0) / (pairs.length * size);
  };
  return {
    along: between(1, (i) => (i + 1) % columns !== 0),
    down: between(columns, () => true),
  };
}

describe("what is said of the planes with a price", () => {
  const {sheets, repeats} = recordedOf("vae-digits.costlyCode");
  const [silent, free, dear, bound] = sheets;

  it("holds: one blot; a patch; one direction; two directions and more classes", () => {
    const [blot, , line, plane] = sheets.map(({picture}) => changes(picture));
    expect(blot!.along + blot!.down).toBeLessThan((line!.along + line!.down) / 4);
    expect(line!.along).toBeLessThan(line!.down / 3);
    expect(plane!.along / plane!.down).toBeGreaterThan(1 / 2);
    expect(plane!.along / plane!.down).toBeLessThan(2);
    for (const other of [silent, free, dear])
      expect(other!.scalars.coverage).toBeLessThan(bound!.scalars.coverage!);
    expect(silent!.scalars.heldOutKl).toBeLessThan(0.05);
  });

  it("holds: a dear code and the bound leave no more places without pictures than chance, a free one most of them", () => {
    for (const {scalars, floors} of [...repeats, bound!])
      expect(scalars.gaps).toBeLessThanOrEqual(floors.gaps!.high);
    expect(free!.scalars.gaps).toBeGreaterThan(225 / 2);
  });
});

describe("what is said of the strong judge", () => {
  const {sheets, repeats, rivals} = recordedOf("gan-digits.strongJudge");
  const [early, , minimax, late] = sheets;
  const distances = repeats.map(({scalars}) => scalars.frechet!);

  it("holds: worse before its first strokes, better after four times as many of the generator's steps", () => {
    expect(early!.scalars.frechet).toBeGreaterThan(Math.max(...distances));
    expect(late!.step).toBeGreaterThan(early!.step);
    expect(late!.scalars.frechet).toBeLessThan(Math.min(...distances));
    expect(late!.step / sheetQuestions["gan-digits.strongJudge"]!.step).toBe(4);
    for (const {scalars} of repeats) expect(scalars.coverage, "several digits").toBeGreaterThan(2);
  });

  it("holds: with the minimax loss most seeds are farther away than any without, and not all", () => {
    const worst = Math.max(...distances);
    const farther = rivals.filter(({scalars}) => scalars.frechet! > worst);
    expect(farther.length).toBeGreaterThan(rivals.length / 2);
    expect(farther.length).toBeLessThan(rivals.length);
    expect(minimax!.scalars.frechet).toBeGreaterThan(2 * worst);
  });
});

it("a sheet is what its seed makes, to the last bit", async () => {
  const [, question] = Object.entries(sheetQuestions).find(([, {id}]) => id === "strongJudge")!;
  const place = question.sheets.findIndex(({step}) => step === 20);
  const {params, step} = question.sheets[place]!;
  const {setup, run} = await startRun(question.experiment, params);
  for await (const _ of train(run, {steps: step}));
  const {scalars} = await setup.measure();
  const picture = smallSheet(await setup.snapshot());
  setup.dispose();
  const recorded = recordedOf("gan-digits.strongJudge").sheets[place]!;
  expect(scalars).toEqual(recorded.scalars);
  expect(picture).toEqual(recorded.picture);
});
