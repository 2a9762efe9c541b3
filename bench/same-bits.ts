/**
 * Whether a change left every bit of training as it was: run it before and after, and compare what it prints.
 *
 *     npx tsx bench/same-bits.ts [steps] [experiment ...] [--options]
 *
 * A line for each default run of the experiments named, or of all: hashes of its checkpoint's arrays with their names and order, of its
 * curves, and of its measurement and picture. With `--options` also a run for each other option of each choice and for each number that may be 0; at their
 * ends the kinds of step that the experiment names are taken too.
 */
import {createHash, type Hash} from "node:crypto";
import {parseArgs} from "node:util";
import type {NamedArrays} from "../lib/array.js";
import type {Param, Params, ParamValue} from "../lib/params.js";
import type {Experiment} from "../lib/training/experiment.js";
import {train} from "../lib/training/train.js";
import {experiments} from "../src/experiments/index.js";
import {type NodeRun, startRun} from "../tools/runs/start-run.js";

const {positionals, values} = parseArgs({
  allowPositionals: true,
  options: {options: {type: "boolean", default: false}},
});
const [steps = "20", ...ids] = positionals;

for (const [id, experiment] of Object.entries(experiments)) {
  if (ids.length > 0 && !ids.includes(id)) continue;
  console.log(await fingerprint(id, {}, []));
  for (const given of values.options ? otherOptions(experiment) : [])
    console.log(
      await fingerprint(id, given, kindsOf(experiment)).catch(
        // Painted points are an input of the page's.
        ({message}: Error) => [id, ...Object.entries(given).flat(), message].join(" "),
      ),
    );
}

/** Takes `steps` whole steps, then one of each of `kinds`. */
async function fingerprint(
  id: string,
  given: Partial<Params>,
  kinds: readonly string[],
): Promise<string> {
  const started = await startRun(id, given);
  const curves = createHash("sha256");
  for await (const {scalars} of train(started.run, {steps: Number(steps)}))
    curves.update(JSON.stringify(scalars));
  for (const kind of kinds)
    for await (const {scalars} of train(started.run, {kind, steps: 1}))
      curves.update(JSON.stringify(scalars));
  const hashes = {
    weights: await weightsOf(started),
    curves: curves.digest("hex"),
    measured: await measuredOf(started),
  };
  started.setup.dispose();
  const parts = Object.entries(hashes).map(([name, hash]) => `${name} ${hash.slice(0, 16)}`);
  return [id, ...Object.entries(given).flat(), ...parts].join(" ");
}

async function weightsOf({run}: NodeRun): Promise<string> {
  const hash = addArrays(createHash("sha256"), await run.model.state());
  return hash.update(JSON.stringify([run.batches.state(), run.random.state()])).digest("hex");
}

async function measuredOf({setup}: NodeRun): Promise<string> {
  const {scalars, floors, arrays} = await setup.measure();
  const hash = addArrays(createHash("sha256").update(JSON.stringify([scalars, floors])), arrays);
  return addArrays(hash, await setup.snapshot()).digest("hex");
}

function addArrays(hash: Hash, arrays: NamedArrays): Hash {
  for (const [name, {data, shape}] of Object.entries(arrays)) {
    hash.update(`${name} [${shape}] ${data.constructor.name}`);
    hash.update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  }
  return hash;
}

function otherOptions({params}: Experiment): readonly Readonly<Record<string, ParamValue>>[] {
  const trained = Object.entries(params).filter(([, {group}]) => group === "training");
  return trained.flatMap(([name, param]) =>
    optionsOf(param)
      .filter((option) => option !== param.default)
      .map((option) => ({[name]: option})),
  );
}

/** Of a number only 0, where something is switched off by it. */
function optionsOf(param: Param): readonly ParamValue[] {
  if (param.kind === "number") return param.min === 0 ? [0] : [];
  if (param.kind === "switch") return [true, false];
  return param.kind === "choice" ? Object.keys(param.options) : [];
}

function kindsOf({stepKinds}: Experiment): readonly string[] {
  return Object.keys(stepKinds);
}
