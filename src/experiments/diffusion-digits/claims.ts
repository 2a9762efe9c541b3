import {numbersOf, type RecordedClaim} from "../../lib/training/claim.js";

export const recorded: RecordedClaim = {
  says: "The recorded run draws digits of all ten classes, most of them as asked, and copies none.",
  tells: ({measurements}) => {
    const last = measurements.at(-1)!;
    const {low, high} = last.floors.frechet!;
    const numbers = numbersOf(last, "frechet", "coverage", "agreement", "copies");
    return {...numbers, floorLow: low, floorHigh: high};
  },
  rule: "all ten classes are covered, more than half of the digits are as asked, and no more near-copies than real ones",
  holds: ({coverage, agreement, copies}) =>
    coverage === 10 && Number(agreement) > 50 && Number(copies) <= 5,
};
