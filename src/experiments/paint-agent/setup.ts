import type {NamedArrays} from "../../lib/array.js";
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {lineDrawing, lineDrawings} from "../../lib/datasets/line-drawings.js";
import {drivenLists} from "../../lib/driving/driven-lists.js";
import {pick} from "../../lib/image.js";
import {playEpisodes} from "../../lib/models/episodes.js";
import {PaintAgent} from "../../lib/models/paint-agent.js";
import {imageBatches} from "../../lib/pipeline/batches.js";
import {Random} from "../../lib/random.js";
import {canvasSide} from "../../lib/strokes.js";
import * as tf from "../../lib/tf.js";
import {drivenBy, type MakeSetup, type SetupContext} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {heldOut} from "../shared/held-out.setup.js";
import {countOf, floatsOf, inputOf} from "../shared/picture-answers.setup.js";
import {picturesIn} from "../shared/run-files.setup.js";
import {type paintAgent, scoredCount, shownTemperature, testCount} from "./experiment.js";
import {paintRecord} from "./paint-record.setup.js";
import {scoreMeasure} from "./paint-score.setup.js";

/** Test digits that are shown, one of each class. The line drawings follow them. */
const shownDigits = 10;
const size = canvasSide * canvasSide;

type Context = SetupContext<typeof paintAgent.params>;

/**
 * The worker's side of `paint-agent`. A picture is how n = 16 targets are painted, ten test digits and six line drawings: `targets` and
 * `samples` [n, 28, 28, 1], bytes; `actions` and `rewards` [n, T]; and the policy before each stroke: the actions it held most
 * probable, `likely` [n, T, 20], with `chances` [n, T, 20]. It answers `paint`: `pictures` [n, 28, 28, 1] in [-1, 1] and
 * `seed` [1] -> the same of these.
 */
export const makePaintAgent: MakeSetup<typeof paintAgent> = async (context) => {
  const {params, random} = context;
  const {practice, test} = partsOf(context);
  const returns = drivenBy(context, "returnsToGo", drivenLists);
  const model = new PaintAgent({...params, ...(returns && {returns})}, random.fork("weights"));
  const {policy} = model.networks;
  const shown = [...targetsOf(test, shownDigits), ...lineDrawings.map(lineDrawing)];
  const scored = targetsOf(test, scoredCount);
  const play = {strokes: params.strokes, temperature: shownTemperature};
  const paint = async (targets: readonly Float32Array[], chance: Random) =>
    paintRecord(targets, await playEpisodes(policy, targets, {...play, isWatched: true}, chance));
  const chance = (label: string) => random.fork(label);
  return {
    ...trainedOn(model, imageBatches(practice, params.batchSize, random.fork("batches"))),
    snapshot: () => paint(shown, chance("shown")),
    measure: scoreMeasure(scored, params.strokes, chance("floor"), async () => {
      const {paintings} = await playEpisodes(policy, scored, play, chance("scored"));
      return paintings.map(({error}) => 1 - error);
    }),
    answers: {
      paint: async (inputs) => paint(givenTargets(inputs), new Random(seedOf(inputs))),
    },
    probe: () => probeOf(shown),
    cadence: {measureSteps: 25, checkpointSteps: 25},
    dispose: () => model.dispose(),
  };
};

function partsOf({params, files}: Context) {
  const {train, test} = heldOut(picturesIn(files, "digits"), testCount);
  return {practice: params.practice === "ones" ? onesOf(train) : train, test};
}

function onesOf(digits: ImageDataset): ImageDataset {
  const ones = [...digits.labels.keys()].filter((i) => digits.labels[i] === 1);
  return {
    ...digits,
    images: pick(digits.images, ones),
    labels: new Uint8Array(ones.length).fill(1),
  };
}

/** The first `count` pictures as targets. */
function targetsOf({images}: ImageDataset, count: number): Float32Array[] {
  return Array.from({length: count}, (_, i) =>
    Float32Array.from(images.data.subarray(i * size, (i + 1) * size), (byte) => byte / 255),
  );
}

function givenTargets(inputs: NamedArrays): Float32Array[] {
  const data = floatsOf(inputs, "pictures");
  const [count, ...rest] = inputs.pictures!.shape;
  if (`${rest}` !== `${[canvasSide, canvasSide, 1]}` || data.length !== countOf(count) * size)
    throw new RangeError(
      `invalid picture shape: ${rest.join("x")} (${canvasSide}x${canvasSide}x1)`,
    );
  return Array.from({length: count!}, (_, i) =>
    Float32Array.from(data.subarray(i * size, (i + 1) * size), (v) =>
      Math.max(0, Math.min(1, (v + 1) / 2)),
    ),
  );
}

function seedOf(inputs: NamedArrays): number {
  const {data} = inputOf(inputs, "seed");
  if (data.length !== 1) throw new RangeError(`invalid seed: ${data.length} numbers (1)`);
  return data[0]!;
}

/** The targets before the first stroke. */
function probeOf(targets: readonly Float32Array[]): tf.Tensor4D {
  const seen = new Float32Array(targets.length * size * 2);
  for (const [i, target] of targets.entries())
    for (let p = 0; p < size; p++) seen[(i * size + p) * 2] = target[p]!;
  return tf.tensor4d(seen, [targets.length, canvasSide, canvasSide, 2]);
}
