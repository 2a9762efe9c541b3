/**
 * A small diffusion transformer (Peebles & Xie, 2023): a noisy picture is cut into n = (s / p)² patches, each becomes a token of d numbers with
 * the place it has, and in each of L blocks every token looks at all tokens and at one more, which says the class.
 *
 *     h    = x + gate · attention(scale · norm(x) + shift, class)            x: [B, n, d]
 *     x'   = h + gate · MLP(scale · norm(h) + shift),      MLP = dense(gelu(dense(·, 4d)), d)
 *     head = softmax(q kᵀ / sqrt(d / H)) v,      q: [B, n, d/H];  k, v: [B, n + 1, d/H], the last row of them the class
 *
 * Shifts, scales and gates are said by the time alone, anew in each block, and begin such that a block leaves x as it is (the paper's
 * adaLN-Zero, section 3.2). The paper adds the class to the time; here it is a token, so that one can see who looks at it. Of stock layers,
 * a head by itself: its weights are the layer `block1-head2-look`, [B, n, n + 1].
 */
import type {Random} from "../../random.js";
import * as tf from "../../tf.js";
import {initialise} from "../initial-weights.js";
import {timeFeatures} from "./time-features.js";

export interface TransformerShape {
  /** Of the pictures: s and c. */
  readonly side: number;
  readonly channels: number;
  /** p, a divisor of s. */
  readonly patch: number;
  /** d, a multiple of `heads`. */
  readonly width: number;
  /** L and H. */
  readonly blocks: number;
  readonly heads: number;
  /** Features of a time. */
  readonly timeSize: number;
  /** Classes that it may be told. */
  readonly classes: number;
}

type Symbol = tf.SymbolicTensor;

const epsilon = 1e-5;
/** Of the waves, beside patches that are about a tenth as long: places are told apart from the first step on. With 0.5 it learned half as fast. */
const placeSize = 2;

/** With weights that `random` draws. Blocks begin as if they were not there, and it says 0 of everything. */
export function transformer(shape: TransformerShape, random: Random): tf.LayersModel {
  const network = emptyTransformer(shape);
  initialise(network, random, "glorot");
  tf.tidy(() => network.setWeights(network.weights.map((weight) => atFirst(weight, shape))));
  return network;
}

function atFirst(weight: tf.LayerVariable, shape: TransformerShape): tf.Tensor {
  const values = weight.read();
  const {originalName: name} = weight;
  if (name === "places/kernel") return tf.tensor(firstPlaces(shape), values.shape);
  if (/-(shift|scale|gate)\/kernel$|^last\/kernel$/.test(name)) return tf.zerosLike(values);
  return /-scale\/bias$/.test(name) ? tf.onesLike(values) : values;
}

/** Waves along the rows and along the columns, so that patches near each other begin alike (the paper's are such waves, and stay). */
function firstPlaces({side, patch, width}: TransformerShape): Float32Array {
  const edge = side / patch;
  const half = width / 2;
  const along = timeFeatures(
    Array.from({length: edge}, (_, i) => (edge > 1 ? i / (edge - 1) : 0.5)),
    half,
  );
  const places = new Float32Array(edge * edge * width);
  for (let place = 0; place < edge * edge; place++) {
    const [row, column] = [Math.floor(place / edge), place % edge];
    places.set(along.subarray(row * half, (row + 1) * half), place * width);
    places.set(along.subarray(column * half, (column + 1) * half), place * width + half);
  }
  return places.map((value) => placeSize * value);
}

/** With kernels of zeros, for weights to come. */
export function emptyTransformer(shape: TransformerShape): tf.LayersModel {
  const {side, channels, patch, width, blocks, timeSize, classes} = shape;
  const edge = side / patch;
  if (!Number.isInteger(edge) || !Number.isInteger(width / shape.heads))
    throw new RangeError(
      `invalid transformer: patch ${patch} of side ${side}, ${shape.heads} heads of width ${width} (divisors)`,
    );
  const picture = tf.input({shape: [side, side, channels], name: "picture"});
  const time = tf.input({shape: [timeSize], name: "time"});
  const told = tf.input({shape: [classes], name: "class"});
  const size = {filters: width, kernelSize: patch, strides: patch, ...zeros};
  const cut = tf.layers.conv2d({name: "patches", ...size}).apply(picture) as Symbol;
  const tokens = reshaped("tokens", cut, [edge * edge, width]);
  const e = silu("time2", dense("time2", silu("time1", dense("time1", time, width)), width));
  const token = reshaped("class-token", dense("told", told, width), [1, width]);
  let x = sum("placed", tokens, places(picture, edge * edge, width));
  for (let i = 1; i <= blocks; i++) x = block(`block${i}`, x, {e, token}, shape);
  const square = reshaped("square", modulated("last", x, e), [edge, edge, width]);
  const back = {filters: channels, kernelSize: patch, strides: patch, ...zeros};
  const output = tf.layers.conv2dTranspose({name: "last", ...back}).apply(square) as Symbol;
  return tf.model({name: "denoiser", inputs: [picture, time, told], outputs: output});
}

