import {type Evidence, paramAt, type RunEvidence} from "../../../../lib/grading/evidence.js";
import type {Finding} from "../../../../lib/grading/grade-run.js";

/** What is given: the set, and the network that learns from it. */
const given = {seed: 7, learningRate: 0.003, batchSize: 32, averaging: 0.95} as const;
const mostSteps = 400;
const leastRight = 82;
const leastKept = 320;
const sieves = ["apart", "sharpness", "agreeing"] as const;

/** The last measurement within the steps that count. */
interface Ended {
  readonly run: RunEvidence;
  readonly step: number;
  readonly right: number;
  readonly kept: number;
}

export function gradeRun({now, earlier}: Evidence): readonly Finding[] {
  const ends = [...earlier, now].flatMap((run) => endOf(run) ?? []);
  const mended = ends.filter(({run}) => !isWhole(run) && isGiven(run));
  const control = ends.find(({run, step}) => isWhole(run) && isGiven(run) && step === mostSteps);
  const best = mostRight(mended);
  const keeping = mostKept(mended.filter(({right}) => right >= leastRight));
  return [
    {
      ...{task: "control", name: "a run with all of the set is there to compare with", points: 1},
      holds: control !== undefined,
      expected: `no sieve, seed ${given.seed}, ${mostSteps} steps`,
      yours: control ? inWords(control) : inWords(endOf(now)),
      advice: control ? "this is what the set is worth as it is." : controlAdvice(now),
    },
    {
      ...{task: "mended", name: "a mended set teaches more", points: 3},
      holds: best !== undefined && best.right >= leastRight,
      expected: `at least ${leastRight} % of the new digits right within ${mostSteps} steps`,
      yours: inWords(best ?? endOf(now)),
      advice: best && best.right >= leastRight ? gain(best, control) : mendAdvice(now, best),
    },
    {
      ...{task: "kept", name: "good pictures were not thrown away with it", points: 1},
      holds: keeping !== undefined && keeping.kept >= leastKept,
      expected: `at least ${leastKept} pictures kept, and ${leastRight} % right`,
      yours: inWords(keeping ?? best ?? endOf(now)),
      advice: keepAdvice(keeping),
    },
  ];
}

function endOf(run: RunEvidence): Ended | undefined {
  const last = run.measurements.findLast(({step}) => step > 0 && step <= mostSteps);
  if (!last) return undefined;
  const {testAccuracy = 0, kept = 0} = last.scalars;
  return {run, step: last.step, right: testAccuracy, kept};
}

const isWhole = ({params}: RunEvidence) => sieves.every((name) => Number(params[name]) === 0);

function isGiven(run: RunEvidence): boolean {
  return (
    Object.entries(given).every(([name, value]) => run.params[name] === value) && !hasMoved(run)
  );
}

/** Whether the rate was changed on the way. */
const hasMoved = (run: RunEvidence) =>
  paramAt(run, "learningRate", mostSteps) !== given.learningRate;

function mostRight(ends: readonly Ended[]): Ended | undefined {
  return ends.reduce<Ended | undefined>(
    (most, end) => (most && most.right >= end.right ? most : end),
    undefined,
  );
}

function mostKept(ends: readonly Ended[]): Ended | undefined {
  return ends.reduce<Ended | undefined>(
    (most, end) => (most && most.kept >= end.kept ? most : end),
    undefined,
  );
}

function inWords(end: Ended | undefined): string {
  if (!end) return "no measurement: the run is shorter than 100 steps";
  const {run, step, right, kept} = end;
  return `run ${run.number}, step ${step}: ${percent(right)} right, ${kept} pictures kept`;
}

function controlAdvice(run: RunEvidence): string {
  if (!isGiven(run)) return givenAdvice(run);
  return isWhole(run)
    ? `let it run to step ${mostSteps}: a control that is stopped early compares with nothing.`
    : "put all three sieves to 0 and train once more: without it nobody knows what your mending did.";
}

function givenAdvice(run: RunEvidence): string {
  const wrong = Object.entries(given).filter(([name, value]) => run.params[name] !== value);
  const words = wrong.map(([name, value]) => `${name} ${value}`).join(", ");
  return `only the set is to be mended. Put back what is given: ${words || "the learning rate that it began with"}.`;
}

function mendAdvice(now: RunEvidence, best: Ended | undefined): string {
  if (!best) return isGiven(now) ? "no sieve is set. Begin with the copies." : givenAdvice(now);
  const {apart, sharpness, agreeing} = best.run.params;
  if (Number(apart) === 0)
    return "the copies are still there: twenty digits, each sixteen times, and neighbours of their own. Take them out first.";
  if (Number(sharpness) === 0)
    return "look at the columns of what is kept: some pictures are out of focus, and their labels are guesses.";
  if (best.kept < leastKept)
    return `only ${best.kept} pictures are left. Too fine a sieve throws out the odd digits, from which there is most to learn.`;
  if (Number(agreeing) === 0)
    return "a quarter of the labels of sharp, single digits is wrong as well. Whom could you ask about a label?";
  return "look at what is taken out and what is kept, and move one sieve at a time.";
}

function keepAdvice(keeping: Ended | undefined): string {
  if (!keeping) return "first a run that is right about enough.";
  if (keeping.kept >= leastKept)
    return `${keeping.kept} of 1100 pictures do more than all of them.`;
  return `${keeping.kept} are left. Which sieve takes good ones? Loosen it.`;
}

function gain(best: Ended, control: Ended | undefined): string {
  const {apart, sharpness, agreeing} = best.run.params;
  const what = `apart ${apart}, sharp ${sharpness}, ${agreeing} neighbours that agree`;
  if (!control) return `${what}. How much that is worth, a control would say.`;
  const points = Math.round(10 * (best.right - control.right)) / 10;
  return `${what}: ${points} points more than with all of the set.`;
}

function percent(value: number): string {
  return `${Math.round(10 * value) / 10} %`;
}
