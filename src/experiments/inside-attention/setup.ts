import {toBytes} from "../../lib/image.js";
import {classCount} from "../../lib/models/classifier.js";
import {FlowModel} from "../../lib/models/flow/flow-model.js";
import {straightPath} from "../../lib/models/flow/path.js";
import {timeSize} from "../../lib/models/flow/picture-flow.js";
import {emptyTransformer, transformer} from "../../lib/models/flow/transformer.js";
import {transformerPass} from "../../lib/models/flow/transformer-pass.js";
import {oneHotRows} from "../../lib/models/one-hot-rows.js";
import {labelledBatches} from "../../lib/pipeline/labelled-batches.js";
import {Random} from "../../lib/random.js";
import type {MakeSetup, SetupContext} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {takeTrained} from "../shared/averaged-weights.setup.js";
import {side} from "../shared/digit-flow/digit-flow.js";
import {pictures} from "../shared/digit-flow/drawn-digits.setup.js";
import {flowJudge} from "../shared/digit-flow/flow-judge.setup.js";
import {flowProbe} from "../shared/digit-flow/flow-probe.setup.js";
import {halvedSet} from "../shared/digit-flow/small-pictures.setup.js";
import {nearestAnswer} from "../shared/picture-answers.setup.js";
import {classifierIn, fileOf, picturesIn} from "../shared/run-files.setup.js";
import {trainedWidth} from "./attention-params.js";
import {
  blocks,
  edge,
  heads,
  type insideAttention,
  lookedCount,
  patch,
  sheetCount,
} from "./experiment.js";
import {lookBytes, lookedWay, opened, picturesOf, shareOfLast} from "./looked-way.setup.js";

type Params = SetupContext<typeof insideAttention.params>["params"];

const size = side * side;
/** Patches, and as many tokens to look at and the digit. */
const [queries, keys] = [edge * edge, edge * edge + 1];
/** Asked for the velocity it learned several times more slowly: noise had to go through all layers number by number. */
const asked = {path: straightPath, kind: "clean", timeDraw: "logit-normal"} as const;
/** Share of pictures that are shown without their class. */
const conditionDrop = 0.15;
/** What is measured is always drawn like this, whatever the reader sees. */
const measuredAsking = {sampler: "heun", steps: 5, eta: 0, guidance: 1};
const measuredSteps = 5;

/** The worker's side of `inside-attention`. What a snapshot holds, its description says. It answers `nearest` (picture-answers.setup.ts). */
export const makeInsideAttention: MakeSetup<typeof insideAttention> = async (context) => {
  const {params, random, files} = context;
  const train = halvedSet(picturesIn(files, "digits"));
  const test = halvedSet(picturesIn(files, "digits", "test"));
  const classifier = classifierIn(files, "digits");
  const isTrained = params.start === "pretrained";
  const width = isTrained ? trainedWidth : params.width;
  const shape = {side, channels: 1, patch, width, blocks, heads, timeSize};
  const model = attentionFlow({...shape, classes: classCount}, params, random.fork("weights"));
  if (isTrained) await takeTrained(model, fileOf(files, "transformer-digits"));
  const open = opened(model.networks.denoiser, {...shape, classes: classCount});
  const judge = flowJudge({classifier, train, test}, random);
  const each = Array.from({length: classCount}, (_, label) => label);
  const twice = [...each, ...each];
  const ofEach = (start: Float32Array, steps: number) =>
    pictures(
      model,
      {start, labels: twice, chance: new Random(1)},
      {...measuredAsking, sampler: "euler", steps},
    );
  const looked = random.fork("looked").normals(lookedCount * size);
  let asking: Pick<Params, "digit" | "steps" | "hand"> = params;
  return {
    ...trainedOn(
      model,
      labelledBatches(train, {batchSize: params.batchSize, shift: 0}, random.fork("batches")),
    ),
    sample(sampling) {
      asking = sampling;
    },
    async snapshot() {
      const {digit, steps, hand} = asking;
      const start = new Random(hand).fork("noise").normals(sheetCount * size);
      const told = oneHotRows([digit === "none" ? undefined : Number(digit)], classCount);
      const way = await lookedWay(model, open, {start: start.subarray(0, size), told, steps});
      return {
        samples: toBytes(await ofEach(start, steps)),
        noisy: picturesOf(way.trace, "x"),
        clean: picturesOf(way.trace, "clean"),
        looks: lookBytes(way.looks, [blocks, heads, queries, keys]),
      };
    },
    async measure() {
      const {right, distance, interval, labels} = await judge.judged(model, measuredAsking);
      const {frechet, agreement} = await judge.scores();
      const told = oneHotRows(each, classCount);
      const {looks} = await lookedWay(model, open, {start: looked, told, steps: measuredSteps});
      const alike = 100 / keys;
      return {
        scalars: {
          agreement: (100 * right) / labels.length,
          frechet: distance,
          toDigit: 100 * shareOfLast(looks, keys),
          samples: labels.length,
        },
        floors: {
          agreement: {low: 100 * agreement.low, high: 100 * agreement.high},
          frechet,
          toDigit: {low: alike, high: alike},
        },
        intervals: {frechet: interval},
        arrays: {},
      };
    },
    answers: {nearest: (inputs) => nearestAnswer(train, inputs)},
    probe: () => flowProbe(train.images),
    cadence: {measureSteps: 200, checkpointSteps: 50},
    dispose() {
      model.dispose();
      classifier.dispose();
    },
  };
};

function attentionFlow(
  shape: Parameters<typeof transformer>[0],
  params: Params,
  random: Random,
): FlowModel {
  const average = {network: emptyTransformer(shape), decay: params.averaging};
  return new FlowModel({
    ...params,
    ...asked,
    conditionDrop,
    network: transformer(shape, random.fork("denoiser")),
    ...(params.averaging > 0 && {average}),
    forward: transformerPass,
  });
}
