import {
  type ByteImages,
  firstPictures,
  halved,
  imageSize,
  pick,
  toBytes,
  toFloats,
} from "../../lib/image.js";
import {DecayingFlow} from "../../lib/models/flow/decaying-flow.js";
import {sampleBatches} from "../../lib/pipeline/batches.js";
import type {Random} from "../../lib/random.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {denseFlowParts, denseFlowProbe, drawnBy} from "../shared/dense-flow.setup.js";
import {classifierIn, picturesIn} from "../shared/run-files.setup.js";
import type {memorisation} from "./experiment.js";
import {entriesOf, measuredCount, shownCount, side} from "./learned-from.js";
import {nearCopies} from "./near-copies.setup.js";
import {realDistance} from "./real-distance.setup.js";

/** Pictures of the file that no run learns from. */
const heldOutFrom = 1000;
const steps = 20;
const size = side * side;

/**
 * The worker's side of `memorisation`: a flow of one dense network, which says of a noisy picture what the clean one is. Without convolutions
 * it knows nothing of strokes, and learns few pictures by heart within seconds.
 */
export const makeMemorisation: MakeSetup<typeof memorisation> = async ({params, random, files}) => {
  const all = toBytes(halved(toFloats(picturesIn(files, "digits", "test").images)));
  const learned = firstPictures(all, params.pictures);
  const others = firstPictures(all, heldOutFrom);
  const heldOut = pick(
    all,
    [...Array(all.shape[0] - heldOutFrom).keys()].map((i) => heldOutFrom + i),
  );
  const copies = nearCopies(learned, heldOut);
  const classifier = classifierIn(files, "digits");
  const distance = realDistance(classifier, {heldOut, others}, random.fork("distance"));
  const {weightDecay} = params;
  const parts = denseFlowParts({...params, side}, random.fork("weights"));
  const model = new DecayingFlow({...parts, weightDecay});
  const draw = (noise: Float32Array) => drawnBy(model, noise, steps, side);
  const noise = random.fork("noise").normals(measuredCount * size);
  return {
    ...trainedOn(model, entryBatches(learned, entriesOf(params), params.batchSize, random)),
    async snapshot() {
      const made = await draw(noise.subarray(0, shownCount * size));
      return {made, ...copies.compare(made)};
    },
    async measure() {
      const made = await draw(noise);
      const {floors, ...shares} = copies.measure(made);
      const {distance: frechet, interval, floor} = await distance(made);
      return {
        scalars: {...shares, frechet, samples: measuredCount},
        floors: {...floors, frechet: floor},
        intervals: {frechet: interval},
        arrays: {},
      };
    },
    answers: {},
    probe: () => denseFlowProbe(heldOut),
    cadence: {measureSteps: 250, checkpointSteps: 50},
    dispose() {
      model.dispose();
      classifier.dispose();
    },
  };
};

/** Batches of pictures drawn from `entries`, as flat rows: one that is there twice comes twice as often. */
function entryBatches(
  images: ByteImages,
  entries: readonly number[],
  batchSize: number,
  random: Random,
) {
  const floats = toFloats(images).data;
  const drawRows = (chance: Random, count: number) => {
    const rows = new Float32Array(count * imageSize(images.shape));
    for (let i = 0; i < count; i++) {
      const at = entries[chance.integer(entries.length)]! * size;
      rows.set(floats.subarray(at, at + size), i * size);
    }
    return rows;
  };
  return sampleBatches(drawRows, [batchSize, size], random.fork("batches"));
}
