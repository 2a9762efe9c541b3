/**
 * Records an experiment's default run, so that its page opens with a real result: `npx tsx data/record-run.ts gan-digits`.
 * It is the run a reader gets from the same seed on the wasm back end. Its pace is this process's own processor time, which other
 * programs on the machine leave nearly as it is.
 */
import {cpus} from "node:os";
import {gzipSync} from "node:zlib";
import type {NamedArrays} from "../lib/array.js";
import {type ByteImages, pick} from "../lib/image.js";
import type {Measurement, Snapshot} from "../lib/training/protocol.js";
import {packRecording, type Recording} from "../lib/training/recording.js";
import {train} from "../lib/training/train.js";
import {findExperiment} from "../src/experiments/index.js";
import {startRun} from "../tools/runs/start-run.js";
import {sheetPng} from "./png.js";
import {writeData} from "./write-manifest.js";

const id = process.argv[2] ?? "";
const experiment = findExperiment(id);
const {params, setup, run} = await startRun(id, {});

/** Steps whose pictures are kept: often at first, when most happens. */
const last = Number(params.maxSteps);
const kept = new Set(Array.from({length: 13}, (_, i) => Math.round(last * (i / 12) ** 2)));
const curves: Record<string, number[]> = {};
const measurements: Measurement[] = [];
const snapshots: Snapshot[] = [];
const copy = (arrays: NamedArrays) => structuredClone(arrays);

/** Only sheets of samples are made into a film strip; of everything else the page shows the last picture alone. */
const snap = async () => {
  const arrays = copy(await setup.picture());
  if (!arrays.samples) snapshots.length = 0;
  snapshots.push({step: run.step, arrays});
};
const measure = async () => {
  const measurement = {step: run.step, ...(await setup.measure())};
  measurements.push(structuredClone(measurement));
  console.log(run.step, measurement.scalars, `${Math.round(trainingMs / 1000)} s of training`);
};

let trainingMs = 0;
await snap();
let before = process.cpuUsage();
for await (const {step, scalars} of train(run, {steps: last})) {
  const {user, system} = process.cpuUsage(before);
  trainingMs += (user + system) / 1000;
  for (const [name, value] of Object.entries(scalars)) {
    curves[name] ??= [];
    curves[name].push(value);
  }
  if (kept.has(step)) await snap();
  if (step % setup.cadence.measureSteps === 0 || step === last) await measure();
  before = process.cpuUsage();
}

const recording: Recording = {
  experiment: id,
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus().length} cores, no GPU`,
  backend: "wasm",
  msPerStep: trainingMs / last,
  params,
  curves: Object.fromEntries(
    Object.entries(curves).map(([name, values]) => [name, Float32Array.from(values)]),
  ),
  measurements,
  snapshots: snapshots.slice(-1), // the film strip has the others
};
const file = `recorded/${id}.bin.gz`;
const packed = gzipSync(packRecording(recording), {level: 9});
const facts = {
  source: {title: "made by this course", url: "", version: ""},
  author: "From Noise authors",
  licence: "MIT",
  licenceNote: "",
  script: `npx tsx data/record-run.ts ${id}`,
};
writeData(`recorded-${id}`, packed, {
  ...facts,
  file,
  title: `recorded run of ${experiment.title}, ${last} steps, seed ${params.seed}`,
  shape: [packed.length],
  details: {seed: Number(params.seed), steps: last, backend: recording.backend},
});
if (snapshots[0]!.arrays.samples) writeSheets();
if (snapshots[0]!.arrays.plane) writePlane(snapshots[0]!.arrays.plane as ByteImages);
console.log(`${file}: ${packed.length} bytes, ${recording.msPerStep.toFixed(1)} ms a step`);
setup.dispose();

/** A square of pictures without a gap: every second row and column of the plane, for a page may not weigh much. */
function writePlane(plane: ByteImages): void {
  const side = Math.sqrt(plane.shape[0]);
  const isShown = (i: number) => (i % side) % 2 === 0 && Math.floor(i / side) % 2 === 0;
  const shown = pick(plane, [...Array(plane.shape[0]).keys()].filter(isShown));
  writeData(`recorded-${id}-plane`, sheetPng(shown, Math.ceil(side / 2), 2, 0), {
    ...facts,
    file: `recorded/${id}-plane.png`,
    title: `every second place of the plane of that run of ${experiment.title}`,
    shape: shown.shape,
  });
}

/** The last sheet, and a film strip: fourteen places of the sheet at every step that was kept, a row each. Where a sheet has a row for
 * each class they go through all of them. */
function writeSheets(): void {
  const sheets = snapshots.map(({arrays}) => arrays.samples as ByteImages);
  const apart = sheets[0]!.shape[0] > 40 ? (sheets[0]!.shape[0] - 1) / 13 : 1;
  const places = Array.from({length: 14}, (_, i) => Math.round(i * apart));
  const strip = sheets.map((sheet) => pick(sheet, places).data);
  const frames = new Uint8Array(strip.flatMap((row) => [...row]));
  const [, h, w, c] = sheets[0]!.shape;
  writeData(`recorded-${id}-sheet`, sheetPng(sheets.at(-1)!, 8, 3), {
    ...facts,
    file: `recorded/${id}-sheet.png`,
    title: `last pictures of that run of ${experiment.title}`,
    shape: sheets.at(-1)!.shape,
  });
  writeData(
    `recorded-${id}-frames`,
    sheetPng({data: frames, shape: [strip.length * 14, h, w, c]}, 14, 2),
    {
      ...facts,
      file: `recorded/${id}-frames.png`,
      title: `that run of ${experiment.title} as a film strip`,
      shape: [strip.length, 14, h, w, c],
      details: {steps: snapshots.map(({step}) => step).join(", ")},
    },
  );
}
