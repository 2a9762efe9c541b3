import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import {paramTable} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {runParams} from "../shared/run-params.js";
import {arrangements, floorCount, measuredCount, shownCount, sourceCount} from "./sources.js";

const {seed, learningRate, batchSize, width, averaging, maxSteps} = runParams;

const params = paramTable({
  seed,
  sources: {
    kind: "choice",
    label: "Who gave what",
    default: "own",
    group: "training",
    options: arrangements,
    help: "Whether each of the eight sources gave pictures of a digit of its own, or all of them gave some of every digit.",
  },
  each: {
    kind: "number",
    label: "Pictures of each source",
    default: 24,
    min: 8,
    max: 80,
    step: 8,
    group: "training",
    help: "All sources gave as many.",
  },
  optOut: {
    kind: "choice",
    label: "Opts out",
    default: "nobody",
    group: "view",
    options: {
      nobody: "nobody",
      ...(Object.fromEntries(
        Array.from({length: sourceCount}, (_, s) => [`${s}`, `source ${s}`]),
      ) as Record<string, string>),
    },
    help: "Whose pictures are not to be learned from. Its row of the matrix is what is made then.",
  },
  learningRate: {...learningRate, default: 0.002},
  batchSize,
  width: {...width, default: 96, max: 160},
  averaging,
  maxSteps: {...maxSteps, default: 400},
});

/** What the worker sends, and the figures draw. */
type Authorship = {
  readonly snapshot: {
    /** What the whole run makes of eight noises, [8, 14, 14, 1]. */
    readonly whole: ByteImages;
    /** What the run without each source makes of them, source by source, [64, 14, 14, 1]. */
    readonly without: ByteImages;
    /** What the first run without as many at random makes, [8, 14, 14, 1]. */
    readonly atRandom: ByteImages;
    /** How much each picture changes without each source, [8, 8]. */
    readonly changes: NdArray<Float32Array>;
    /** The most that it changes without as many at random, [8]. */
    readonly floor: NdArray<Float32Array>;
    /** 1 where it changes more than that, [8, 8]. */
    readonly beyond: NdArray<Uint8Array>;
  };
  readonly curves: {readonly loss: number};
  readonly measures: {readonly beyond: number; readonly traced: number};
};

export const authorship: Experiment<typeof params, Authorship> = {
  id: "authorship",
  title: "Because of whom",
  params,
  mainParams: ["sources", "each", "width"],
  pictureHeights: {phone: 310, desk: 488},
  files: () => ["digits-test"],
  stepKinds: {},
  caption: `${shownCount} pictures, and the same without each source,`,
  curves: {
    loss: {
      label: "loss",
      role: "generated",
      help: "Of the run with all sources: squared difference of the picture that it expects behind the noise from the one that is there, a mean over pixels and the batch.",
    },
  },
  measures: {
    traced: {
      label: "traced to the source",
      unit: "%",
      better: "neither",
      outOf: 100,
      floor: {name: "guessing", meaning: `guessing one of ${sourceCount} sources`},
      interval: {shareOf: "samples"},
      help: `Of ${measuredCount} made pictures, those that change most without the source of the picture that is nearest to them.`,
    },
    beyond: {
      label: "changed beyond the floor",
      unit: "%",
      better: "neither",
      outOf: 100,
      floor: {
        name: "a source like any other",
        meaning: `a source that is like any other: its change is the largest of ${floorCount + 1} in one of ${floorCount + 1} cases`,
      },
      interval: {shareOf: "samples"},
      help: `Of ${measuredCount} made pictures, those that change more without the source of the picture nearest to them than without as many pictures at random, all of ${floorCount} times.`,
    },
  },
  plots: [
    {
      measure: "traced",
      caption: "How often the largest change leads to the source that it should.",
    },
    {
      measure: "beyond",
      caption: "How often a picture changes more without that source than in all random removals.",
    },
    {curves: ["loss"], label: "loss", caption: "The loss of the run with all sources."},
  ],
  backends: ["wasm"],
  sizeParams: ["batchSize", "width"],
  startParams: ["each"],
  fewSteps: 100,
  sources: [
    "lib/models/flow/code-flow.ts",
    "lib/models/flow/flow-model.ts",
    "src/experiments/authorship/sources.ts",
    "src/experiments/authorship/changes.ts",
    "src/experiments/authorship/runs.setup.ts",
    "src/experiments/authorship/setup.ts",
  ],
};
