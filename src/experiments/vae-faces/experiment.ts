import type {NdArray} from "../../lib/array.js";
import {faces} from "../../lib/datasets/faces.js";
import type {ByteImages} from "../../lib/image.js";
import {paramTable} from "../../lib/params.js";
import type {Nothing} from "../../lib/training/exchange.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {runParams} from "../shared/run-params.js";

/** Faces that it is tested on. It learns from none of them. */
export const testedFaces = 420;
/** Those of them that the reader chooses from. */
export const shownFaces = 16;
/** New faces that are measured. */
export const inventedCount = 256;
/** Pictures of a strip. */
export const stripCount = 6;
/** How far a latent number is varied, in standard deviations of N(0, 1). */
export const furthest = 3;
export const mostStrength = 2;

/** Every option of every attribute, "glasses:dark", as a reader sees it. */
const attributeOptions: Readonly<Record<string, string>> = Object.fromEntries(
  faces.attributes.flatMap(({name, label, options}) =>
    options.map((option) => [`${name}:${option}`, `${label}: ${option}`]),
  ),
);

/** A face among those shown, by its place. */
const shownFace = {
  kind: "number",
  min: 1,
  max: shownFaces,
  step: 1,
  group: "sampling",
  place: "figure",
} as const;

const params = paramTable({
  seed: {
    ...runParams.seed,
    help: "Where chance starts. The same seed and the same settings give the same faces.",
  },
  trainingFaces: {
    kind: "choice",
    label: "Training faces",
    default: "independent",
    group: "training",
    options: {
      independent: "every combination",
      coupled: "glasses on white hair only",
    },
    help: "Which faces it learns from. In the second set everybody with glasses has white hair, and nobody else. What it is tested on has every combination.",
  },
  kind: {
    kind: "choice",
    label: "Networks",
    default: "dense",
    group: "training",
    options: {convolutional: "convolutional", dense: "dense"},
    help: "Convolutional layers know which pixels are neighbours; dense ones have to find out.",
  },
  likelihood: {
    kind: "choice",
    label: "Likelihood",
    default: "gaussian",
    group: "training",
    options: {bernoulli: "Bernoulli", gaussian: "Gaussian"},
    help: "How probable a pixel is, given its drawing: as a share of white, or as a value with normal error of standard deviation 0.2, black being -1 and white 1.",
  },
  latentSize: {
    kind: "number",
    label: "Latent size",
    default: 16,
    min: 2,
    max: 64,
    step: 1,
    group: "training",
    help: "Numbers in a code: all that the decoder knows of a face.",
  },
  beta: {
    kind: "number",
    label: "Beta",
    default: 4,
    min: 0,
    max: 50,
    step: 0.1,
    group: "training",
    live: true,
    help: "Weight of the KL divergence. More keeps the codes closer to N(0, 1), so that new faces come out better; reconstructions pay for it.",
  },
  width: {
    ...runParams.width,
    default: 16,
    min: 4,
    max: 64,
    step: 4,
    help: "Channels of the layer next to the picture, or a sixteenth of the neurons when the networks are dense.",
  },
  learningRate: {
    ...runParams.learningRate,
    default: 0.004,
    help: "How far each step moves the weights at first.",
  },
  decaySteps: runParams.decaySteps,
  batchSize: {
    ...runParams.batchSize,
    help: "Faces that one step learns from.",
  },
  averaging: {
    ...runParams.averaging,
    help: "Faces are coded and drawn with a running average of the weights; 0 takes the last ones.",
  },
  maxSteps: {
    ...runParams.maxSteps,
    default: 1600,
  },
  face: {
    ...shownFace,
    label: "Face A",
    default: 7,
    help: "The face that is varied and that an attribute is added to, and where the walk begins.",
  },
  other: {
    ...shownFace,
    label: "Face B",
    default: 15,
    help: "Where the walk ends.",
  },
  end: {
    kind: "choice",
    label: "The next face that you choose becomes",
    default: "A",
    group: "view",
    place: "figure",
    options: {A: "A", B: "B"},
    help: "Which of the two a face becomes when you choose it.",
  },
  rank: {
    kind: "number",
    label: "Latent number",
    default: 1,
    min: 1,
    max: 64,
    step: 1,
    group: "sampling",
    place: "figure",
    help: "Which number of the code is varied, the one that tells most being the first. Where the code has fewer numbers it is the last.",
  },
  add: {
    kind: "choice",
    label: "Add",
    default: "glasses:dark",
    group: "sampling",
    place: "figure",
    options: attributeOptions,
    help: "The attribute whose vector is added to the code.",
  },
  strength: {
    kind: "number",
    label: "Strength",
    default: 1,
    min: -mostStrength,
    max: mostStrength,
    step: 0.25,
    group: "sampling",
    place: "figure",
    help: "How much of the vector is added. Below 0 it is taken away.",
  },
});

/** The sheet of new faces. */
export const rows = 5;
export const columns = 8;

