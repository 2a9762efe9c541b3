import {type ByteImages, imageSize, pick, toBytes, toFloats} from "../../lib/image.js";
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
import type {amplification} from "./experiment.js";
import {joined, measuredCount, rowCount, shownCount, side} from "./generations.js";
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
  const network = codeDenoiser(size, params.width);
  initialiseAtRest(network, random.fork("weights"));
  const flow = new FlowModel({
    network,
    ...(params.averaging > 0 && {
      average: {network: codeDenoiser(size, params.width), decay: params.averaging},
    }),
    ...{path: straightPath, kind: "clean", timeDraw: "logit-normal", keeps: [lineage]},
    ...{learningRate: params.learningRate, decaySteps: 0},
  });
  const made = makerOf(
    flow,
    params.temperature,
    random.fork("noise").normals(measuredCount * size),
  );
  const model = inGenerations(flow, lineage, made);
  const real = shownOf(kinds.real, kinds.rare);
  const realShare = sum(kinds.kindsOf(kinds.real)) / params.pictures;
  return {
    ...trainedOn(model, sampleBatches(uniforms, [params.batchSize, 1], random.fork("batches"))),
    async snapshot() {
      const past = lineage.past(rowCount - 1);
      const now = await made.first();
      const rows = new Uint8Array(past.made.length + now.data.length);
      rows.set(past.made);
      rows.set(now.data, past.made.length);
      const shown = {data: rows, shape: [rows.length / size, side, side, 1]} as const;
      const all = kinds.kindsOf(joined(real, shown));
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
          minority: floorOf(realShare, measuredCount),
          learned: floorOf(realShare, params.pictures),
        },
        arrays: {},
      };
    },
    answers: {},
    probe: () => probeOf(kinds.real),
    cadence: {measureSteps: params.generationSteps, checkpointSteps: 50},
    dispose: () => model.dispose(),
  };
};

function uniforms(random: Random, count: number): Float32Array {
  return Float32Array.from({length: count}, () => random.uniform());
}

/** Pictures that `flow` makes of noise with the spread `temperature`, among them always the same `noise`. */
function makerOf(flow: FlowModel, temperature: number, noise: Float32Array) {
  const draw = async (start: Float32Array): Promise<ByteImages> => {
    const {kind, path} = flow;
    const asked = {denoise: flow.denoiser(), kind, path, eta: 0, random: new Random(1)};
    const scaled = start.map((value) => temperature * value);
    const data = await lastOf(samplers.euler({...asked, start: scaled, times: timesOf(steps)}));
    return toBytes({data, shape: [data.length / size, side, side, 1]});
  };
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

/** Per cent between which about 95 of 100 shares of `count` pictures lie, where `share` is the true one. */
function floorOf(share: number, count: number) {
  const spread = 2 * Math.sqrt((share * (1 - share)) / count);
  return {low: 100 * Math.max(0, share - spread), high: 100 * Math.min(1, share + spread)};
}

function probeOf(images: ByteImages): tf.Tensor[] {
  const times = timeFeatures(new Array<number>(probeCount).fill(0.5), timeSize);
  const rows = toFloats(pick(images, [...Array(probeCount).keys()])).data;
  return [latentProbe(rows, imageSize(images.shape)), tf.tensor2d(times, [probeCount, timeSize])];
}
