import type {Evidence, RunEvidence} from "../../../../lib/grading/evidence.js";
import type {Finding} from "../../../../lib/grading/grade-run.js";

const givenPictures = 500;
const leastNoise = 0.15;
/** Widths of a whole run. */
const allSteps = 39;
const leastPeak = 70;
const mostRise = 3;
const mostAtEnd = 22;

/** A whole run with what was given, and its test errors width by width. */
interface Trial {
  readonly run: RunEvidence;
  readonly errors: readonly number[];
}

export function gradeRun({now, earlier}: Evidence): readonly Finding[] {
  const runs = [...earlier, now];
  const trials = runs.flatMap((run) => trialOf(run) ?? []);
  const asked = (
    task: string,
    points: number,
    name: string,
    expected: string,
    fits: (trial: Trial) => boolean,
  ): Finding => {
    const found = trials.findLast(fits);
    const shown = found ?? trials.at(-1);
    return {
      ...{task, points, name, expected, holds: found !== undefined},
      yours: shown ? inWords(shown) : whyNone(now),
      advice: found ? whatItTook(found) : whatToTry(task, shown),
    };
  };
  return [
    asked("peak", 1, "has a peak", `an error above ${leastPeak} % after the first low`, hasPeak),
    asked(
      "level",
      2,
      "has none",
      `never more than ${mostRise} points above the lowest so far`,
      isLevel,
    ),
    asked(
      "good",
      2,
      "has none, and ends well",
      `never more than ${mostRise} points above the lowest so far, and at most ${mostAtEnd} % in the end`,
      (trial) => isLevel(trial) && endOf(trial) <= mostAtEnd,
    ),
  ];
}

function trialOf(run: RunEvidence): Trial | undefined {
  const measured = run.measurements.filter(
    ({step, scalars}) => step > 0 && scalars.testError !== undefined,
  );
  if (!isGiven(run) || measured.length < allSteps) return undefined;
  return {run, errors: measured.map(({scalars}) => scalars.testError!)};
}

function isGiven({params}: RunEvidence): boolean {
  return (
    params.dataset === "digits" &&
    Number(params.pictures) === givenPictures &&
    Number(params.labelNoise) >= leastNoise - 1e-9
  );
}

/** The most that the error rises above the lowest before it, in points. */
function riseOf({errors}: Trial): number {
  let [lowest, rise] = [Number.POSITIVE_INFINITY, 0];
  for (const error of errors) {
    lowest = Math.min(lowest, error);
    rise = Math.max(rise, error - lowest);
  }
  return rise;
}

const endOf = ({errors}: Trial) => errors.at(-1)!;
const isLevel = (trial: Trial) => riseOf(trial) <= mostRise;

/** After its first low, where the narrowest models have no part in it. */
function hasPeak({errors}: Trial): boolean {
  const low = errors.findIndex((error, i) => i > 0 && error < leastPeak && errors[i - 1]! <= error);
  return low >= 0 && errors.slice(low).some((error) => error > leastPeak);
}

function inWords(trial: Trial): string {
  const {run} = trial;
  return `ridge 10^${run.params.ridgePower}, seed ${run.params.seed}: it rises by up to ${rounded(riseOf(trial))} points and ends at ${rounded(endOf(trial))} %`;
}

function whyNone({params, measurements}: RunEvidence): string {
  if (params.dataset !== "digits") return "the pictures are clothes, not digits";
  if (Number(params.pictures) !== givenPictures)
    return `${params.pictures} pictures to learn from, not ${givenPictures}`;
  if (Number(params.labelNoise) < leastNoise - 1e-9)
    return `${rounded(100 * Number(params.labelNoise))} % of the labels are wrong, not 15 % or more`;
  return `${measurements.filter(({step}) => step > 0).length} of ${allSteps} widths`;
}

function whatToTry(task: string, trial: Trial | undefined): string {
  if (!trial)
    return `take ${givenPictures} digits with 15 % of wrong labels, and let the run come to its end.`;
  const power = Number(trial.run.params.ridgePower);
  if (task === "peak") return "make a run in which a long readout costs next to nothing.";
  if (!isLevel(trial)) return `with a ridge of 10^${power} the error still rises. Raise the ridge.`;
  return power > 1
    ? "there is no peak, but so large a ridge keeps the readout too short. Lower it."
    : "there is no peak, but too many are wrong in the end. Try the next power of ten.";
}

function whatItTook({run, errors}: Trial): string {
  return `with a ridge of 10^${run.params.ridgePower} the least error of all widths was ${rounded(Math.min(...errors))} %. Would another seed say the same?`;
}

const rounded = (value: number) => Math.round(10 * value) / 10;