type Faces = {
  readonly curves: {
    readonly reconstruction: number;
    readonly kl: number;
    readonly elbo: number;
  };
  readonly measures: {
    readonly agreement: number;
    readonly frechet: number;
    readonly error: number;
  };
  readonly snapshot: {
    /** New faces from fixed codes, [40, 32, 32, 3]. */
    readonly family: ByteImages;
    /** Test faces, [16, 32, 32, 3]. */
    readonly originals: ByteImages;
    readonly reconstructions: ByteImages;
  } & FaceStrips;
  readonly measured: Changes & {
    /** How often each attribute is kept, and the classifier right about it: [attributes, 3] (share, low, high). */
    readonly kept: NdArray<Float32Array>;
    readonly right: NdArray<Float32Array>;
  };
  readonly answers: {
    /** What the attribute that is added changes. */
    readonly changes: {
      readonly asks: Nothing;
      readonly tells: Changes;
    };
    /** `image` [1, 32, 32, 3] -> the training face nearest to it, with its `labels` [attributes]. */
    readonly nearest: {
      readonly asks: {readonly image: ByteImages};
      readonly tells: {
        readonly image: ByteImages;
        readonly distance: NdArray<Float32Array>;
        readonly labels: NdArray<Uint8Array>;
      };
    };
  };
};

/** For what the reader looks at: see face-strips.setup.ts. */
export type FaceStrips = {
  readonly walk: ByteImages;
  readonly vary: ByteImages;
  readonly shift: ByteImages;
  readonly varied: NdArray<Uint32Array>;
  readonly kl: NdArray<Float32Array>;
};

/** What an attribute's vector changes: see attribute-changes.setup.ts. */
export type Changes = {
  readonly changed: NdArray<Float32Array>;
  readonly chance: NdArray<Float32Array>;
  readonly reached: NdArray<Float32Array>;
  readonly faces: NdArray<Uint32Array>;
  readonly asked: NdArray<Float32Array>;
};

export const vaeFaces: Experiment<typeof params, Faces> = {
  id: "vae-faces",
  title: "Faces in a few numbers",
  params,
  mainParams: ["trainingFaces", "beta", "latentSize"],
  pictureHeights: {phone: 341, desk: 522},
  files: () => ["faces-train", "faces-test", "classifier-faces"],
  stepKinds: {},
  caption: `${rows * columns} faces of nobody, decoded from the same random codes`,
  curves: {
    reconstruction: {
      label: "reconstruction",
      role: "generated",
      help: "How improbable the decoder finds the face, in nats: mean over the batch.",
    },
    kl: {
      label: "KL divergence",
      role: "chance",
      help: "What the codes tell of their faces beyond what N(0, 1) tells, in nats: mean over the batch.",
    },
    elbo: {
      label: "ELBO",
      role: "generated",
      help: "Minus both, without beta: a lower bound on the logarithm of the face's probability, in nats.",
    },
  },
  measures: {
    agreement: {
      label: "attributes kept",
      unit: "%",
      better: "higher",
      role: "judge",
      floor: {
        name: "the classifier's own accuracy on the originals",
        meaning: "the classifier's own accuracy on the originals",
      },
      interval: {sampledOf: "interval"},
      help: `How often the classifier names the same option for a face and for its reconstruction: mean over seven attributes and ${testedFaces} test faces.`,
    },
    frechet: {
      label: "Fréchet distance",
      unit: "",
      better: "lower",
      scale: "log",
      floor: {meaning: "two sets of drawn faces differ by this much"},
      interval: {sampledOf: inventedCount},
      help: "Distance between the feature statistics of drawn and of new faces, on the classifier of faces.",
    },
    error: {
      label: "reconstruction error",
      unit: "",
      better: "lower",
      floor: {
        name: "always the mean face",
        meaning: "always drawing the mean face errs by this much",
      },
      interval: {sampledOf: "interval"},
      help: "Mean squared difference of a pixel and its reconstruction, black to white being 1, over the test faces.",
    },
  },
  told: ["reconstruction", "kl", "agreement"],
  plots: [
    {measure: "agreement", caption: "Attributes kept from face to reconstruction."},
    {measure: "frechet", caption: "Distance between drawn and new faces."},
    {measure: "error", caption: "How far reconstructions are from their faces."},
    {
      curves: ["reconstruction"],
      label: "reconstruction, nats",
      caption: "How improbable the decoder finds the faces.",
    },
    {
      curves: ["kl"],
      label: "KL divergence, nats",
      caption: "What the codes tell of their faces.",
    },
    {curves: ["elbo"], label: "ELBO, nats", caption: "ELBO: minus the one, minus the other."},
  ],
  backends: ["webgpu", "webgl", "wasm"],
  sizeParams: ["batchSize", "width", "kind"],
  fewSteps: 50,
  goal: {targets: {agreement: 85}, seconds: 40},
  sources: [
    "lib/models/vae.ts",
    "lib/models/learner.ts",
    "lib/models/descent.ts",
    "lib/models/vae-networks.ts",
    "lib/models/attribute-vector.ts",
    "lib/training/train.ts",
    "src/experiments/vae-faces/setup.ts",
  ],
};
