import {type ClaimRun, claim, everySeed} from "../../lib/training/claim.js";
import type {ganDigits} from "./experiment.js";

type Run = ClaimRun<typeof ganDigits>;

const steps = {ruined: 300, recovered: 600};
const mostRuined = 3;
const leastRecovered = 9;

/** The solution of the exercise `collapse-and-recover`. */
export const ruinAndRecover = claim({
  says: "A rate of 0.1 makes the generator collapse within 300 steps; the default rate draws the digits within 600.",
  seeds: [7],
  runs: {ruined: {learningRate: 0.1}, recovered: {}},
  async measure(run: Run, name: keyof typeof steps) {
    const last = steps[name];
    await run.to(last - 100);
    const before = await covered(run);
    await run.to(last);
    const {classes, sure} = await covered(run);
    return {before: before.classes, classes, leastSure: Math.min(before.sure, sure)};
  },
  rule: "at most 3 classes in two measurements in a row, and the classifier is sure of half of the pictures; then at least 9",
  holds: everySeed(
    ({ruined, recovered}) =>
      Math.max(ruined.before, ruined.classes) <= mostRuined &&
      ruined.leastSure >= 50 &&
      recovered.classes >= leastRecovered,
  ),
  tells: () => ({ruinedSteps: steps.ruined, recoveredSteps: steps.recovered, leastRecovered}),
});

/** How many classes it draws, and of how many of the pictures the classifier is sure, in per cent. */
async function covered(run: Run) {
  const {scalars, arrays} = await run.measure();
  const sum = Array.from(arrays.coverage!.data).reduce((total, count) => total + count, 0);
  return {classes: scalars.coverage!, sure: (100 * sum) / scalars.samples!};
}
