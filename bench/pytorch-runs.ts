/** Default runs of the course in PyTorch (runs.py), on the same processor and measured by the course's own measures. */
import {spawn} from "node:child_process";
import {readFileSync, rmSync} from "node:fs";
import {dirname} from "node:path";
import {createInterface} from "node:readline";
import type {Params} from "../lib/params.js";
import {root} from "../tools/project.mjs";
import type {Python} from "./pytorch.js";
import {type Reference, references} from "./pytorch-references.js";

export interface PyTorchFinding {
  readonly step: number;
  /** In training steps alone. */
  readonly seconds: number;
  readonly scalars: Readonly<Record<string, number>>;
}

interface Answer {
  readonly step: number;
  readonly seconds: number;
  /** A file to be measured; without it the answer holds the measures. */
  readonly path?: string;
}

const threads = 2;

/** Trains `experiment` with `params`, a finding every `every` steps until the caller has enough or the run ends. */
export async function* trainInPyTorch(
  {program}: Python,
  experiment: string,
  params: Params,
  every: number,
): AsyncGenerator<PyTorchFinding, void, void> {
  const reference = references[experiment]!;
  const child = spawn(program, [`${root}bench/runs.py`, `${threads}`, `${root}data`], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const prepared = reference.prepare?.(params);
  const order = {experiment, params, every, samples: reference.samples ?? 0, prepared};
  child.stdin.end(`${JSON.stringify(order)}\n`);
  try {
    for await (const line of createInterface({input: child.stdout})) {
      if (!line) return;
      yield await findingOf(reference, JSON.parse(line), params);
    }
  } finally {
    child.kill();
    if (prepared) rmSync(dirname(prepared.path), {recursive: true});
  }
}

async function findingOf(
  reference: Reference,
  answer: Answer,
  params: Params,
): Promise<PyTorchFinding> {
  const {step, seconds, path, ...scalars} = answer;
  if (!path || !reference.measure)
    return {step, seconds, scalars: scalars as PyTorchFinding["scalars"]};
  const bytes = new Uint8Array(readFileSync(path));
  rmSync(dirname(path), {recursive: true});
  return {step, seconds, scalars: await reference.measure(bytes, params)};
}
