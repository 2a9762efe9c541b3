import type {NdArray} from "../../lib/array.js";
import {
  type ClaimRun,
  claim,
  everySeed,
  type RecordedClaim,
  rangesOf,
} from "../../lib/training/claim.js";
import type {dataLab} from "./experiment.js";

type Run = ClaimRun<typeof dataLab>;

const steps = 500;
const names = ["Distance", "Agreement", "Covered", "Copies"] as const;
type Name = `${"control" | "changed"}${(typeof names)[number]}`;
type Found = Readonly<Record<Name, number>>;

/** The values of the table, by side and score. */
function valuesIn({data}: NdArray<Float32Array>): Found {
  return Object.fromEntries(
    names.flatMap((name, s) => [
      [`control${name}`, data[10 * s]!],
      [`changed${name}`, data[10 * s + 5]!],
    ]),
  ) as Found;
}

async function scored(run: Run): Promise<Found> {
  await run.to(steps);
  return valuesIn((await run.measure()).arrays.scores);
}

export const wrongLabels = claim({
  says: "Of a network that learned from half wrong labels far fewer digits are as asked than of the control, and its digits are farther from real ones.",
  seeds: [7, 1, 2, 3, 4],
  runs: {wrong: {}},
  measure: scored,
  rule: "in each seed at least 20 points fewer are as asked than of the control, and the distance is larger",
  holds: everySeed(
    ({wrong}) =>
      wrong.changedAgreement <= wrong.controlAgreement - 20 &&
      wrong.changedDistance > wrong.controlDistance,
  ),
  tells: (trials) => rangesOf(trials, "wrong"),
});

export const recorded: RecordedClaim = {
  says: "In the recorded run the control draws more digits as asked than the other one.",
  tells: ({measurements}) => {
    const {controlAgreement, agreement, controlDistance, distance} = measurements.at(-1)!.scalars;
    return {
      controlAgreement: controlAgreement!,
      agreement: agreement!,
      controlDistance: controlDistance!,
      distance: distance!,
    };
  },
  rule: "the control draws more as asked",
  holds: ({controlAgreement, agreement}) => Number(controlAgreement) > Number(agreement),
};
