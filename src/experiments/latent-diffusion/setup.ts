import {firstPictures, toFloats} from "../../lib/image.js";
import {timeSize} from "../../lib/models/flow/code-flow.js";
import {LatentFlow} from "../../lib/models/flow/latent-flow.js";
import {timeFeatures} from "../../lib/models/flow/time-features.js";
import {imageBatches} from "../../lib/pipeline/batches.js";
import * as tf from "../../lib/tf.js";
import type {MakeSetup, Probe} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {heldOut} from "../shared/held-out.setup.js";
import {nearestAnswer} from "../shared/picture-answers.setup.js";
import {coderProbe, latentProbe, probeCount} from "../shared/probe.setup.js";
import {classifierIn, picturesIn} from "../shared/run-files.setup.js";
import {type Asking, codeTrail} from "./code-sampling.setup.js";
import {type latentDiffusion, measuredCount, realCount} from "./experiment.js";
import {latentQuality} from "./latent-quality.setup.js";

/** Pictures that nothing is learned from. */
const heldOutCount = 1000;

/** The worker's side of `latent-diffusion`. */
export const makeLatentDiffusion: MakeSetup<typeof latentDiffusion> = async ({
  params,
  random,
  files,
}) => {
  const {train, test} = heldOut(picturesIn(files, params.dataset), heldOutCount);
  const classifier = classifierIn(files, params.dataset);
  const {latentSize, beta} = params;
  const model = new LatentFlow({...params, pictures: train.images}, random.fork("weights"));
  const tested = toFloats(firstPictures(test.images, realCount));
  const real = firstPictures(test.images, measuredCount);
  const quality = latentQuality(
    {model, classifier, real, latentSize, isVae: beta > 0},
    random.fork("measure"),
  );
  let asking: Asking & {readonly hand: number} = params;
  return {
    ...trainedOn(model, imageBatches(train, params.batchSize, random.fork("batches"))),
    sample(sampling) {
      asking = sampling;
    },
    snapshot: async () => codeTrail(model, await model.encode(tested), latentSize, asking),
    measure: quality,
    answers: {nearest: (inputs) => nearestAnswer(train, inputs)},
    probe: (network): Probe => {
      if (network !== "denoiser") return coderProbe(network, tested, latentSize, random);
      const codes = random.fork("probe").normals(probeCount * latentSize);
      const times = timeFeatures(new Array<number>(probeCount).fill(0.5), timeSize);
      return [latentProbe(codes, latentSize), tf.tensor2d(times, [probeCount, timeSize])];
    },
    cadence: {measureSteps: 200, checkpointSteps: 100},
    dispose() {
      model.dispose();
      classifier.dispose();
    },
  };
};
