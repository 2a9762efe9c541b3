/**
 * Pictures of tokens, written by a network that guesses them (token-network.ts). Each token is drawn from the guess, at a temperature T:
 *
 *     p_T(k) = softmax(logits / T)_k
 *
 * `writeNext` writes one after the other, row by row. `writeMissing` writes several in each round (Chang et al., 2022, section 3.2): it draws
 * all that are missing, keeps those it is surest of, and forgets the others. How sure it is of a token drawn is ln p_T, plus noise that
 * fades with the rounds, so that not always the same places come first.
 */
import {naturalLog, type Random} from "../random.js";
import * as tf from "../tf.js";
import {drawCategorical} from "./categorical.js";
import {inChunks} from "./in-chunks.js";
import {gridSide, placeCount} from "./token-grid.js";
import {missingAfter} from "./token-masks.js";
import {guessToken, sight, windowRows} from "./token-network.js";

/** Scale of the noise in the first round, as in the paper: with less, the empty places always come first (bench/SWEEPS.md). */
const firstNoise = 4.5;

/** Pictures that are begun: what is known of them stays. */
export interface Draft {
  /** Classes, [n]. */
  readonly labels: ArrayLike<number>;
  /** [n · 49] */
  readonly tokens: ArrayLike<number>;
  /** 1 where a token is known. [n · 49] */
  readonly known: ArrayLike<number>;
  /** One for each picture. */
  readonly chances: readonly Random[];
}

export interface Written {
  /** [n · 49] */
  readonly tokens: Uint8Array;
  /** In which turn each was written, from 1; 0 for those that were known. [n · 49] */
  readonly turns: Uint8Array;
}

export interface WritingOptions {
  readonly temperature: number;
  /** Of `writeMissing`. */
  readonly rounds: number;
}

/** Draft of `labels` with nothing known. */
export function emptyDraft(labels: ArrayLike<number>, chances: readonly Random[]): Draft {
  const nothing = new Uint8Array(labels.length * placeCount);
  return {labels, tokens: nothing, known: nothing, chances};
}

/** By a `next` network. It cannot see what is known further on. */
export async function writeNext(
  network: tf.LayersModel,
  draft: Draft,
  {temperature}: Pick<WritingOptions, "temperature">,
): Promise<Written> {
  const {tokens, turns} = begun(draft);
  const count = draft.labels.length;
  for (let place = 0; place < placeCount; place++) {
    const open = [...Array(count).keys()].filter((i) => !draft.known[i * placeCount + place]);
    if (open.length === 0) continue;
    const guesses = await guessesAt(network, draft, tokens, {place, temperature});
    for (const i of open) {
      tokens[i * placeCount + place] = drawCategorical(guesses.of(i), draft.chances[i]!);
      turns[i * placeCount + place] = 1 + turnsBefore(turns, i, place);
    }
  }
  return {tokens, turns};
}

/** By a `missing` network. */
export async function writeMissing(
  network: tf.LayersModel,
  draft: Draft,
  {temperature, rounds}: WritingOptions,
): Promise<Written> {
  const {tokens, turns} = begun(draft);
  const known = Uint8Array.from(draft.known);
  const count = draft.labels.length;
  const missing = Array.from({length: count}, (_, i) => openPlaces(known, i).length);
  for (let round = 1; round <= rounds && known.includes(0); round++) {
    const guesses = await guessesOfAll(network, {...draft, tokens, known}, temperature);
    for (let i = 0; i < count; i++) {
      const drawn = openPlaces(known, i).map((place) => {
        const guess = guesses.of(i * placeCount + place);
        const token = drawCategorical(guess, draft.chances[i]!);
        const noise = firstNoise * (1 - round / rounds) * gumbel(draft.chances[i]!);
        return {place, token, sureness: logarithm(guess[token]!) + noise};
      });
      const kept = drawn.length - missingAfter(round, rounds, missing[i]!);
      for (const {place, token} of drawn.sort(bySureness).slice(0, kept)) {
        const at = i * placeCount + place;
        [tokens[at], turns[at], known[at]] = [token, round, 1];
      }
    }
  }
  return {tokens, turns};
}

