/**
 * `npx tsx data/train-attention.ts <minutes> <steps>`: trains the transformer of the experiment `inside-attention` from no knowledge, on
 * TF.js' wasm back end under Node, for so many minutes at most; the next call goes on from there (resumed-training.ts). At its end, and
 * each time it stops, it writes `data/transformer-digits.bin.gz`, the averaged weights as bytes, with its entry in the manifest. Four to five minutes of one
 * processor. On wasm it is the same to the last bit everywhere.
 */
import {resumedTraining} from "./resumed-training.js";
import {readManifest} from "./write-manifest.js";
import {averagedWeights, writeWeights} from "./write-weights.js";

const params = {
  start: "zero",
  seed: 1,
  batchSize: 16,
  learningRate: 0.01,
  decaySteps: 0,
  averaging: 0.99,
} as const;
const [minutes, steps] = [Number(process.argv[2] ?? 15), Number(process.argv[3] ?? 5000)];
const fallSteps = steps;
const {learningRate} = params;

const reached = await resumedTraining({
  id: "inside-attention",
  ...{params, learningRate, steps, fallSteps, minutes},
});
const {setup, trainee, processorSeconds} = reached;
const {scalars, floors} = await setup.measure();
console.log(trainee.step, processorSeconds, scalars, floors);
const weights = averagedWeights(await trainee.model.state());
await writeWeights("transformer-digits", {
  title: "weights of a small diffusion transformer that draws digits",
  header: {network: "inside-attention"},
  weights,
  learnedFrom: readManifest().files["digits-train"]!,
  script: "npx tsx data/train-attention.ts",
  details: {
    ...params,
    steps: trainee.step,
    fallSteps,
    processorSeconds,
    drawnAsAsked: `${scalars.agreement!.toFixed(0)} % of ${scalars.samples}, without guidance`,
    frechetDistance: Number(scalars.frechet!.toFixed(1)),
    frechetOfRealOnes: `${floors.frechet!.low.toFixed(1)} to ${floors.frechet!.high.toFixed(1)}`,
    limits: "14 by 14 pixels, digits alone",
  },
});
