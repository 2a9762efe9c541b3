import {expect, test} from "vitest";
import {readManifest} from "../../../data/write-manifest.js";
import {defaultParams} from "../../../lib/params.js";
import type {Experiment} from "../../../lib/training/experiment.js";
import {newRun} from "../../../src/experiment/run/run-record.js";
import {cardJson, cardMarkdown} from "../../../src/experiment/run-card-files.js";
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
const {files} = readManifest();
const sources = [files["digits-test"]!];
const judges = [files["classifier-digits"]!];
const meantFor = "to see copies";
const given = {experiment, run, weights: {denoiser: 235_204}, sources, judges, meantFor, watts: 40};
const card = (more: Partial<typeof given> = {}) =>
  Object.fromEntries(cardRows({...given, ...more}));

test("a card is filled in from the run", () => {
  expect(card()).toMatchObject({
    Model: "A generator that learns by heart: denoiser, 235,204 weights",
    "Meant for": "to see copies",
    Settings: "seed 7; pictures = 64",
    Trained: "1,800 steps on wasm, 9 s of computing",
    "near-copies, step 1750":
      "41.5 %; 95 % interval 34.9 to 48.4, n = 200; held-out ones: 1.90 to 8.10",
    "Not known":
      "everything but near-copies, near-copies of the first ten and Fréchet distance: nobody has measured it",
  });
  expect(card()["Learned from"]).toMatch(
    /^handwritten digits, to test on, by Yann LeCun.*\(CC BY-SA 3\.0\)$/,
  );
  expect(card()["Measured with"]).toMatch(/^weights of a classifier of handwritten digits/);
  expect(card({judges: []})).not.toHaveProperty("Measured with");
  expect(card({meantFor: ""})["Meant for"]).toBe("nobody has said");
});

test("energy is power times the time of the steps: 40 W for 9 s are a tenth of a watt hour", () => {
  expect(card()["Energy, estimated"]).toBe(
    "0.100 Wh, if the machine takes 40 W: 9 s × 40 W. With the 15 to 60 W of a laptop at work: 0.038 to 0.150 Wh",
  );
  expect(card({watts: 80})["Energy, estimated"]).toMatch(/^0\.200 Wh/);
  expect(card({run: {...run, step: 60}}).Trained).toBe("60 steps on wasm, 0.30 s of computing");
  const {msPerStep: _, ...unmeasured} = run;
  expect(card({run: unmeasured as typeof run})["Energy, estimated"]).toMatch(/^not known/);
});

test("before a run there is no card, and before a measurement it says so", () => {
  expect(cardRows({...given, run: fresh as never})).toEqual([]);
  expect(card({run: {...run, measurements: []}}).Measured).toBe("nothing yet");
});

test("whatever changed the run is told: a dial while it trained, the reader's own code, another origin", () => {
  const changes = [{step: 20, name: "learningRate", value: 0.1}];
  const driver = {part: "loss", code: "", standing: "passed" as const};
  const settings = card({run: {...run, changes, driver} as typeof run}).Settings;
  expect(settings).toBe("seed 7; pictures = 64, with your loss; changed once while it trained");
  expect(card().Limits).toMatch(/^It is one run/);
  const imported = card({run: {...run, origin: "imported"} as never}).Limits;
  expect(imported).toMatch(/^Its numbers are those of a file; nobody here has made it again\./);
  const recorded = {...run, origin: "recorded", date: "2026-11-22T10:00:00Z"} as never;
  expect(card({run: recorded}).Limits).toMatch(/^Recorded on 2026-11-22, and the time is that of/);
});

test("as Markdown it is a list that shows whatever signs are in it", () => {
  const text = cardMarkdown("A *model*", [
    ["Meant for", "a <b>\n# trap | `x` [y](z)"],
    ["Steps", "1,800"],
  ]);
  expect(text).toBe(
    "# Model card: A \\*model\\*\n\n- **Meant for:** a \\<b\\> \\# trap \\| \\`x\\` \\[y\\](z)\n- **Steps:** 1,800\n",
  );
});

test("as JSON it has the numbers, with unit, floor and meaning", () => {
  const parsed = JSON.parse(cardJson(given));
  expect(parsed).toMatchObject({
    experiment: "memorisation",
    meantFor: "to see copies",
    steps: 1800,
    seconds: 9,
    weights: {denoiser: 235_204},
    energy: {wattHours: 0.1, watts: 40, seconds: 9},
  });
  expect(parsed.learnedFrom[0].licence).toBe("CC BY-SA 3.0");
  expect(parsed.measuredWith[0].title).toBe(judges[0]!.title);
  expect(parsed.settings.pictures).toBe(64);
  expect(parsed.measured[0]).toMatchObject({
    label: "near-copies",
    unit: "%",
    step: 1750,
    value: 41.5,
    floor: {name: "held-out ones", low: 1.9, high: 8.1},
  });
  expect(parsed.measured[0].meaning.length).toBeGreaterThan(20);
  const {msPerStep: _, ...unmeasured} = run;
  expect(JSON.parse(cardJson({...given, run: unmeasured as typeof run}))).toMatchObject({
    seconds: null,
    energy: null,
  });
});
