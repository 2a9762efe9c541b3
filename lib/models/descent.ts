/**
 * One update of weights w against the gradient of a loss L, by whatever an optimiser makes of it (Goodfellow, Bengio & Courville,
 * 2016, section 8.3):
 *
 *   g = dL/dw,   w <- w + update(g)
 */
import * as tf from "../tf.js";
import {variableOf} from "./model-state.js";
import type {Optimiser} from "./optimiser.js";

/** What a pass forward computes: the loss [] to go down, and by name whatever else of the pass its caller wants to see. */
export interface Pass {
  readonly loss: tf.Scalar;
  readonly [seen: string]: tf.Tensor;
}

/** The pass, from before the update, and the gradients in the order of the weights. */
export type Descent<Seen extends Pass> = Seen & {readonly gradients: readonly tf.Tensor[]};

/** Moves the weights of `optimiser` once. To be called within a `tf.tidy`, which owns what is returned. */
export function descend<Seen extends Pass>(
  optimiser: Optimiser,
  forward: () => Seen,
): Descent<Seen> {
  const {weights} = optimiser;
  let pass: Seen | undefined;
  const {grads} = tf.variableGrads(() => {
    pass = forward();
    for (const tensor of Object.values(pass)) tf.keep(tensor);
    return pass.loss;
  }, [...weights]);
  const gradients = weights.map(({name}) => grads[name]!);
  optimiser.apply(gradients);
  return {...handedOver(pass!), gradients};
}

/** Kept tensors as ones that the tidy around frees. */
function handedOver<Seen extends Pass>(pass: Seen): Seen {
  const copies = Object.entries(pass).map(([name, tensor]) => [name, tf.clone(tensor)]);
  tf.dispose(Object.values(pass));
  return Object.fromEntries(copies) as Seen;
}

/** The weights of networks that learning moves, in their order. */
export function trainableWeights(...networks: readonly tf.LayersModel[]): tf.Variable[] {
  return networks.flatMap((network) => network.trainableWeights.map(variableOf));
}

/** The Euclidean length of gradients as one vector, []; 0 for none. */
export function gradientLength(gradients: readonly tf.Tensor[]): tf.Scalar {
  const squares = gradients.map((gradient) => tf.sum(tf.square(gradient)));
  return squares.length === 0 ? tf.scalar(0) : tf.sqrt(tf.sum(tf.stack(squares)));
}
