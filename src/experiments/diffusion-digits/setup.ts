import {classCount} from "../../lib/models/classifier.js";
import {straightPath} from "../../lib/models/flow/path.js";
import {pictureFlow, timeSize} from "../../lib/models/flow/picture-flow.js";
import {timeFeatures} from "../../lib/models/flow/time-features.js";
import {labelledBatches} from "../../lib/pipeline/labelled-batches.js";
import * as tf from "../../lib/tf.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {inputOf, nearestAnswer} from "../shared/picture-answers.setup.js";
import {pictureProbe, probeCount} from "../shared/probe.setup.js";
import {classifierIn, picturesIn} from "../shared/run-files.setup.js";
import type {diffusionDigits} from "./experiment.js";
import {flowQuality} from "./quality.setup.js";
import {type SheetAsking, sheet, side} from "./sampled.setup.js";
import {halvedSet} from "./small-pictures.setup.js";

/** Blocks of the network at half the side. */
const blocks = 2;
/** Share of pictures that are shown without their class, so that the network also draws untold. */
const conditionDrop = 0.15;

/**
 * The worker's side of `diffusion-digits`. What a snapshot holds, its description says. It answers `nearest` (picture-answers.setup.ts)
 * and the `distance` of pictures of any number of steps.
 */
export const makeDiffusionDigits: MakeSetup<typeof diffusionDigits> = async ({
  params,
  random,
  files,
}) => {
  const train = halvedSet(picturesIn(files, "digits"));
  const test = halvedSet(picturesIn(files, "digits", "test"));
  const classifier = classifierIn(files, "digits");
  const {baseWidth, batchSize} = params;
  const model = pictureFlow(
    {
      ...params,
      ...{side, channels: 1, width: baseWidth, blocks, classes: classCount, conditionDrop},
      ...{path: straightPath, kind: "velocity", timeDraw: "logit-normal"},
    },
    random.fork("weights"),
  );
  const quality = flowQuality({model, classifier, train, test}, random);
  let asking: SheetAsking = params;
  return {
    ...trainedOn(model, labelledBatches(train, {batchSize, shift: 0}, random.fork("batches"))),
    sample(sampling) {
      asking = sampling;
    },
    snapshot: () => sheet(model, asking),
    measure: quality.measure,
    answers: {
      nearest: (inputs) => nearestAnswer(train, inputs),
      distance: async (inputs) =>
        quality.distance({...asking, steps: stepsOf(inputOf(inputs, "steps").data[0])}),
    },
    probe: () => {
      const times = timeFeatures(new Array<number>(probeCount).fill(0.5), timeSize);
      return [
        pictureProbe(train.images),
        tf.tensor2d(times, [probeCount, timeSize]),
        tf.zeros([probeCount, classCount]),
      ];
    },
    cadence: {measureSteps: 200, checkpointSteps: 50},
    dispose() {
      model.dispose();
      classifier.dispose();
    },
  };
};

const mostSteps = 50;

/** `count` if it is a legal number of steps. Throws a RangeError otherwise. */
function stepsOf(count: unknown): number {
  if (typeof count !== "number" || !Number.isInteger(count) || count < 1 || count > mostSteps)
    throw new RangeError(`invalid steps: ${count} (a whole number from 1 to ${mostSteps})`);
  return count;
}
