/** Whatever decides how a claim's run comes out, as digests: what it is started with, the code that makes it, its first steps. */
import {fileURLToPath} from "node:url";
import {dataFile} from "../../data/data-file.js";
import {readManifest} from "../../data/write-manifest.js";
import {type Params, parseParams} from "../../lib/params.js";
import type {Findings} from "../../lib/training/claim.js";
import {train} from "../../lib/training/train.js";
import {findExperiment} from "../../src/experiments/index.js";
import {setupNameOf} from "../experiment-modules.mjs";
import {startRun} from "../runs/start-run.js";
import type {NamedClaim} from "./claims.js";
import {codeDigest} from "./code-digest.js";
import {digest} from "./digest.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** So many steps show whether a run goes as it did: from the first on each depends on all before. */
const firstSteps = 3;

/** Of all training params, given or not, and of the files that the run and its claim read. What is sampled and shown of a run does not move it. */
export function startDigest(
  experiment: string,
  given: Readonly<Record<string, unknown>>,
  claimed: readonly string[] = [],
): string {
  const {params: table, files} = findExperiment(experiment);
  const params = parseParams(table, given) as Params;
  const known = Object.values(readManifest().files);
  const hashOf = (name: string) => known.find(({file}) => file === `${name}.bin.gz`)?.sha256;
  const training = Object.entries(params)
    .filter(([name]) => table[name]?.group === "training")
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return digest(training, [...files(params), ...claimed].map(hashOf));
}

/** Of the claim's own code, the experiment's setup, and what both reach. */
export function sourcesDigest({experiment, exported}: NamedClaim): Promise<string> {
  const entry = `
    export {${exported}} from "./src/experiments/${experiment}/claims.js";
    export {${setupNameOf(experiment)}} from "./src/experiments/${experiment}/setup.js";
    export {installKernels} from "./lib/kernels/index.js";
    export {train} from "./lib/training/train.js";`;
  return codeDigest(entry, root);
}

/** Of all weights and slots after the first steps, and of what is then measured. */
export async function stepsDigest(
  experiment: string,
  given: Readonly<Record<string, unknown>>,
): Promise<string> {
  const {setup, run} = await startRun(experiment, given);
  for await (const _ of train(run, {steps: firstSteps}));
  const state = Object.entries(await run.model.state()).sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = state.flatMap(([name, {data, shape}]) => [
    [name, shape],
    new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
  ]);
  const {scalars} = await setup.measure();
  setup.dispose();
  return digest(...parts, rounded(scalars));
}

/** Of the recorded run's file, unpacked. */
export function recordingDigest(experiment: string): string {
  return digest(dataFile(`recorded/${experiment}`));
}

/** Numbers to ten digits: the last ones of a logarithm may differ between two versions of a JavaScript engine. */
export function rounded<F extends Findings>(findings: F): F {
  const entries = Object.entries(findings).map(([name, value]) => [
    name,
    typeof value === "number" ? Number(value.toPrecision(10)) : value,
  ]);
  return Object.fromEntries(entries) as F;
}
