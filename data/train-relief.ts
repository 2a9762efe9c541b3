/**
 * `npx tsx data/train-relief.ts`: trains the network of lib/models/relief-network.ts on real elevation, the sample data of matplotlib for the country around the
 * Jacksboro fault in Tennessee, and writes it to `data/relief-network.bin.gz` with the scales of its levels. A quarter of a minute of one processor.
 * `RELIEF_ELEVATION` names the file, by default where the Debian package python-matplotlib-data puts it.
 */
import {readFileSync} from "node:fs";
import {unzipSync} from "fflate";
import {Adam} from "../lib/models/adam.js";
import {namedWeights} from "../lib/models/classifier.js";
import {trainableWeights} from "../lib/models/descent.js";
import {initialise} from "../lib/models/initial-weights.js";
import {Learner} from "../lib/models/learner.js";
import {LiveParams} from "../lib/models/live-params.js";
import {trainingPass} from "../lib/models/training-pass.js";
import {Random} from "../lib/random.js";
import * as tf from "../lib/tf.js";
import {differencesAt, doubled, neighbours, type ReliefPiece} from "../lib/worlds/relief.js";
import {useWasm} from "../tools/runs/start-run.js";
import {writeWeights} from "./write-weights.js";

const file =
  process.env.RELIEF_ELEVATION ??
  "/usr/share/matplotlib/mpl-data/sample_data/jacksboro_fault_dem.npz";
const [levels, steps, batchSize, width] = [5, 3000, 256, 16];
/** Cells at the edges, whose neighbours are not all known. */
const margin = 3;

/** A level: what the coarser one says of it, what it is, and the spread of the difference. */
interface Level {
  readonly smooth: ReliefPiece;
  readonly fine: ReliefPiece;
  readonly scale: number;
}

await useWasm();
const random = new Random(1);
const pyramid = pyramidOf(elevation());
const network = tf.sequential({
  layers: [
    tf.layers.dense({
      ...{name: "first", units: width, activation: "relu", inputShape: [neighbours.length]},
    }),
    tf.layers.dense({name: "second", units: width, activation: "relu"}),
    tf.layers.dense({name: "told", units: 2}),
  ],
});
initialise(network, random.fork("weights"), "glorot");
const learner = new Learner({
  networks: {network},
  optimisers: {adam: new Adam(trainableWeights(network))},
  decaySteps: steps,
  live: new LiveParams({learningRate: 0.005}),
});
const loss = await train();
await writeWeights("relief-network", {
  title: "weights of a small network that adds detail to a relief",
  header: {
    network: "relief-network",
    scales: pyramid.levels.map(({scale}) => scale).reverse(),
    base: pyramid.base,
  },
  weights: await namedWeights(network),
  learnedFrom: {
    title: "elevation around the Jacksboro fault, Tennessee",
    source: {
      title: "sample data of matplotlib, from the Debian package python-matplotlib-data",
      url: "https://matplotlib.org/",
      version: "3.6.3-1",
    },
    author: "the matplotlib development team (elevation of the United States, public domain)",
    licence: "the matplotlib licence",
  },
  script: "npx tsx data/train-relief.ts",
  details: {steps, batchSize, levels, loss},
});

