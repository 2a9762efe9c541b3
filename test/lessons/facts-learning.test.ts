import {afterAll, expect, it} from "vitest";
import {classifierNetwork} from "../../lib/models/classifier.js";
import {initialise} from "../../lib/models/initial-weights.js";
import {defaultParams} from "../../lib/params.js";
import {Random} from "../../lib/random.js";
import {actionCount} from "../../lib/strokes.js";
import * as tf from "../../lib/tf.js";
import {digitClassifier} from "../../src/experiments/digit-classifier/experiment.js";
import {paintAgent, shownTemperature} from "../../src/experiments/paint-agent/experiment.js";
import {startWasm} from "../wasm.js";
import {chapterText} from "./chapter-text.js";

await startWasm();
const text = chapterText("02-machine-learning");
const params = defaultParams(digitClassifier.params);
const network = classifierNetwork(params.width);
initialise(network, new Random(7), "he");
afterAll(() => network.dispose());

const inWords = (count: number) => count.toLocaleString("en");

it("says how many weights the classifier has, and in which layers", () => {
  expect(text).toContain(`makes ${inWords(network.countParams())} weights`);
  expect(text).toContain(`Nobody tries out ${inWords(network.countParams())} weights`);
  const kinds = network.layers.flatMap((layer) =>
    layer.weights.length > 0 ? layer.getClassName() : [],
  );
  expect(kinds).toEqual(["Conv2D", "Conv2D", "Conv2D", "Dense", "Dense"]);
  expect(network.getLayer("features").getConfig().units).toBe(64);
});

it("says how large the weights of the largest layer are at first, and how far the slow rate gets", () => {
  const kernels = network.layers.map((layer) => layer.weights[0]?.read()).filter((each) => !!each);
  const largest = kernels.reduce((a, b) => (b.size > a.size ? b : a));
  const size = tf.tidy(() => tf.sqrt(tf.mean(tf.square(largest))).dataSync()[0]!);
  expect(size).toBeCloseTo(0.06, 2);
  expect(text).toContain("begin at about 0.06, above or below 0");
  expect(0.0001 * params.maxSteps).toBeCloseTo(0.06, 10);
});

it("says how long an epoch is, and how often few pictures are shown", () => {
  const {batchSize, trainingCount, maxSteps} = params;
  expect(text).toContain(`With ${batchSize} pictures a step, all ${inWords(trainingCount)}`);
  expect(text).toContain(`after ${trainingCount / batchSize} steps`);
  const shown = (maxSteps * batchSize) / 100;
  expect(text).toContain(`In ${maxSteps} steps each is shown almost 400 times`);
  expect(shown).toBeGreaterThan(380);
  expect(shown).toBeLessThan(400);
});

it("says the painter’s strokes, discount and temperature as they are", () => {
  const {discount, strokes} = defaultParams(paintAgent.params);
  expect(text).toContain(`one of ${inWords(actionCount)}: 14 by 14 places, eight directions`);
  expect(text).toContain(`may put down ${strokes} white`);
  expect(text).toContain(`Here $\\gamma = ${discount}$`);
  expect(text).toContain(`all logits divided by ${shownTemperature}`);
  expect(discount ** (strokes - 1)).toBeCloseTo(1 / 2000, 4);
});
