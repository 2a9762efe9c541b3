import {type ClaimRun, claim, everySeed, numbersOf} from "../../lib/training/claim.js";
import {type ganPlane, matchedPoints} from "./experiment.js";

type Run = ClaimRun<typeof ganPlane>;

const looks = [50, 100, 200, 300, 400, 600];
const calibrated = {from: 100, within: 0.07};
const apart = 0.5;
/** Steps over which the critic's curve is taken. */
const latest = 20;

export const criticReads = claim({
  says: "A critic that is trained well reads the distance; one in a hurry has the wrong sign at times.",
  seeds: [7, 1, 2],
  runs: {
    calibrated: {points: "spots", loss: "wgan-gp", penaltyWeight: 1, discriminatorSteps: 5},
    hurried: {points: "spots", loss: "wgan-gp"},
  },
  async measure(run: Run) {
    const seen = [];
    for (const step of looks) {
      await run.to(step);
      const {distance} = numbersOf(await run.measure(), "distance");
      seen.push({step, read: criticOf(run), distance});
    }
    const late = seen.filter(({step}) => step >= calibrated.from);
    const wrong = seen.filter(({read}) => read < 0);
    return {
      worst: Math.max(...late.map(({read, distance}) => Math.abs(read - distance))),
      farthestWithWrongSign: Math.max(0, ...wrong.map(({distance}) => distance)),
    };
  },
  rule: "with three seeds of three the trained critic is within 0.07 of the exact distance from step 100 on, and the hurried one has the wrong sign where it is above 0.5",
  holds: everySeed(
    ({calibrated: {worst}, hurried}) =>
      worst < calibrated.within && hurried.farthestWithWrongSign > apart,
  ),
  tells: (trials) => ({seeds: trials.length, points: matchedPoints, apart, ...calibrated}),
});

/** What the critic takes for the distance: minus its loss without the penalty. */
function criticOf({curves}: Run): number {
  const last = curves.discriminatorLoss!.slice(-latest);
  return -last.reduce((sum, loss) => sum + loss, 0) / last.length;
}
