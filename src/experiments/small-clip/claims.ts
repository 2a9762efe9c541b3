import {numbersOf, type RecordedClaim} from "../../lib/training/claim.js";

export const recorded: RecordedClaim = {
  says: "The recorded run begins near the loss of guessing and finds most captions’ pictures among the first five.",
  tells: ({curves, measurements}) => ({
    firstLoss: curves.loss![0]!,
    lastLoss: curves.loss!.at(-1)!,
    ...numbersOf(measurements.at(-1)!, "recall5", "recall1"),
  }),
  rule: "a first loss above ln 64, at least 60 % among the first five",
  holds: ({firstLoss, recall5}) => Number(firstLoss) > Math.log(64) && Number(recall5) >= 60,
};
