/**
 * A GAN for points of the plane: two networks of two hidden layers, as in GAN Lab (Kahng et al., 2019, section 4).
 *
 *   generator       z [B, latentSize] -> H -> H -> point [B, 2]
 *   discriminator   point [B, 2] -> H -> H -> logit [B, 1]
 *
 * Leaky ReLU throughout: it bends enough for 2-D shapes and is exact arithmetic on every back end. The generator may have other hidden layers.
 */
import type {Activation, LayerShape} from "../grading/layer-shape.js";
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {Gan} from "./gan.js";
import type {GanLossName} from "./gan-losses.js";
import type {GanOptions} from "./gan-options.js";
import {initialise} from "./initial-weights.js";

export interface PlaneGanOptions
  extends Pick<
    GanOptions,
    | "generatorSteps"
    | "discriminatorRate"
    | "instanceNoise"
    | "generatorOptimiser"
    | "discriminatorOptimiser"
    | "penaltyWeight"
    | "generatorLoss"
  > {
  readonly loss: GanLossName;
  readonly learningRate: number;
  readonly hiddenWidth: number;
  /** The generator's hidden layers, where they are others than two of `hiddenWidth`. */
  readonly generatorLayers?: readonly LayerShape[];
  readonly latentSize: number;
  readonly discriminatorSteps: number;
  /** Adam's momentum, 0 to below 1, default 0.5. */
  readonly beta1?: number;
  /** How far to the right and up the generator begins, with its points close together; 0 for all about the middle. */
  readonly start?: number;
}

/** A GAN on points with weights drawn from `random`. */
export function planeGan(options: PlaneGanOptions, random: Random): Gan<true> {
  const {hiddenWidth, latentSize, start = 0} = options;
  const hidden = [1, 2].map((): LayerShape => ({width: hiddenWidth, activation: "leaky"}));
  const generator = network("generator", latentSize, options.generatorLayers ?? hidden, 2);
  const discriminator = network("discriminator", 2, hidden, 1);
  initialise(generator, random.fork("generator"), "he");
  initialise(discriminator, random.fork("discriminator"), "he");
  if (start !== 0) moveOutput(generator, start);
  return new Gan({
    ...options,
    generator,
    discriminator,
    decaySteps: 0,
    beta1: options.beta1 ?? 0.5,
    beta2: 0.99,
    labelSmoothing: 1,
    watchesGradients: true,
  });
}

/** A narrow cloud far away: the last layer's weights are made small, and its bias is what the points are moved by. */
function moveOutput(generator: tf.Sequential, by: number): void {
  const [kernel, bias] = generator.getLayer("output").getWeights();
  tf.tidy(() =>
    generator.getLayer("output").setWeights([tf.mul(kernel!, 0.1), tf.fill(bias!.shape, by)]),
  );
}

function network(
  name: string,
  inputs: number,
  hidden: readonly LayerShape[],
  outputs: number,
): tf.Sequential {
  const dense = (name: string, units: number, isFirst: boolean) =>
    tf.layers.dense({
      ...{name, units, kernelInitializer: "zeros"},
      ...(isFirst && {inputShape: [inputs]}),
    });
  const layers = hidden.flatMap(({width, activation}, i) => [
    dense(`hidden${i + 1}`, width, i === 0),
    ...bends[activation](`${activation}${i + 1}`),
  ]);
  return tf.sequential({name, layers: [...layers, dense("output", outputs, layers.length === 0)]});
}

/** What follows a dense layer. */
const bends: Readonly<Record<Activation, (name: string) => readonly tf.layers.Layer[]>> = {
  leaky: (name) => [tf.layers.leakyReLU({name, alpha: 0.2})],
  relu: (name) => [tf.layers.reLU({name})],
  none: () => [],
};
