import {metricWords, type SetMetricName} from "../../lib/metrics/all-metrics.js";
import {type ClaimRun, claim, type Findings, numbersOf} from "../../lib/training/claim.js";
import type {frechetDistance} from "./experiment.js";

type Run = ClaimRun<typeof frechetDistance>;

const names = Object.keys(metricWords) as SetMetricName[];
const steps = 24;

/** How much of each, as the page says. */
const strengths = {none: 0, drops: 0.5, blurs: 0.4, noises: 0.3, copies: 1} as const;
type Fault = keyof typeof strengths;
const faults = Object.keys(strengths) as Fault[];

/** Where a value lies against what real pictures score: above, below, or among them. */
function sideOf(value: number, {low, high}: {readonly low: number; readonly high: number}) {
  if (value > high) return "↑";
  return value < low ? "↓" : "·";
}

export const moves = claim({
  says: "Missing classes, blur, noise and copies each move the metrics that should move.",
  seeds: [7, 1, 2],
  runs: {judged: {}},
  async measure(run: Run) {
    await run.to(steps);
    const found: Record<string, number | string> = {};
    for (const fault of faults) {
      run.sample({fault, strength: strengths[fault]});
      const measurement = await run.measure();
      const values = numbersOf(measurement, ...names);
      for (const name of names) {
        found[`${fault}_${name}`] = values[name];
        found[`${fault}_${name}_side`] = sideOf(values[name], measurement.floors[name]!);
      }
    }
    return found as Findings;
  },
  rule: "in every seed: half of the classes missing lowers recall, coverage, the Inception Score and the classes covered and leaves precision; blur and noise raise both distances and lower recall and coverage; copies lower authenticity and the distance to the nearest, raise neither distance and lower no precision, recall or coverage; real pictures move at most three",
  holds: (trials) => trials.every(({runs}) => isAsTold(runs.judged)),
  tells(trials) {
    const blurred = trials.map(({runs}) => Number(runs.judged.blurs_precision));
    return {
      ...Object.fromEntries(faults.flatMap((fault) => rowOf(fault, trials))),
      leastBlurred: Math.min(...blurred),
      mostBlurred: Math.max(...blurred),
      mostCovered: Math.max(...trials.map(({runs}) => Number(runs.judged.blurs_coverage))),
    };
  },
});

/** Of each metric the side on which it is in every seed, or a dot. */
function rowOf(fault: Fault, trials: readonly {readonly runs: {readonly judged: Findings}}[]) {
  return names.map((name) => {
    const sides = new Set(trials.map(({runs}) => runs.judged[`${fault}_${name}_side`]!));
    return [`${fault}_${name}`, sides.size === 1 ? [...sides][0]! : "·"] as const;
  });
}

function isAsTold(found: Findings): boolean {
  // Of every metric that is named.
  const all = (fault: Fault, side: string, ...metrics: readonly SetMetricName[]) =>
    metrics.every((name) => found[`${fault}_${name}_side`] === side);
  return (
    names.filter((name) => !all("none", "·", name)).length <= 3 &&
    all("drops", "↓", "inceptionScore", "recall", "coverage", "coveredClasses") &&
    all("drops", "↑", "frechet", "kernelDistance") &&
    !all("drops", "↓", "precision") &&
    all("blurs", "↑", "frechet", "kernelDistance") &&
    all("blurs", "↓", "recall", "coverage") &&
    all("noises", "↑", "frechet", "kernelDistance") &&
    all("noises", "↓", "recall", "coverage") &&
    all("copies", "↓", "authenticity", "nearestDistance") &&
    (["frechet", "kernelDistance"] as const).every((name) => !all("copies", "↑", name)) &&
    (["precision", "recall", "coverage"] as const).every((name) => !all("copies", "↓", name))
  );
}
