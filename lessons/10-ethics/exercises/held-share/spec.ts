import type {Evidence, RunEvidence} from "../../../../lib/grading/evidence.js";
import type {Finding} from "../../../../lib/grading/grade-run.js";

const generation = 6;
const leastFirst = 15;
const mostLost = 7;
const mostKept = 50;
/** Points that the second run has to make more than the first one. */
const leastGain = 4;

/** A run of six generations, and what the sixth made. */
interface Trial {
  readonly run: RunEvidence;
  readonly share: number;
}

export function gradeRun({now, earlier}: Evidence): readonly Finding[] {
  const trials = [...earlier, now].flatMap((run) => trialOf(run) ?? []);
  const lost = trials.findLast(isLost);
  const pair = pairIn(trials);
  const nearest = trials.at(-1);
  return [
    {
      ...{task: "lost", points: 2, name: "a share that is lost", holds: lost !== undefined},
      expected: `at least ${leastFirst} % at first, and at most ${mostLost} % made by generation ${generation}`,
      yours: inWords(lost ?? nearest, now),
      advice: lost
        ? "nobody has taken them out. Each generation has made fewer than it was shown."
        : lostAdvice(nearest),
    },
    {
      ...{task: "held", points: 3, name: "the same, held", holds: pair !== undefined},
      expected: `two runs alike but for the real pictures kept, at most ${mostKept} %: at most ${mostLost} % of the rare kind, and at least ${leastGain} points more`,
      yours: pair ? `runs ${pair[0].run.number} and ${pair[1].run.number}` : inWords(nearest, now),
      advice: pair
        ? "only what was kept differs, so that is the cause."
        : heldAdvice(lost, nearest),
    },
  ];
}

function trialOf(run: RunEvidence): Trial | undefined {
  const end = generation * Number(run.params.generationSteps);
  const last = run.measurements.find(({step}) => step === end);
  return last && {run, share: last.scalars.minority!};
}

const isLost = ({run: {params}, share}: Trial) =>
  Number(params.share) >= leastFirst && share <= mostLost;

function isHeld({run: {params}, share}: Trial, lost: Trial): boolean {
  return (
    Number(params.kept) > 0 && Number(params.kept) <= mostKept && share >= lost.share + leastGain
  );
}

function pairIn(trials: readonly Trial[]): readonly [Trial, Trial] | undefined {
  for (const lost of trials.filter(isLost)) {
    const held = trials.find((other) => isHeld(other, lost) && isTwin(other.run, lost.run));
    if (held) return [lost, held];
  }
  return undefined;
}

/** The same in everything but the real pictures kept, and how long it ran. */
function isTwin(a: RunEvidence, b: RunEvidence): boolean {
  const told = ({params: {kept: _, maxSteps: __, ...rest}, changes}: RunEvidence) =>
    JSON.stringify([Object.entries(rest).sort(), changes.filter(({name}) => name !== "maxSteps")]);
  return told(a) === told(b);
}

function inWords(trial: Trial | undefined, now: RunEvidence): string {
  if (!trial)
    return `${now.steps} of ${generation * Number(now.params.generationSteps)} steps, which ${generation} generations take`;
  const {run, share} = trial;
  return `${run.params.share} % at first, ${run.params.kept} % of real ones kept, seed ${run.params.seed}: ${Math.round(10 * share) / 10} %`;
}

function lostAdvice(nearest: Trial | undefined): string {
  if (!nearest) return "let a run come to the end of its sixth generation.";
  const {params} = nearest.run;
  if (Number(params.share) < leastFirst) return "begin with a larger share.";
  if (Number(params.kept) > 0) return "real pictures bring the share back. Keep none of them.";
  return "too much is left. It mostly loses more at a lower temperature, and other seeds lose more or less.";
}

function heldAdvice(lost: Trial | undefined, nearest: Trial | undefined): string {
  if (!lost) return "first a run that loses its share.";
  const {params} = nearest!.run;
  if (Number(params.kept) > mostKept) return `keep at most ${mostKept} % of real pictures.`;
  if (Number(params.kept) > 0 && isTwin(nearest!.run, lost.run))
    return "not enough of them are left. Keep more real pictures.";
  return "now the same run again, same seed, with real pictures kept.";
}
