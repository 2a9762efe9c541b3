/**
 * A small network that guesses the token at each place of a grid from the tokens around it, the place, and the picture's class:
 *
 *     h = relu(Σ over the window of L_d E token(place + d)  +  B_class,place)
 *     h <- h + relu(V h + v),   p(token | what is seen) = softmax(U h + u)
 *
 * `next` sees what has been written before, row by row: the window is three rows above and three places to the left, and its
 * convolution is masked (van den Oord, Kalchbrenner & Kavukcuoglu, 2016, section 3.4). So the product of all its guesses is p(picture).
 * `missing` sees all around it, three places far; a token that it is not told is a row of zeros (Chang et al., 2022, section 3.2).
 *
 * It is given sequences [B, 1 + 49, 1, K] of one-hot rows, the class first, then the tokens row by row; K is at least the number of
 * classes. Stock layers only: what the mask hides has weights of 0.
 */
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {initialise} from "./initial-weights.js";
import {variableOf} from "./model-state.js";
import {gridSide, placeCount} from "./token-grid.js";

export type Guesser = "next" | "missing";

export interface TokenNetworkShape {
  /** K. */
  readonly entries: number;
  /** Neurons at each place. */
  readonly width: number;
}

/** Places to each side that are seen. */
export const sight = 3;
const across = 2 * sight + 1;
/** Numbers that stand for a token in the window. */
const embeddingSize = 8;

/** Rows of the window: its last one is the place's own for `next`. */
export const windowRows = {next: sight + 1, missing: across} as const;
const padding = {next: [sight, 0], missing: [sight, sight]} as const;

/** With weights drawn by `random` (Glorot & Bengio, 2010). */
export function tokenNetwork(
  guesser: Guesser,
  {entries, width}: TokenNetworkShape,
  random: Random,
): tf.LayersModel {
  const {cropping2D, reshape, flatten, dense, conv2d, zeroPadding2d, add, reLU} = tf.layers;
  const zeros = {kernelInitializer: "zeros"} as const;
  const one = {kernelSize: 1, ...zeros} as const;
  const bare = {useBias: false, ...zeros} as const;
  const grid = (channels: number) => [gridSide, gridSide, channels];
  const window = [windowRows[guesser], across];
  const pad = [[...padding[guesser]], [sight, sight]] as [[number, number], [number, number]];
  const through = (x: tf.SymbolicTensor, ...layers: readonly tf.layers.Layer[]) =>
    layers.reduce((input, layer) => layer.apply(input) as tf.SymbolicTensor, x);

  const sequence = tf.input({shape: [1 + placeCount, 1, entries], name: "sequence"});
  const placed = through(
    sequence,
    cropping2D({
      name: "class",
      cropping: [
        [0, placeCount],
        [0, 0],
      ],
    }),
    flatten({name: "flat"}),
    dense({name: "where", units: placeCount * width, ...zeros}),
    reshape({name: "places", targetShape: grid(width)}),
  );
  const seen = through(
    sequence,
    cropping2D({
      name: "tokens",
      cropping: [
        [1, 0],
        [0, 0],
      ],
    }),
    reshape({name: "grid", targetShape: grid(entries)}),
    conv2d({name: "embed", filters: embeddingSize, kernelSize: 1, ...bare}),
    zeroPadding2d({name: "edge", padding: pad}),
    conv2d({name: "look", filters: width, kernelSize: window, ...bare}),
  );
  const sum = add({name: "sum"}).apply([seen, placed]) as tf.SymbolicTensor;
  const first = through(sum, reLU({name: "relu1"}));
  const second = through(
    first,
    conv2d({name: "think", filters: width, ...one}),
    reLU({name: "relu2"}),
  );
  const both = add({name: "both"}).apply([first, second]) as tf.SymbolicTensor;
  const logits = through(both, conv2d({name: "logits", filters: entries, ...one}));
  const network = tf.model({inputs: sequence, outputs: logits, name: guesser});
  initialise(network, random.fork(guesser), "glorot");
  if (guesser === "next")
    tf.tidy(() => weightOf(network, "look").assign(lookKernel(network, guesser)));
  return network;
}

