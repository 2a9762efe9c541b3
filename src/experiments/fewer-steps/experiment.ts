import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import type {Experiment, Measure} from "../../lib/training/experiment.js";
import {measuredCount} from "../shared/digit-flow/digit-flow.js";
import type {StepsDistance} from "../shared/digit-flow/steps-exchange.js";
import type {NearestPicture} from "../shared/gan/gan-exchange.js";
import {fewerStepsParams as params} from "./fewer-steps-params.js";

/** Steps of Euler's method that a row of the sheet is drawn in, and pictures in a row. */
export const rowSteps = [1, 2, 3, 5, 10, 20] as const;
export const columns = 5;
/** Steps of the default run before reflow, and all of them. */
export const [firstSteps, allSteps] = [params.reflowFrom.default, params.maxSteps.default];

type Fewer = {
  readonly snapshot: {
    /** Row by row, [6 · 5, 14, 14, 1]: by the network as it was when reflow began, and as it is. */
    readonly before: ByteImages;
    readonly after: ByteImages;
    /** Whether reflow has begun, [1]. Until then both are the same. */
    readonly begun: NdArray<Uint8Array>;
  };
  readonly curves: {readonly loss: number};
  readonly measures: {
    readonly one: number;
    readonly two: number;
    readonly three: number;
    readonly five: number;
  };
  readonly answers: {
    /** With the distance of the network as it was when reflow began. */
    readonly distance: StepsDistance;
    readonly nearest: NearestPicture;
  };
};

const inSteps = (words: string): Measure => ({
  label: `distance, ${words}`,
  unit: "",
  better: "lower",
  scale: "log",
  floor: {meaning: "two sets of real pictures differ by this much"},
  interval: {sampledOf: measuredCount},
  help: `Fréchet distance between real pictures and ${measuredCount} that are drawn in ${words} of Euler's method, on this course's classifier.`,
});

export const fewerSteps: Experiment<typeof params, Fewer> = {
  id: "fewer-steps",
  title: "Digits in fewer steps",
  params,
  mainParams: ["digits", "hand", "reflowFrom"],
  pictureHeights: {phone: 260, desk: 408},
  files: () => ["digits-train", "digits-test", "classifier-digits"],
  stepKinds: {},
  caption: "the same noise in few and in many steps",
  curves: {
    loss: {
      label: "loss",
      role: "generated",
      help: "Squared difference of the velocity guessed from the true one: a mean over pixels and the batch. From its own pairs there is much less to guess.",
    },
  },
  measures: {
    one: inSteps("one step"),
    two: inSteps("two steps"),
    three: inSteps("three steps"),
    five: inSteps("five steps"),
  },
  plots: [
    {measure: "one", caption: "How far pictures of a single step are from real ones."},
    {measure: "two", caption: "The same in two steps."},
    {measure: "three", caption: "The same in three steps."},
    {measure: "five", caption: "The same in five steps."},
    {
      curves: ["loss"],
      label: "loss",
      caption: "The loss. It falls when reflow begins: each noise now has one picture.",
    },
  ],
  backends: ["webgpu", "webgl", "wasm"],
  told: ["loss", "one", "two", "five"],
  sizeParams: ["batchSize", "baseWidth"],
  fewSteps: 60,
  goal: {targets: {one: 40, two: 30}, seconds: 45},
  sources: [
    "lib/models/flow/path.ts",
    "lib/models/flow/flow-model.ts",
    "lib/models/flow/targets.ts",
    "lib/models/flow/unet.ts",
    "lib/models/flow/flow-samplers.ts",
    "lib/models/flow/reflow.ts",
    "lib/models/flow/pair-bank.ts",
    "lib/models/flow/own-leap.ts",
    "lib/models/learner.ts",
    "lib/training/train.ts",
    "src/experiments/fewer-steps/setup.ts",
  ],
};
