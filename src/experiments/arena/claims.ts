import {numbersOf, type RecordedClaim} from "../../lib/training/claim.js";

const distances = ["ganFrechet", "vaeFrechet", "tokensFrechet", "flowFrechet"] as const;

export const recorded: RecordedClaim = {
  says: "In the recorded run, thirty seconds each, all four end far below the distance that they began with.",
  tells: ({measurements}) => {
    const last = measurements.at(-1)!;
    const {low, high} = last.floors.ganFrechet!;
    return {...numbersOf(last, ...distances), turns: last.step, floorLow: low, floorHigh: high};
  },
  rule: "every distance is below the first that was measured, and above its floor",
  holds: (told, {measurements}) =>
    distances.every(
      (name) =>
        Number(told[name]) < measurements[0]!.scalars[name]! &&
        Number(told[name]) > Number(told.floorHigh),
    ),
};
