import {firstOf} from "../../lib/datasets/split.js";
import {type Images, toFloats} from "../../lib/image.js";
import {accuracy, topClasses} from "../../lib/metrics/accuracy.js";
import {blindAccuracy} from "../../lib/metrics/blind-answer.js";
import {inPerCent} from "../../lib/metrics/floor.js";
import {inChunks} from "../../lib/models/in-chunks.js";
import {NetworkRace, type Racer} from "../../lib/models/network-race.js";
import type {OptimiserName} from "../../lib/models/optimiser-choice.js";
import {labelledBatches} from "../../lib/pipeline/labelled-batches.js";
import * as tf from "../../lib/tf.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {anyPictures, enoughFor, probed} from "../shared/any-pictures.setup.js";
import {labelledProbe, pictureProbe} from "../shared/probe.setup.js";
import {small, smallSide} from "../shared/small-pictures.setup.js";
import {type learningRate, testCount} from "./experiment.js";
import {leastOf, type RateName, rateNames, sweptRates} from "./rates.js";

const width = 32;
const trainingCount = 4000;
/** Pictures that losses and gradients are compared on. */
const comparedCount = 256;

/** The worker's side of `learning-rate`. */
export const makeLearningRate: MakeSetup<typeof learningRate> = async (context) => {
  const {params, random, files} = context;
  const {train, test} = anyPictures(files, {...params, testCount, leastLabels: 2});
  const learned = small(firstOf(train, Math.min(trainingCount, train.labels.length)));
  const tested = small(test);
  const testFloats = toFloats(tested.images);
  const outputs = learned.classNames.length;
  const racers = racersOf(params.optimiser);
  const model = new NetworkRace(
    {...params, side: smallSide, width, outputs, racers},
    random.fork("weights"),
  );
  const probe = labelledProbe(learned, comparedCount);
  const best = async () => rateNames[leastOf(await model.lossesOn(probe))]!;
  return {
    ...trainedOn(
      model,
      labelledBatches(
        enoughFor(params.batchSize, learned),
        {...params, shift: 0},
        random.fork("batches"),
      ),
    ),
    async snapshot() {
      const lengths = await model.gradientsOf(await best(), probe);
      return {gradients: {data: Float32Array.from(lengths), shape: [lengths.length]}};
    },
    async measure() {
      const said = await classesOf(model.networks[await best()]!, testFloats, outputs);
      const found = accuracy(test.labels, said);
      return {
        scalars: {testAccuracy: 100 * found.share},
        floors: {testAccuracy: inPerCent(blindAccuracy(test.labels))},
        intervals: {testAccuracy: {...inPerCent(found), n: found.count}},
        arrays: {},
      };
    },
    answers: {},
    probe: () => pictureProbe(probed(tested)),
    cadence: {measureSteps: 50, checkpointSteps: 50},
    dispose() {
      tf.dispose(probe);
      model.dispose();
    },
  };
};

/** One for each rate. */
function racersOf(optimiser: OptimiserName): Readonly<Record<RateName, Racer>> {
  const racers = rateNames.map((name) => [name, {optimiser, rate: sweptRates[name]}]);
  return Object.fromEntries(racers) as Record<RateName, Racer>;
}

async function classesOf(network: tf.LayersModel, images: Images, classes: number) {
  const [logits] = await inChunks(images, {widths: [classes], chunk: 500}, (batch) => [
    network.predictOnBatch(batch) as tf.Tensor,
  ]);
  return topClasses(logits!, classes);
}
