import {toFloats} from "../../lib/image.js";
import {blindAccuracy} from "../../lib/metrics/blind-answer.js";
import {inPerCent} from "../../lib/metrics/floor.js";
import {featuresAndLogits} from "../../lib/models/classifier.js";
import {SupervisedClassifier} from "../../lib/models/supervised-classifier.js";
import {noiseLevels} from "../../lib/noise-levels.js";
import {labelledBatches} from "../../lib/pipeline/labelled-batches.js";
import {noisyBatches} from "../../lib/pipeline/noise-mixture.js";
import {Remembered} from "../../lib/remembered.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {heldOut} from "../shared/held-out.setup.js";
import {pictureProbe} from "../shared/probe.setup.js";
import {picturesIn} from "../shared/run-files.setup.js";
import {perLevel, type seenInNoise} from "./experiment.js";
import {noiseTest, type TestResult} from "./noise-test.setup.js";

/** Whoever guesses is never halfway: the end of the scale. */
const nowhere = {low: 1, high: 1};

/** The worker's side of `seen-in-noise`: a classifier that learns from digits in noise, and is asked for others. */
export const makeSeenInNoise: MakeSetup<typeof seenInNoise> = async ({params, random, files}) => {
  const {train, test} = heldOut(picturesIn(files, "digits"), noiseLevels.length * perLevel);
  const model = new SupervisedClassifier(params, random.fork("weights"));
  const outputs = featuresAndLogits(model.networks.classifier);
  const bare = labelledBatches(train, {...params, shift: 0}, random.fork("batches"));
  const asked = noiseTest(test);
  const results = new Remembered<TestResult>();
  const resultNow = () => results.of(model.version, () => asked.take(outputs));
  const arrayOf = (fit: TestResult["fit"]) => ({data: Float32Array.from(fit), shape: [fit.length]});
  return {
    ...trainedOn(model, noisyBatches(bare, params.noise)),
    async snapshot() {
      const {said, right, fit} = await resultNow();
      return {
        pictures: {data: asked.shown.data.slice(), shape: asked.shown.shape},
        said: {data: said.slice(), shape: [said.length]},
        right: {data: right.slice(), shape: [right.length]},
        fit: arrayOf(fit),
      };
    },
    async measure() {
      const {fit, clean} = await resultNow();
      const [halfway, , , low, high] = fit;
      return {
        scalars: {halfway, clean: 100 * clean.share},
        floors: {halfway: nowhere, clean: inPerCent(blindAccuracy(test.labels))},
        intervals: {halfway: {low, high}, clean: inPerCent(clean)},
        arrays: {fit: arrayOf(fit)},
      };
    },
    answers: {},
    probe: () => pictureProbe(toFloats(test.images)),
    cadence: {measureSteps: 50, checkpointSteps: 50},
    dispose: () => model.dispose(),
  };
};
