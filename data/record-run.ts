/**
 * Records an experiment's default run, so that its page has a real one to show: how it began, at once, and the whole of it for a reader
 * who asks: `npx tsx data/record-run.ts gan-digits`.
 * It is the run a reader gets from the same seed on the wasm back end. Its pace is this process's own processor time, which other
 * programs on the machine leave nearly as it is; a run that comes out as the one recorded before keeps that one's.
 */
import {existsSync} from "node:fs";
import {cpus} from "node:os";
import {gzipSync} from "node:zlib";
import type {ByteImages} from "../lib/image.js";
import type {Measurement, Snapshot} from "../lib/training/protocol.js";
import {
  beginningOf,
  packRecording,
  type Recording,
  unpackRecording,
} from "../lib/training/recording.js";
import {train} from "../lib/training/train.js";
import {findExperiment} from "../src/experiments/index.js";
import {startRun} from "../tools/runs/start-run.js";
import {dataFile} from "./data-file.js";
import {fittingFrames} from "./fitting-frames.js";
import {withKeptPace} from "./kept-pace.js";
import {writePlane, writeSheets} from "./recorded-pictures.js";
import {writeData} from "./write-manifest.js";

/** Of the whole recording, packed. It is fetched only when a reader asks for it. */
const mostBytes = 600_000;

const id = process.argv[2] ?? "";
const experiment = findExperiment(id);
const {params, setup, run} = await startRun(id, {});

/** Steps whose pictures are kept: often at first, when most happens. */
const last = Number(params.maxSteps);
const keptSteps = new Set(Array.from({length: 13}, (_, i) => Math.round(last * (i / 12) ** 2)));
const curves: Record<string, number[]> = {};
const measurements: Measurement[] = [];
const snapshots: Snapshot[] = [];

const snap = async () => {
  snapshots.push({step: run.step, arrays: structuredClone(await setup.snapshot())});
};
const measure = async () => {
  const measurement = {step: run.step, ...(await setup.measure())};
  measurements.push(structuredClone(measurement));
  console.log(run.step, measurement.scalars, `${Math.round(trainingMs / 1000)} s of training`);
};

let trainingMs = 0;
await snap();
let since = process.cpuUsage();
for await (const {step, scalars} of train(run, {steps: last})) {
  const {user, system} = process.cpuUsage(since);
  trainingMs += (user + system) / 1000;
  for (const [name, value] of Object.entries(scalars)) {
    curves[name] ??= [];
    curves[name].push(value);
  }
  if (keptSteps.has(step)) await snap();
  if (step % setup.cadence.measureSteps === 0 || step === last) await measure();
  since = process.cpuUsage();
}

const made: Recording = {
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
  snapshots,
};
const kept = new URL(`recorded/${id}.bin.gz`, import.meta.url);
const before = existsSync(kept) ? unpackRecording(dataFile(`recorded/${id}`)) : undefined;
const recording = withKeptPace(made, before);
const facts = {
  source: {title: "made by this course", url: "", version: ""},
  author: "From Noise authors",
  licence: "MIT",
  licenceNote: "",
  script: `npx tsx data/record-run.ts ${id}`,
};
const write = (key: string, written: Recording, steps: number, title: string) => {
  const packed = gzipSync(packRecording(written), {level: 9});
  const pictures = written.snapshots.map(({step}) => step).join(", ");
  writeData(`recorded-${key}`, packed, {
    ...facts,
    file: `recorded/${key}.bin.gz`,
    title: `${title} of ${experiment.title}, seed ${params.seed}`,
    shape: [packed.length],
    details: {seed: Number(params.seed), steps, pictures, backend: written.backend},
  });
  console.log(`recorded/${key}.bin.gz: ${packed.length} bytes, pictures of steps ${pictures}`);
};
const frames = fittingFrames(snapshots, mostBytes, (some) =>
  gzipSync(packRecording({...recording, snapshots: some}), {level: 9}),
);
write(id, {...recording, snapshots: frames}, last, `recorded run, ${last} steps,`);
write(`${id}.start`, beginningOf(recording), 0, "beginning of the recorded run");
const {arrays: end} = snapshots.at(-1)!;
if (end.samples) writeSheets(id, experiment, snapshots, facts);
if (end.plane) writePlane(id, experiment, end.plane as ByteImages, facts);
console.log(`${recording.msPerStep.toFixed(1)} ms a step`);
setup.dispose();
