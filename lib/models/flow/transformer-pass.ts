/**
 * A pass through a transformer (transformer.ts), with its gradients, by plain operations: what `network.apply` gives, in a third of the time.
 * Heads that are layers of their own there are computed together here, and so are all that the time says of a block.
 */
import {dense as denseRows, groupNorm, silu} from "../../kernels/index.js";
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
  const e = silu(dense(weight, "time2", silu(dense(weight, "time1", time)))) as tf.Tensor2D;
  const token = tf.reshape(dense(weight, "told", told), [count, 1, width]) as tf.Tensor3D;
  const rows = tf.reshape(cut(picture, patch), [-1, patch * patch * channels]) as tf.Tensor2D;
  const kernel = tf.reshape(weight("patches/kernel"), [-1, width]) as tf.Tensor2D;
  const tokens = denseRows(rows, kernel, weight("patches/bias") as tf.Tensor1D);
  const places = tf.reshape(tf.div(weight("places/kernel"), channels), [1, edge * edge, width]);
  let x = tf.add(tf.reshape(tokens, [count, edge * edge, width]), places) as tf.Tensor3D;
  for (let i = 1; variables.has(`block${i}-joined/kernel`); i++)
    x = block(`block${i}`, x, {weight, e, token});
  const [scale, shift] = said(weight, ["last-scale", "last-shift"], e);
  const last = tf.reshape(modulated(x, scale!, shift!), [-1, width]) as tf.Tensor2D;
  const back = tf.reshape(weight("last/kernel"), [-1, width]) as tf.Tensor2D;
  const pieces = tf.reshape(tf.matMul(last, back, false, true), [
    count,
    edge,
    edge,
    patch,
    patch,
    channels,
  ]);
  const joined = tf.reshape(tf.transpose(pieces, [0, 1, 3, 2, 4, 5]), picture.shape);
  return tf.add(joined, weight("last/bias"));
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
  const seen = attention(name, modulated(x, scale!, shift!), parts);
  const h = tf.add(x, tf.mul(seen, gate!)) as tf.Tensor3D;
  const wide = gelu(dense(weight, `${name}-wide`, modulated(h, scale2!, shift2!)));
  return tf.add(h, tf.mul(dense(weight, `${name}-narrow`, wide), gate2!));
}

/** What the time says by the dense layers `names`, the same for all tokens: [B, 1, d] each. */
function said(weight: WeightOf, names: readonly string[], e: tf.Tensor2D): tf.Tensor3D[] {
  const kernel = tf.concat(names.map((name) => weight(`${name}/kernel`)) as tf.Tensor2D[], 1);
  const bias = tf.concat(names.map((name) => weight(`${name}/bias`)) as tf.Tensor1D[]);
  const all = denseRows(e, kernel, bias);
  return tf.split(tf.reshape(all, [e.shape[0], 1, -1]), names.length, 2) as tf.Tensor3D[];
}

function attention(name: string, x: tf.Tensor3D, {weight, token}: Parts): tf.Tensor {
  const all = tf.concat([x, token], 1);
  const heads = [];
  for (let h = 1; tryWeight(weight, `${name}-head${h}-query/kernel`); h++)
    heads.push(`${name}-head${h}`);
  const [query] = asHeads(weight, x, heads, ["query"]);
  const [key, value] = asHeads(weight, all, heads, ["key", "value"]);
  const scale = 1 / Math.sqrt(query!.shape[3]);
  const look = tf.softmax(tf.matMul(tf.mul(query!, scale), key!, false, true));
  const found = tf.transpose(tf.matMul(look, value!), [0, 2, 1, 3]);
  return dense(weight, `${name}-joined`, tf.reshape(found, x.shape));
}

function tryWeight(weight: WeightOf, name: string): boolean {
  return (weight(name) as tf.Tensor | undefined) !== undefined;
}

/** What the dense layers `parts` of all `heads` make of tokens [B, n, d]: of each part [B, H, n, d / H]. */
function asHeads(
  weight: WeightOf,
  x: tf.Tensor3D,
  heads: readonly string[],
  parts: readonly string[],
): tf.Tensor4D[] {
  const [count, tokens, width] = x.shape;
  const names = parts.flatMap((part) => heads.map((head) => `${head}-${part}`));
  const kernel = tf.concat(names.map((each) => weight(`${each}/kernel`)) as tf.Tensor2D[], 1);
  const bias = tf.concat(names.map((each) => weight(`${each}/bias`)) as tf.Tensor1D[]);
  const rows = denseRows(tf.reshape(x, [-1, width]), kernel, bias);
  const shape = [count, tokens, parts.length * heads.length, width / heads.length];
  const apart = tf.transpose(tf.reshape(rows, shape), [0, 2, 1, 3]);
  // TF.js has no gradient for a split into one.
  return (parts.length === 1 ? [apart] : tf.split(apart, parts.length, 1)) as tf.Tensor4D[];
}

/** scale · norm(x) + shift. */
function modulated(x: tf.Tensor3D, scale: tf.Tensor, shift: tf.Tensor): tf.Tensor3D {
  const width = x.shape[2];
  // Each token by itself: one group of a group normalisation whose rows are the tokens.
  const rows = tf.reshape(x, [-1, width]);
  const normal = groupNorm(rows, 1, tf.ones([width]), tf.zeros([width]), epsilon);
  return tf.add(tf.mul(tf.reshape(normal, x.shape), scale), shift);
}

function dense(weight: WeightOf, name: string, x: tf.Tensor): tf.Tensor {
  const kernel = weight(`${name}/kernel`) as tf.Tensor2D;
  const rows = tf.reshape(x, [-1, kernel.shape[0]]) as tf.Tensor2D;
  const y = denseRows(rows, kernel, weight(`${name}/bias`) as tf.Tensor1D);
  return tf.reshape(y, [...x.shape.slice(0, -1), kernel.shape[1]]);
}

const [linear, cubic] = [2 * Math.sqrt(2 / Math.PI), 2 * Math.sqrt(2 / Math.PI) * 0.044715];

/** x / 2 · (1 + tanh(√(2/π) (x + 0.044715 x³))), as Hendrycks & Gimpel, 2016, approximate it: (1 + tanh u) / 2 is the sigmoid of 2u. */
function gelu(x: tf.Tensor): tf.Tensor {
  const inner = tf.mul(x, tf.add(tf.mul(tf.square(x), cubic), linear));
  return tf.mul(x, tf.sigmoid(inner));
}
