import type {NamedArrays} from "../array.js";
import type {Model, Scalars} from "../models/model.js";
import {type Batches, type TensorsOf, tensorBatches} from "../models/tensor-batches.js";
import type {BatchSource, Samples} from "../pipeline/batches.js";
import type {Random} from "../random.js";

/** A model and what it learns from, as a setup has them. A source whose batches lack a part that the model takes does not compile. */
export function trainedOn<
  Arrays extends Samples & NamedArrays,
  Learner extends Learns<TensorsOf<Arrays>>,
>(
  model: Learner,
  source: BatchSource<Arrays>,
): {readonly model: Learner; readonly batches: Batches} {
  return {model, batches: tensorBatches(source)};
}

/** A property, not a method as in `Model`: with its arguments the compiler is strict. */
interface Learns<Parts> extends Omit<Model, "step"> {
  readonly step: (batch: Parts, random: Random, kind?: never) => Promise<Scalars>;
}
