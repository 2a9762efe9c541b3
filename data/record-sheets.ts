/**
 * Records the sheets of a question, and five runs of the settings that it is about: `npx tsx data/record-sheets.ts vae-digits.costlyCode`.
 * They are the runs that a reader gets from the same seeds on the wasm back end.
 */
import {gzipSync} from "node:zlib";
import {startRun} from "../bench/start-run.js";
import {packSheets, type RecordedSheet, type Repeat} from "../lib/experiments/recorded-sheets.js";
import {smallSheet} from "../lib/experiments/sheet-pictures.js";
import {findSheetQuestion} from "../lib/experiments/sheet-questions.js";
import type {ParamValue} from "../lib/params.js";
import {train} from "../lib/training/train.js";
import {writeData} from "./write-manifest.js";

type Given = Readonly<Record<string, ParamValue>>;

const repeatSeeds = [1, 2, 3, 4, 5];

const name = process.argv[2] ?? "";
const question = findSheetQuestion(name);
const {experiment: id} = question;

/** Runs made, by what they are: the sheet of the question's own settings is one of the repeats. */
const made = new Map<string, Promise<RecordedSheet>>();
const sheets: RecordedSheet[] = [];
for (const {params, step} of question.sheets) {
  sheets.push(await endOf(params, step));
  console.log(params, step, sheets.at(-1)!.scalars);
}
const repeats: Repeat[] = [];
for (const seed of repeatSeeds) {
  const {scalars, floors} = await endOf({...question.params, seed}, question.step);
  repeats.push({seed, scalars, floors});
  console.log(`seed ${seed}`, scalars);
}

const date = new Date().toISOString().slice(0, 10);
const recorded = {
  experiment: id,
  question: question.id,
  date,
  backend: "wasm",
  sheets,
  repeats,
} as const;
const packed = gzipSync(packSheets(recorded), {level: 9});
writeData(`recorded-${name}`, packed, {
  file: `recorded/${name}.bin.gz`,
  title: `sheets to choose among before a run of ${id}`,
  source: {title: "made by this course", url: "", version: ""},
  author: "From Noise authors",
  licence: "MIT",
  licenceNote: "",
  script: `npx tsx data/record-sheets.ts ${name}`,
  shape: [packed.length],
  details: {sheets: sheets.length, backend: recorded.backend},
});
console.log(`${packed.length} bytes`);

/** The run with these params at `step`: what it shows, and what is measured of it. Each is made once. */
function endOf(given: Given, step: number): Promise<RecordedSheet> {
  const key = JSON.stringify([Object.entries(given).sort(), step]);
  const run = made.get(key) ?? makeRun(given, step);
  made.set(key, run);
  return run;
}

async function makeRun(given: Given, step: number): Promise<RecordedSheet> {
  const {params, setup, run} = await startRun(id, given);
  for await (const _ of train(run, {steps: step}));
  const {scalars, floors} = await setup.measure();
  const picture = smallSheet(await setup.picture({}, {}));
  setup.dispose();
  if (!picture) throw new RangeError(`nothing to show of ${id} (samples or a plane)`);
  return structuredClone({params, step, scalars, floors, picture});
}
