import type {NamedArrays} from "../../../lib/array.js";
import type {Model, Scalars} from "../../../lib/models/model.js";
import type {Batches} from "../../../lib/models/tensor-batches.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import type {MakeSetup, Setup, SetupContext} from "../../../lib/training/setup.js";

const batchSize = 8;
const momentum = 0.9;

/** A batch: points on a plane [B, 2], and their heights above it [B, 1]. */
type Heights = {readonly x: tf.Tensor; readonly height: tf.Tensor};

/** Points (x, y) below a plane z = 1 + 2x - y. */
class ToyBatches implements Batches<Heights> {
  #position = 0;
  #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  next(): Heights {
    this.#position = (this.#position + 1) % 5;
    const rows = Array.from({length: batchSize}, () => [
      this.#random.uniform(-1, 1),
      this.#random.uniform(-1, 1),
    ]);
    return {x: tf.tensor2d(rows), height: tf.tensor2d(rows.map(([x, y]) => [1 + 2 * x! - y!]))};
  }

  state() {
    return {random: this.#random.state(), position: this.#position};
  }

  restore({random, position}: ReturnType<ToyBatches["state"]>): void {
    this.#random = Random.from(random);
    this.#position = position;
  }
}

/** A dense net trained by momentum on noisy targets: it has weights, slots, chance and a live param. */
class ToyModel implements Model<Heights> {
  readonly networks: {readonly net: tf.Sequential};
  readonly #weights: readonly tf.Variable[];
  readonly #velocities: readonly tf.Variable[];
  #learningRate: number;

  constructor({params, random}: SetupContext) {
    const net = tf.sequential({
      layers: [
        tf.layers.dense({units: params.width as number, activation: "tanh", inputShape: [2]}),
        tf.layers.dense({units: 1}),
      ],
    });
    for (const layer of net.layers) setRandomly(layer, random);
    this.networks = {net};
    this.#learningRate = params.learningRate as number;
    // The layer's variable is not public.
    this.#weights = net.weights.map((weight) => (weight as unknown as {val: tf.Variable}).val);
    this.#velocities = tf.tidy(() =>
      this.#weights.map((weight) => tf.variable(tf.zerosLike(weight), false)),
    );
  }

  async step(batch: Heights, random: Random): Promise<Scalars> {
    const noise = tf.tensor2d(random.normals(batchSize), [batchSize, 1]);
    const {value, grads} = tf.variableGrads(() => this.#loss(batch, noise), [...this.#weights]);
    tf.tidy(() => {
      for (const [i, weight] of this.#weights.entries())
        this.#update(weight, grads[weight.name]!, i);
    });
    const [loss] = await value.data();
    tf.dispose([noise, value, grads]);
    return {loss: loss!};
  }

  set(name: string, value: number | string | boolean): void {
    if (name !== "learningRate") throw new RangeError(`unknown param: ${name} (learningRate)`);
    this.#learningRate = value as number;
  }

  async state(): Promise<NamedArrays> {
    const entries = this.#all().map(async ([name, variable]) => {
      return [
        name,
        {data: Float32Array.from(await variable.data()), shape: variable.shape},
      ] as const;
    });
    return Object.fromEntries(await Promise.all(entries));
  }

  restore(state: NamedArrays): void {
    for (const [name, {shape}] of this.#all())
      if (String(state[name]?.shape) !== String(shape))
        throw new RangeError(`invalid ${name}: shape ${state[name]?.shape} (${shape})`);
    for (const [name, variable] of this.#all())
      tf.tidy(() => variable.assign(tf.tensor(state[name]!.data, [...variable.shape])));
  }

  dispose(): void {
    this.networks.net.dispose();
    tf.dispose([...this.#velocities]);
  }

  #loss({x, height}: Heights, noise: tf.Tensor): tf.Scalar {
    const noisy = tf.add(height, tf.mul(noise, 0.01));
    const outputs = this.networks.net.apply(x, {training: true}) as tf.Tensor;
    return tf.mean(tf.square(tf.sub(outputs, noisy)));
  }

  #update(weight: tf.Variable, gradient: tf.Tensor, i: number): void {
    const velocity = this.#velocities[i]!;
    velocity.assign(tf.add(tf.mul(velocity, momentum), gradient));
    weight.assign(tf.sub(weight, tf.mul(velocity, this.#learningRate)));
  }

  #all(): [string, tf.Variable][] {
    return [
      ...this.#weights.map((weight, i): [string, tf.Variable] => [`weight${i}`, weight]),
      ...this.#velocities.map((slot, i): [string, tf.Variable] => [`velocity${i}`, slot]),
    ];
  }
}

function setRandomly(layer: tf.layers.Layer, random: Random): void {
  tf.tidy(() =>
    layer.setWeights(
      layer
        .getWeights()
        .map(({shape, size}) => tf.mul(tf.tensor(random.normals(size), shape), 0.5)),
    ),
  );
}

/** The toy experiment's worker side. */
export const makeToySetup: MakeSetup = async (context): Promise<Setup> => {
  const model = new ToyModel(context);
  const batches = new ToyBatches(context.random.fork("batches"));
  let zoom = Number(context.params.zoom);
  const probe = () => tf.tensor2d([0, 0, 0.5, -0.5], [2, 2]);
  return {
    model,
    batches,
    probe,
    async snapshot() {
      const points = probe();
      const surface = model.networks.net.predict(points) as tf.Tensor;
      const data = Float32Array.from(await surface.data(), (value) => zoom * value);
      tf.dispose([points, surface]);
      return {surface: {data, shape: [2, 1]}};
    },
    sample(sampling) {
      zoom = Number(sampling.zoom);
    },
    async measure() {
      return {scalars: {error: 1}, floors: {error: {low: 0, high: 0.1}}, arrays: {}};
    },
    answers: {
      echo: async (inputs) => inputs,
    },
    cadence: {measureSteps: 10, checkpointSteps: 5},
    dispose: () => model.dispose(),
  };
};
