import {pictureFlow} from "../../lib/models/flow/picture-flow.js";
import {labelledBatches} from "../../lib/pipeline/labelled-batches.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {digitNetwork} from "../shared/digit-flow/digit-network.setup.js";
import {flowJudge} from "../shared/digit-flow/flow-judge.setup.js";
import {flowProbe} from "../shared/digit-flow/flow-probe.setup.js";
import {halvedSet} from "../shared/digit-flow/small-pictures.setup.js";
import {distanceAnswer} from "../shared/digit-flow/steps.setup.js";
import {nearestAnswer} from "../shared/picture-answers.setup.js";
import {classifierIn, picturesIn} from "../shared/run-files.setup.js";
import type {diffusionDigits} from "./experiment.js";
import {flowQuality} from "./quality.setup.js";
import {type SheetAsking, sheet} from "./sheet.setup.js";

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
  const model = pictureFlow({...params, ...digitNetwork, width: baseWidth}, random.fork("weights"));
  const judge = flowJudge({classifier, train, test}, random);
  let asking: SheetAsking = params;
  return {
    ...trainedOn(model, labelledBatches(train, {batchSize, shift: 0}, random.fork("batches"))),
    sample(sampling) {
      asking = sampling;
    },
    snapshot: () => sheet(model, asking),
    measure: () => flowQuality(judge, model, train),
    answers: {
      nearest: (inputs) => nearestAnswer(train, inputs),
      distance: (inputs) => distanceAnswer(judge, model, asking, inputs),
    },
    probe: () => flowProbe(train.images),
    cadence: {measureSteps: 350, checkpointSteps: 50},
    dispose() {
      model.dispose();
      classifier.dispose();
    },
  };
};
