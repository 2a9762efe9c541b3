import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import type {Params} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {styleParams as params} from "./style-params.js";

/** Pictures of a snapshot, in this order. */
export const shownPictures = ["content", "style", "recoloured", "made"] as const;
/** Those whose Gram matrices are drawn, in this order. */
export const gramPictures = ["content", "style", "made"] as const;

type Styled = {
  readonly curves: {
    readonly loss: number;
    readonly style: number;
    readonly content: number;
    readonly roughness: number;
  };
  readonly measures: {
    readonly styleLeft: number;
    readonly witnessed: number;
    readonly contentLost: number;
  };
  readonly snapshot: {
    /** [4, s, s, 3], as `shownPictures` says. */
    readonly pictures: ByteImages;
    /** Of each convolution, as `gramPictures` says: [3, c, c]. */
    readonly gram1: NdArray<Float32Array>;
    readonly gram2: NdArray<Float32Array>;
    readonly gram3: NdArray<Float32Array>;
  };
};

const recoloured = {
  name: "only recoloured",
  meaning: "what the content picture gets with nothing changed but its colours",
};

export const styleTransfer: Experiment<typeof params, Styled> = {
  id: "style-transfer",
  title: "One picture, painted like another",
  params,
  mainParams: ["content", "style", "styleWeight"],
  pictureHeights: {phone: 487, desk: 412},
  files: filesOf,
  stepKinds: {},
  caption: "what one picture shows, as the other is painted,",
  curves: {
    loss: {
      label: "loss",
      role: "generated",
      help: "Style, content and roughness, each times its weight, added up.",
    },
    style: {
      label: "style",
      role: "generated",
      help: "Squared distance of the Gram matrices from those of the style picture. 0 is equal, 1 is as far away as no features at all.",
    },
    content: {
      label: "content",
      role: "real",
      help: "Squared distance of the maps from those of the content picture. 0 is equal, 1 is as far away as no features at all.",
    },
    roughness: {
      label: "roughness",
      role: "chance",
      help: "Total variation: squared differences of neighbouring pixels, a mean. From black to white is 2.",
    },
  },
  measures: {
    styleLeft: {
      label: "style left",
      unit: "%",
      better: "lower",
      scale: "log",
      floor: recoloured,
      interval: {none: "it is one picture, and no sample"},
      help: "Distance of the Gram matrices from the style picture’s, by the network that is followed. 100 % is as far as no features at all.",
    },
    witnessed: {
      label: "style left, witness",
      unit: "%",
      better: "lower",
      scale: "log",
      floor: recoloured,
      interval: {none: "it is one picture, and no sample"},
      help: "The same by another network of this course, which no pixel has followed.",
    },
    contentLost: {
      label: "content lost",
      unit: "%",
      better: "lower",
      floor: recoloured,
      interval: {none: "it is one picture, and no sample"},
      help: "Distance of the maps from the content picture’s, by the witness.",
    },
  },
  told: ["loss", "styleLeft", "witnessed"],
  plots: [
    {
      measure: "styleLeft",
      caption: "Distance from the style, by the network that is followed.",
    },
    {measure: "witnessed", caption: "Distance from the style, by a witness."},
    {measure: "contentLost", caption: "Distance from the content, by the witness."},
    {curves: ["loss"], label: "loss", caption: "What is made small: all parts, weighted."},
    {
      curves: ["style", "content", "roughness"],
      label: "parts of the loss",
      caption: "The parts, before they are weighted.",
    },
  ],
  backends: ["webgpu", "webgl", "wasm"],
  sizeParams: ["side"],
  fewSteps: 20,
  sources: [
    "lib/models/style-transfer.ts",
    "lib/models/style-losses.ts",
    "lib/models/gram-matrix.ts",
    "lib/models/picture-looks.ts",
    "lib/datasets/style-pictures.ts",
    "lib/training/train.ts",
    "src/experiments/style-transfer/recoloured.setup.ts",
    "src/experiments/style-transfer/setup.ts",
  ],
};

/** One judge is followed, the other is the witness. */
function filesOf({content, style}: Params<typeof params>): readonly string[] {
  const photographs = ["cat", "cup", "wall"];
  return [
    "classifier-faces",
    "classifier-emoji",
    ...([content, style].some((each) => photographs.includes(each)) ? ["photographs"] : []),
    ...(content === "butterfly" ? ["emoji-24", "emoji-captions"] : []),
  ];
}
