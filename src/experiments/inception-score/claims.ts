import {type ClaimRun, claim, numbersOf, rangesOf} from "../../lib/training/claim.js";
import {type inceptionScore, scoreParts} from "./experiment.js";

type Run = ClaimRun<typeof inceptionScore>;

/** As many pictures as may be judged. */
const steps = 24;

/** How much of each, as the page says. */
const strengths = {
  none: 0,
  drops: 0.5,
  blurs: 0.5,
  noises: 0.5,
  copies: 1,
  repeats: 1,
  gan: 1,
  vae: 1,
} as const;
type Fault = keyof typeof strengths;
const faults = Object.keys(strengths) as Fault[];

export const parts = claim({
  says: "Missing classes lower the kinds, blur raises the doubt, and copies or one picture of each class again and again move neither.",
  seeds: [7, 1, 2],
  runs: {judged: {}},
  async measure(run: Run) {
    await run.to(steps);
    const found: Record<string, number> = {};
    for (const fault of faults) {
      run.sample({fault, strength: strengths[fault]});
      const measurement = await run.measure();
      const values = numbersOf(measurement, ...scoreParts);
      for (const part of scoreParts) found[`${fault}_${part}`] = values[part];
      found[`${fault}_low`] = measurement.floors.score!.low;
      found[`${fault}_high`] = measurement.floors.score!.high;
    }
    return found;
  },
  rule: "in every seed the score is kinds divided by doubt; half of the classes missing leaves at most 5.5 kinds and less than 1.2 of doubt; blur raises the doubt above 1.2; real pictures, copies and repeated ones score within what real ones do, or above",
  holds: (trials) => trials.every(({runs}) => isAsTold(runs.judged)),
  tells: (trials) => rangesOf(trials, "judged"),
});

function isAsTold(found: Readonly<Record<string, number>>): boolean {
  const at = (fault: Fault, part: string) => found[`${fault}_${part}`]!;
  const isQuotient = (fault: Fault) =>
    Math.abs(at(fault, "kinds") / at(fault, "doubt") / at(fault, "score") - 1) < 1e-4;
  return (
    faults.every(isQuotient) &&
    at("drops", "kinds") <= 5.5 &&
    at("drops", "doubt") < 1.2 &&
    at("blurs", "doubt") > 1.2 &&
    (["none", "copies", "repeats"] as const).every(
      (fault) => at(fault, "score") >= at(fault, "low"),
    )
  );
}
