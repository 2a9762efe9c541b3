import {numbersOf, type RecordedClaim} from "../../lib/training/claim.js";

export const recorded: RecordedClaim = {
  says: "In the recorded run what is written token by token is recognised, and no better than real digits that were only redrawn.",
  tells: ({measurements}) =>
    numbersOf(
      measurements.at(-1)!,
      "heldOut",
      "nextBits",
      "perplexity",
      "unused",
      "frechet",
      "severalFrechet",
      "redrawnFrechet",
      "agreement",
    ),
  rule: "at least 75 % as asked, and the distance of redrawn digits is below that of written ones",
  holds: ({agreement, frechet, redrawnFrechet}) =>
    Number(agreement) >= 75 && Number(redrawnFrechet) < Number(frechet),
};
