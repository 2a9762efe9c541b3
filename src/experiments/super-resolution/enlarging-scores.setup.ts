/** Nearest, bicubic and a network on the same small pictures, each against the truth. */
import type {NdArray} from "../../lib/array.js";
import {type ByteImages, imageSize, pick} from "../../lib/image.js";
import {binomialInterval} from "../../lib/metrics/binomial-interval.js";
import {bootstrapInterval} from "../../lib/metrics/bootstrap-interval.js";
import {decibels, similarityOf} from "../../lib/metrics/structural-similarity.js";
import {type Enlarging, enlarged} from "../../lib/pipeline/enlarging.js";
import {Random} from "../../lib/random.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {Measured} from "../../lib/training/setup.js";
import {extremeCount, type superResolution} from "./experiment.js";

/** Of equal pictures, whose PSNR is infinite: more than any others have. */
const equalDecibels = 100;
const draws = 200;

/** Of each picture, [n] each. */
interface Scores {
  readonly psnr: readonly number[];
  readonly ssim: readonly number[];
}

/** Scores what is made of `held`'s small pictures. What the two rules make of them is scored once, when it is first asked for. */
export function enlargingScores(held: Enlarging, factor: number, random: Random) {
  const {truth, small, base} = held;
  const chance = random.state();
  let rules: {readonly nearest: Scores; readonly bicubic: Scores} | undefined;
  return (made: ByteImages): Measured<ExchangeOf<typeof superResolution>> => {
    rules ??= {
      nearest: scoresOf(truth, enlarged(small, factor, "nearest")),
      bicubic: scoresOf(truth, base),
    };
    const {nearest, bicubic} = rules;
    const network = scoresOf(truth, made);
    const gains = differences(network.psnr, bicubic.psnr);
    const right = gains.filter((gain) => gain > 0).length;
    const interval = (values: readonly number[]) => meanInterval(values, Random.from(chance));
    const coin = binomialInterval(Math.round(gains.length / 2), gains.length);
    const order = [...gains.keys()].sort((i, k) => gains[i]! - gains[k]!);
    const extreme = [...order.slice(0, extremeCount), ...order.slice(-extremeCount)];
    return {
      scalars: {
        ...{psnr: mean(network.psnr), ssim: mean(network.ssim), gain: mean(gains)},
        ...{better: (100 * right) / gains.length, right, count: gains.length},
      },
      floors: {
        ...{psnr: interval(bicubic.psnr), ssim: interval(bicubic.ssim), gain: {low: 0, high: 0}},
        better: {low: 100 * coin.low, high: 100 * coin.high},
      },
      intervals: {
        ...{psnr: interval(network.psnr), ssim: interval(network.ssim), gain: interval(gains)},
      },
      arrays: {
        scores: tableOf([nearest, bicubic, network], interval),
        extremes: inColumns([truth, base, made], extreme),
        extremeGains: {
          data: Float32Array.from(extreme, (place) => gains[place]!),
          shape: [extreme.length],
        },
      },
    };
  };
}

/** In PSNR, picture by picture. */
export function gainsOf(truth: ByteImages, made: ByteImages, base: ByteImages): readonly number[] {
  return differences(psnrsOf(truth, made), psnrsOf(truth, base));
}

function scoresOf(truth: ByteImages, made: ByteImages): Scores {
  const [n] = truth.shape;
  return {
    psnr: psnrsOf(truth, made),
    ssim: Array.from({length: n}, (_, i) =>
      similarityOf(bytesAt(truth, i), bytesAt(made, i), truth.shape),
    ),
  };
}

function psnrsOf(truth: ByteImages, made: ByteImages): readonly number[] {
  return Array.from(
    {length: truth.shape[0]},
    (_, i) => decibels(bytesAt(truth, i), bytesAt(made, i)) ?? equalDecibels,
  );
}

function bytesAt({data, shape}: ByteImages, place: number): Uint8Array {
  const size = imageSize(shape);
  return data.subarray(place * size, (place + 1) * size);
}

/** [ways, scores, 3]: mean, and the ends of its interval. */
function tableOf(
  all: readonly Scores[],
  interval: (values: readonly number[]) => {readonly low: number; readonly high: number},
): NdArray<Float32Array> {
  const cells = all.flatMap(({psnr, ssim}) =>
    [psnr, ssim].flatMap((values) => {
      const {low, high} = interval(values);
      return [mean(values), low, high];
    }),
  );
  return {data: Float32Array.from(cells), shape: [all.length, 2, 3]};
}

/** The pictures at `places`, row by row one of each column. */
function inColumns(columns: readonly ByteImages[], places: readonly number[]): ByteImages {
  const parts = places.flatMap((place) => columns.map((images) => pick(images, [place]).data));
  const [, h, w, c] = columns[0]!.shape;
  return {
    data: Uint8Array.from(parts.flatMap((part) => [...part])),
    shape: [parts.length, h, w, c],
  };
}

function meanInterval(values: readonly number[], random: Random) {
  const meanAt = (places: Uint32Array) => mean(Array.from(places, (place) => values[place]!));
  return bootstrapInterval(values.length, meanAt, draws, random);
}

function differences(a: readonly number[], b: readonly number[]): readonly number[] {
  return a.map((value, i) => value - b[i]!);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
