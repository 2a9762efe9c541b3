import type {Evidence, MeasuredStep, RunEvidence} from "../../../../lib/grading/evidence.js";
import type {Finding} from "../../../../lib/grading/grade-run.js";
import {isOwnName} from "../../../../lib/own-name.js";

/** What points drawn from N(0, 1) leave by chance, 95 times of 100: `planeHolesFloor(1000, 15)`. */
const mostByChance = 5;
const leastSteps = 500;
const nearestStep = 0.1;
const nearestFactor = 1.5;

/** A run whose beta stayed what it was, with its measurements from step 500 on. */
interface Trial {
  readonly run: RunEvidence;
  readonly beta: number;
  readonly measured: readonly MeasuredStep[];
}

/** Two trials that differ in beta alone, at the last step that both have measured. */
interface Pair {
  readonly low: Trial;
  readonly high: Trial;
  readonly before: MeasuredStep;
  readonly after: MeasuredStep;
}

export function gradeRun({now, earlier}: Evidence): readonly Finding[] {
  const runs = [...earlier, now];
  const trials = runs.flatMap((run) => trialOf(run) ?? []);
  return [
    single(runs, trials, "holes", 1, "the plane has holes", (holes) => holes > mostByChance),
    single(runs, trials, "none", 2, "the plane has none", (holes) => holes <= mostByChance),
    smallest(trials),
  ];
}

function trialOf(run: RunEvidence): Trial | undefined {
  const measured = run.measurements.filter(
    ({step, scalars}) => step >= leastSteps && scalars.gaps !== undefined,
  );
  const isSteady = run.changes.every(({name}) => name !== "beta");
  if (measured.length === 0 || !isSteady || isOfOwn(run)) return undefined;
  return {run, beta: Number(run.params.beta), measured};
}

/** Of a reader's own pictures fewer are held out, and chance leaves more places empty. */
const isOfOwn = ({params}: RunEvidence) => isOwnName(params.dataset);

const holesOf = ({scalars}: MeasuredStep) => scalars.gaps!;
const hasHoles = (measured: MeasuredStep) => holesOf(measured) > mostByChance;

function single(
  runs: readonly RunEvidence[],
  trials: readonly Trial[],
  task: string,
  points: number,
  name: string,
  fits: (holes: number) => boolean,
): Finding {
  const found = trials.findLast(({measured}) => fits(holesOf(measured.at(-1)!)));
  const last = found ?? trials.at(-1);
  return {
    task,
    name,
    points,
    holds: found !== undefined,
    expected: `${task === "holes" ? "more than" : "at most"} ${mostByChance} of 225 places without pictures, after ${leastSteps} steps or more`,
    yours: last ? inWords(last.beta, last.measured.at(-1)!) : whyNone(runs),
    ...(found ? {} : {advice: last ? otherWay(task) : otherRun(runs)}),
  };
}

function otherWay(task: string): string {
  return task === "holes"
    ? "charge the clouds less: with a smaller beta they shrink and move apart."
    : "charge the clouds more: with a larger beta they grow and move together.";
}

function otherRun(runs: readonly RunEvidence[]): string {
  return runs.every(isOfOwn)
    ? "take the digits or the clothes."
    : "train on, with one beta from start to end.";
}

function whyNone(runs: readonly RunEvidence[]): string {
  if (runs.every(isOfOwn))
    return "only runs on pictures of your own, of which too few are held out to tell holes from chance";
  const changed = runs.some(({changes}) => changes.some(({name}) => name === "beta"));
  const longest = Math.max(...runs.map(({steps}) => steps));
  return changed && longest >= leastSteps
    ? "the only long run had its beta changed on the way"
    : `no run of ${leastSteps} steps; the longest has ${longest}`;
}

