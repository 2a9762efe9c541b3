/**
 * A pass through a transformer (transformer.ts), with its gradients, by plain operations: what `network.apply` gives, in a third of the time.
 * Heads that are layers of their own there are computed together here, and so are all that the time says of a block.
 */
import {attention, dense, gelu, modulatedNorm, silu} from "../../kernels/index.js";
import * as tf from "../../tf.js";
import {variableOf} from "../model-state.js";

/** A weight by the name of its layer and its own, such as `told/kernel`. */
type WeightOf = (name: string) => tf.Tensor;

interface Parts {
  readonly weight: WeightOf;
  /** Of the time [B, d], and the class as a token [B, 1, d]. */
  readonly e: tf.Tensor2D;
  readonly token: tf.Tensor3D;
}

const epsilon = 1e-5;

/** `inputs`: pictures [B, s, s, c], times [B, T] and classes [B, K]. What the network says of them, [B, s, s, c]. */
export function transformerPass(network: tf.LayersModel, inputs: readonly tf.Tensor[]): tf.Tensor {
  const [picture, time, told] = inputs as [tf.Tensor4D, tf.Tensor2D, tf.Tensor2D];
  const variables = new Map(network.weights.map((each) => [each.originalName, variableOf(each)]));
  const weight = (name: string) => variables.get(name)!;
  const [patch, , channels, width] = weight("patches/kernel").shape as [
    number,
    number,
    number,
    number,
  ];
  const [count, side] = picture.shape;
  const edge = side / patch;
  const e = silu(layer(weight, "time2", silu(layer(weight, "time1", time)))) as tf.Tensor2D;
  const token = tf.reshape(layer(weight, "told", told), [count, 1, width]) as tf.Tensor3D;
  const pieces = tf.reshape(cut(picture, patch), [-1, patch * patch * channels]) as tf.Tensor2D;
  const kernel = tf.reshape(weight("patches/kernel"), [-1, width]) as tf.Tensor2D;
  const tokens = dense(pieces, kernel, weight("patches/bias") as tf.Tensor1D);
  const places = tf.reshape(tf.div(weight("places/kernel"), channels), [1, edge * edge, width]);
  let x = tf.add(tf.reshape(tokens, [count, edge * edge, width]), places) as tf.Tensor3D;
  for (let i = 1; variables.has(`block${i}-joined/kernel`); i++)
    x = block(`block${i}`, x, {weight, e, token});
  const [scale, shift] = said(weight, ["last-scale", "last-shift"], e);
  const normal = modulatedNorm(x, {scale: scale!, shift: shift!, epsilon});
  const last = tf.reshape(normal, [-1, width]) as tf.Tensor2D;
  const back = tf.reshape(weight("last/kernel"), [-1, width]) as tf.Tensor2D;
  const drawn = tf.reshape(tf.matMul(last, back, false, true), [
    count,
    edge,
    edge,
    patch,
    patch,
    channels,
  ]);
  const whole = tf.reshape(tf.transpose(drawn, [0, 1, 3, 2, 4, 5]), picture.shape);
  return tf.add(whole, weight("last/bias"));
}

/** The patches of pictures, [B, edge, edge, p, p, c]. */
function cut(picture: tf.Tensor4D, patch: number): tf.Tensor {
  const [count, side, , channels] = picture.shape;
  const edge = side / patch;
  const parts = tf.reshape(picture, [count, edge, patch, edge, patch, channels]);
  return tf.transpose(parts, [0, 1, 3, 2, 4, 5]);
}

function block(name: string, x: tf.Tensor3D, parts: Parts): tf.Tensor3D {
  const {weight, e} = parts;
  const names = ["see", "think"].flatMap((part) =>
    ["scale", "shift", "gate"].map((each) => `${name}-${part}-${each}`),
  );
  const [scale, shift, gate, scale2, shift2, gate2] = said(weight, names, e);
  const seen = see(name, modulatedNorm(x, {scale: scale!, shift: shift!, epsilon}), parts);
  const h = tf.add(x, gated(seen, gate!));
  const wide = layer(
    weight,
    `${name}-wide`,
    modulatedNorm(h, {scale: scale2!, shift: shift2!, epsilon}),
  );
  return tf.add(h, gated(layer(weight, `${name}-narrow`, gelu(wide)), gate2!));
}

/** What the time says by the dense layers `names`, the same for all tokens: [B, d] each. */
function said(weight: WeightOf, names: readonly string[], e: tf.Tensor2D): tf.Tensor2D[] {
  return tf.split(dense(e, ...joined(weight, names)), names.length, 1);
}

function gated(x: tf.Tensor, gate: tf.Tensor2D): tf.Tensor {
  return tf.mul(x, tf.expandDims(gate, 1));
}

/** The heads' layers as one. */
function see(name: string, x: tf.Tensor, {weight, token}: Parts): tf.Tensor {
  const heads: string[] = [];
  for (let h = 1; tryWeight(weight, `${name}-head${h}-query/kernel`); h++)
    heads.push(`${name}-head${h}`);
  const all = tf.concat([x, token], 1);
  const [query, key, value] = (["query", "key", "value"] as const).map((part) => {
    const names = heads.map((head) => `${head}-${part}`);
    return dense(part === "query" ? x : all, ...joined(weight, names)) as tf.Tensor3D;
  });
  return layer(weight, `${name}-joined`, attention(query!, key!, value!, heads.length));
}

function tryWeight(weight: WeightOf, name: string): boolean {
  return (weight(name) as tf.Tensor | undefined) !== undefined;
}

/** Kernel and bias of the dense layers `names` beside each other. */
function joined(weight: WeightOf, names: readonly string[]): [tf.Tensor2D, tf.Tensor1D] {
  const [kernel, bias] = ["kernel", "bias"].map((part) =>
    beside(names.map((name) => weight(`${name}/${part}`))),
  );
  return [kernel as tf.Tensor2D, bias as tf.Tensor1D];
}

/** Along the last axis, as `tf.concat`, which would keep all of them for its gradient. */
function beside(parts: readonly tf.Tensor[]): tf.Tensor {
  const sizes = parts.map(({shape}) => shape.at(-1)!);
  const join = tf.customGrad((...given) => ({
    value: tf.concat(given.slice(0, parts.length) as tf.Tensor[], -1),
    gradFunc: (dy) => tf.split(dy, sizes, -1),
  }));
  return join(...parts);
}

function layer<Rank extends tf.Rank>(
  weight: WeightOf,
  name: string,
  x: tf.Tensor<Rank>,
): tf.Tensor<Rank> {
  return dense(x, weight(`${name}/kernel`) as tf.Tensor2D, weight(`${name}/bias`) as tf.Tensor1D);
}