/** The logits of every place of `sequence` [B, 50, 1, K], [B · 49, K], while it learns. */
export function guessTokens(
  network: tf.LayersModel,
  guesser: Guesser,
  sequence: tf.Tensor4D,
): tf.Tensor2D {
  const [count, , , entries] = sequence.shape;
  const classes = tf.reshape(tf.slice4d(sequence, [0, 0, 0, 0], [-1, 1, -1, -1]), [count, entries]);
  const tokens = tf.reshape(tf.slice4d(sequence, [0, 1, 0, 0], [-1, placeCount, -1, -1]), [
    count,
    gridSide,
    gridSide,
    entries,
  ]);
  const padded = tf.pad(embedded(network, tokens), [
    [0, 0],
    [...padding[guesser]],
    [sight, sight],
    [0, 0],
  ]) as tf.Tensor4D;
  const seen = tf.conv2d(padded, lookKernel(network, guesser), 1, "valid");
  const placed = tf.add(
    tf.matMul(classes as tf.Tensor2D, matrix(network, "where")),
    biasOf(network, "where"),
  );
  return concluded(
    network,
    tf.reshape(tf.add(seen, tf.reshape(placed, seen.shape)), [-1, seen.shape[3]]),
  );
}

/**
 * The logits of one place alone, [B, K]: from its `window` [B, rows, 7, K] of one-hot tokens, zeros where there are none, and the
 * one-hot `classes` [B, K].
 */
export function guessToken(
  network: tf.LayersModel,
  place: number,
  window: tf.Tensor4D,
  classes: tf.Tensor2D,
): tf.Tensor2D {
  const look = weightOf(network, "look") as tf.Tensor as tf.Tensor4D;
  const width = look.shape[3];
  const seen = tf.reshape(tf.conv2d(embedded(network, window), look, 1, "valid"), [-1, width]);
  const where = tf.slice2d(matrix(network, "where"), [0, place * width], [-1, width]);
  const bias = tf.slice1d(biasOf(network, "where") as tf.Tensor1D, place * width, width);
  return concluded(network, tf.add(seen, tf.add(tf.matMul(classes, where), bias)));
}

/** From the sum [n, width] on. */
function concluded(network: tf.LayersModel, sum: tf.Tensor): tf.Tensor2D {
  const first = tf.relu(sum) as tf.Tensor2D;
  const second = tf.relu(applied(network, "think", first));
  return applied(network, "logits", tf.add(first, second));
}

function applied(network: tf.LayersModel, layer: string, x: tf.Tensor2D): tf.Tensor2D {
  return tf.add(tf.matMul(x, matrix(network, layer)), biasOf(network, layer));
}

function embedded(network: tf.LayersModel, tokens: tf.Tensor): tf.Tensor4D {
  const kernel = weightOf(network, "embed") as tf.Tensor as tf.Tensor4D;
  return tf.conv2d(tokens as tf.Tensor4D, kernel, 1, "valid");
}

/** With zeros where the guesser may not look: they have no gradient, so they stay. */
function lookKernel(network: tf.LayersModel, guesser: Guesser): tf.Tensor4D {
  const kernel = weightOf(network, "look") as tf.Tensor as tf.Tensor4D;
  if (guesser === "missing") return kernel;
  const [rows, columns] = kernel.shape;
  const hidden = rows * columns - (columns - sight);
  const open = Float32Array.from({length: rows * columns}, (_, i) => (i < hidden ? 1 : 0));
  return tf.mul(kernel, tf.tensor4d(open, [rows, columns, 1, 1]));
}

/** The kernel of a layer that looks at one place, [in, out]. */
function matrix(network: tf.LayersModel, layer: string): tf.Tensor2D {
  const kernel = weightOf(network, layer);
  return tf.reshape(kernel, kernel.shape.slice(-2) as [number, number]);
}

function weightOf(network: tf.LayersModel, layer: string): tf.Variable {
  return variableOf(network.getLayer(layer).weights[0]!);
}

function biasOf(network: tf.LayersModel, layer: string): tf.Tensor {
  return variableOf(network.getLayer(layer).weights[1]!);
}