function smallest(trials: readonly Trial[]): Finding {
  const closest = closestOf(trials);
  const asked = {task: "smallest", name: "two runs that differ in beta alone", points: 2};
  const expected = `holes at the one beta and none at the other, which is at most ${nearestStep} or a factor of ${nearestFactor} larger`;
  if (!closest)
    return {
      ...asked,
      holds: false,
      expected,
      yours:
        "no two runs with the same other settings, of which only the one of smaller beta has holes",
      advice: differingSettings(trials),
    };
  const {low, high, before, after} = closest;
  const yours = `${inWords(low.beta, before)}; ${inWords(high.beta, after)}`;
  const smaller = withoutHoles(trials, closest);
  if (smaller)
    return {
      ...asked,
      holds: false,
      expected,
      yours: `${yours}; but ${inWords(smaller.beta, smaller.measured.at(-1)!)}`,
      advice: `your run with beta ${smaller.beta} had no holes either. Look below that.`,
    };
  if (!isNear(closest))
    return {
      ...asked,
      holds: false,
      expected,
      yours,
      advice: `the border lies between ${low.beta} and ${high.beta}. Try ${between(low.beta, high.beta)}, with nothing else changed.`,
    };
  return {...asked, holds: true, yours, advice: price(before, after)};
}

function pairsOf(trials: readonly Trial[]): Pair[] {
  return trials.flatMap((low) =>
    trials.flatMap((high) => {
      if (!(low.beta < high.beta) || settings(low.run) !== settings(high.run)) return [];
      const after = high.measured.findLast(({step}) => measuredAt(low, step));
      const before = after && measuredAt(low, after.step);
      return before && hasHoles(before) && !hasHoles(after) ? [{low, high, before, after}] : [];
    }),
  );
}

/** Of the pairs below which no run did without holes, if there are such, the one with the smallest gap. */
function closestOf(trials: readonly Trial[]): Pair | undefined {
  const pairs = pairsOf(trials);
  const lowest = pairs.filter((pair) => !withoutHoles(trials, pair));
  return (lowest.length > 0 ? lowest : pairs).toSorted((a, b) => gap(a) - gap(b))[0];
}

const measuredAt = ({measured}: Trial, at: number) => measured.find(({step}) => step === at);
const gap = ({low, high}: Pair) => high.beta - low.beta;

function isNear({low, high}: Pair): boolean {
  const slack = 1e-9;
  return (
    high.beta - low.beta <= nearestStep + slack || high.beta <= nearestFactor * low.beta + slack
  );
}

/** A trial with the same settings and a smaller beta than the pair's smaller one that had no holes all the same. */
function withoutHoles(trials: readonly Trial[], {low, after}: Pair): Trial | undefined {
  return trials.find((trial) => {
    const then = measuredAt(trial, after.step);
    return (
      trial.beta < low.beta && settings(trial.run) === settings(low.run) && then && !hasHoles(then)
    );
  });
}

/** All settings but beta, and but when to stop. Live changes are settings, too. */
function settings({params, changes}: RunEvidence): string {
  const {beta: _, maxSteps: __, ...rest} = params;
  return JSON.stringify([
    Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)),
    changes.filter(({name}) => name !== "maxSteps"),
  ]);
}

function differingSettings(trials: readonly Trial[]): string {
  if (trials.length < 2) return "train a second run, with another beta and nothing else changed.";
  const [before, last] = trials.slice(-2) as [Trial, Trial];
  const names = Object.keys(last.run.params).filter(
    (name) =>
      !["beta", "maxSteps"].includes(name) && last.run.params[name] !== before.run.params[name],
  );
  return names.length > 0
    ? `your last two runs also differ in ${names.join(", ")}. Change beta alone.`
    : "find a beta that is small enough for holes, and one that is large enough for none.";
}

/** The middle, on the grid of the form's slider. */
const between = (low: number, high: number) => Math.round(5 * (low + high)) / 10;

/** What closing the holes cost, from the held-out terms of the two runs. */
function price(before: MeasuredStep, after: MeasuredStep): string {
  const drawing = ({scalars}: MeasuredStep) => -scalars.heldOutElbo! - scalars.heldOutKl!;
  const dearer = drawing(after) - drawing(before);
  const said = before.scalars.heldOutKl! - after.scalars.heldOutKl!;
  return `what it cost: the codes tell ${rounded(said)} nats less of each picture, and the drawing is ${rounded(Math.abs(dearer))} nats ${dearer >= 0 ? "worse" : "better"}. Would another seed say the same?`;
}

function inWords(beta: number, {step, scalars}: MeasuredStep): string {
  return `beta ${beta}, step ${step}: ${scalars.gaps} of 225 places without pictures, KL ${rounded(scalars.heldOutKl!)} nats`;
}

const rounded = (value: number) => Math.round(100 * value) / 100;
