import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import type {Experiment} from "../../lib/training/experiment.js";
import type {NearestPicture} from "../shared/gan/gan-exchange.js";
import {structureParams as params} from "./structure-params.js";

/** The axis of variety ends here. */
export const mostSpread = 5;

/** How varied the counted pictures are, with the interval, [3]; how many of 100 are as asked, and of how many, [2]. Those kept earlier: [1] each. */
type Counted = {
  readonly spread: NdArray<Float32Array>;
  readonly agreement: NdArray<Float32Array>;
};

type Drawn = {
  readonly snapshot: {
    /** A row that is told no digit, then one for each digit, 0 to 9; a column for each noise, [11 · 6, 14, 14, 1]. */
    readonly samples: ByteImages;
    /** What real pictures score, the ends of the floors, [2] each. */
    readonly spreadFloor: NdArray<Float32Array>;
    readonly agreementFloor: NdArray<Float32Array>;
  } & Counted;
  readonly curves: {readonly loss: number};
  readonly measures: {
    readonly spread: number;
    readonly agreement: number;
    readonly trace: number;
  };
  readonly answers: {
    /** The same at another `temperature` [1]. */
    readonly counted: {readonly asks: {readonly temperature: NdArray}; readonly tells: Counted};
    readonly nearest: NearestPicture;
  };
};

export const structureAndChance: Experiment<typeof params, Drawn> = {
  id: "structure-and-chance",
  title: "Structure and chance",
  params,
  mainParams: ["temperature", "truncation", "guidance"],
  pictureHeights: {phone: 418, desk: 402},
  files: ({start}) => [
    ...["digits-train", "digits-test", "classifier-digits"],
    ...(start === "pretrained" ? ["generator-digits"] : []),
  ],
  stepKinds: {},
  caption: "a column for each noise, a row for each digit asked for,",
  curves: {
    loss: {
      label: "loss",
      role: "generated",
      help: "Squared difference of the velocity guessed from the true one: a mean over pixels and the batch.",
    },
  },
  measures: {
    spread: {
      label: "variety",
      unit: "",
      better: "neither",
      floor: {meaning: "as many real digits differ so much"},
      interval: {sampledOf: "samples"},
      help: "How far two pictures of the same digit are apart, with pixels from 0 to 1: the mean of all pairs among pictures from as many noises as are set. With the temperature, the truncation and the guidance that are set.",
    },
    agreement: {
      label: "drawn as asked",
      unit: "%",
      better: "higher",
      role: "judge",
      outOf: 100,
      floor: {meaning: "real pictures are recognised as often as this"},
      interval: {shareOf: "samples"},
      help: "Of the same pictures, those in which this course's classifier sees the digit that was asked for.",
    },
    trace: {
      label: "other digit, same noise",
      unit: "%",
      better: "neither",
      outOf: 100,
      floor: {name: "no trace", meaning: "noise leaves no trace in the picture"},
      interval: {sampledOf: "samples"},
      help: "How far pictures of two different digits from the same noise are apart, as a share of the distance of two from different noises. The lower, the more of the noise can be seen in a picture.",
    },
  },
  plots: [
    {measure: "spread", caption: "How much pictures of the same digit differ."},
    {measure: "agreement", caption: "How often the classifier sees what was asked for."},
    {measure: "trace", caption: "How much nearer two digits from the same noise are."},
    {curves: ["loss"], label: "loss", caption: "The loss of each step."},
  ],
  backends: ["webgpu", "webgl", "wasm"],
  sizeParams: ["batchSize", "noises"],
  fewSteps: 20,
  sources: [
    "lib/models/flow/start-noise.ts",
    "lib/models/flow/guidance.ts",
    "lib/models/flow/flow-samplers.ts",
    "lib/models/flow/flow-model.ts",
    "lib/models/flow/unet.ts",
    "lib/metrics/class-spread.ts",
    "lib/training/train.ts",
    "src/experiments/structure-and-chance/drawn.setup.ts",
    "src/experiments/structure-and-chance/setup.ts",
  ],
};
