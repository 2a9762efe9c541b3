import {type ByteImages, joinedPictures, pick} from "../../lib/image.js";
import type {FlowModel} from "../../lib/models/flow/flow-model.js";
import {uniformBatches} from "../../lib/pipeline/batches.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {denseFlow, denseFlowProbe, drawnBy} from "../shared/dense-flow.setup.js";
import {picturesIn} from "../shared/run-files.setup.js";
import {shareBand} from "../shared/share-band.js";
import type {amplification} from "./experiment.js";
import {measuredCount, rowCount, shownCount, side} from "./generations.js";
import {inGenerations, Lineage, type Maker, sum} from "./lineage.setup.js";
import {twoKinds} from "./two-kinds.setup.js";

/** Euler's steps from noise to picture. */
const steps = 15;
const size = side * side;

/** The worker's side of `amplification`: the dense flow of `memorisation`, which learns from what it has made. */
export const makeAmplification: MakeSetup<typeof amplification> = async (context) => {
  const {params, random, files} = context;
  const kinds = twoKinds(picturesIn(files, "digits"), params);
  const lineage = new Lineage({...params, kinds, random: random.fork("sets")});
  const {width, averaging, learningRate} = params;
  const flow = denseFlow(
    {side, width, averaging, learningRate, keeps: [lineage]},
    random.fork("weights"),
  );
  const made = makerOf(
    flow,
    params.temperature,
    random.fork("noise").normals(measuredCount * size),
  );
  const model = inGenerations(flow, lineage, made);
  const real = shownOf(kinds.real, kinds.rare);
  const realShare = sum(kinds.kindsOf(kinds.real)) / params.pictures;
  return {
    ...trainedOn(model, uniformBatches([params.batchSize, 1], random.fork("batches"))),
    async snapshot() {
      const past = lineage.past(rowCount - 1);
      const before = {data: past.made, shape: [past.made.length / size, side, side, 1]} as const;
      const shown = joinedPictures([before, await made.first()]);
      const all = kinds.kindsOf(joinedPictures([real, shown]));
      return {
        real: {data: real.data.slice(), shape: real.shape},
        made: shown,
        kinds: {data: all, shape: [all.length]},
        rare: {data: past.rare, shape: [past.rare.length]},
        generation: {data: Int32Array.of(lineage.over + 1), shape: [1]},
      };
    },
    async measure() {
      const minority = sum(kinds.kindsOf(await made.fixed()));
      const learned = sum(kinds.kindsOf(lineage.set));
      return {
        scalars: {
          minority: (100 * minority) / measuredCount,
          learned: (100 * learned) / params.pictures,
          samples: measuredCount,
        },
        floors: {
          minority: shareBand(realShare, measuredCount),
          learned: shareBand(realShare, params.pictures),
        },
        arrays: {},
      };
    },
    answers: {},
    probe: () => denseFlowProbe(kinds.real),
    cadence: {measureSteps: params.generationSteps, checkpointSteps: 50},
    dispose: () => model.dispose(),
  };
};

/** Pictures that `flow` makes of noise with the spread `temperature`, among them always the same `noise`. */
function makerOf(flow: FlowModel, temperature: number, noise: Float32Array) {
  const draw = (start: Float32Array) =>
    drawnBy(
      flow,
      start.map((value) => temperature * value),
      steps,
      side,
    );
  return {
    fresh: (count, random) => draw(random.normals(count * size)),
    fixed: () => draw(noise),
    /** Those of `fixed` that are looked at. */
    first: () => draw(noise.subarray(0, shownCount * size)),
  } satisfies Maker & {first(): Promise<ByteImages>};
}

/** Of each kind as many as there are in the set, as nearly as so few can have them. */
function shownOf(real: ByteImages, rare: number): ByteImages {
  const [count] = real.shape;
  const rareShown = Math.round((shownCount * rare) / count);
  const places = Array.from({length: shownCount}, (_, i) =>
    i < shownCount - rareShown ? i : count - shownCount + i,
  );
  return pick(real, places);
}
