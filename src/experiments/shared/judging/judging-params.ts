import {paramTable} from "../../../lib/params.js";
import {runParams} from "../run-params.js";
import {faultNames} from "./faults.js";

/** Pictures of the first step and of each further one, and of all of them at most. */
export const stepCount = 20;
export const mostPictures = 500;
/** Pictures of each maker whose drawings are kept, as many as may be judged. */
export const drawnCount = mostPictures;
const mostSteps = mostPictures / stepCount - 1;

export const judgingParams = paramTable({
  seed: {
    ...runParams.seed,
    help: "Which pictures are judged, which they are compared with, and the chance in both bands.",
  },
  dataset: {...runParams.dataset, help: "What is judged."},
  fault: {
    kind: "choice",
    label: "What is wrong with them",
    default: "none",
    group: "sampling",
    options: faultNames,
    help: "The pictures are real ones that nobody learned from, and spoiled in a way that you choose, or replaced by drawn ones. All numbers follow at once.",
  },
  strength: {
    kind: "number",
    label: "How much",
    default: 0.5,
    min: 0,
    max: 1,
    step: 0.05,
    group: "sampling",
    help: "The share of classes that are missing, or of pictures that are copies, repeated or drawn; blur of up to two pixels; noise of up to half of black to white.",
  },
  compared: {
    kind: "number",
    label: "Real ones beside them",
    default: mostPictures,
    min: 20,
    max: mostPictures,
    step: 20,
    group: "training",
    help: "Real pictures that they are compared with. As many others are kept for the floors, and at most so many are judged.",
  },
  maxSteps: {
    ...runParams.maxSteps,
    label: "Stop after",
    default: mostSteps,
    min: 10,
    max: mostSteps,
    step: 1,
    help: `Each step judges ${stepCount} pictures more. Nothing learns.`,
  },
});
