import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import type {Nothing} from "../../lib/training/exchange.js";
import type {Curve, Experiment, Measure} from "../../lib/training/experiment.js";
import {frechetMeasure} from "../shared/frechet-measure.js";
import {arenaParams as params} from "./arena-params.js";
import {type Contender, contenderNames} from "./contenders.js";

/** Pictures of each that are shown. */
export const sheetCount = 20;
/** Pictures of each whose distance is measured on the way. */
export const measuredCount = 250;
/** Pictures of each that are judged at the end by every score, and at most. */
export const judgedCount = 500;
export const mostJudged = 1000;
/** Pictures of each that make a judgement at all, and runs that meet. */
export const leastJudged = 8;
export const mostMeeting = 4;

type Fought = {
  /** Of each, [20, 14, 14, 1]. */
  readonly snapshot: {readonly [Name in Contender]: ByteImages};
  readonly curves: {readonly [Name in Contender as `${Name}Loss`]: number};
  readonly measures: {readonly [Name in Contender as `${Name}Frechet`]: number};
  readonly answers: {
    /** Milliseconds, steps and weights of each so far in this session, in their order, [4]. */
    readonly spent: {
      readonly asks: Nothing;
      readonly tells: {
        readonly ms: NdArray<Float32Array>;
        readonly steps: NdArray<Float32Array>;
        readonly weights: NdArray<Float32Array>;
      };
    };
    /** Steps that each could take in a second, by some that nobody keeps, [4]. */
    readonly speeds: {
      readonly asks: Nothing;
      readonly tells: {readonly rates: NdArray<Float32Array>};
    };
    /** `count` [1] pictures of each, judged: by score and contender value, low and high of the interval, low and high of the floor, [S, 4, 5];
     * what drawing took, [4]; and in UTF-8 what makes a value mean less than it seems, a line each. */
    readonly judge: {
      readonly asks: {readonly count: NdArray};
      readonly tells: {
        readonly scores: NdArray<Float32Array>;
        readonly drawMs: NdArray<Float32Array>;
        readonly remarks: NdArray<Uint8Array>;
      };
    };
    /** Pictures that were made elsewhere, `count` [1] of each one after the other, [m · count, h, w, c], and what they are of, `subject`, in UTF-8: scores as of
     * `judge`, [S, m, 5], NaN where there is none, and remarks, each after the place of whose pictures it is. For other subjects than digits `set` and `judge` are
     * the bytes of the files that have real pictures and a network that knows them; for digits empty. */
    readonly judgeGiven: {
      readonly asks: {
        readonly count: NdArray;
        readonly pictures: NdArray;
        readonly subject: NdArray;
        readonly set: NdArray;
        readonly judge: NdArray;
      };
      readonly tells: {
        readonly scores: NdArray<Float32Array>;
        readonly remarks: NdArray<Uint8Array>;
      };
    };
  };
};

function loss(name: Contender, help: string): Curve {
  return {label: `loss of the ${contenderNames[name]}`, role: "generated", help};
}

function distance(name: Contender): Measure {
  return {
    ...frechetMeasure,
    label: `distance, ${contenderNames[name]}`,
    floor: {...frechetMeasure.floor, name: "real"},
    help: `Fréchet distance of ${measuredCount} of its pictures from real ones, on this course's classifier.`,
  };
}

export const arena: Experiment<typeof params, Fought> = {
  id: "arena",
  title: "The arena",
  params,
  mainParams: ["maxSteps", "seed", "hand"],
  pictureHeights: {phone: 326, desk: 420},
  files: () => ["digits-train", "digits-test", "classifier-digits"],
  stepKinds: {},
  caption: `${sheetCount} pictures of each of the four`,
  curves: {
    ganLoss: loss("gan", "How badly its pictures fail to convince the judge: a mean over a turn."),
    vaeLoss: loss("vae", "Minus the ELBO, nats per picture: a mean over a turn."),
    tokensLoss: loss(
      "tokens",
      "Nats per picture, a mean over a turn: first of the picture, given its tokens, then of the tokens.",
    ),
    flowLoss: loss("flow", "Squared difference of the velocity from the true one: a mean."),
  },
  measures: {
    ganFrechet: distance("gan"),
    vaeFrechet: distance("vae"),
    tokensFrechet: distance("tokens"),
    flowFrechet: distance("flow"),
  },
  told: ["ganFrechet", "vaeFrechet", "tokensFrechet", "flowFrechet"],
  plots: [
    {measure: "ganFrechet", caption: "How far the GAN's pictures are from real ones."},
    {measure: "vaeFrechet", caption: "How far the VAE's are."},
    {measure: "tokensFrechet", caption: "How far those written in tokens are."},
    {measure: "flowFrechet", caption: "How far those of diffusion are."},
    {curves: ["ganLoss"], label: "loss of the GAN", caption: "What the GAN's generator minds."},
    {curves: ["vaeLoss"], label: "loss of the VAE", caption: "What the VAE minds."},
    {
      curves: ["tokensLoss"],
      label: "loss of the tokens",
      caption: "What the tokens mind: first the code, then the guesses.",
    },
    {
      curves: ["flowLoss"],
      label: "loss of diffusion",
      caption: "What diffusion minds. No two of the four losses have the same unit.",
    },
  ],
  backends: ["webgpu", "webgl", "wasm"],
  sizeParams: ["ganPerSecond", "vaePerSecond", "tokensPerSecond", "flowPerSecond"],
  fewSteps: 10,
  sources: [
    "src/experiments/arena/arena-model.setup.ts",
    "src/experiments/arena/gan-entrant.setup.ts",
    "src/experiments/arena/vae-entrant.setup.ts",
    "src/experiments/arena/small-tokens.setup.ts",
    "src/experiments/arena/flow-entrant.setup.ts",
    "lib/models/gan.ts",
    "lib/models/vae.ts",
    "lib/models/flow/flow-model.ts",
    "lib/models/learner.ts",
    "lib/training/train.ts",
    "src/experiments/arena/setup.ts",
  ],
};
