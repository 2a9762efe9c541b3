import type {Images} from "../../lib/image.js";
import type {Model, Scalars} from "../../lib/models/model.js";
import type {Random} from "../../lib/random.js";
import type * as tf from "../../lib/tf.js";
import type {Probe} from "../../lib/training/setup.js";

/** One kind of generative model, as the arena needs it. Nobody is told what digit a picture is. */
export interface Entrant {
  readonly model: Omit<Model, "step"> & {
    step(batch: {readonly x: tf.Tensor}, random: Random): Promise<Scalars>;
  };
  /** Of a step's numbers the one that is told as its loss. */
  loss(scalars: Scalars): number;
  /** `count` new pictures, [count, 14, 14, 1] in [-1, 1]. */
  draw(count: number, random: Random): Promise<Images>;
  /** As that of a setup. */
  probe(network: string, random: Random): Probe;
}

/** What an entrant is made for. */
export interface EntrantOptions {
  /** Steps over which its learning rate falls. */
  readonly decaySteps: number;
  /** Draws its first weights. */
  readonly random: Random;
  /** Some of the pictures to learn from, [n, 14, 14, 1]. */
  readonly pictures: Images;
}

export type MakeEntrant = (options: EntrantOptions) => Entrant | Promise<Entrant>;
