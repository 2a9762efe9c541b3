import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import {noiseLevels} from "../../lib/noise-levels.js";
import {paramTable} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {classifierCurves} from "../shared/classifier-curves.js";
import {guessingFloor} from "../shared/guessing-floor.js";
import {runParams} from "../shared/run-params.js";

/** Pictures that are named at each share of the digit. */
export const perLevel = 60;

const {seed, learningRate, batchSize, width, averaging, maxSteps} = runParams;

const params = paramTable({
  seed: {
    ...seed,
    help: "Where chance starts. The same seed and the same settings give the same network.",
  },
  noise: {
    kind: "number",
    label: "Most noise in training",
    default: 0.8,
    min: 0,
    max: 1,
    step: 0.05,
    group: "training",
    help: "Each training picture gets a share of noise, by chance between none and so much. At 0 the network sees clean digits only, at 1 also pictures of noise alone.",
  },
  learningRate: {...learningRate, default: 0.004},
  batchSize,
  width: {
    ...width,
    default: 8,
    min: 2,
    max: 16,
    step: 1,
    help: "Channels of the first convolution; the next two have twice as many. Wider is slower and can tell more apart.",
  },
  averaging: {
    ...averaging,
    default: 0.98,
    help: "Pictures are named with a running average of the weights; 0 takes the last ones, which are less steady.",
  },
  maxSteps: {...maxSteps, default: 800},
});

type Reading = {
  readonly curves: {readonly loss: number; readonly accuracy: number};
  readonly measures: {readonly halfway: number; readonly clean: number};
  readonly snapshot: {
    /** One digit at each share, [10, 28, 28, 1], and what the network calls it there, [10]. */
    readonly pictures: ByteImages;
    readonly said: NdArray<Uint8Array>;
    /** Of 60 at each share, those called rightly, [10]. */
    readonly right: NdArray<Uint8Array>;
    readonly fit: Fit;
  };
  readonly measured: {readonly fit: Fit};
};

/** Threshold, spread and lapse of the fitted curve, and the interval of the threshold, [5]. */
type Fit = NdArray<Float32Array>;

export const seenInNoise: Experiment<typeof params, Reading> = {
  id: "seen-in-noise",
  title: "A network that learns to see in noise",
  params,
  mainParams: ["noise", "learningRate", "maxSteps"],
  pictureHeights: {phone: 367, desk: 307},
  files: () => ["digits-train"],
  stepKinds: {},
  caption: "ten times 60 digits in noise, never learned from,",
  curves: {
    loss: {
      ...classifierCurves.loss,
      help: `${classifierCurves.loss.help} With more noise it cannot get as low.`,
    },
    accuracy: {
      ...classifierCurves.accuracy,
      help: `${classifierCurves.accuracy.help} Some of its pictures are hardly more than noise.`,
    },
  },
  measures: {
    halfway: {
      label: "halfway at",
      unit: "of the digit",
      better: "lower",
      role: "judge",
      floor: {name: "guessing", meaning: "whoever guesses gets halfway nowhere: the whole digit"},
      interval: {sampledOf: noiseLevels.length * perLevel, onceInFloor: true},
      help: "Share of the digit at which the curve is halfway between guessing and all that the network ever reads. The rest of the picture is noise.",
    },
    clean: {
      label: "clean digits read",
      unit: "%",
      better: "higher",
      role: "judge",
      floor: guessingFloor,
      interval: {sampledOf: noiseLevels.length * perLevel, onceInFloor: true},
      help: `Share of ${noiseLevels.length * perLevel} digits without noise, never learned from, that are named rightly.`,
    },
  },
  told: ["loss", "halfway", "clean"],
  plots: [
    {measure: "halfway", caption: "How much of a digit it needs to be right half of the time."},
    {measure: "clean", caption: "How many digits without noise it reads."},
    {
      curves: ["loss"],
      label: "loss",
      caption: "Loss: how little it expected the labels it was told.",
    },
  ],
  backends: ["webgpu", "webgl", "wasm"],
  sizeParams: ["batchSize", "width"],
  fewSteps: 150,
  sources: [
    "lib/pipeline/noise-mixture.ts",
    "lib/models/classifier.ts",
    "lib/models/supervised-classifier.ts",
    "lib/metrics/psychometric.ts",
    "src/experiments/seen-in-noise/noise-test.setup.ts",
    "src/experiments/seen-in-noise/setup.ts",
  ],
};
