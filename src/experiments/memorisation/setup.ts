import {type ByteImages, halved, imageSize, pick, toBytes, toFloats} from "../../lib/image.js";
import {codeDenoiser, initialiseAtRest, timeSize} from "../../lib/models/flow/code-flow.js";
import {FlowModel} from "../../lib/models/flow/flow-model.js";
import {straightPath} from "../../lib/models/flow/path.js";
import {samplers} from "../../lib/models/flow/samplers.js";
import {lastOf} from "../../lib/models/flow/sampling.js";
import {timeFeatures} from "../../lib/models/flow/time-features.js";
import {timesOf} from "../../lib/models/flow/times.js";
import {sampleBatches} from "../../lib/pipeline/batches.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {latentProbe, probeCount} from "../shared/probe.setup.js";
import {picturesIn} from "../shared/run-files.setup.js";
import type {memorisation} from "./experiment.js";
import {entriesOf, measuredCount, shownCount, side} from "./learned-from.js";
import {nearCopies} from "./near-copies.setup.js";

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
  const learned = pick(all, [...Array(params.pictures).keys()]);
  const heldOut = pick(
    all,
    [...Array(all.shape[0] - heldOutFrom).keys()].map((i) => heldOutFrom + i),
  );
  const copies = nearCopies(learned, heldOut);
  const network = codeDenoiser(size, params.width);
  initialiseAtRest(network, random.fork("weights"));
  const model = new FlowModel({
    network,
    ...(params.averaging > 0 && {
      average: {network: codeDenoiser(size, params.width), decay: params.averaging},
    }),
    ...{path: straightPath, kind: "clean", timeDraw: "logit-normal"},
    ...{learningRate: params.learningRate, decaySteps: params.decaySteps},
  });
  const draw = async (noise: Float32Array): Promise<ByteImages> => {
    const {kind, path} = model;
    const asked = {denoise: model.denoiser(), kind, path, start: noise, eta: 0};
    const data = await lastOf(
      samplers.euler({...asked, times: timesOf(steps), random: new Random(1)}),
    );
    return toBytes({data, shape: [data.length / size, side, side, 1]});
  };
  const noise = random.fork("noise").normals(measuredCount * size);
  return {
    ...trainedOn(model, entryBatches(learned, entriesOf(params), params.batchSize, random)),
    async snapshot() {
      const made = await draw(noise.subarray(0, shownCount * size));
      return {made, ...copies.compare(made)};
    },
    async measure() {
      const {floors, ...scalars} = copies.measure(await draw(noise));
      return {scalars: {...scalars, samples: measuredCount}, floors, arrays: {}};
    },
    answers: {},
    probe: () => probeOf(heldOut),
    cadence: {measureSteps: 250, checkpointSteps: 50},
    dispose: () => model.dispose(),
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

function probeOf(images: ByteImages): tf.Tensor[] {
  const times = timeFeatures(new Array<number>(probeCount).fill(0.5), timeSize);
  const rows = toFloats(pick(images, [...Array(probeCount).keys()])).data;
  return [latentProbe(rows, size), tf.tensor2d(times, [probeCount, timeSize])];
}
