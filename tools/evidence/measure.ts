/** Makes the runs of a claim, and what is found by them into evidence. */

import {dataFile, dataFiles} from "../../data/data-file.js";
import {samplingParams} from "../../lib/param-groups.js";
import type {Params} from "../../lib/params.js";
import type {Claim, ClaimRun, Findings, RecordedClaim, Trial} from "../../lib/training/claim.js";
import {unpackRecording} from "../../lib/training/recording.js";
import {train} from "../../lib/training/train.js";
import {findExperiment} from "../../src/experiments/index.js";
import {startRun} from "../runs/start-run.js";
import {isRecorded, type NamedClaim} from "./claims.js";
import type {Evidence, MeasuredRun} from "./evidence-file.js";
import {recordingDigest, rounded, sourcesDigest, startDigest, stepsDigest} from "./fingerprint.js";

/** One of a claim's runs, before it is made. */
export interface PlannedRun {
  readonly seed: number;
  readonly run: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export function plannedRuns({seeds, runs}: Claim): PlannedRun[] {
  return seeds.flatMap((seed) =>
    Object.entries(runs).map(([run, params]) => ({seed, run, params: {...params, seed}})),
  );
}

/** Measures a claim. `tell` hears of each run when it is done. */
export async function measure(
  each: NamedClaim,
  tell: (run: MeasuredRun) => void = () => {},
): Promise<Evidence> {
  if (isRecorded(each)) return readRecording(each);
  const {name, experiment} = each;
  const claim = each.claim as Claim;
  const source = await sourcesDigest(each);
  const runs: MeasuredRun[] = [];
  for (const planned of plannedRuns(claim)) {
    const {seed, run, params} = planned;
    const start = startDigest(experiment, params, claim.files);
    const steps = await stepsDigest(experiment, params);
    runs.push({seed, run, start, steps, found: await findingsOf(experiment, claim, planned)});
    tell(runs.at(-1)!);
  }
  const {says, rule} = claim;
  if ((await sourcesDigest(each)) !== source)
    throw new Error(`the sources of ${name} changed while it was measured`);
  return {claim: name, says, rule, source, runs, tells: toldOf(claim, trialsOf(runs))};
}

/** Makes one run whole. */
export async function findingsOf(
  experiment: string,
  claim: Claim,
  {params, run: name}: PlannedRun,
): Promise<Findings> {
  const {run, dispose} = await begun(experiment, params, claim.files);
  const found = await claim.measure(run, name);
  dispose();
  return rounded(found);
}

/** Runs by seed, as a claim's rule gets them. */
export function trialsOf(runs: readonly MeasuredRun[]): Trial[] {
  const seeds = [...new Set(runs.map(({seed}) => seed))];
  return seeds.map((seed) => ({
    seed,
    runs: Object.fromEntries(
      runs.filter((each) => each.seed === seed).map(({run, found}) => [run, found]),
    ),
  }));
}

/** What a claim tells of its trials: without words of its own, the findings of the first seed. */
export function toldOf({tells = findingsOfFirst}: Claim, trials: readonly Trial[]): Findings {
  return rounded(tells(trials));
}

function findingsOfFirst([first]: readonly Trial[]): Findings {
  const entries = Object.entries(first!.runs).flatMap(([run, found]) =>
    Object.entries(found).map(([finding, value]) => [`${run}.${finding}`, value]),
  );
  return Object.fromEntries(entries);
}

export function recordingOf(experiment: string) {
  return unpackRecording(dataFile(`recorded/${experiment}`));
}

function readRecording({name, experiment, claim}: NamedClaim<RecordedClaim>): Evidence {
  const {says, rule, tells} = claim;
  const told = rounded(tells(recordingOf(experiment)));
  return {claim: name, says, rule, source: recordingDigest(experiment), runs: [], tells: told};
}

async function begun(
  experiment: string,
  params: Readonly<Record<string, unknown>>,
  claimed: readonly string[] = [],
): Promise<{run: ClaimRun; dispose: () => void}> {
  const {params: whole, setup, run} = await startRun(experiment, params);
  let sampling = samplingParams(findExperiment(experiment).params, whole);
  const curves: Record<string, number[]> = {};
  return {
    dispose: () => setup.dispose(),
    run: {
      ...{files: dataFiles(...claimed), curves},
      measureSteps: setup.cadence.measureSteps,
      async to(step) {
        for await (const {scalars} of train(run, {steps: step - run.step}))
          for (const [name, value] of Object.entries(scalars)) {
            curves[name] ??= [];
            curves[name].push(value);
          }
      },
      set: (name, value) => run.model.set(name, value),
      sample(changes) {
        sampling = {...sampling, ...(changes as Params)};
        setup.sample!(sampling);
      },
      measure: async () => structuredClone({step: run.step, ...(await setup.measure())}),
      snapshot: async () => structuredClone(await setup.snapshot()),
      ask: async (question, inputs) => structuredClone(await setup.answers[question]!(inputs)),
    },
  };
}
