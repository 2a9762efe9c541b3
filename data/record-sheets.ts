/**
 * Records the sheets of a question, and five runs of the settings that it is about: `npx tsx data/record-sheets.ts vae-digits.costlyCode`.
 * They are the runs that a reader gets from the same seeds on the wasm back end. With `--missing` those that the file has already are kept.
 */

import {existsSync, readFileSync} from "node:fs";
import {gunzipSync, gzipSync} from "node:zlib";
import {type ParamValue, parseParams} from "../lib/params.js";
import {
  packSheets,
  type RecordedSheet,
  type Repeat,
  unpackSheets,
} from "../lib/questions/recorded-sheets.js";
import {smallSheet} from "../lib/questions/sheet-pictures.js";
import {train} from "../lib/training/train.js";
import {findExperiment, findSheetQuestion} from "../src/experiments/index.js";
import {startRun} from "../tools/runs/start-run.js";
import {writeData} from "./write-manifest.js";

type Given = Readonly<Record<string, ParamValue>>;

const repeatSeeds = [1, 2, 3, 4, 5];

const name = process.argv[2] ?? "";
const question = findSheetQuestion(name);
const {experiment: id} = question;

const table = findExperiment(id).params;
const file = `recorded/${name}.bin.gz`;
const before = process.argv.includes("--missing") ? recordedBefore() : undefined;

const sheets: RecordedSheet[] = [];
for (const {params, step} of question.sheets) {
  sheets.push(keptSheet(params, step) ?? (await endOf(params, step)));
  console.log(params, step, sheets.at(-1)!.scalars);
}
const repeats = await repeated(question.params, before?.repeats);
const {against} = question;
const rivals = against ? await repeated({...question.params, ...against}, before?.rivals) : [];

const date = new Date().toISOString().slice(0, 10);
const recorded = {
  experiment: id,
  question: question.id,
  date,
  backend: "wasm",
  sheets,
  repeats,
  rivals,
} as const;
const packed = gzipSync(packSheets(recorded), {level: 9});
writeData(`recorded-${name}`, packed, {
  file,
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

/** Runs with these params by seed, but for those that are `kept`. */
async function repeated(given: Given, kept: readonly Repeat[] = []): Promise<Repeat[]> {
  const repeats: Repeat[] = [];
  for (const seed of repeatSeeds) {
    const run = {...given, seed};
    const {scalars, floors} =
      kept.find((repeat) => repeat.seed === seed) ??
      sheets.find((sheet) => isRun(sheet, run, question.step)) ??
      (await endOf(run, question.step));
    repeats.push({seed, scalars, floors});
    console.log(run, scalars);
  }
  return repeats;
}

/** The run with these params at `step`: what it shows, and what is measured of it. */
async function endOf(given: Given, step: number): Promise<RecordedSheet> {
  const {params, setup, run} = await startRun(id, given);
  for await (const _ of train(run, {steps: step}));
  const {scalars, floors} = await setup.measure();
  const picture = smallSheet(await setup.snapshot());
  setup.dispose();
  if (!picture) throw new RangeError(`nothing to show of ${id} (samples or a plane)`);
  return structuredClone({params, step, scalars, floors, picture});
}

function isRun(sheet: RecordedSheet, given: Given, step: number): boolean {
  const params: Given = parseParams(table, given);
  const names = Object.keys(table).filter((each) => each !== "maxSteps");
  return sheet.step === step && names.every((each) => sheet.params[each] === params[each]);
}

function keptSheet(given: Given, step: number): RecordedSheet | undefined {
  return before?.sheets.find((sheet) => isRun(sheet, given, step));
}

function recordedBefore() {
  const path = new URL(file, import.meta.url);
  return existsSync(path)
    ? unpackSheets(new Uint8Array(gunzipSync(readFileSync(path))))
    : undefined;
}
