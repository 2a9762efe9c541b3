import {numbersOf, type RecordedClaim} from "../../lib/training/claim.js";

export const recorded: RecordedClaim = {
  says: "The codes of real digits lie farther out than the recorded plane reaches, and most of it is drawn from nothing.",
  tells: ({measurements}) =>
    numbersOf(measurements.at(-1)!, "coverage", "holes", "fittedHoles", "gaps"),
  rule: "places without pictures in more than half of the plane, and fitted codes are recognised more often",
  holds: ({holes, fittedHoles, gaps}) =>
    Number(gaps) > 225 / 2 && Number(fittedHoles) < Number(holes),
};
