/**
 * `npx tsx data/train-kind-classifier.ts`: trains the judge of lib/models/kind-classifier.ts on emoji in all colours, on TF.js' wasm back
 * end under Node, and writes `data/classifier-emoji.bin.gz` with its entry in the manifest: the weights as bytes, and whether it was right
 * on each of the emoji that are held out.
 */
import zopfli from "@gfx/zopfli";
import {packBundle} from "../lib/bundle.js";
import {accuracy, topClasses} from "../lib/metrics/accuracy.js";
import {namedWeights, setNamedWeights} from "../lib/models/classifier.js";
import {crossEntropy} from "../lib/models/classifier-step.js";
import {initialise} from "../lib/models/initial-weights.js";
import {classifyKinds, kindNetwork} from "../lib/models/kind-classifier.js";
import {variableOf} from "../lib/models/model-state.js";
import {dequantise, quantise} from "../lib/models/quantised.js";
import {drawnPlace, putMoved} from "../lib/moved-picture.js";
import {indexBatches} from "../lib/pipeline/batches.js";
import {Random} from "../lib/random.js";
import {drawnRecolouring, recoloured} from "../lib/recolour.js";
import * as tf from "../lib/tf.js";
import {testedKinds} from "../src/experiments/prompt/held-out-pairs.js";
import {promptPictures, side} from "../src/experiments/prompt/prompt-pictures.setup.js";
import {useWasm} from "../tools/runs/start-run.js";
import {dataFile} from "./data-file.js";
import {readManifest, writeData} from "./write-manifest.js";

const seed = 1;
const steps = 800;
const batchSize = 64;
const peakRate = 0.003;
const warmUpSteps = 100;
const weightDecay = 0.1;
const shift = 2;

await useWasm();
const pictures = promptPictures(dataFile("emoji-16"), dataFile("emoji-captions"));
const kinds: readonly string[] = testedKinds;
const kindOf = (i: number) => kinds.indexOf(pictures.drawn(i).captions.kinds[0]!.name);
const [train, test] = [false, true].map((isHeldOut) =>
  [...pictures.heldOut.keys()].filter((i) => pictures.heldOut[i] === isHeldOut),
) as [number[], number[]];
console.log(`${train.length} to learn from, ${test.length} held out`);
const network = kindNetwork(testedKinds.length);
initialise(network, new Random(seed).fork("weights"), "he");
await trainNetwork();
const weights = quantise(await namedWeights(network));
setNamedWeights(network, dequantise(weights));
const [onTrain, onTest] = [await rightOnes(train), await rightOnes(test)];
const {share, low, high} = accuracy(
  onTest.map(() => 1),
  onTest,
);
console.log(
  `right on ${share} of the held-out, ${low} to ${high}; on ${mean(onTrain)} of the others`,
);
await save();

async function trainNetwork(): Promise<void> {
  const random = new Random(seed);
  const batches = indexBatches(train.length, batchSize, random.fork("batches"));
  const chance = random.fork("changes");
  const optimizer = tf.train.adam(peakRate);
  const variables = network.trainableWeights.map(variableOf);
  for (let step = 0; step < steps; step++) {
    const chosen = [...batches.next()].map((place) => train[place]!);
    Object.assign(optimizer, {learningRate: rateAt(step)});
    const x = tf.tensor4d(changed(chosen, chance), [batchSize, side, side, 3]);
    const labels = tf.tensor1d(chosen.map(kindOf), "int32");
    const loss = tf.tidy(
      () =>
        optimizer.minimize(
          () => crossEntropy(network.apply(x, {training: true}) as tf.Tensor2D, labels),
          true,
          variables,
        ) as tf.Scalar,
    );
    if (step % 100 === 99) console.log(step + 1, (await loss.data())[0]!.toFixed(3));
    tf.dispose([x, labels, loss]);
    shrinkKernels(1 - rateAt(step) * weightDecay);
  }
  optimizer.dispose();
}

/** In other colours, moved, and half of them mirrored. */
function changed(chosen: readonly number[], chance: Random): Float32Array {
  const size = side * side * 3;
  const batch = new Float32Array(chosen.length * size);
  for (const [i, index] of chosen.entries()) {
    const pixels = recoloured(pictures.drawn(index).pixels, drawnRecolouring(chance));
    putMoved(pixels, drawnPlace(shift, chance), batch.subarray(i * size, (i + 1) * size), side);
  }
  return batch;
}

function shrinkKernels(factor: number): void {
  for (const weight of network.trainableWeights)
    if (weight.shape.length > 1) tf.tidy(() => void weight.write(tf.mul(weight.read(), factor)));
}

/** Linear up in the first steps, then linear down to 0. */
function rateAt(step: number): number {
  return peakRate * Math.min((step + 1) / warmUpSteps, (steps - step) / (steps - warmUpSteps));
}

async function rightOnes(indices: readonly number[]): Promise<number[]> {
  const data = Float32Array.from(
    indices.flatMap((i) => [...pictures.drawn(i).pixels].map((value) => 2 * value - 1)),
  );
  const logits = await classifyKinds(network, {data, shape: [indices.length, side, side, 3]});
  const tops = topClasses(logits, testedKinds.length);
  return indices.map((i, row) => (tops[row] === kindOf(i) ? 1 : 0));
}

async function save(): Promise<void> {
  const heldOut = {data: Uint8Array.from(onTest), shape: [onTest.length]};
  const bundle = packBundle({kinds: testedKinds}, {...weights, heldOut});
  const {title, source, author, licence} = readManifest().files["emoji-16"]!;
  const entry = writeData("classifier-emoji", await zopfli.gzipAsync(bundle, {numiterations: 15}), {
    file: "classifier-emoji.bin.gz",
    title: `weights of a classifier of ${testedKinds.length} kinds of emoji, whatever their colours`,
    shape: [bundle.length],
    classNames: testedKinds,
    source: {title: `trained here on: ${title}`, url: source.url, version: source.version},
    author: `From Noise authors; pictures by ${author}`,
    licence: "MIT",
    licenceNote: `The weights were learned from pictures under ${licence}.`,
    script: "npx tsx data/train-kind-classifier.ts",
    details: {
      testAccuracy: round(share),
      testPictures: test.length,
      testAccuracyLow: round(low),
      testAccuracyHigh: round(high),
      parameters: network.countParams(),
      seed,
      steps,
      batchSize,
      processorSeconds: Math.round(process.cpuUsage().user / 1e6),
      trained: "TF.js, wasm back end, Node",
    },
  });
  console.log(`${entry.file}: ${entry.bytes} bytes`);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
