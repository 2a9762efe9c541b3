/** Default runs of the course in PyTorch (runs.py), on the same processor and measured by the course's own judge of pictures. */
import {spawn} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {createInterface} from "node:readline";
import {type PlaneData, planeData} from "../lib/experiments/plane-data.setup.js";
import type {Params} from "../lib/params.js";
import {root} from "../tools/project.mjs";
import {judgePictures} from "./picture-judge.js";
import type {Python} from "./pytorch.js";
import {unzip} from "./start-run.js";

/** The experiments that runs.py knows. */
export const inPyTorch: readonly string[] = [
  "digit-classifier",
  "gan-digits",
  "conditional-gan",
  "vae-digits",
];

export interface PyTorchFinding {
  readonly step: number;
  /** In training steps alone. */
  readonly seconds: number;
  readonly scalars: Readonly<Record<string, number>>;
}

interface Answer {
  readonly step: number;
  readonly seconds: number;
  /** A file of `sampleCount` pictures, for models of pictures; the others answer with their measures. */
  readonly path?: string;
}

const threads = 2;
const sampleCount = 500;

/** Trains `experiment` with `params`, a finding every `every` steps until the caller has enough or the run ends. */
export async function* trainInPyTorch(
  {program}: Python,
  experiment: string,
  params: Params,
  every: number,
): AsyncGenerator<PyTorchFinding, void, void> {
  const child = spawn(program, [`${root}bench/runs.py`, `${threads}`, `${root}data`], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const prepared = experiment === "vae-digits" ? prepare(params) : undefined;
  const order = {experiment, params, every, samples: sampleCount, prepared};
  child.stdin.end(`${JSON.stringify(order)}\n`);
  try {
    for await (const line of createInterface({input: child.stdout})) {
      if (!line) return;
      yield await findingOf(JSON.parse(line), params);
    }
  } finally {
    child.kill();
    if (prepared) rmSync(dirname(prepared.path), {recursive: true});
  }
}

async function findingOf(answer: Answer, params: Params): Promise<PyTorchFinding> {
  const {step, seconds, path, ...scalars} = answer;
  if (!path) return {step, seconds, scalars: scalars as PyTorchFinding["scalars"]};
  const data = new Uint8Array(readFileSync(path));
  rmSync(dirname(path), {recursive: true});
  return {step, seconds, scalars: await judgePictures(data, String(params.dataset))};
}

/** The pictures of the plane as `vae-digits` takes them, upright, in a file: [n, 28, 28] bytes, those held out last. */
function prepare(params: Params): {readonly path: string; readonly heldOut: number} {
  const {dataset, straighten} = params as unknown as PlaneData;
  const name = `${dataset}-train`;
  const {train, test} = planeData({dataset, straighten}, {[name]: unzip(name)});
  const path = join(mkdtempSync(join(tmpdir(), "from-noise-")), "pictures.bin");
  writeFileSync(path, Buffer.concat([train.images.data, test.images.data]));
  return {path, heldOut: test.images.shape[0]};
}
