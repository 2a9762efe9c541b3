import type {Evidence, MeasuredStep, RunEvidence} from "../../../../lib/grading/evidence.js";
import type {Finding} from "../../../../lib/grading/grade-run.js";

/** Measures in the order of `bands` [9, 2], low and high. */
const measures = [
  "certainty",
  "inception",
  "frechet",
  "witnessInception",
  "witnessFrechet",
  "agreement",
  "precision",
  "coverage",
  "nearest",
];
/** Times the upper end of its band that an honest distance is at least. */
const farTimes = 5;

/** A measurement with the run it was made in. */
interface Moment {
  readonly run: RunEvidence;
  readonly measured: MeasuredStep;
}

export function gradeRun({now, earlier}: Evidence): readonly Finding[] {
  const moments = [...earlier, now].flatMap((run) =>
    run.measurements.map((measured) => ({run, measured})),
  );
  return [scoreFinding(moments), honestFinding(moments), distanceFinding(moments)];
}

const scoreOf = ({measured}: Moment, name: string) => measured.scalars[name] ?? Number.NaN;

function bandOf({measured}: Moment, name: string) {
  const row = 2 * measures.indexOf(name);
  const bands = measured.arrays.bands ?? [];
  return {low: bands[row] ?? Number.NaN, high: bands[row + 1] ?? Number.NaN};
}

const isScoreBroken = (moment: Moment) =>
  scoreOf(moment, "inception") > bandOf(moment, "inception").high;
const isDistanceBroken = (moment: Moment) =>
  scoreOf(moment, "frechet") < bandOf(moment, "frechet").low;
const isFar = (moment: Moment, name: "frechet" | "witnessFrechet") =>
  timesBand(moment, name) >= farTimes;

function timesBand(moment: Moment, name: string): number {
  return scoreOf(moment, name) / bandOf(moment, name).high;
}

function scoreFinding(moments: readonly Moment[]): Finding {
  const asked = {task: "score", name: "an Inception Score above that of real pictures", points: 2};
  const broken = moments.find(isScoreBroken);
  if (broken) return {...asked, holds: true, yours: scoreWords(broken)};
  const best = most(moments, (moment) => scoreOf(moment, "inception"));
  return {
    ...asked,
    holds: false,
    expected: best
      ? `more than ${bandOf(best, "inception").high.toFixed(2)}, the upper end of the band`
      : "an Inception Score above the band of real pictures",
    yours: best ? scoreWords(best) : "no measurement: the run is shorter than 20 steps",
    advice: scoreAdvice(best),
  };
}

function scoreAdvice(best: Moment | undefined): string {
  if (!best) return "train on: everything is measured every 20 steps.";
  if (best.run.params.attack === "inception") return "it is climbing. Train on.";
  return "nothing climbs this score: choose it as the attacked one, or start where it is high already.";
}

function honestFinding(moments: readonly Moment[]): Finding {
  const asked = {task: "honest", name: "the distance says so at the same step", points: 2};
  const broken = moments.filter(isScoreBroken);
  const honest = broken.find((moment) => isFar(moment, "frechet"));
  if (honest) return {...asked, holds: true, yours: distanceWords(honest, "frechet")};
  const best = most(broken, (moment) => timesBand(moment, "frechet"));
  return {
    ...asked,
    holds: false,
    expected: `a Fréchet distance of at least ${farTimes} times the upper end of its band, at a step where the score is broken`,
    yours: best ? distanceWords(best, "frechet") : "the score is not broken yet",
    advice: best
      ? "these pictures are too near to real ones. Start from something that nobody would take for them."
      : "break the score first.",
  };
}

function distanceFinding(moments: readonly Moment[]): Finding {
  const asked = {task: "distance", name: "a distance below that of real pictures", points: 3};
  const broken = moments.filter(isDistanceBroken);
  const told = broken.find((moment) => isFar(moment, "witnessFrechet"));
  if (told)
    return {
      ...asked,
      holds: true,
      yours: `${distanceWords(told, "frechet")} For the witness it is ${timesBand(told, "witnessFrechet").toFixed(0)} times the band.`,
    };
  const best =
    most(broken, (moment) => timesBand(moment, "witnessFrechet")) ??
    most(moments, (moment) => -timesBand(moment, "frechet"));
  return {
    ...asked,
    holds: false,
    expected: `a distance below its band, with that of the witness at least ${farTimes} times its own`,
    yours: best
      ? distanceWords(best, broken.length > 0 ? "witnessFrechet" : "frechet")
      : "no measurement: the run is shorter than 20 steps",
    advice: distanceAdvice(best, broken.length > 0),
  };
}

function distanceAdvice(best: Moment | undefined, isBroken: boolean): string {
  if (!best) return "train on: everything is measured every 20 steps.";
  if (isBroken)
    return "the witness finds these pictures too good. Start from noise, so that only the judge is fooled.";
  if (best.run.params.attack === "frechet")
    return "it is falling. Train on, with all of the steps.";
  return "nothing brings this distance down: choose it as the attacked score, in a new run.";
}

function scoreWords(moment: Moment): string {
  const {low, high} = bandOf(moment, "inception");
  return `${placeOf(moment)}: ${scoreOf(moment, "inception").toFixed(2)}; real pictures have ${low.toFixed(2)} to ${high.toFixed(2)}`;
}

function distanceWords(moment: Moment, name: "frechet" | "witnessFrechet"): string {
  const {low, high} = bandOf(moment, name);
  const whose = name === "frechet" ? "judge" : "witness";
  return `${placeOf(moment)}: ${scoreOf(moment, name).toFixed(1)} for the ${whose}; real pictures have ${low.toFixed(1)} to ${high.toFixed(1)}.`;
}

function placeOf({run, measured}: Moment): string {
  return `run ${run.number}, step ${measured.step}`;
}

function most(moments: readonly Moment[], size: (moment: Moment) => number): Moment | undefined {
  return moments.reduce<Moment | undefined>(
    (best, moment) => (best && size(best) >= size(moment) ? best : moment),
    undefined,
  );
}