/** Metres, from the north-western corner on. */
function elevation(): ReliefPiece {
  const [bytes] = Object.entries(unzipSync(readFileSync(file)))
    .filter(([name]) => name === "elevation.npy")
    .map(([, content]) => content);
  if (!bytes) throw new RangeError(`missing array: elevation (in ${file})`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = 10 + view.getUint16(8, true);
  const [, rows, columns] = /\((\d+), (\d+)\)/.exec(
    Buffer.from(bytes.subarray(10, start)).toString("latin1"),
  )!;
  const [height, across] = [Number(rows), Number(columns)];
  const data = Float64Array.from({length: height * across}, (_, i) =>
    view.getInt16(start + 2 * i, true),
  );
  return {left: 0, top: 0, width: across, height, data};
}

/** Levels from the finest on, and the spread of what is left in the end. */
function pyramidOf(heights: ReliefPiece): {
  readonly levels: readonly Level[];
  readonly base: number;
} {
  const found: Level[] = [];
  let fine = cropped(heights);
  for (let level = 0; level < levels; level++) {
    const coarse = halved(fine);
    const inner = {
      left: 2,
      top: 2,
      width: 2 * coarse.width - 4,
      height: 2 * coarse.height - 4,
    };
    const smooth = doubled(coarse, inner);
    const scale = Math.sqrt(meanOf(residuals(smooth, fine).map((value) => value ** 2)));
    found.push({smooth, fine, scale});
    fine = coarse;
  }
  const mean = meanOf([...fine.data]);
  const base = Math.sqrt(meanOf([...fine.data].map((value) => (value - mean) ** 2)));
  console.log(
    "scales",
    found.map(({scale}) => scale.toFixed(1)).join(" "),
    "base",
    base.toFixed(0),
  );
  return {levels: found, base};
}

/** To a multiple of the coarsest cell. */
function cropped({width: across, height, data}: ReliefPiece): ReliefPiece {
  const cell = 2 ** levels;
  const [w, h] = [across - (across % cell), height - (height % cell)];
  const kept = Float64Array.from({length: w * h}, (_, i) => {
    return data[Math.floor(i / w) * across + (i % w)]!;
  });
  return {left: 0, top: 0, width: w, height: h, data: kept};
}

function halved({width: across, height, data}: ReliefPiece): ReliefPiece {
  const [w, h] = [across >> 1, height >> 1];
  const means = Float64Array.from({length: w * h}, (_, i) => {
    const at = 2 * Math.floor(i / w) * across + 2 * (i % w);
    return (data[at]! + data[at + 1]! + data[at + across]! + data[at + across + 1]!) / 4;
  });
  return {left: 0, top: 0, width: w, height: h, data: means};
}

function heightAt(piece: ReliefPiece, x: number, y: number): number {
  return piece.data[(y - piece.top) * piece.width + (x - piece.left)]!;
}

function residuals(smooth: ReliefPiece, fine: ReliefPiece): number[] {
  return Array.from(smooth.data, (value, i) => {
    const [x, y] = [i % smooth.width, Math.floor(i / smooth.width)];
    return heightAt(fine, smooth.left + x, smooth.top + y) - value;
  });
}

/** Differences [n, 16] at places by chance, turned and mirrored by chance, and the detail there. */
function batch(chance: Random) {
  const x = new Float32Array(batchSize * neighbours.length);
  const y = new Float32Array(batchSize);
  const differences = new Float64Array(neighbours.length);
  for (let i = 0; i < batchSize; i++) {
    // Finer levels have more to learn from.
    const level =
      pyramid.levels[Math.min(levels - 1, Math.floor(-Math.log2(1 - chance.uniform())))]!;
    const {smooth, fine, scale} = level;
    const column = smooth.left + margin + chance.integer(smooth.width - 2 * margin);
    const row = smooth.top + margin + chance.integer(smooth.height - 2 * margin);
    differencesAt(smooth, column, row, scale, differences);
    const turned = turn(chance.integer(8));
    for (const [j, from] of turned.entries()) x[i * neighbours.length + j] = differences[from]!;
    y[i] = (heightAt(fine, column, row) - heightAt(smooth, column, row)) / scale;
  }
  return {x: tf.tensor2d(x, [batchSize, neighbours.length]), y: tf.tensor1d(y)};
}

/** Where each neighbour comes from, in one of eight positions of a square. */
function turn(which: number): readonly number[] {
  return neighbours.map(([dx, dy]) => {
    const [a, b] = which & 1 ? [dy, dx] : [dx, dy];
    const [x, y] = [which & 2 ? -a : a, which & 4 ? -b : b];
    return neighbours.findIndex(([ox, oy]) => ox === x && oy === y);
  });
}

/** The mean of the last hundred losses, in nats. */
async function train(): Promise<number> {
  const chance = random.fork("batches");
  const last: number[] = [];
  for (let step = 1; step <= steps; step++) {
    const {x, y} = batch(chance);
    const {loss} = await learner.learn(() => ({loss: surprise(x, y)}));
    tf.dispose([x, y]);
    last.push(loss);
    if (step % 500 === 0) console.log(step, meanOf(last.slice(-100)).toFixed(3));
  }
  return Math.round(1000 * meanOf(last.slice(-100))) / 1000;
}

/** -ln N(y; mean, σ²) without its constant, a mean. */
function surprise(x: tf.Tensor2D, y: tf.Tensor1D): tf.Scalar {
  const told = trainingPass(network, x, true) as tf.Tensor2D;
  const [mean, log] = tf.split(told, 2, 1).map((part) => tf.reshape(part, [batchSize]));
  const squares = tf.mul(tf.squaredDifference(y, mean!), tf.exp(tf.mul(-2, log!)));
  return tf.mean(tf.add(tf.mul(0.5, squares), log!)) as tf.Scalar;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
