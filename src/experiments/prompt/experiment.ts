import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {promptParams as params} from "./prompt-params.js";

/** Pictures on the sheet. */
export const sheetCount = 9;
/** Pictures that a measurement draws of each pair that was held out. */
export const drawnOfPair = 2;

type Prompted = {
  readonly snapshot: {
    /** The pictures at the end, [9, 16, 16, 3]. */
    readonly samples: ByteImages;
    /** On the way there, step by step from the noise on, [(steps + 1) · 9, 16, 16, 3]: as they are, and as they are expected to end. */
    readonly noisy: ByteImages;
    readonly clean: ByteImages;
    /** What was understood of the prompt: see prompt-report.ts. */
    readonly told: NdArray<Uint8Array>;
  };
  readonly curves: {readonly loss: number};
  readonly measures: {
    readonly agreement: number;
    readonly kind: number;
    readonly colour: number;
  };
  readonly answers: {
    /** `image` [1, 16, 16, 3] -> the training picture nearest to it, with its `distance` and its `name` in UTF-8. */
    readonly nearest: {
      readonly asks: {readonly image: ByteImages};
      readonly tells: {
        readonly image: ByteImages;
        readonly distance: NdArray<Float32Array>;
        readonly name: NdArray<Uint8Array>;
      };
    };
  };
};

export const prompt: Experiment<typeof params, Prompted> = {
  id: "prompt",
  title: "Words to pictures",
  params,
  mainParams: ["prompt", "guidance", "steps"],
  pictureHeights: {phone: 279, desk: 400},
  files: ({start}) => [
    ...["emoji-16", "emoji-captions", "classifier-emoji"],
    ...(start === "pretrained" ? ["generator-emoji"] : []),
  ],
  stepKinds: {},
  caption: `${sheetCount} pictures as the prompt asks`,
  curves: {
    loss: {
      label: "loss",
      role: "generated",
      help: "Squared difference of the velocity guessed from the true one: a mean over pixels and the batch.",
    },
  },
  measures: {
    agreement: {
      label: "both as asked",
      unit: "%",
      better: "higher",
      outOf: 100,
      floor: {meaning: "held-out real pictures are named as often as this by the judge of kinds"},
      interval: {shareOf: "samples"},
      help: "Pictures of pairs of kind and colour that were never shown together, in which the judge sees the kind and the colour measured is the one asked for.",
    },
    kind: {
      label: "kind as asked",
      unit: "%",
      better: "higher",
      outOf: 100,
      floor: {meaning: "held-out real pictures are named as often as this"},
      interval: {shareOf: "samples"},
      help: "The same pictures, the kind alone.",
    },
    colour: {
      label: "colour as asked",
      unit: "%",
      better: "higher",
      outOf: 100,
      floor: {meaning: "a measured colour is never wrong"},
      interval: {shareOf: "samples"},
      help: "The same pictures, the colour alone: it is measured, not guessed.",
    },
  },
  plots: [
    {
      measure: "agreement",
      caption: "Of pairs that it was never shown: how often kind and colour are both as asked.",
    },
    {measure: "kind", caption: "How often the judge sees the kind that was asked for."},
    {measure: "colour", caption: "How often the colour is the one that was asked for."},
    {
      curves: ["loss"],
      label: "loss",
      caption: "The loss. What noise hides cannot be guessed, so it never gets near zero.",
    },
  ],
  backends: ["webgpu", "webgl", "wasm"],
  told: ["loss", "agreement"],
  sizeParams: ["batchSize"],
  fewSteps: 20,
  sources: [
    "lib/models/flow/flow-model.ts",
    "lib/models/flow/unet.ts",
    "lib/models/flow/guidance.ts",
    "lib/prompts/parse-prompt.ts",
    "lib/recolour.ts",
    "src/experiments/prompt/prompt-batches.setup.ts",
    "src/experiments/prompt/setup.ts",
  ],
};
