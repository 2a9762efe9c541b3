/**
 * A flow of one dense network on small pictures, each taken as a flat row. The network says of a noisy picture what the clean one is. Without
 * convolutions it knows nothing of strokes, and learns few pictures within seconds.
 */
import {type ByteImages, firstPictures, imageSize, toBytes, toFloats} from "../../lib/image.js";
import {codeDenoiser, initialiseAtRest, timeSize} from "../../lib/models/flow/code-flow.js";
import {FlowModel, type FlowOptions} from "../../lib/models/flow/flow-model.js";
import {straightPath} from "../../lib/models/flow/path.js";
import {samplers} from "../../lib/models/flow/samplers.js";
import {lastOf} from "../../lib/models/flow/sampling.js";
import {timeFeatures} from "../../lib/models/flow/time-features.js";
import {timesOf} from "../../lib/models/flow/times.js";
import type {Kept} from "../../lib/models/learner-state.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import {latentProbe, probeCount} from "./probe.setup.js";

export interface DenseFlowOptions {
  /** Pixels of a picture along an edge. */
  readonly side: number;
  readonly width: number;
  /** Of the running average of the weights, which draws; 0: none. */
  readonly averaging: number;
  readonly learningRate: number;
  /** Default 0: the rate does not fall. */
  readonly decaySteps?: number;
  readonly keeps?: readonly Kept[];
}

/** Its first weights are drawn by `random`. */
export function denseFlow(options: DenseFlowOptions, random: Random): FlowModel {
  return new FlowModel(denseFlowParts(options, random));
}

/** What such a flow is made of. */
export function denseFlowParts(options: DenseFlowOptions, random: Random): FlowOptions {
  const {side, width, averaging, learningRate, decaySteps = 0, keeps = []} = options;
  const network = codeDenoiser(side * side, width);
  initialiseAtRest(network, random);
  return {
    network,
    ...(averaging > 0 && {
      average: {network: codeDenoiser(side * side, width), decay: averaging},
    }),
    ...{path: straightPath, kind: "clean", timeDraw: "logit-normal"},
    ...{learningRate, decaySteps, keeps},
  };
}

/** Pictures that `flow` makes of the noise `start` [n · side · side], in `steps` of Euler's. */
export async function drawnBy(
  flow: FlowModel,
  start: Float32Array,
  steps: number,
  side: number,
): Promise<ByteImages> {
  const {kind, path} = flow;
  const asked = {denoise: flow.denoiser(), kind, path, start, eta: 0, random: new Random(1)};
  const data = await lastOf(samplers.euler({...asked, times: timesOf(steps)}));
  return toBytes({data, shape: [data.length / (side * side), side, side, 1]});
}

/** The first of `images`, halfway to noise as far as the network is told. */
export function denseFlowProbe(images: ByteImages): tf.Tensor[] {
  const rows = toFloats(firstPictures(images, probeCount));
  const times = timeFeatures(new Array<number>(probeCount).fill(0.5), timeSize);
  return [
    latentProbe(rows.data, imageSize(images.shape)),
    tf.tensor2d(times, [probeCount, timeSize]),
  ];
}
