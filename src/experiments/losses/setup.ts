import {firstPictures, type Images, toBytes, toFloats} from "../../lib/image.js";
import {accuracy, topClasses} from "../../lib/metrics/accuracy.js";
import {classCount, loadClassifier} from "../../lib/models/classifier.js";
import {inChunks} from "../../lib/models/in-chunks.js";
import {LossComparison} from "../../lib/models/loss-comparison.js";
import {type PictureLossName, pictureLossNames} from "../../lib/models/picture-losses.js";
import {imageBatches} from "../../lib/pipeline/batches.js";
import type * as tf from "../../lib/tf.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {heldOut} from "../shared/held-out.setup.js";
import {pictureProbe} from "../shared/probe.setup.js";
import {classifierIn, fileOf, picturesIn} from "../shared/run-files.setup.js";
import {heldOutCount, type losses, shownCount} from "./experiment.js";
import {scoresOf} from "./loss-scores.setup.js";

const trainingCount = 4000;
const pixels = 28 * 28;

/** The worker's side of `losses`. One classifier is learned through, another one reads what comes of it. */
export const makeLosses: MakeSetup<typeof losses> = async ({params, random, files}) => {
  const {train, test} = heldOut(picturesIn(files, "digits"), heldOutCount);
  const learned = firstPictures(train.images, Math.min(trainingCount, train.labels.length));
  const held = toFloats(test.images);
  const seenThrough = classifierIn(files, "digits");
  const reader = loadClassifier(fileOf(files, "classifier-digits-second"));
  const model = new LossComparison(params, seenThrough.network, random.fork("weights"));
  const made = async (of: Images, make: (x: tf.Tensor) => tf.Tensor): Promise<Images> => {
    const [data] = await inChunks(of, {widths: [pixels], chunk: 250}, (x) => [make(x)]);
    return {data: data!, shape: of.shape};
  };
  const completed = (name: PictureLossName, of: Images) =>
    made(of, (x) => model.completed(name, x));
  const read = async (pictures: Images) => {
    const {logits} = await reader.classify(pictures);
    return accuracy(test.labels, topClasses(logits, classCount));
  };
  let whole: ReturnType<typeof read> | undefined;
  return {
    ...trainedOn(model, imageBatches({images: learned}, params.batchSize, random.fork("batches"))),
    async snapshot() {
      const real = firstPictures(held, shownCount);
      const guessed = [];
      for (const name of pictureLossNames) guessed.push(await completed(name, real));
      return {sheet: toBytes(byRow([dimmedBelow(real, params.rows), ...guessed]))};
    },
    async measure() {
      whole ??= read(held);
      const {low, high} = await whole;
      const floor = {low: 100 * low, high: 100 * high};
      const share = async (name: PictureLossName) =>
        100 * (await read(await completed(name, held))).share;
      return {
        scalars: {
          squaredRead: await share("squared"),
          absoluteRead: await share("absolute"),
          levelsRead: await share("levels"),
          featuresRead: await share("features"),
        },
        floors: {squaredRead: floor, absoluteRead: floor, levelsRead: floor, featuresRead: floor},
        arrays: {scores: await scoresOf(model, seenThrough.network, held)},
      };
    },
    answers: {},
    probe: () => pictureProbe(held),
    cadence: {measureSteps: 100, checkpointSteps: 50},
    dispose() {
      model.dispose();
      seenThrough.dispose();
      reader.dispose();
    },
  };
};

/** Pictures whose rows from `rows` on are dim: nobody sees them. */
function dimmedBelow({data, shape}: Images, rows: number): Images {
  const isSeen = (i: number) => i % pixels < rows * 28;
  return {data: data.map((value, i) => (isSeen(i) ? value : 0.4 * value - 0.2)), shape};
}

/** The first of all columns, then the second of all, and so on. */
function byRow(columns: readonly Images[]): Images {
  const [rows, ...rest] = columns[0]!.shape;
  const data = new Float32Array(columns.length * rows * pixels);
  for (let row = 0; row < rows; row++)
    for (const [i, column] of columns.entries())
      data.set(
        column.data.subarray(row * pixels, (row + 1) * pixels),
        (row * columns.length + i) * pixels,
      );
  return {data, shape: [columns.length * rows, ...rest]};
}