/** Names of the layers that hold who looks at whom, [L][H]. */
export function lookNames({blocks, heads}: TransformerShape): string[][] {
  return Array.from({length: blocks}, (_, i) =>
    Array.from({length: heads}, (_, h) => lookName(`block${i + 1}`, h + 1)),
  );
}

function lookName(block: string, head: number): string {
  return `${block}-head${head}-look`;
}

/** A learned row of numbers for each place [n, d]: a dense layer whose only input is 1. */
function places(picture: Symbol, count: number, width: number): Symbol {
  const mean = tf.layers.globalAveragePooling2d({name: "mean"}).apply(picture) as Symbol;
  const channel = mean.shape[1]!;
  const one = tf.layers.rescaling({name: "one", scale: 0, offset: 1 / channel}).apply(mean);
  const options = {name: "places", units: count * width, useBias: false, ...zeros};
  const rows = tf.layers.dense(options).apply(one as Symbol) as Symbol;
  return reshaped("places-rows", rows, [count, width]);
}

interface Told {
  readonly e: Symbol;
  readonly token: Symbol;
}

function block(name: string, x: Symbol, {e, token}: Told, shape: TransformerShape): Symbol {
  const {width} = shape;
  const seen = attention(name, modulated(`${name}-see`, x, e), token, shape);
  const h = sum(`${name}-seen`, x, gated(`${name}-see`, seen, e));
  const wide = dense(`${name}-wide`, modulated(`${name}-think`, h, e), 4 * width);
  const active = tf.layers.activation({name: `${name}-gelu`, activation: "gelu_new"});
  const thought = dense(`${name}-narrow`, active.apply(wide) as Symbol, width);
  return sum(`${name}-thought`, h, gated(`${name}-think`, thought, e));
}

function attention(name: string, x: Symbol, token: Symbol, shape: TransformerShape): Symbol {
  const {width, heads} = shape;
  const all = tf.layers.concatenate({name: `${name}-all`, axis: 1}).apply([x, token]) as Symbol;
  const each = Array.from({length: heads}, (_, h) =>
    head(name, h + 1, {x, all, units: width / heads}),
  );
  const joined =
    heads === 1
      ? each[0]!
      : (tf.layers.concatenate({name: `${name}-heads`, axis: 2}).apply(each) as Symbol);
  return dense(`${name}-joined`, joined, width);
}

interface Looking {
  readonly x: Symbol;
  readonly all: Symbol;
  readonly units: number;
}

function head(block: string, index: number, {x, all, units}: Looking): Symbol {
  const name = `${block}-head${index}`;
  const [key, value] = [dense(`${name}-key`, all, units), dense(`${name}-value`, all, units)];
  const scale = tf.layers.rescaling({name: `${name}-small`, scale: 1 / Math.sqrt(units)});
  const query = scale.apply(dense(`${name}-query`, x, units)) as Symbol;
  const scores = dot(`${name}-scores`, query, key, [2, 2]);
  const look = tf.layers.activation({name: lookName(block, index), activation: "softmax"});
  return dot(`${name}-found`, look.apply(scores) as Symbol, value, [2, 1]);
}

/** scale · norm(x) + shift, of what the time says. */
function modulated(name: string, x: Symbol, e: Symbol): Symbol {
  const options = {name: `${name}-norm`, axis: -1, center: false, scale: false, epsilon};
  const normal = tf.layers.layerNormalization(options).apply(x) as Symbol;
  const scaled = product(`${name}-scaled`, normal, row(`${name}-scale`, e, x.shape[2]!));
  return sum(`${name}-shifted`, scaled, row(`${name}-shift`, e, x.shape[2]!));
}

function gated(name: string, x: Symbol, e: Symbol): Symbol {
  return product(`${name}-gated`, x, row(`${name}-gate`, e, x.shape[2]!));
}

/** The same for every token, [1, units]. */
function row(name: string, e: Symbol, units: number): Symbol {
  return reshaped(`${name}-row`, dense(name, e, units), [1, units]);
}

function dense(name: string, x: Symbol, units: number): Symbol {
  return tf.layers.dense({name, units, ...zeros}).apply(x) as Symbol;
}

function silu(name: string, x: Symbol): Symbol {
  return tf.layers.activation({name: `${name}-silu`, activation: "swish"}).apply(x) as Symbol;
}

function dot(name: string, a: Symbol, b: Symbol, axes: [number, number]): Symbol {
  return tf.layers.dot({name, axes}).apply([a, b]) as Symbol;
}

function sum(name: string, ...terms: Symbol[]): Symbol {
  return tf.layers.add({name: `${name}-sum`}).apply(terms) as Symbol;
}

function product(name: string, ...factors: Symbol[]): Symbol {
  return tf.layers.multiply({name: `${name}-product`}).apply(factors) as Symbol;
}

function reshaped(name: string, x: Symbol, targetShape: number[]): Symbol {
  return tf.layers.reshape({name, targetShape}).apply(x) as Symbol;
}

const zeros = {kernelInitializer: "zeros"} as const;