/** Sequences of `draft` for a network of `entries` tokens, [n, 50, 1, K] flat: zeros for what is not known. */
export function sequencesOf(
  {labels, tokens, known}: Omit<Draft, "chances">,
  entries: number,
): Float32Array {
  const rows = 1 + placeCount;
  const sequences = new Float32Array(labels.length * rows * entries);
  for (let i = 0; i < labels.length; i++) {
    sequences[i * rows * entries + labels[i]!] = 1;
    for (let place = 0; place < placeCount; place++)
      if (known[i * placeCount + place])
        sequences[(i * rows + 1 + place) * entries + tokens[i * placeCount + place]!] = 1;
  }
  return sequences;
}

interface Guesses {
  /** The probabilities of row `index`, [K]. */
  of(index: number): Float32Array;
}

async function guessesOfAll(
  network: tf.LayersModel,
  draft: Draft,
  temperature: number,
): Promise<Guesses> {
  const entries = entriesOf(network);
  const shape = [draft.labels.length, 1 + placeCount, 1, entries];
  const widths = [placeCount * entries];
  const rows = {data: sequencesOf(draft, entries), shape};
  const [data] = await inChunks(rows, {widths, chunk: 256}, (sequences) => [
    tf.softmax(tf.div(network.predictOnBatch(sequences) as tf.Tensor, temperature)),
  ]);
  return {of: (index) => data!.subarray(index * entries, (index + 1) * entries)};
}

async function guessesAt(
  network: tf.LayersModel,
  {labels}: Draft,
  tokens: Uint8Array,
  {place, temperature}: {readonly place: number; readonly temperature: number},
): Promise<Guesses> {
  const entries = entriesOf(network);
  const probabilities = tf.tidy(() => {
    const window = windowsBefore(tokens, place, entries);
    const classes = tf.oneHot(tf.tensor1d(Int32Array.from(labels), "int32"), entries);
    const logits = guessToken(network, place, window, tf.cast(classes, "float32") as tf.Tensor2D);
    return tf.softmax(tf.div(logits, temperature));
  });
  const data = await probabilities.data<"float32">();
  probabilities.dispose();
  return {of: (index) => data.subarray(index * entries, (index + 1) * entries)};
}

/** The one-hot tokens before `place` that a `next` network sees from there, [n, 4, 7, K]. */
function windowsBefore(tokens: Uint8Array, place: number, entries: number): tf.Tensor4D {
  const count = tokens.length / placeCount;
  const columns = 2 * sight + 1;
  const data = new Float32Array(count * windowRows.next * columns * entries);
  const [row, column] = [Math.floor(place / gridSide), place % gridSide];
  for (let down = 0; down < windowRows.next; down++)
    for (let right = 0; right < columns; right++) {
      const [r, c] = [row - sight + down, column - sight + right];
      const at = r * gridSide + c;
      if (r < 0 || c < 0 || c >= gridSide || at >= place) continue;
      for (let i = 0; i < count; i++)
        data[
          ((i * windowRows.next + down) * columns + right) * entries + tokens[i * placeCount + at]!
        ] = 1;
    }
  return tf.tensor4d(data, [count, windowRows.next, columns, entries]);
}

function begun({tokens, known}: Draft) {
  return {
    tokens: Uint8Array.from(tokens, (token, at) => (known[at] ? token : 0)),
    turns: new Uint8Array(tokens.length),
  };
}

function openPlaces(known: Uint8Array, picture: number): number[] {
  const places = [...Array(placeCount).keys()];
  return places.filter((place) => !known[picture * placeCount + place]);
}

function turnsBefore(turns: Uint8Array, picture: number, place: number): number {
  const first = picture * placeCount;
  return turns.subarray(first, first + place).filter((turn) => turn > 0).length;
}

function bySureness(a: {readonly sureness: number}, b: {readonly sureness: number}): number {
  return b.sureness - a.sureness;
}

function entriesOf(network: tf.LayersModel): number {
  return network.outputs[0]!.shape[3]!;
}

/** Noise for which the largest of ln p + noise is a draw from p (Gumbel, 1954). */
function gumbel(random: Random): number {
  return -logarithm(-naturalLog(1 - random.uniform()));
}

/** ln x for x >= 0 from exact operations; of 0 that of the smallest float. */
function logarithm(x: number): number {
  return x > 1 ? -naturalLog(1 / x) : naturalLog(Math.max(x, 1e-38));
}
