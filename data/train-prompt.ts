/**
 * `npx tsx data/train-prompt.ts <minutes>`: trains the network of the experiment `prompt` from no knowledge, on TF.js' wasm back end under
 * Node, for so many minutes at most; the next call goes on from there (resumed-training.ts). At its end, and each time it stops, it writes
 * `data/generator-emoji.bin.gz`, the averaged weights as bytes, with its entry in the manifest.
 */
import {promptPictures} from "../src/experiments/prompt/prompt-pictures.setup.js";
import {dataFile} from "./data-file.js";
import {resumedTraining} from "./resumed-training.js";
import {readManifest} from "./write-manifest.js";
import {averagedWeights, writeWeights} from "./write-weights.js";

const params = {
  start: "zero",
  seed: 1,
  batchSize: 16,
  learningRate: 0.003,
  decaySteps: 0,
  averaging: 0.998,
  guidance: 3,
} as const;
const [minutes, steps] = [Number(process.argv[2] ?? 10), Number(process.argv[3] ?? 13500)];
const fallSteps = Math.min(3000, steps / 2);
const {learningRate} = params;

const reached = await resumedTraining({
  id: "prompt",
  ...{params, learningRate, steps, fallSteps, minutes},
});
const {setup, trainee, processorSeconds} = reached;
const {scalars} = await setup.measure();
console.log(trainee.step, processorSeconds, scalars);
const weights = averagedWeights(await trainee.model.state());
await writeWeights("generator-emoji", {
  title: "weights of a flow that draws emoji from words",
  header: {words: wordsOf()},
  weights,
  learnedFrom: readManifest().files["emoji-16"]!,
  script: "npx tsx data/train-prompt.ts",
  details: {
    ...params,
    steps: trainee.step,
    fallSteps,
    processorSeconds,
    heldOutPairsAsAsked: `${scalars.agreement!.toFixed(0)} % of ${scalars.samples}`,
    limits:
      "16 by 16 pixels; words without their order; outlines mostly near to those of its emoji",
  },
  iterations: 5,
});

/** Its words, column by column. */
function wordsOf(): readonly string[] {
  const {terms} = promptPictures(dataFile("emoji-16"), dataFile("emoji-captions"));
  return terms.terms.map(({name}) => name);
}
