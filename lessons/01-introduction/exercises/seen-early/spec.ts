import type {Evidence, RunEvidence} from "../../../../lib/grading/evidence.js";
import type {Finding} from "../../../../lib/grading/grade-run.js";

const leastSteps = 800;
const early = 0.3;
const quiteEarly = 0.36;
const leastClean = 96.5;

/** A whole run, and what it measured last. */
interface Trial {
  readonly run: RunEvidence;
  readonly low: number;
  readonly high: number;
  /** In per cent. */
  readonly clean: number;
}

export function gradeRun({now, earlier}: Evidence): readonly Finding[] {
  const trials = [...earlier, now].flatMap((run) => trialOf(run) ?? []);
  const first = trials.findLast(({high}) => high <= early);
  const both = trials.findLast(({high, clean}) => high <= quiteEarly && clean >= leastClean);
  const pair = pairIn(trials);
  const last = trials.at(-1);
  return [
    {
      ...{task: "early", points: 2, name: "seen early", holds: first !== undefined},
      expected: `a bar that ends at ${early.toFixed(2)} or below`,
      yours: inWords(first ?? last, now),
      advice: first
        ? "it has learned in noise, so noise does not hide the strokes from it."
        : earlyAdvice(last),
    },
    {
      ...{task: "cause", points: 2, name: "why", holds: pair !== undefined},
      expected: "two runs alike but for their noise, with bars that lie apart",
      yours: pair ? `runs ${pair[0].run.number} and ${pair[1].run.number}` : inWords(last, now),
      advice: pair ? "only the noise differs, so it is the cause." : causeAdvice(trials),
    },
    {
      ...{task: "both", points: 2, name: "early and good", holds: both !== undefined},
      expected: `a bar that ends at ${quiteEarly} or below, and ${leastClean} % of the clean digits`,
      yours: inWords(both ?? last, now),
      advice: both ? "it had room for both." : bothAdvice(last),
    },
  ];
}

function trialOf(run: RunEvidence): Trial | undefined {
  const last = run.measurements.filter(({step}) => step >= leastSteps).at(-1);
  if (!last) return undefined;
  // Threshold, spread and lapse of the curve, then the ends of the bar; 32-bit floats, so 0.3 is not quite 0.3.
  const [, , , low, high] = Array.from(
    last.arrays.fit ?? [],
    (value) => Math.round(1e4 * value) / 1e4,
  );
  if (low === undefined || high === undefined) return undefined;
  return {run, low, high, clean: last.scalars.clean!};
}

function pairIn(trials: readonly Trial[]): readonly [Trial, Trial] | undefined {
  for (const sooner of trials) {
    const later = trials.find((other) => sooner.high < other.low && isTwin(sooner, other));
    if (later) return [sooner, later];
  }
  return undefined;
}

/** The same in everything but the noise, and how long they ran. */
function isTwin({run: one}: Trial, {run: other}: Trial): boolean {
  const told = ({params: {noise: _, maxSteps: __, ...rest}, changes}: RunEvidence) =>
    JSON.stringify([Object.entries(rest).sort(), changes.filter(({name}) => name !== "maxSteps")]);
  return one.params.noise !== other.params.noise && told(one) === told(other);
}

function inWords(trial: Trial | undefined, now: RunEvidence): string {
  if (!trial) return `${now.steps} of ${leastSteps} steps`;
  const {run, low, high, clean} = trial;
  const bar = `a bar from ${low.toFixed(2)} to ${high.toFixed(2)}`;
  return `run ${run.number}, noise up to ${run.params.noise}: ${bar}, ${clean.toFixed(1)} % clean`;
}

function earlyAdvice(last: Trial | undefined): string {
  if (!last) return "let a run come to its end.";
  if (Number(last.run.params.noise) < 0.7)
    return "it has seen little noise in training. Let it see more.";
  return "it needs longer to learn, or another rate.";
}

function causeAdvice(trials: readonly Trial[]): string {
  if (trials.length < 2) return "make the run again with other noise, and change nothing else.";
  const isApart = trials.some(({high}) => trials.some(({low}) => high < low));
  return isApart
    ? "bars lie apart, but these runs differ in more than their noise. Keep the seed and the rest."
    : "their bars overlap. Let the noise of the two differ more.";
}

function bothAdvice(last: Trial | undefined): string {
  if (!last) return "let a run come to its end.";
  if (last.high > quiteEarly) return "it sees too late. Let it see more noise in training.";
  return "it sees early enough, and misreads clean digits. Give it more room, or less noise.";
}
