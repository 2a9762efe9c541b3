import {type ByteImages, firstPictures, pick, toBytes, toFloats} from "../../lib/image.js";
import {topClasses} from "../../lib/metrics/accuracy.js";
import {type Classification, classCount} from "../../lib/models/classifier.js";
import {sampleBatches} from "../../lib/pipeline/batches.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {probeCount} from "../shared/probe.setup.js";
import {classifierIn, picturesIn} from "../shared/run-files.setup.js";
import {type foolTheMetric, panelMeasures, shownCount} from "./experiment.js";
import {fooledCount} from "./fooled-params.js";
import {PictureAscent} from "./picture-ascent.setup.js";
import {scorePanel} from "./score-panel.setup.js";
import {shifted} from "./shifted.js";
import {startPictures} from "./start-pictures.setup.js";

type Snapshot = ExchangeOf<typeof foolTheMetric>["snapshot"];

/** The parts of the real pictures are the same whatever the run's seed, so that runs can be compared. */
const partsSeed = 1;
/** Real pictures of which the bands are made. */
const heldCount = 512;

/** The worker's side of `fool-the-metric`. What a snapshot holds, its description says. */
export const makeFoolTheMetric: MakeSetup<typeof foolTheMetric> = async ({
  params,
  random,
  files,
}) => {
  const train = picturesIn(files, "digits");
  const {held, fresh} = partsOf(picturesIn(files, "digits", "test").images);
  const judge = classifierIn(files, "digits");
  const witness = classifierIn(files, "digits-second");
  const start = await startPictures(params.start, {judge, train, fresh}, random.fork("start"));
  const model = new PictureAscent({...params, start, classifier: judge});
  const panel = scorePanel({judge, witness, real: train.images, held});
  let {shift} = params;
  const pictures = async () => shifted(toBytes(await model.pictures()), shift);
  return {
    ...trainedOn(model, sampleBatches(numbers, [fooledCount, fooledCount], random.fork("batches"))),
    sample(sampling) {
      ({shift} = sampling);
    },
    async snapshot() {
      const all = await pictures();
      const samples = firstPictures(all, shownCount);
      const [judged, witnessed] = await Promise.all(
        [judge, witness].map((classifier) => classifier.classify(toFloats(samples))),
      );
      const shown = {samples, ...opinions(judged!, witnessed!)};
      const isCheat = params.start !== "noise" && model.steps === 0;
      return isCheat ? {...shown, panel: inRows(await panel(all))} : shown;
    },
    measure: async () => panel(await pictures()),
    answers: {},
    probe: () => tf.tidy(() => tf.slice2d(tf.eye(fooledCount), [0, 0], [probeCount, fooledCount])),
    shows: (name) => name === "shift",
    cadence: {measureSteps: 20, checkpointSteps: 20},
    dispose() {
      model.dispose();
      judge.dispose();
      witness.dispose();
    },
  };
};

function partsOf(images: ByteImages) {
  const order = new Random(partsSeed).permutation(images.shape[0]);
  return {
    held: pick(images, order.subarray(0, heldCount)),
    fresh: pick(images, order.subarray(heldCount, heldCount + fooledCount)),
  };
}

/** The numbers of all pictures, one-hot: [n, n]. */
function numbers(_: Random, count: number): Float32Array {
  return Float32Array.from({length: count * count}, (_, i) => (i % (count + 1) === 0 ? 1 : 0));
}

function opinions(
  judged: Classification,
  witnessed: Classification,
): Pick<Snapshot, "judged" | "witnessed" | "sure"> {
  const shape = [judged.count];
  const [seen, other] = [judged, witnessed].map(({logits}) => topClasses(logits, classCount));
  const sure = Float32Array.from(seen!, (k, i) => judged.probabilities[i * classCount + k]!);
  return {
    judged: {data: Uint8Array.from(seen!), shape},
    witnessed: {data: Uint8Array.from(other!), shape},
    sure: {data: sure, shape},
  };
}

function inRows({scalars, floors}: Awaited<ReturnType<ReturnType<typeof scorePanel>>>) {
  const rows = panelMeasures.flatMap((name) => [
    scalars[name],
    floors[name].low,
    floors[name].high,
  ]);
  return {data: Float32Array.from(rows), shape: [panelMeasures.length, 3]};
}
