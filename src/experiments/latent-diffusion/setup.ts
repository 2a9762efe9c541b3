import {firstPictures, toFloats} from "../../lib/image.js";
import {timeSize} from "../../lib/models/flow/code-flow.js";
import {LatentFlow} from "../../lib/models/flow/latent-flow.js";
import {timeFeatures} from "../../lib/models/flow/time-features.js";
import {imageBatches} from "../../lib/pipeline/batches.js";
import * as tf from "../../lib/tf.js";
import type {MakeSetup, Probe} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {anyPictures, enoughFor, judgeIn, probed, unjudged} from "../shared/any-pictures.setup.js";
import {nearestAnswer} from "../shared/picture-answers.setup.js";
import {coderProbe, latentProbe, probeCount} from "../shared/probe.setup.js";
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
  const {dataset, latentSize, beta} = params;
  const {train, test} = anyPictures(files, {dataset, testCount: heldOutCount, leastLabels: 1});
  const learned = enoughFor(params.batchSize, train);
  const classifier = judgeIn(files, dataset);
  const model = new LatentFlow({...params, pictures: train.images}, random.fork("weights"));
  const first = (count: number) => firstPictures(test.images, Math.min(count, test.labels.length));
  const tested = toFloats(first(realCount));
  const judged = {model, real: first(measuredCount), latentSize, isVae: beta > 0};
  let asking: Asking & {readonly hand: number} = params;
  return {
    ...trainedOn(model, imageBatches(learned, params.batchSize, random.fork("batches"))),
    sample(sampling) {
      asking = sampling;
    },
    snapshot: async () => codeTrail(model, await model.encode(tested), latentSize, asking),
    measure: classifier ? latentQuality({...judged, classifier}, random.fork("measure")) : unjudged,
    answers: {nearest: (inputs) => nearestAnswer(train, inputs)},
    probe: (network): Probe => {
      if (network !== "denoiser") return coderProbe(network, probed(test), latentSize, random);
      const codes = random.fork("probe").normals(probeCount * latentSize);
      const times = timeFeatures(new Array<number>(probeCount).fill(0.5), timeSize);
      return [latentProbe(codes, latentSize), tf.tensor2d(times, [probeCount, timeSize])];
    },
    cadence: {measureSteps: 200, checkpointSteps: 100},
    dispose() {
      model.dispose();
      classifier?.dispose();
    },
  };
};
