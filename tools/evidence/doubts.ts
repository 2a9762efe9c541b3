/** Whatever speaks against the evidence of a claim, in sentences. */
import type {Claim, RecordedClaim} from "../../lib/training/claim.js";
import {isRecorded, type NamedClaim} from "./claims.js";
import {digest} from "./digest.js";
import {isSealed, type MeasuredRun, type SealedEvidence} from "./evidence-file.js";
import {rounded, sourcesDigest, startDigest, stepsDigest} from "./fingerprint.js";
import {findingsOf, measure, plannedRuns, recordingOf, toldOf, trialsOf} from "./measure.js";

/** All that is seen without a run: undefined where nothing speaks against it. */
export async function doubtOf(
  each: NamedClaim,
  evidence: SealedEvidence | undefined,
): Promise<string | undefined> {
  if (!evidence) return `${each.name} has no evidence. Measure it: npm run evidence ${each.name}`;
  const why = isSealed(evidence)
    ? await (isRecorded(each) ? recordedDoubt(each, evidence) : runsDoubt(each, evidence))
    : "Its file was changed by hand.";
  return why && again(each.name, why);
}

/** The sentence about evidence that no longer stands. */
export function again(name: string, why: string): string {
  return `The evidence for ${name} does not stand. ${why} Measure it again: npm run evidence ${name}`;
}

async function recordedDoubt(each: NamedClaim<RecordedClaim>, evidence: SealedEvidence) {
  const {seal, ...kept} = evidence;
  if (digest(kept) !== digest(await measure(each)))
    return "Its recording, or what it tells of it, changed.";
  const {holds, rule} = each.claim;
  return holds(evidence.tells, recordingOf(each.experiment)) ? undefined : broken(rule);
}

async function runsDoubt(each: NamedClaim, evidence: SealedEvidence) {
  const claim = each.claim as Claim;
  const planned = plannedRuns(claim).map(({seed, run, params}) => ({
    name: nameOf({seed, run}),
    start: startDigest(each.experiment, params, claim.files),
  }));
  const kept = new Map(evidence.runs.map((run) => [nameOf(run), run.start]));
  if (planned.length !== kept.size || planned.some(({name}) => !kept.has(name)))
    return "Its seeds or runs changed.";
  const other = planned.find(({name, start}) => kept.get(name) !== start);
  if (other) return `The params or the data of its run ${other.name} changed.`;
  if (claim.says !== evidence.says || claim.rule !== evidence.rule) return "What it says changed.";
  if ((await sourcesDigest(each)) !== evidence.source) return "Its sources changed.";
  const trials = trialsOf(evidence.runs);
  if (!claim.holds(trials)) return broken(claim.rule);
  return digest(toldOf(claim, trials)) === digest(evidence.tells)
    ? undefined
    : "What it tells changed.";
}

function broken(rule: string): string {
  return `Its rule is broken: ${rule}.`;
}

/** "seed 3, cured". */
export function nameOf({seed, run}: Pick<MeasuredRun, "seed" | "run">): string {
  return `seed ${seed}, ${run}`;
}

/** Repeats the first steps of the run at `place`. */
export async function stepsDoubt(
  {name, experiment, claim}: NamedClaim<Claim>,
  evidence: SealedEvidence,
  place: number,
): Promise<string | undefined> {
  const kept = evidence.runs[place]!;
  const {params} = plannedRuns(claim)[place]!;
  if ((await stepsDigest(experiment, params)) === kept.steps) return undefined;
  return again(name, `The first steps of its run ${nameOf(kept)} came out differently.`);
}

/** Repeats the whole run at `place`. */
export async function wholeDoubt(
  {name, experiment, claim}: NamedClaim<Claim>,
  evidence: SealedEvidence,
  place: number,
): Promise<string | undefined> {
  const kept = evidence.runs[place]!;
  const found = await findingsOf(experiment, claim, plannedRuns(claim)[place]!);
  if (digest(rounded(found)) === digest(kept.found)) return undefined;
  return again(name, `Its run ${nameOf(kept)} came out differently, made anew from end to end.`);
}
